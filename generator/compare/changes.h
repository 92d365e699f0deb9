// What became of one edition in another: causes first, under each what followed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/value.h"
#include "base/word.h"
#include "compare/edition.h"

namespace compare {

/// A stretch of a text, in bytes.
struct Stretch {
    std::size_t begin = 0, end = 0;
};

/// A line, or a drawing, that holds a change.
struct Area {
    int page = 0;  ///< from 1
    base::Rect rect;
};

/// Words that stood or stand somewhere.
struct Side {
    std::string volume, file;  ///< the volume's name; empty for a cell
    int page = 0;              ///< from 1; 0: a cell
    std::string label;         ///< of the page, as printed
    int line = 0;              ///< below the heading, from 1, of the first changed word; 0: not in prose
    base::Rect rect;           ///< of the first line that holds a change
    std::string heading, table, row;
    std::string sheet, cell;  ///< of a cell
    std::string words;        ///< of a drawing what is said of it
    std::vector<Stretch> changed;
    std::vector<Area> areas;         ///< of all that holds a change; of a cell none
    std::vector<std::string> pages;  ///< of a running head: the labels of all pages that have it
};

/// A place that says something else now; without one side what came or went.
struct Item {
    PartKind kind = PartKind::text;
    std::optional<Side> before, after;
    std::vector<std::string> facts;  ///< addresses of those of its facts that changed
    std::string origin;
};

enum class CauseKind { value, target, baseline, text, name, policy, templates, setting };

/// A value that was typed, and where.
struct TypedAt {
    std::string text;
    std::string place;  ///< years/r5/actuals.yaml:12
};

struct Cause {
    CauseKind kind = CauseKind::setting;
    std::string path;  ///< births.actual@R5, or a place of a file: strategy.yaml goals[1].title
    std::string label;
    std::string thing;  ///< the name of what it stands at: of an indicator, a project; may be empty
    std::optional<TypedAt> before, after;
    std::vector<std::size_t> items;  ///< in Changes::items
    std::vector<std::size_t> facts;  ///< in Changes::facts
};

struct FactChange {
    std::string fact, label;
    std::string before, after;  ///< as printed; empty: there was, or is, no such fact
};

/// What stands on another page and is the same.
struct Moved {
    std::string volume, before, after;  ///< labels of pages
    std::size_t parts = 0;
    std::vector<std::string> facts;
};

/// Pages that look different though they say the same.
struct Redrawn {
    std::string volume, label;
};

struct Changes {
    std::string before, after;  ///< names of the editions; empty: the working state
    std::vector<Cause> causes;
    std::vector<std::size_t> shared;  ///< items that no one cause explains
    std::vector<Item> items;
    std::vector<FactChange> facts;
    std::vector<Moved> moved;
    std::vector<Redrawn> redrawn;
    std::vector<std::string> tables;  ///< other files for programs that differ
    bool empty() const {
        return causes.empty() && items.empty() && facts.empty() && moved.empty() && redrawn.empty() && tables.empty();
    }
};

/// An input file that is not the same in both.
struct InputPair {
    std::string name;  ///< years/r5/actuals.yaml
    base::Value before, after;
    std::string before_digest, after_digest;
};

/// What a comparison is made of.
struct Pair {
    const Edition& before;
    const Edition& after;
    const evaluate::Context& context_before;
    const evaluate::Context& context_after;
    const base::Sources& sources_before;
    const base::Sources& sources_after;
    std::vector<InputPair> inputs;
    base::WordSplitter words;  ///< text::compared_words()
};

Changes compare(const Pair& pair);

/// What was typed otherwise, file by file.
std::vector<Cause> causes_of(const Pair& pair);

/// The stretches that differ, word by word.
struct WordChanges {
    std::vector<Stretch> before, after;
};
WordChanges changed_words(const std::string& before, const std::string& after, const base::WordSplitter& words);

/// For a terminal, or a file where `colours` is false: [-struck-]{+new+}.
std::string to_text(const Changes& changes, bool colours);
/// For programs: docs/corrections.md.
std::string to_json(const Changes& changes);
/// changes.csv of a correction made on a day: 2024-11-28.
std::string to_csv(const Changes& changes, const std::string& date);

}  // namespace compare
