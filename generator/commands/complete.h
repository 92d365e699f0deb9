// What the TAB key offers. The shells' scripts (packaging/completion) ask the program, so that they know of every
// command and of the project's own ids.
#pragma once

#include <string>
#include <vector>

#include "commands/command.h"

namespace commands {

/// The hidden first word by which a shell asks.
constexpr const char* completion_word = "__complete";

/// Prints what may stand in place of the last of `words`, a line each: the word, a tab, what it is. The line `:files`
/// or
/// `:folders` asks the shell for its own. Nothing where nothing is known: a TAB never fails.
int complete(const std::vector<Command>& commands, const std::vector<std::string>& words);

}  // namespace commands
