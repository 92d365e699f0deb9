// A state of a project as its readers meet it: what is said, what stands on every page and in every cell.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/length.h"
#include "base/source.h"
#include "compose/document.h"
#include "evaluate/facts.h"
#include "layout/page.h"
#include "workbook/workbook.h"

namespace compare {

enum class PartKind { heading, text, table, figure, running, cell };

/// A line of a part, or the whole of a drawing.
struct PartLine {
    int page = 0;  ///< from 0
    base::Rect rect;
    std::string words;
};

/// What is one thing to a reader: a paragraph, a paragraph of a table's cell, a drawing, a running head.
struct Part {
    PartKind kind = PartKind::text;
    std::string words;  ///< of a drawing what is said of it
    std::string drawn;  ///< of a drawing a digest of its lines and letters, from its own corner
    std::vector<PartLine> lines;
    std::string heading, table, row;  ///< the heading above, the name of its table, the head of its row; may be empty
    int line = 0;                     ///< of the first line below the heading, from 1; 0: not in prose
    std::vector<std::string> facts;   ///< addresses of what is shown
    std::string origin;               ///< narrative.goals.1.evaluation.2; empty: no text of the city's own
};

struct Volume {
    std::string name, file;
    std::vector<std::string> labels;         ///< of the pages, as printed
    std::vector<std::uint64_t> appearances;  ///< of the pages: equal where the same is drawn at the same places
    std::vector<Part> parts;                 ///< in the order of reading
};

/// The cells of a row that hold something.
struct Row {
    int number = 0;                                          ///< from 1
    std::vector<std::pair<std::string, std::string>> cells;  ///< column and words
};

/// A sheet of a book, or a table of values between commas, whose sheet has no name.
struct Sheet {
    std::string file, name;
    std::vector<Row> rows;
};

/// A fact that some page shows.
struct Said {
    std::string says;
    std::string label;  ///< 出生数　R5　達成率
    std::string typed;  ///< file:line of what somebody typed; empty: computed
};

struct Edition {
    std::string name;
    std::string year;   ///< evaluated: R5
    std::string title;  ///< of the report
    std::vector<Volume> volumes;
    std::vector<Sheet> sheets;
    std::map<std::string, Said> facts;          ///< by address
    std::map<std::string, std::string> tables;  ///< other files for programs: name and digest
};

/// A volume that was laid out.
struct Seen {
    const std::string& volume;
    const std::string& file;
    const compose::Document& document;
    const layout::Pages& pages;
};

Volume read_volume(const evaluate::Context& context, const Seen& seen);
/// Sheets and tables of values between commas, but for those that are the same in the other edition's books; of other
/// files the digest.
void read_books(const std::vector<workbook::File>& books, const std::vector<workbook::File>& others, Edition& edition);
/// What the volumes show, and what every value of the plan and every mean is, shown or not.
void read_facts(const evaluate::Context& context, const base::Sources& sources, const std::vector<Seen>& seen,
                Edition& edition);

}  // namespace compare
