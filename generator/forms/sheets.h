// The cells of an xlsx, as far as a form or a list needs them: what a cell holds, how it is shown, names of places.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "workbook/names.h"

namespace forms {

/// A number's letters are what a double says with 15 digits, with the decimals its format shows.
struct Cell {
    enum class Kind : std::uint8_t { text, number, boolean, date, error, formula_without_value };
    Kind kind = Kind::text;
    std::string text;      ///< of a number: plain digits, such as 0.70; of a percentage without its sign
    bool percent = false;  ///< shown as a percentage
};

using Place = std::pair<std::uint32_t, std::uint32_t>;  ///< row and column, from 0

struct Sheet {
    std::string name;
    bool hidden = false;
    std::map<Place, Cell> cells;
    /// The parts of merged areas that lie in one column: by that column and the first row.
    struct Spread {
        std::uint32_t last_row;
        Place first;  ///< of the area, where its text stands
    };
    std::map<Place, Spread> merged;
    /// The cell's text; empty where there is none.
    const std::string& text(std::uint32_t row, std::uint32_t column) const;
    /// The same, in all of a merged area.
    const std::string& spread_text(std::uint32_t row, std::uint32_t column) const;
};

/// A place that has a name.
struct Named {
    std::string sheet;
    Place place;
};

struct Sheets {
    std::vector<Sheet> sheets;
    std::map<std::string, Named> names;
};

/// Throws Refusal (archive.h): no xlsx, damaged, hostile, more than 200,000 cells or 32 MiB of text in them; a cell
/// outside of what Excel has (1,048,576 rows, 16,384 columns).
Sheets read_sheets(std::string_view bytes);

/// The same of comma-separated text: one sheet. In UTF-8, in UTF-16 with a byte order mark, else in Shift_JIS as Excel
/// saves it (CP932); throws Refusal where it is none of them.
Sheets read_csv(std::string_view text);

}  // namespace forms
