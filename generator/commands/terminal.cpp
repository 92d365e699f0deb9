// All of it goes to the error stream; progress is shown on a terminal only.
#include "commands/terminal.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "base/message.h"
#include "commands/command.h"

namespace commands {

namespace {

constexpr std::size_t most_diagnostics = 200;

/// In the order of places; where there are more than anybody reads, errors before warnings.
void print_diagnostics(kensho::Run& run) {
    run.diagnostics.sort();
    std::vector<base::Diagnostic> all = run.diagnostics.all();
    const bool many = all.size() > most_diagnostics;
    const auto is_error = [](const base::Diagnostic& fault) { return fault.severity == base::Severity::error; };
    if (many) std::stable_partition(all.begin(), all.end(), is_error);
    for (std::size_t i = 0; i < all.size() && i < most_diagnostics; ++i) {
        std::fputs(base::render(all[i], run.sources).c_str(), stderr);
    }
    if (many) std::fputs((base::say("… and {} more", all.size() - most_diagnostics) + "\n").c_str(), stderr);
}

void print_timing(std::chrono::microseconds time, const char* stage) {
    std::fprintf(stderr, "%8.1f ms  %s\n", static_cast<double>(time.count()) / 1000, stage);
}

}  // namespace

void print_open(const kensho::Run& run) {
    const kensho::Open open = kensho::still_open(run);
    std::string text;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : base::say(", ")) + part; };
    if (open.doubts > 0) add(base::say("{} doubts", open.doubts));
    for (const auto& [word, count] : open.statuses) add(base::say("{0} values {1}", count, word));
    if (open.unchanged_texts > 0) add(base::say("{} texts of last year", open.unchanged_texts));
    if (!text.empty()) std::fputs((base::say("in this report: {}", text) + "\n").c_str(), stderr);
}

int finish(kensho::Run& run, bool good) {
    print_diagnostics(run);
    return good && !run.diagnostics.has_errors() ? done : faulty_input;
}

ProgressLine::ProgressLine() : terminal_(isatty(STDERR_FILENO) == 1) {}

void ProgressLine::show(const std::string& stage) const {
    if (terminal_) std::fprintf(stderr, "\r\033[K%s", stage.c_str());
}

void print_timings(const kensho::Timings& timings, std::chrono::steady_clock::time_point began) {
    const auto whole = std::chrono::steady_clock::now() - began;
    for (const auto& [stage, time] : timings) print_timing(time, stage.c_str());
    print_timing(std::chrono::duration_cast<std::chrono::microseconds>(whole), base::translated("in all"));
}

}  // namespace commands
