// The 正誤表 of two editions: rows a reader of the printed report can follow, grouped by what was wrong.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/value.h"
#include "compare/changes.h"

namespace compare {

/// A row an officer adds by hand.
struct AddedRow {
    std::string place, before, after;
};

/// A fact, a text, a file or a volume that errata.yaml names.
struct NamedPlace {
    std::string name;
    base::Span place;
};

/// What an officer says of a correction: errata.yaml beside kensho.yaml. All may be empty.
struct Wishes {
    std::string date;   ///< of the correction: 2024-11-28
    std::string since;  ///< from when the wrong edition was out
    base::Span date_place, since_place;
    std::string cause;                          ///< 転記の誤りによる。
    std::map<std::string, std::string> causes;  ///< the same of one cause, by its path
    std::string prevention;                     ///< what is done that it does not happen again
    std::vector<std::string> contact;           ///< whom to ask, line by line
    std::vector<std::string> leave_out;         ///< facts, texts and files that are not listed
    std::vector<std::string> join;              ///< facts whose rows are one row that names all their places
    std::vector<AddedRow> add;
    std::map<std::string, std::string> words;  ///< what a place is called instead of its computed name, by fact
    std::vector<NamedPlace> names;             ///< all that causes, leave_out, join and words speak of
};
Wishes read_wishes(const base::Value& tree, base::Diagnostics& diagnostics);

/// How much a correction changes, which is what an office must act on.
enum class Grade {
    words,   ///< no figure
    figure,  ///< a figure, and nothing that is computed from it
    result   ///< a rate, a mean, a count, a rating or a verdict
};
Grade grade_of(const Changes& changes);

/// A stretch of a text of the 正誤表.
struct Piece {
    std::string text;
    bool changed = false;
};
/// The whole text.
std::string flat(const std::vector<Piece>& pieces);

struct ErrataRow {
    std::string number;  ///< 1, 1-2
    std::string volume;  ///< name of the volume; empty: of a file of data
    std::string file;    ///< of the volume
    std::string page;    ///< label as printed; of data the files
    std::string place;   ///< 表「…」
    std::string what;    ///< 出生数　R5　達成率
    std::vector<Piece> before, after;
    bool prose = false;
    bool reworded = false;  ///< a sentence that a person has put right
};

/// Another kept edition that printed the wrong value.
struct AlsoPrinted {
    std::string edition, year, pages;
};

struct ErrataCause {
    ErrataRow head;
    std::string fact;  ///< whose value was wrong; empty: no fact of its own
    std::string says;  ///< what it is now
    std::string reason;
    std::vector<ErrataRow> rows;
    std::vector<AlsoPrinted> also;
};

struct Errata {
    Grade grade = Grade::words;
    std::vector<ErrataCause> causes;
    std::vector<std::string> unchanged;          ///< what readers ask first: means and ratings that stay
    std::vector<std::string> unchanged_volumes;  ///< by name
    std::vector<std::string> changed_volumes;
};

/// Of the names in errata.yaml those that neither edition knows.
std::vector<NamedPlace> unknown_names(const Changes& changes, const Edition& before, const Edition& after,
                                      const Wishes& wishes);

Errata errata_of(const Changes& changes, const Edition& before, const Edition& after, const Wishes& wishes);

/// What surrounds the rows on paper. A correction is published; a review is for those who read a draft again.
struct Occasion {
    bool review = false;
    std::string edition;  ///< that is corrected: 公表
    std::string date;     ///< 令和６年11月28日
    std::string since;    ///< 令和６年９月30日; may be empty
};
/// As a plain tree for the template: docs/corrections.md names every key. Texts have their braces doubled.
base::Value to_tree(const Errata& errata, const Occasion& occasion, const Wishes& wishes);

/// The same as corrections.yaml, which kensho.yaml can name under `report`: the corrected report carries the list.
std::string to_corrections(const base::Value& tree);

/// The same as a sheet, for offices that paste it.
std::string to_sheet(const Errata& errata, const Occasion& occasion, const std::string& title, const std::string& city,
                     int year, base::Diagnostics& diagnostics);

}  // namespace compare
