// How wide the content of a cell is as it is shown, so that a column can hold the longest of them.
#pragma once

#include <string_view>

#include "workbook/kpi_row.h"
#include "workbook/widths.h"

namespace workbook {

/// Of a text on one line, at the 9 points of a table.
double points_of_text(std::string_view text);

/// The lines that a text takes in a wrapped cell of so many points.
std::size_t lines_in_cell(std::string_view text, double points);
/// That an indent takes of them.
inline constexpr double points_of_indent = 9;

/// So wide, in points, that a head of so many lines holds the label, and its longest piece stays whole.
double head_points(std::string_view label, std::size_t lines);

/// The longest content of a column, as wide as `head_lines` lines of its label ask for at least.
class ColumnMeasure {
   public:
    ColumnMeasure(std::string_view label, std::size_t head_lines) : head_(head_points(label, head_lines)) {}
    void add(const Computed& value, const Look& look);
    /// Text is wrapped where it exceeds `characters` (half-width ones; none: 12), a number never is.
    WantedWidth width(int characters, bool flexible) const;

   private:
    double head_, texts_ = 0, numbers_ = 0;
};

}  // namespace workbook
