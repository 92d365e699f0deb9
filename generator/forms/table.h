// A list of indicators as an office keeps it in Excel: the head is recognised by the words offices use, and every row
// below it that names an indicator is read.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/year.h"
#include "forms/sheets.h"

namespace forms {

/// What a column holds: name, unit, direction, baseline, baseline-year, target, target-year, actual, section, note,
/// definition, goal, measure, initiative; `line`: which of target and actual its row holds, `by line` then the values
/// of a year.
struct TableColumn {
    std::uint32_t column = 0;
    std::string head;  ///< as it stands there, lines joined
    std::string kind;  ///< empty: not read
    std::optional<base::Year> year;
    std::optional<std::uint32_t> years;  ///< the column that holds the year of each value of this one
};

/// An indicator, its values as letters to be typed.
struct TableRow {
    std::string goal, measure, initiative, name, unit, section, note, definition, baseline, baseline_year;
    std::map<base::Year, std::string> targets, actuals;
    std::string last_target;  ///< of a target column that names no year
    bool headline = false;
    bool lower = false;     ///< less is better
    bool in_words = false;  ///< 検討, 工事, 供用: its values are words
};

/// What could not be read, with its cell.
struct Unread {
    std::string cell, text;
};

struct Table {
    std::string sheet;
    std::vector<TableColumn> columns;
    std::vector<TableRow> rows;
    std::vector<Unread> unread;
};

/// Corrections by a person: the letter of a column and what it holds ("F" → "target R3"; "" leaves it out).
using Corrections = std::map<std::string, std::string>;

/// The best table of the book; its columns are empty when no head was found.
Table read_table(const Sheets& book, const base::Eras& eras, const Corrections& corrections);

}  // namespace forms
