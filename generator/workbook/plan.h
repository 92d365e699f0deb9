// The template's workbook file, read: what goes on which sheet, in which order, under which words.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "base/value.h"

namespace workbook {

using Words = std::map<std::string, std::string, std::less<>>;

struct ColumnPlan {
    std::string key;    ///< what it shows; known ones depend on the sheet
    std::string label;  ///< the head of the column
    std::string note;   ///< its definition, for the data workbook
    std::string name;   ///< of the column's range, for formulas; may be empty
    int width = 0;      ///< in characters; 0: by the column
    base::Span span;
};

enum class SheetKind { cover, summary, trends, goal, kpis, projects, card, trial, tallies, calculation, settings };
enum class Of { kpis, headline_targets, both };

/// A sheet of the council workbook; a goal's one stands for a sheet a goal.
struct SheetPlan {
    SheetKind kind = SheetKind::summary;
    std::string name, title, lead;
    std::string about;  ///< what it is for, on the cover
    bool a3 = false;
    bool portrait = false;
    bool hidden = false;
    Of of = Of::kpis;
    bool counts = false;  ///< of kpis: how many rose, fell, changed rating, above the table
    std::vector<ColumnPlan> columns;
    std::vector<ColumnPlan> rows;    ///< of goal: the rows of an indicator
    std::vector<std::string> lines;  ///< of cover: how to use the book
    Words labels;
    Words names;  ///< of settings: the names of its cells
    base::Span span;
    /// A label the reader made sure of.
    const std::string& label(std::string_view key) const { return labels.find(key)->second; }
    const std::string& range_name(std::string_view key) const { return names.find(key)->second; }
};

/// A table of the data workbook and its CSV.
struct TablePlan {
    std::string table;  ///< results, indicators, goals …
    std::string sheet, file;
    std::vector<ColumnPlan> columns;
    base::Span span;
};

/// Under which the tables may be used.
struct Licence {
    std::string name;     ///< short: CC-BY-4.0
    std::string title;    ///< for people
    std::string address;  ///< of its text
};

struct Plan {
    std::string font;
    Words words;
    std::string council_file, header_left, header_right, draft;
    std::vector<SheetPlan> sheets;
    bool guard_formulas = false;  ///< in CSV: see Csv
    std::string data_file;
    std::string package_file = "datapackage.json", csvw_file = "csv-metadata.json";
    Licence licence;
    std::vector<TablePlan> tables;
    const std::string& word(std::string_view key) const { return words.find(key)->second; }
};

/// What only some policies ask of a plan; plans that are older than it serve all others.
struct PlanNeeds {
    bool points_sum = false;  ///< the word
    bool in_means = false;    ///< the column of the calculation, which a plan has without it only where it is needed
};

/// Reads the whole tree; the Plan is whole only when no error was reported.
Plan read_plan(const base::Value& tree, PlanNeeds needs, base::Diagnostics& diagnostics);

/// "{name}" and the like replaced; the templates' own placeholders for names and years.
std::string filled(std::string_view text, const Words& values);

}  // namespace workbook
