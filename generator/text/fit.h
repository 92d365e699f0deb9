// How a line fits its measure: what must give, how deep into JLREQ's order of adjustment, and what that costs.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "text/element.h"

namespace text {

/// Widths up to each element, so that any line is measured by subtraction.
struct Sums {
    std::int64_t width = 0;  ///< bodies and natural gaps before the element
    std::array<std::int64_t, reduce_steps> reduce{};
    std::array<std::int64_t, expand_steps> expand{};
};
std::vector<Sums> sums_of(const Prepared& prepared);

/// A line's natural width without trailing space, and what it can give.
struct Extent {
    std::int64_t natural = 0;
    std::array<std::int64_t, reduce_steps> reduce{};
    std::array<std::int64_t, expand_steps> expand{};
    std::int64_t trailing = 0;  ///< the ½ em behind 」、。 at the line end, ¼ behind ・
    std::int64_t hanging = 0;   ///< how far a 、。 may hang out
    std::int64_t em = 0;
};

struct Fit {
    bool possible = false;    ///< not wider than the measure
    bool underfull = false;   ///< would need more than the steps allow: left at its natural width
    std::int64_t change = 0;  ///< of the gaps: negative to reduce, positive to expand
    std::int64_t cost = 0;
};

/// A line of justified text, not the last of its paragraph.
Fit fit_justified(const Extent& line, std::int64_t measure);
/// A line that is not stretched, ragged or the last of a paragraph, and is a little too long.
Fit fit_reduced(const Extent& line, std::int64_t measure);

}  // namespace text
