// What the panes of the review page show of a state of the project.
#pragma once

#include <string>
#include <vector>

#include "check/claim.h"
#include "compose/document.h"
#include "evaluate/facts.h"
#include "forms/board.h"
#include "html/svg.h"
#include "layout/page.h"

namespace serve {

struct Volume {
    std::string volume, name, file;  ///< main, 本編, report.pdf
    const compose::Document* document = nullptr;
    const layout::Pages* pages = nullptr;
    html::Faces faces;
};

/// A state of the project that was kept.
struct KeptEdition {
    std::string name, date;
    bool closed = false;
};

/// A state of the project. Pages are the last good ones; what was found is what was found last.
struct Edition {
    int version = 0;
    std::string folder;                          ///< what stands before the names of files
    std::string home;                            ///< the same, of files that kensho brings
    const evaluate::Context* context = nullptr;  ///< null: never read without errors
    const base::Sources* sources = nullptr;      ///< of the pages
    std::vector<Volume> volumes;
    const base::Sources* found_in = nullptr;
    const base::Diagnostics* found = nullptr;
    const check::Prose* prose = nullptr;
    forms::Board board;
    std::vector<std::string> outputs;
    std::vector<KeptEdition> editions;
    std::int64_t milliseconds = 0;  ///< of the build
    bool edits = false;
    std::string root;  ///< where an editor of this machine finds the folder; empty: not asked for
};

/// The name of a file as the officer knows it: within the project's folder, say.
std::string short_name(const std::string& folder, const std::string& name);
/// The same inside a text.
std::string shortened(const std::string& folder, std::string text);

/// Everything but the pages, as JSON.
std::string state(const Edition& edition);

/// A page as SVG, each figure an element that names its fact; empty when there is none of that number.
std::string page(const Edition& edition, std::size_t volume, std::size_t number);

/// All letters of a volume, run by run. Empty: there is none.
std::string words(const Edition& edition, std::size_t volume);

/// The facts of a volume that one of them is made from, or that are made from it, by number. Empty: there is none.
std::string near(const Edition& edition, std::size_t volume, std::size_t number);

/// A fact of a volume: what it says, how it came about, where it was typed, all its places. Empty: there is none.
std::string fact(const Edition& edition, std::size_t volume, std::size_t number);

}  // namespace serve
