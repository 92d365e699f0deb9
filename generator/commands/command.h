// What a command of the program is: its name, what it may be told, what it does. Help, manual pages and completion are
// made from the same table, so a new command is in all of them.
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

/// What completion offers as a value; paths are files or folders, and `choices` are offered where there are any.
enum class Offer { nothing, folder, fact, policy, template_name, volume, edition };

/// One thing a command may be told, and where it goes; what stands there before is the default.
struct Option {
    std::string names;  ///< "project": a word behind the command; "-o,--out": with its value; "--draft": alone
    std::string what;   ///< English, marked with to_translate(), as all that is printed
    std::variant<bool*, std::string*, std::filesystem::path*, std::vector<std::string>*>
        to;                                 ///< a list: may be repeated
    std::vector<std::string> choices = {};  ///< the only values; empty: any
    bool required = false;
    Offer offer = Offer::nothing;
};

/// The option, with what completion offers as its value.
inline Option offering(Offer offer, Option option) {
    option.offer = offer;
    return option;
}

struct Command {
    std::string name;
    std::string what;
    std::vector<Option> options;
    std::vector<std::string> examples;  ///< without `kensho`
    /// Returns the exit status. The request holds what the machine says: home and today.
    std::function<int(const kensho::Request&)> run;
    std::string more = {};  ///< paragraphs for the manual page, marked with to_translate(); may be empty
};

/// The folder that nearly every command works on; found by project_folder().
inline Option project(std::filesystem::path& to, const std::string& names = "project") {
    return offering(Offer::folder, {names, to_translate("the project folder; without it the one here or above"), &to});
}

/// Reads the arguments behind the program's name, runs the command they name and returns its exit status; misuse is
/// answered on the terminal. Without any, a project folder is answered with its status.
int run(const std::vector<Command>& commands, const std::vector<std::string>& words);

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
Command freeze();
Command diff();
Command errata();
Command schema();
Command serve();

}  // namespace commands
