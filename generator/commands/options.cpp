// Cuts names like `-q,--quiet` apart, and gives every command the options that all have in common.
#include "commands/options.h"

#include <algorithm>

#include "commands/manner.h"

namespace commands {

const Command* find(const std::vector<Command>& commands, std::string_view name) {
    const auto named = [&](const Command& command) { return command.name == name; };
    const auto found = std::find_if(commands.begin(), commands.end(), named);
    return found == commands.end() ? nullptr : &*found;
}

std::vector<Option> options_of(const Command& command) {
    std::vector<Option> all = command.options;
    const auto has_format = [](const Option& option) { return option.names == "--format"; };
    if (std::none_of(all.begin(), all.end(), has_format)) all.push_back(diagnostics_format());
    all.push_back({"-q,--quiet", to_translate("print errors and what was asked for, nothing else"), &manner().quiet});
    all.push_back({"--no-colour", to_translate("no colours on a terminal; NO_COLOR in the environment says the same"),
                   &manner().no_colour});
    return all;
}

Option jobs(std::string& to) {
    return {"--jobs",
            to_translate("how many threads work at a time; what is made is the same"),
            &to,
            {"1", "2", "3", "4", "5", "6", "7", "8"}};
}

std::size_t threads_of(const std::string& jobs) { return static_cast<std::size_t>(jobs.front() - '0'); }

Option diagnostics_format() {
    return {"--format",
            to_translate("faults and doubts as text, as one line each, or as JSON"),
            &manner().format,
            {"text", "line", "json"}};
}

Option answer_format(const std::string& what) { return {"--format", what, &manner().answer, {"text", "json"}}; }

std::string long_name(const Option& option) { return option.names.substr(option.names.rfind(',') + 1); }

std::vector<std::string> names_of(const Option& option) {
    const std::size_t comma = option.names.find(',');
    if (comma == std::string::npos) return {option.names};
    return {option.names.substr(0, comma), option.names.substr(comma + 1)};
}

std::string value_name(const Option& option) {
    std::string text;
    for (const std::string& choice : option.choices) text += (text.empty() ? "" : "|") + choice;
    if (!text.empty()) return text;
    if (option.offer == Offer::folder) return base::say("FOLDER");
    return is_path(option) ? base::say("FILE") : base::say("TEXT");
}

}  // namespace commands
