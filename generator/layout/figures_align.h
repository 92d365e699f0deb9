// Columns of figures: digits aligned on the point, signs hanging outside.
#pragma once

#include "layout/stack.h"

namespace layout {

/// Where the digits of a line stand, from the left edge of the measure.
struct FigurePlace {
    Length begin;       ///< left edge of the first digit
    Length point;       ///< right edge of the whole digits
    Length end;         ///< right edge of the last digit
    bool sign = false;  ///< no digits: a dash that stands for a value
};

/// Nothing when the line holds neither digits nor a dash alone. Digits are ASCII or full-width; commas and points
/// between them belong.
std::optional<FigurePlace> figure_place(const text::Line& line);

/// Moves the lines of the point_align cells of a table's body so that, column by column, their points stand under one
/// another, the longest fraction ending at the padding; ％ and brackets hang behind it, − and △ before. A line that
/// would leave its cell stays as it was set. Trend marks before a figure go to the left edge.
void align_figures(const std::vector<Unit*>& units);

}  // namespace layout
