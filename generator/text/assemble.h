// Lines that were broken become glyphs at their places.
#pragma once

#include "text/breaker.h"
#include "text/line.h"

namespace text {

struct Assembly {
    const Prepared& prepared;
    const std::vector<Run>& runs;
};

/// One line. `x` is where the first element begins; gaps take the cut's change.
Line assemble(const Assembly& assembly, const Cut& cut, Length x);
/// One line whose elements are spread evenly over `measure`, words and numbers kept whole (均等割付).
Line distribute(const Assembly& assembly, const Cut& cut, Length x, Length measure);

}  // namespace text
