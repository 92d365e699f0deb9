// On which side of its point each value of a line stands: a label above every point would lie on the lines that rise
// from it.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/decimal.h"

namespace workbook {

/// The values of a line, with holes.
using LinePoints = std::vector<std::optional<base::Decimal>>;

/// What the axis of both is long, as spreadsheets choose it: from the least to the greatest value, or from zero where
/// that is not far below.
base::Ratio axis_span(const LinePoints& line, const LinePoints& other = {});

/// The points whose labels stand below: where less of the line leads down than up, or another line runs close above.
std::vector<std::size_t> labels_below(const LinePoints& line, const LinePoints& other = {});

/// The points of a line whose labels do not stand above.
struct LabelSides {
    std::vector<std::size_t> below;
    std::optional<std::size_t> right;
};

/// `tight`: the label of the first point is wider than its room before the axis. Then it stands at the right of its
/// point, where no line leads there or one that leaves it steeply.
LabelSides label_sides(const LinePoints& line, const LinePoints& other, bool tight);

}  // namespace workbook
