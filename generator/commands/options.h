// Questions about the table of commands that reading, help, manual and completion ask alike.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "commands/command.h"

namespace commands {

/// Null where there is none.
const Command* find(const std::vector<Command>& commands, std::string_view name);

/// What the command may be told: its own options and those of all commands, which go to manner().
std::vector<Option> options_of(const Command& command);

/// In which form diagnostics are printed; every command has it that has no answer_format(). Line and JSON are for
/// programs and go to the standard output, where nothing else stands then.
Option diagnostics_format();

/// For commands that answer in text or JSON: an answer that faults stand in the way of is their JSON.
Option answer_format(const std::string& what);

/// How many threads work at a time; `to` holds the default.
Option jobs(std::string& to);
std::size_t threads_of(const std::string& jobs);

/// The longest of the names, without the short one: "--out".
std::string long_name(const Option& option);

/// All names: "-o", "--out"; of a word behind the command its one name.
std::vector<std::string> names_of(const Option& option);

/// What stands for the value: its choices, else what kind of thing it is, in the reader's language.
std::string value_name(const Option& option);

inline bool is_word(const Option& option) { return !option.names.starts_with('-'); }
inline bool is_flag(const Option& option) { return std::holds_alternative<bool*>(option.to); }
inline bool is_path(const Option& option) { return std::holds_alternative<std::filesystem::path*>(option.to); }
inline bool may_repeat(const Option& option) { return std::holds_alternative<std::vector<std::string>*>(option.to); }

}  // namespace commands
