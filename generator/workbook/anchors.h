// Where drawings stand between columns. The library knows no columns of the book's own face, so it is told afterwards.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "workbook/names.h"

namespace workbook {

/// A place within a column.
struct Edge {
    Column column = 0;
    int pixels = 0;
};

/// The left and the right edge of a drawing.
struct Anchor {
    Edge left, right;
};

/// So many pixels to the right of a column's left edge. `points`: the widths that were set.
Edge edge_at(const std::map<Column, double>& points, Column first, int pixels);

/// The part of a sheet's drawings with the columns of each put right; nothing when it has not as many of them.
std::optional<std::string> anchored(std::string_view part, const std::vector<Anchor>& anchors);

}  // namespace workbook
