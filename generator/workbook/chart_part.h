// What the library does not write into the part of a chart: a face for Japanese, and labels on the side of their point.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace workbook {

/// `below`: the points of the labelled line whose values stand below. Nothing when there is no such line.
std::optional<std::string> completed_chart(std::string_view part, const std::vector<std::size_t>& below);

}  // namespace workbook
