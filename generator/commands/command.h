// What a command of the program is: its name, what it may be told, what it does. Help is printed from the same table.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "base/message.h"
#include "pipeline.h"

namespace commands {

/// Exit statuses.
constexpr int done = 0;
constexpr int faulty_input = 1;
constexpr int misuse_or_machine = 2;

using base::to_translate;

/// One thing a command may be told, and where it goes; what stands there before is the default.
struct Option {
    std::string names;  ///< "project": a word behind the command; "-o,--out": with its value; "--draft": alone
    std::string what;   ///< English, marked with to_translate(), as all that is printed
    std::variant<bool*, std::string*, std::filesystem::path*, std::vector<std::string>*>
        to;                                 ///< a list: may be repeated
    std::vector<std::string> choices = {};  ///< the only values; empty: any
    bool required = false;
};

struct Command {
    std::string name;
    std::string what;
    std::vector<Option> options;
    std::vector<std::string> examples;  ///< without `kensho`
    /// Returns the exit status. The request holds what the machine says: home and today.
    std::function<int(const kensho::Request&)> run;
};

/// The folder that nearly every command works on; found by project_folder().
inline Option project(std::filesystem::path& to, const std::string& names = "project") {
    return {names, to_translate("the project folder; without it the one here or above"), &to};
}

/// Reads the arguments, runs the command they name and returns its exit status; misuse is answered on the terminal.
int run(const std::vector<Command>& commands, int argc, char** argv);

// The commands, each in the file of its name.
Command build();
Command check();
Command evaluate();
Command specimen();
Command begin();  // kensho new
Command next();
Command forms();
Command collect();
Command status();
Command where();

}  // namespace commands
