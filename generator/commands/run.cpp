// The arguments, read by CLI11, which no other file knows. What it says is said in our own words, in the reader's
// language.
#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>

#include "base/message.h"
#include "base/utf8.h"
#include "commands/command.h"
#include "commands/complete.h"
#include "commands/machine.h"
#include "commands/manual.h"
#include "commands/options.h"
#include "commands/project_folder.h"
#include "commands/version.h"

namespace commands {

namespace {

using base::say;
using base::translated;

CLI::Option* add(CLI::App& app, const Option& option, bool* to) {
    return app.add_flag(option.names, *to, translated(option.what.c_str()));
}

CLI::Option* add(CLI::App& app, const Option& option, std::vector<std::string>* to) {
    return app.add_option(option.names, *to, translated(option.what.c_str()));
}

template <typename Text>
CLI::Option* add(CLI::App& app, const Option& option, Text* to) {
    CLI::Option* added = app.add_option(option.names, *to, translated(option.what.c_str()));
    if (!to->empty()) added->capture_default_str();
    return added;
}

void add_option(CLI::App& app, const Option& option) {
    CLI::Option* added = std::visit([&](auto* to) { return add(app, option, to); }, option.to);
    if (!is_flag(option)) added->type_name(value_name(option));
    if (!option.choices.empty()) added->check(CLI::IsMember(option.choices).description(""));
    if (option.required) added->required();
}

void add_command(CLI::App& app, const Command& command) {
    CLI::App& described = *app.add_subcommand(command.name, translated(command.what.c_str()));
    described.group(translated("Commands"));
    described.set_help_flag("-h,--help", translated("print this help"));  // once more, in the group of our word
    for (const Option& option : options_of(command)) add_option(described, option);
    if (command.examples.empty()) return;
    std::string footer = translated("Examples:");
    for (const std::string& example : command.examples) footer += "\n  kensho " + example;
    described.footer(footer);
}

/// The words of the help page that are CLI11's own.
void set_words(CLI::App& app) {
    app.option_defaults()->group(translated("Options"));
    app.set_help_flag("-h,--help", translated("print this help"));
    app.set_version_flag("--version", version(), translated("print the version, and those of the libraries"));
    const auto formatter = app.get_formatter();
    formatter->label("Usage", translated("Usage"));
    formatter->label("Positionals", translated("Arguments"));
    formatter->label("Options", translated("Options"));
    formatter->label("OPTIONS", translated("options"));
    formatter->label("SUBCOMMAND", translated("command"));
    formatter->label("SUBCOMMANDS", translated("command"));
    formatter->label("REQUIRED", translated("(needed)"));
    formatter->label("TEXT", translated("text"));
}

/// An unknown word with the nearest of the known ones.
std::string unknown(const std::string& text, const std::string& word, const std::vector<std::string>& known) {
    const std::vector<std::string_view> words(known.begin(), known.end());
    if (const auto near = base::nearest(word, words)) {
        return text + "\n  " + say("hint: {}", say("did you mean `{}`?", *near));
    }
    std::string list;
    for (const std::string& each : known) list += (list.empty() ? "" : ", ") + each;
    return text + "\n  " + say("hint: {}", say("known here: {}", list));
}

/// What was typed behind the option; empty when nothing was.
std::string value_of(const Option& option, const std::vector<std::string>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (const std::string& name : names_of(option)) {
            if (words[i] == name && i + 1 < words.size()) return words[i + 1];
            if (words[i].starts_with(name + "=")) return words[i].substr(name.size() + 1);
        }
    }
    return {};
}

std::vector<std::string> names_of(const std::vector<Command>& commands) {
    std::vector<std::string> names;
    names.reserve(commands.size());
    for (const Command& command : commands) names.push_back(command.name);
    return names;
}

/// An option where the command stands, and the words that other programs know in its place.
std::string misuse_of_first(const std::vector<Command>& commands, const std::vector<std::string>& words) {
    const std::string& word = words[0];
    const auto hint = [](const std::string& meant) {
        return "\n  " + say("hint: {}", say("did you mean `{}`?", meant));
    };
    if (word == "help" && words.size() > 1 && find(commands, words[1]) != nullptr) {
        return say("there is no command `{}`", word) + hint(words[1] + " --help");
    }
    if (word == "help" || word == "version") return say("there is no command `{}`", word) + hint("--" + word);
    if (word.starts_with('-')) {
        for (const Command& command : commands) {
            for (const Option& option : options_of(command)) {
                const std::vector<std::string> names = names_of(option);
                if (std::find(names.begin(), names.end(), word) != names.end()) {
                    return say("`{0}` stands behind the command: kensho {1} {0}", word, command.name);
                }
            }
        }
        return unknown(say("there is no option `{}`", word), word, {"--help", "--version"});
    }
    return unknown(say("there is no command `{}`", word), word, names_of(commands));
}

/// Why the arguments cannot be read, from the words themselves.
std::string misuse(const std::vector<Command>& commands, const std::vector<std::string>& words, CLI::App& app,
                   const CLI::ParseError& error) {
    if (words.empty()) return unknown(say("kensho needs a command"), "", names_of(commands));
    const Command* command = find(commands, words[0]);
    if (command == nullptr) return misuse_of_first(commands, words);
    std::vector<std::string> options = {"--help"};
    for (const Option& option : options_of(*command)) {
        if (!is_word(option)) options.push_back(long_name(option));
    }
    if (const auto* extras = dynamic_cast<const CLI::ExtrasError*>(&error); extras != nullptr) {
        const std::vector<std::string> left = app.get_subcommand(command->name)->remaining(true);
        const std::string word = left.empty() ? words.back() : left.front();
        if (word.starts_with('-')) return unknown(say("there is no option `{}`", word), word, options);
        return say("`{}` is one word too many", word);
    }
    for (const Option& option : options_of(*command)) {
        const std::string name = long_name(option);
        const std::string said = error.what();
        if (said.find(name) == std::string::npos) continue;
        if (!option.choices.empty()) {
            const std::string value = value_of(option, words);
            if (value.empty()) return unknown(say("`{}` takes a value behind it", name), value, option.choices);
            return unknown(say("`{0}` does not take `{1}`", name, value), value, option.choices);
        }
        if (option.required) return say("`{0}` is missing: kensho {1} --help says more", name, command->name);
        return say("`{}` takes a value behind it", name);
    }
    return say("the arguments cannot be read: kensho {} --help says more", command->name);
}

}  // namespace

int run(const std::vector<Command>& commands, const std::vector<std::string>& given) {
    std::vector<std::string> words = given;
    if (!words.empty() && words[0] == completion_word) return complete(commands, {words.begin() + 1, words.end()});
    if (!words.empty() && words[0] == manual_word) return write_manual(commands, {words.begin() + 1, words.end()});
    if (words.empty() && stands_in_project()) words = {"status"};
    CLI::App app(translated("kensho turns a city's strategy and its yearly numbers into its published report."),
                 "kensho");
    app.require_subcommand(1);
    set_words(app);
    app.footer(translated("Exit status: 0 done, 1 faults in the input, 2 misuse or a fault of the machine."));
    for (const Command& command : commands) add_command(app, command);
    try {
        app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return app.exit(error) == 0 ? done : misuse_or_machine;
        std::fputs(("kensho: " + misuse(commands, words, app, error) + "\n").c_str(), stderr);
        return misuse_or_machine;
    }
    kensho::Request request;
    request.home.root = find_home();
    request.today = today();
    for (const Command& command : commands) {
        if (app.got_subcommand(command.name)) return command.run(request);
    }
    return misuse_or_machine;
}

}  // namespace commands
