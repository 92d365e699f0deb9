// Total-fit line breaking.
#pragma once

#include <cstdint>
#include <vector>

#include "text/fit.h"

namespace text {

enum class Mode : std::uint8_t { justified, ragged, balanced };

struct Frame {
    Mode mode = Mode::justified;
    std::int64_t first = 0, rest = 0;  ///< measures of the first line and of the others
    std::int64_t em = 1;               ///< by which costs of raggedness are counted
    bool hanging = false;              ///< ぶら下げ
};

/// A line: elements [begin, end) are seen, the next line begins at `next`; blanks between are dropped.
struct Cut {
    std::size_t begin = 0, end = 0, next = 0;
    Fit fit;
};

/// The best lines whose breaks are no tighter than `limit`; none when there are no lines within the measures. With
/// Bond::never there always are: what is wider than a measure of its own then stands alone on its line.
std::vector<Cut> break_lines(const Prepared& prepared, const Rules& rules, const Frame& frame, Bond limit);

}  // namespace text
