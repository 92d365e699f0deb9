// What a run shows on the terminal: faults, progress, times.
#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "pipeline.h"

namespace commands {

/// Prints what the run found, in the order of places and the manner that was asked for, and returns its exit status.
int finish(kensho::Run& run, bool good);

/// Says that what this option prints is text, whatever --format asks; returns the exit status.
int refuse_format(const std::string& option);

/// Does the work, prints what it said and what the run found, and returns its exit status.
int work(const kensho::Request& request,
         const std::function<bool(const kensho::Request&, kensho::Run&, std::string& said)>& doing);

/// Puts the run's files into the folder of the file that somebody named, and makes that folder where it is missing; not
/// over others' files, unless told to. Throws base::FileError.
void put_beside(const std::filesystem::path& file, const kensho::Run& run, bool force);

/// The end of a build: what was made, what is doubted, which values are missing, in three lines; the paths, one a line,
/// on a standard output that is no terminal.
void print_made(const kensho::Request& request, const kensho::Run& run);

/// The name of the stage on one line of a terminal, wiped by the next; nothing in a pipe.
class ProgressLine {
   public:
    ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    ~ProgressLine() { show(""); }
    void show(const std::string& stage) const;

   private:
    bool terminal_;
};

/// For commands that are done before a reader would look.
inline void no_progress(const std::string& /*stage*/) {}

/// The stages, some of which ran side by side, and the whole by the clock on the wall.
void print_timings(const kensho::Timings& timings, std::chrono::steady_clock::time_point began);

}  // namespace commands
