// The whole program on one screen: read, evaluate, compose, lay out, write.
#pragma once

#include <chrono>
#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/file.h"
#include "base/source.h"
#include "check/claim.h"
#include "compose/compose.h"
#include "compose/document.h"
#include "evaluate/assessment.h"
#include "html/svg.h"
#include "input/input.h"
#include "layout/change_marks.h"
#include "layout/page.h"
#include "workbook/workbook.h"

namespace kensho {

struct LaidOut;
struct Warm;

/// What make() is to leave in the run.
enum class Makes {
    files,  ///< Run::files, and Run::places of their pages
    names,  ///< Run::files without their bytes: all is looked at that may be wrong with them
    pages   ///< Run::laid_out: no files, and workbooks are not looked at
};

/// What a run may be told from outside; the rest is in the project folder.
struct Request {
    std::filesystem::path project;
    std::filesystem::path out = "out";
    input::Home home;
    std::string policy;  ///< replaces the project's; empty: the project's
    std::string volume;  ///< the one output to be made, by its key under `outputs`; empty: all
    bool draft = false;
    bool strict = false;                       ///< doubts are errors
    const base::Value* errata = nullptr;       ///< what make_volume() lists, for a 正誤表
    const layout::Changes* changes = nullptr;  ///< that make() marks on the pages
    std::deque<LaidOut>* laid_out = nullptr;  ///< by look() of the same project: make() writes these, and lays out none
    bool unsaid = false;                      ///< look() leaves out which version this is, and what it corrects
    std::string today;                        ///< printed on drafts only
    Makes makes = Makes::files;
    /// Called by make() when all pages are laid out without a fault: then it reads the prose, and leaves alone what
    /// pages are shown from. Only where pages are made.
    std::function<void()> when_laid_out{};
    std::size_t threads = 2;  ///< that work at a time; what comes out does not depend on it
    Warm* warm = nullptr;     ///< what stayed from runs before is taken, and what was made is left (warm.h)
};

/// How long each stage took, in the order they began.
using Timings = std::vector<std::pair<std::string, std::chrono::microseconds>>;

/// What stands where in a volume: its facts and the city's own texts.
struct VolumePlaces {
    std::string file;
    std::vector<evaluate::Address> facts;  ///< what `shown` counts in
    std::vector<compose::Origin> origins;  ///< what `texts` counts in
    std::deque<layout::Place> shown, texts;
    std::vector<std::string> labels;         ///< of the pages, as printed
    std::vector<std::vector<int>> contents;  ///< of the pages: MCID of each chunk, -1 for artifacts
};

/// A volume as its pages show it.
struct LaidOut {
    std::string volume, file;
    compose::Document document;  ///< without its blocks, unless it was looked at and is on the web
    layout::Pages pages;
    html::Faces faces = {};       ///< what a face is called on a screen
    base::Diagnostics told = {};  ///< of it alone
    compose::NarrativeUse use = {};
};

/// What a run has read, found and made. The inputs are whole, and assessed, only when reading found no errors.
struct Run {
    base::Sources sources;
    base::Diagnostics diagnostics;
    std::unique_ptr<input::Inputs> inputs;
    std::unique_ptr<evaluate::Assessment> assessment;
    compose::NarrativeUse use;  ///< what the volumes asked of the narrative
    check::Prose prose;         ///< what the texts claim, sentence by sentence, and how they are written
    std::vector<base::OutputFile> files;
    std::vector<VolumePlaces> places;
    std::deque<LaidOut> laid_out;       ///< of a run that only looks
    std::vector<workbook::File> books;  ///< of the same
    std::string dictionary;             ///< of a run that only looks: which parts texts into words
    Timings timings;
    /// What it was made with, where the request brought nothing: that takes long to give up.
    std::shared_ptr<Warm> warm;
};

/// How many of the evaluated year's KPIs and headline targets have no value, by the words that stand for it.
std::map<std::string, std::size_t> missing_values(const Run& run);

/// Called with the name of a stage that begins; for progress on a terminal.
using Progress = std::function<void(const std::string& stage)>;

/// Reads a project whose values need not have come yet, with its own policy. False when there are errors.
bool read_draft(const Request& request, Run& run);

/// Reads and evaluates. False when there are errors.
bool read_and_evaluate(const Request& request, Run& run, const Progress& progress);

/// The whole: reads, evaluates, composes, lays out and exports every output into `run.files`, and looks for faults of
/// the template where this run did not come by. False when there are errors.
bool make(const Request& request, Run& run, const Progress& progress);

/// Reads, evaluates and lays out, and writes nothing: `run.laid_out` and `run.books`. False when there are errors;
/// doubts are not looked for.
bool look(const Request& request, Run& run);

/// One volume of the template, whether the project asks for it or not, into `run.files` under `file`. The run has been
/// read and evaluated. False when there are errors.
bool make_volume(const Request& request, const std::string& volume, const std::string& file, Run& run,
                 const Progress& progress);

}  // namespace kensho
