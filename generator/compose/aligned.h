// What a column of figures aligns by: where in each cell a number stands, and its point.
#pragma once

#include "compose/document.h"

namespace compose {

/// Fills in Paragraph::aligned of all that stands in a cell: a line that has a number, or is a dash in place of one.
void find_aligned(Blocks& cell);

}  // namespace compose
