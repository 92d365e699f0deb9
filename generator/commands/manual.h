// The manual pages, made from the table of the commands: kensho.1, and one for each command.
#pragma once

#include <string>
#include <vector>

#include "commands/command.h"

namespace commands {

/// The hidden first word by which the build asks for the pages.
constexpr const char* manual_word = "__manual";

/// Writes kensho.1 and kensho-COMMAND.1 in the language of messages into the folder that `words` names, which exists.
int write_manual(const std::vector<Command>& commands, const std::vector<std::string>& words);

}  // namespace commands
