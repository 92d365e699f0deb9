// What the library does not write into the part of a chart: a face for Japanese, and labels on the side of their point.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "workbook/label_sides.h"

namespace workbook {

/// `sides`: of the labelled line. Nothing when there is no such line.
std::optional<std::string> completed_chart(std::string_view part, const LabelSides& sides);

}  // namespace workbook
