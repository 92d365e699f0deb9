// Columns of figures: flush right at one padding, the points of an indicator's values under one another.
#pragma once

#include "layout/stack.h"

namespace layout {

/// Moves the lines of the figures in rows that spans tie together: in each column all end at the padding,
/// ％ and units with them; a closing bracket hangs outside. Those that are digits alone have their points under one
/// another. What stands before a figure keeps its place before it, a trend mark the left edge of the cell.
void align_figures(Unit& unit);

}  // namespace layout
