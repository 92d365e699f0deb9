// How far apart the numbers of a chart's axis stand. Left to itself a spreadsheet parts a tenth of a per cent into ten.
#pragma once

#include "base/decimal.h"
#include "workbook/label_sides.h"

namespace workbook {

/// 1, 2 or 5 times a power of ten, at most five for the span of the axis, and ten of the last of `decimals` at least;
/// nothing where all values are the same, since their axis begins at zero.
std::optional<base::Decimal> axis_step(const LinePoints& line, int decimals);

}  // namespace workbook
