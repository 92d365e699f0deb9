// Columns of figures: flush right at one padding, the points of an indicator's values under one another.
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

/// Moves the lines of the point_align cells of rows that spans tie together: in each column all end at the padding,
/// ％ and units with them; a closing bracket hangs outside. Those that are digits alone have their points under one
/// another. What stands before a figure keeps its place before it, a trend mark the left edge of the cell.
void align_figures(Unit& unit);

}  // namespace layout
