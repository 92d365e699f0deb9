// The command line: reads the arguments, prints diagnostics, chooses the exit status.
#include <fmt/format.h>

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iostream>

#include "base/file.h"
#include "base/message.h"
#include "base/year.h"
#include "check/claims.h"
#include "evaluate/report.h"
#include "pipeline.h"
#include "specimen.h"

namespace {

namespace fs = std::filesystem;
using base::say;
using kensho::Request;
using kensho::Run;

constexpr int done = 0;
constexpr int faulty_input = 1;
constexpr int misuse_or_machine = 2;
constexpr std::size_t most_diagnostics = 200;

struct Arguments {
    Request request;
    bool timings = false;
    std::string format = "text";
    std::string explain;
    std::string compare_policy;
    fs::path specimen;
    fs::path specimen_out;
    bool lines = false;
    bool claims = false;
    bool figures = false;
};

fs::path program_path() {
    std::error_code error;
    const fs::path self = fs::read_symlink("/proc/self/exe", error);
    return error ? fs::current_path() : self;
}

/// The folder with config/, templates/ and fonts/: KENSHO_HOME, or the nearest one above the program.
fs::path find_home() {
    if (const char* home = std::getenv("KENSHO_HOME"); home != nullptr && *home != '\0') return home;
    for (fs::path folder = program_path().parent_path(); folder.has_relative_path(); folder = folder.parent_path()) {
        for (const fs::path& candidate : {folder, folder / "share" / "kensho"}) {
            if (fs::is_directory(candidate / "config" / "policies")) return candidate;
        }
    }
    throw base::FileError(say("cannot find kensho's own folders config, templates and fonts; set KENSHO_HOME"));
}

std::string today() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    localtime_r(&now, &parts);
    return fmt::format("{}年{}月{}日", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
}

/// In the order of places; where there are more than anybody reads, errors before warnings.
void print_diagnostics(Run& run) {
    run.diagnostics.sort();
    std::vector<base::Diagnostic> all = run.diagnostics.all();
    const bool many = all.size() > most_diagnostics;
    const auto is_error = [](const base::Diagnostic& fault) { return fault.severity == base::Severity::error; };
    if (many) std::stable_partition(all.begin(), all.end(), is_error);
    for (std::size_t i = 0; i < all.size() && i < most_diagnostics; ++i) {
        std::fputs(base::render(all[i], run.sources).c_str(), stderr);
    }
    if (many) std::fputs((say("… and {} more", all.size() - most_diagnostics) + "\n").c_str(), stderr);
}

/// The name of the stage on one line of a terminal, wiped by the next; nothing in a pipe.
class ProgressLine {
   public:
    ProgressLine() : terminal_(isatty(STDERR_FILENO) == 1) {}
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    ~ProgressLine() { show(""); }
    void show(const std::string& stage) const {
        if (terminal_) std::fprintf(stderr, "\r\033[K%s", stage.c_str());
    }

   private:
    bool terminal_;
};

void print_timing(std::chrono::microseconds time, const char* stage) {
    std::fprintf(stderr, "%8.1f ms  %s\n", static_cast<double>(time.count()) / 1000, stage);
}

/// The stages, some of which ran side by side, and the whole by the clock on the wall.
void print_timings(const kensho::Timings& timings, std::chrono::steady_clock::time_point began) {
    const auto whole = std::chrono::steady_clock::now() - began;
    for (const auto& [stage, time] : timings) print_timing(time, stage.c_str());
    print_timing(std::chrono::duration_cast<std::chrono::microseconds>(whole), base::translated("in all"));
}

int finish(Run& run, bool good) {
    print_diagnostics(run);
    return good && !run.diagnostics.has_errors() ? done : faulty_input;
}

int build(const Arguments& arguments) {
    const auto began = std::chrono::steady_clock::now();
    Run run;
    bool good = false;
    {
        const ProgressLine line;
        const auto progress = [&](const std::string& stage) { line.show(stage); };
        good = kensho::make(arguments.request, run, progress);
        if (good) base::write_files(run.files);
    }
    const int status = finish(run, good);
    if (good) {
        for (const base::OutputFile& file : run.files) std::cout << file.path.string() << "\n";
    }
    if (arguments.timings) print_timings(run.timings, began);
    return status;
}

int check(const Arguments& arguments) {
    Run run;
    const int status = finish(run, kensho::make(arguments.request, run, [](const std::string&) {}));
    if (arguments.claims) std::cout << check::claims_report(run.prose, run.sources);
    if (arguments.figures) std::cout << check::figures_report(run.prose, run.sources);
    if (status == done && !arguments.claims && !arguments.figures) std::cout << say("no faults found") << "\n";
    return status;
}

/// The same project under another policy: which ratings would change.
int compare(const Arguments& arguments, Run& run) {
    Request other = arguments.request;
    other.policy = arguments.compare_policy;
    Run second;
    if (!kensho::read_and_evaluate(other, second, [](const std::string&) {})) return finish(second, false);
    std::cout << evaluate::compare(*run.assessment, *second.assessment);
    return finish(run, true);
}

int evaluate_project(const Arguments& arguments) {
    Run run;
    if (!kensho::read_and_evaluate(arguments.request, run, [](const std::string&) {})) return finish(run, false);
    if (!arguments.compare_policy.empty()) return compare(arguments, run);
    if (!arguments.explain.empty()) {
        std::cout << evaluate::explain(*run.assessment, arguments.explain, run.sources, run.diagnostics);
        return finish(run, true);
    }
    std::cout << (arguments.format == "json" ? evaluate::to_json(*run.assessment)
                                             : evaluate::to_table(*run.assessment));
    return finish(run, true);
}

int specimen(const Arguments& arguments) {
    Run run;
    const auto made = kensho::make_specimen(arguments.specimen, arguments.request.home, run.sources, run.diagnostics);
    if (run.diagnostics.has_errors()) return finish(run, false);
    if (arguments.lines) {
        std::cout << made.lines;
    } else {
        base::write_files({{arguments.specimen_out, made.pdf}});
    }
    return finish(run, true);
}

void add_project(CLI::App& command, Arguments& arguments) {
    command.add_option("project", arguments.request.project, "the project folder, with its kensho.yaml")->required();
}

void describe_build(CLI::App& app, Arguments& arguments) {
    CLI::App& command = *app.add_subcommand("build", "make the report: PDF volumes, workbooks and tables");
    add_project(command, arguments);
    command.add_option("-o,--out", arguments.request.out, "the folder for what is made")->capture_default_str();
    command.add_flag("--draft", arguments.request.draft, "mark every page 案, show what is missing instead of failing");
    command.add_flag("--timings", arguments.timings, "print how long each stage took");
    command.footer("Example:\n  kensho build samples/atsugi --out out/atsugi");
}

void describe_check(CLI::App& app, Arguments& arguments) {
    CLI::App& command = *app.add_subcommand("check", "report every fault of the input, write nothing");
    add_project(command, arguments);
    command.add_flag("--draft", arguments.request.draft, "accept texts that are still missing");
    command.add_flag("--claims", arguments.claims,
                     "print every sentence with what was understood of its figures and words");
    command.add_flag("--figures", arguments.figures,
                     "print figures typed by hand, with the placeholder that gives each");
    command.footer("Examples:\n  kensho check samples/atsugi\n  kensho check samples/atsugi --claims");
}

void describe_evaluate(CLI::App& app, Arguments& arguments) {
    CLI::App& command = *app.add_subcommand("evaluate", "print rates, ratings and means, or explain one of them");
    add_project(command, arguments);
    command.add_option("--format", arguments.format, "text or json (docs/evaluate-json.md)")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
    command.add_option("--explain", arguments.explain,
                       "ID, ID@YEAR, goal.N, overall or a placeholder: how it came about");
    command.add_option("--policy", arguments.compare_policy, "which ratings would change under another policy");
    command.footer(
        "Examples:\n  kensho evaluate samples/atsugi --format json\n"
        "  kensho evaluate samples/atsugi --explain daily-support@R5\n"
        "  kensho evaluate samples/atsugi --policy symbols");
}

void describe_specimen(CLI::App& app, Arguments& arguments) {
    CLI::App& command = *app.add_subcommand("specimen", "set sample texts, one a page, to judge a style");
    command.add_option("file", arguments.specimen, "YAML: font, size, entries of text, width (em) and style")
        ->required();
    command.add_option("-o,--out", arguments.specimen_out, "the PDF to write")->default_val("specimen.pdf");
    command.add_flag("--lines", arguments.lines, "print the lines as text instead");
    command.footer("Example:\n  kensho specimen specimen.yaml -o specimen.pdf");
}

int run_command(int argc, char** argv) {
    base::choose_language((program_path().parent_path() / "locale").string());
    Arguments arguments;
    CLI::App app("kensho turns a city's strategy and its yearly numbers into its published report.", "kensho");
    app.require_subcommand(1);
    app.set_version_flag("--version", "kensho " KENSHO_VERSION);
    app.footer("Exit status: 0 done, 1 faults in the input, 2 misuse or a fault of the machine.");
    describe_build(app, arguments);
    describe_check(app, arguments);
    describe_evaluate(app, arguments);
    describe_specimen(app, arguments);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? done : misuse_or_machine;
    }
    arguments.request.home.root = find_home();
    arguments.request.today = today();
    if (app.got_subcommand("build")) return build(arguments);
    if (app.got_subcommand("check")) return check(arguments);
    if (app.got_subcommand("evaluate")) return evaluate_project(arguments);
    return specimen(arguments);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const int status = run_command(argc, argv);
        std::cout.flush();
        if (!std::cout) throw base::FileError(say("cannot write to the standard output"));
        return status;
    } catch (const std::exception& error) {
        std::fputs(("kensho: " + std::string(error.what()) + "\n").c_str(), stderr);
        return misuse_or_machine;
    }
}
