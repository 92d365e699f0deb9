// All of it goes to the error stream; progress is shown on a terminal only.
#include "commands/terminal.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <map>

#include "base/made.h"
#include "base/message.h"
#include "commands/command.h"
#include "commands/diagnostics.h"
#include "commands/manner.h"

namespace commands {

using base::say;

namespace {

constexpr std::size_t most_diagnostics = 200;

/// A file that was copied and not filled in explains most of what stands behind it.
bool explains_others(const base::Diagnostic& fault) { return fault.name == "stale"; }

/// For people: in the order of places; where there are more than anybody reads, errors before warnings.
void print_text(std::vector<base::Diagnostic> all, const base::Sources& sources) {
    const bool many = all.size() > most_diagnostics;
    if (many) std::stable_partition(all.begin(), all.end(), is_error);
    std::stable_partition(all.begin(), all.end(), explains_others);
    const bool colours = manner().colours();
    for (std::size_t i = 0; i < all.size() && i < most_diagnostics; ++i) {
        const std::string text = base::render(all[i], sources);
        std::fputs((colours ? coloured(text, all[i]) : text).c_str(), stderr);
    }
    if (many) std::fputs((say("… and {} more", all.size() - most_diagnostics) + "\n").c_str(), stderr);
}

void print_diagnostics(kensho::Run& run) {
    run.diagnostics.sort();
    std::vector<base::Diagnostic> all = run.diagnostics.all();
    if (manner().quiet) std::erase_if(all, [](const base::Diagnostic& each) { return !is_error(each); });
    if (manner().format == "json" || (manner().answer == "json" && run.diagnostics.has_errors())) {
        std::cout << as_json(all, run.sources);
    } else if (manner().format == "line") {
        for (const base::Diagnostic& each : all) std::cout << as_line(each, run.sources);
    } else {
        print_text(std::move(all), run.sources);
    }
}

std::string listed(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : say(", ")) + part;
    return text.empty() ? say("none") : text;
}

/// Doubts by their names: "3 (slip 2, twin 1)".
std::string doubted(const kensho::Run& run) {
    std::map<std::string, std::size_t> names;
    std::size_t all = 0;
    for (const base::Diagnostic& each : run.diagnostics.all()) {
        if (is_error(each)) continue;
        if (!each.name.empty()) ++names[each.name];
        ++all;
    }
    if (all == 0) return say("none");
    std::vector<std::string> parts;
    parts.reserve(names.size());
    for (const auto& [name, count] : names) parts.push_back(name + " " + std::to_string(count));
    return parts.empty() ? std::to_string(all) : say("{0} ({1})", all, listed(parts));
}

void print_timing(std::chrono::microseconds time, const char* stage) {
    std::fprintf(stderr, "%8.1f ms  %s\n", static_cast<double>(time.count()) / 1000, stage);
}

}  // namespace

void print_made(const kensho::Request& request, const kensho::Run& run) {
    if (!manner().talks()) return;
    if (isatty(STDOUT_FILENO) == 0) {
        for (const base::OutputFile& file : run.files) std::cout << file.path.string() << "\n";
    }
    std::vector<std::string> names;
    for (const base::OutputFile& file : run.files) names.push_back(file.path.filename().string());
    std::vector<std::string> missing;
    for (const auto& [word, count] : kensho::missing_values(run)) missing.push_back(say("{0} {1}", word, count));
    const std::string folder = request.out.generic_string();
    for (const std::string& line : {say("made in {0}: {1}", folder, listed(names)), say("doubts: {}", doubted(run)),
                                    say("missing values: {}", listed(missing))}) {
        std::fputs((line + "\n").c_str(), stderr);
    }
}

int refuse_format(const std::string& option) {
    std::fputs(("kensho: " + say("`{}` prints text; leave --format out", option) + "\n").c_str(), stderr);
    return misuse_or_machine;
}

int finish(kensho::Run& run, bool good) {
    print_diagnostics(run);
    return good && !run.diagnostics.has_errors() ? done : faulty_input;
}

void put_beside(const std::filesystem::path& file, const kensho::Run& run, bool force) {
    const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    std::filesystem::create_directories(folder);
    base::put_outputs(folder, run.files, {run.inputs->files.begin(), run.inputs->files.end()}, force);
}

int work(const kensho::Request& request,
         const std::function<bool(const kensho::Request&, kensho::Run&, std::string& said)>& doing) {
    kensho::Run run;
    std::string said;
    const bool good = doing(request, run, said);
    // For programs the diagnostics are all that is told, or a whole answer.
    const bool whole = manner().answer == "text" || !run.diagnostics.has_errors();
    if (manner().format == "text" && whole) std::cout << said;
    return finish(run, good);
}

ProgressLine::ProgressLine() : terminal_(manner().talks() && isatty(STDERR_FILENO) == 1) {}

void ProgressLine::show(const std::string& stage) const {
    // Cut at the edge of a narrow window, not wrapped: the next stage wipes one line only.
    if (terminal_) std::fputs(("\r\033[K" + (stage.empty() ? "" : "\033[?7l" + stage + "\033[?7h")).c_str(), stderr);
}

void print_timings(const kensho::Timings& timings, std::chrono::steady_clock::time_point began) {
    const auto whole = std::chrono::steady_clock::now() - began;
    for (const auto& [stage, time] : timings) print_timing(time, stage.c_str());
    print_timing(std::chrono::duration_cast<std::chrono::microseconds>(whole), base::translated("in all"));
}

}  // namespace commands
