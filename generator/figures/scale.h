// The axis of a chart: round steps around its values, from zero where that leaves them apart.
#pragma once

#include <string>
#include <vector>

#include "base/decimal.h"
#include "base/length.h"
#include "base/number_style.h"

namespace figures {

struct Scale {
    base::Ratio floor, ceiling, step;
    int decimals = 0;  ///< of the numbers at the axis
    bool cut = false;  ///< it does not hold the zero
    base::Length top, height;

    base::Length y(const base::Ratio& value) const;
    /// From the lowest up.
    std::vector<base::Ratio> steps() const;
};

/// `values` are not empty; `most_steps` is 1 or more. `from_zero`: bars never stand on a cut axis.
Scale scale_of(const std::vector<base::Decimal>& values, int most_steps, bool from_zero);
/// One step lower, down to zero where it was above.
void widen_below(Scale& scale);

}  // namespace figures
