// Writes roff from the same options that parse the command line, so that pages and program cannot disagree.
#include "commands/manual.h"

#include "base/file.h"
#include "base/message.h"
#include "commands/options.h"
#include "commands/version.h"

namespace commands {

using base::say;
using base::translated;

namespace {

/// As roff takes it: a hyphen that is typed, no request at the start of a line.
std::string roff(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (out.empty() && (c == '.' || c == '\'')) out += "\\&";
        if (c == '\\') {
            out += "\\e";
        } else if (c == '-') {
            out += "\\-";
        } else {
            out += c;
        }
    }
    return out;
}

std::string bold(std::string_view text) { return "\\fB" + roff(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + roff(text) + "\\fR"; }

std::string section(const char* title) { return ".SH " + roff(translated(title)) + "\n"; }
std::string paragraph(std::string_view text) { return ".PP\n" + roff(text) + "\n"; }
std::string entry(const std::string& tag, std::string_view text) { return ".TP\n" + tag + "\n" + roff(text) + "\n"; }
std::string header(const std::string& page) {
    return ".TH " + roff(page) + " 1 \"\" \"kensho " + roff(version_number()) + "\" kensho\n";
}

std::string tag_of(const Option& option) {
    if (is_word(option)) return italic(option.names);
    std::string text;
    for (const std::string& name : names_of(option)) text += (text.empty() ? "" : ", ") + bold(name);
    return is_flag(option) ? text : text + " " + italic(value_name(option));
}

std::string synopsis(const Command& command) {
    std::string text = ".B kensho " + roff(command.name) + "\n" + "[" + roff(translated("options")) + "]";
    for (const Option& option : options_of(command)) {
        if (!is_word(option)) continue;
        const std::string word = italic(option.names) + (may_repeat(option) ? " ..." : "");
        text += " " + (option.required ? word : "[" + word + "]");
    }
    return text + "\n";
}

std::string default_of(const Option& option) {
    if (const auto* text = std::get_if<std::string*>(&option.to)) return **text;
    if (const auto* path = std::get_if<std::filesystem::path*>(&option.to)) return (*path)->generic_string();
    return {};
}

std::string options(const Command& command) {
    std::string text;
    for (const Option& option : options_of(command)) {
        std::string what = translated(option.what.c_str());
        const std::string standard = default_of(option);
        if (!standard.empty()) what += " " + say("(default: {})", standard);
        text += entry(tag_of(option), what);
    }
    return text + entry(bold("-h") + ", " + bold("--help"), translated("print this help"));
}

std::string examples(const Command& command) {
    if (command.examples.empty()) return {};
    std::string text = section(base::to_translate("EXAMPLES")) + ".nf\n";
    for (const std::string& example : command.examples) text += bold("kensho " + example) + "\n";
    return text + ".fi\n";
}

std::string exit_status() {
    return section(base::to_translate("EXIT STATUS")) + entry("0", say("done")) +
           entry("1", say("faults in the input")) + entry("2", say("misuse or a fault of the machine"));
}

std::string page(const Command& command) {
    std::string text = header("KENSHO-" + command.name) + section(base::to_translate("NAME"));
    text += roff("kensho-" + command.name) + " \\- " + roff(translated(command.what.c_str())) + "\n";
    text += section(base::to_translate("SYNOPSIS")) + synopsis(command);
    if (!command.more.empty()) {
        text += section(base::to_translate("DESCRIPTION")) + paragraph(translated(command.more.c_str()));
    }
    text += section(base::to_translate("OPTIONS")) + options(command) + examples(command) + exit_status();
    return text + section(base::to_translate("SEE ALSO")) + ".BR kensho (1)\n";
}

std::string list_of(const std::vector<Command>& commands) {
    std::string text;
    for (const Command& command : commands) text += entry(bold(command.name), translated(command.what.c_str()));
    return text;
}

std::string surroundings() {
    return section(base::to_translate("ENVIRONMENT")) +
           entry(bold("LC_ALL") + ", " + bold("LC_MESSAGES") + ", " + bold("LANG"),
                 say("Messages are Japanese where these begin with ja, whether or not that locale is installed.")) +
           entry(bold("KENSHO_HOME"),
                 say("The folder with config, templates and fonts, instead of the one that was installed. A project's "
                     "own folders of these names come before both.")) +
           entry(bold("NO_COLOR"), say("No colours on a terminal, when it is set.")) +
           section(base::to_translate("FILES")) +
           entry(bold("kensho.yaml"), say("The project: its year, the files it is made of, and what is to be made.")) +
           entry(bold(".kensho"), say("In a folder of outputs: what kensho made there, so that it never writes over "
                                      "what others made.")) +
           entry(bold("/usr/share/kensho"), say("Policies, templates, schemas for editors, and two samples.")) +
           entry(bold("/usr/share/doc/kensho"), say("The guide for the staff (guide.md, in Japanese) and all the other "
                                                    "documents."));
}

std::string main_page(const std::vector<Command>& commands) {
    std::string text = header("KENSHO") + section(base::to_translate("NAME")) + "kensho \\- ";
    text += roff(translated("yearly evaluation reports of municipal strategies")) + "\n";
    text += section(base::to_translate("SYNOPSIS")) + ".B kensho\n[" + italic(translated("command")) + " " + "[" +
            roff(translated("options")) + "]]\n";
    text += section(base::to_translate("DESCRIPTION"));
    text +=
        paragraph(say("kensho turns a city's strategy and its yearly numbers, written in YAML, into its published "
                      "report: a tagged PDF in volumes, workbooks and tables. A project is a folder with a "
                      "kensho.yaml; commands find it above the folder one stands in, or where it is named."));
    text += paragraph(say("Without a command, kensho in a project's folder says how far its year has come."));
    text += section(base::to_translate("COMMANDS")) + list_of(commands);
    text += section(base::to_translate("EXAMPLES")) + ".nf\n";
    for (const char* example :
         {"cp -r /usr/share/kensho/samples/atsugi .", "cd atsugi", "kensho check", "kensho build --out out"}) {
        text += bold(example) + "\n";
    }
    text += ".fi\n" + exit_status() + surroundings() + section(base::to_translate("SEE ALSO"));
    for (const Command& command : commands) text += ".BR kensho\\-" + roff(command.name) + " (1)\n";
    return text;
}

}  // namespace

int write_manual(const std::vector<Command>& commands, const std::vector<std::string>& words) {
    if (words.size() != 1) return misuse_or_machine;
    const std::filesystem::path folder = words[0];
    std::vector<base::OutputFile> pages = {{folder / "kensho.1", main_page(commands)}};
    for (const Command& command : commands)
        pages.push_back({folder / ("kensho-" + command.name + ".1"), page(command)});
    base::write_files(pages);
    return done;
}

}  // namespace commands
