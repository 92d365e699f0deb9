// The arguments, read by CLI11, which no other file knows.
#include <CLI/CLI.hpp>

#include "commands/command.h"
#include "commands/machine.h"

namespace commands {

namespace {

CLI::Option* add(CLI::App& app, const Option& option, bool* to) { return app.add_flag(option.names, *to, option.what); }

CLI::Option* add(CLI::App& app, const Option& option, std::vector<std::string>* to) {
    return app.add_option(option.names, *to, option.what);
}

template <typename Text>
CLI::Option* add(CLI::App& app, const Option& option, Text* to) {
    CLI::Option* added = app.add_option(option.names, *to, option.what);
    if (!to->empty()) added->capture_default_str();
    return added;
}

void add_option(CLI::App& app, const Option& option) {
    CLI::Option* added = std::visit([&](auto* to) { return add(app, option, to); }, option.to);
    if (!option.choices.empty()) added->check(CLI::IsMember(option.choices));
    if (option.required) added->required();
}

void add_command(CLI::App& app, const Command& command) {
    CLI::App& described = *app.add_subcommand(command.name, command.what);
    for (const Option& option : command.options) add_option(described, option);
    std::string footer = command.examples.size() == 1 ? "Example:" : "Examples:";
    for (const std::string& example : command.examples) footer += "\n  kensho " + example;
    if (!command.examples.empty()) described.footer(footer);
}

}  // namespace

int run(const std::vector<Command>& commands, int argc, char** argv) {
    CLI::App app("kensho turns a city's strategy and its yearly numbers into its published report.", "kensho");
    app.require_subcommand(1);
    app.set_version_flag("--version", "kensho " KENSHO_VERSION);
    app.footer("Exit status: 0 done, 1 faults in the input, 2 misuse or a fault of the machine.");
    for (const Command& command : commands) add_command(app, command);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? done : misuse_or_machine;
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
