// Which target a year's value is compared with: its own, another year's, a part of one, or a point on a line.
#pragma once

#include <optional>

#include "base/decimal.h"
#include "input/inputs.h"

namespace input {

/// The straight line from the baseline to the last target that is a number. The years differ.
struct TargetLine {
    base::Year begin, last;
};

/// A target as it stands in a year's report. Nothing in it where there is none.
struct TakenTarget {
    const Figure* figure = nullptr;     ///< as typed: the target itself, or what a part or the line is taken from
    const Figure* original = nullptr;   ///< when `figure` is a revision; none on a line
    std::optional<base::Year> from;     ///< whose year's it is
    std::optional<base::Ratio> number;  ///< exact; none where the target is words, a range or a direction
    std::optional<base::Ratio> part;    ///< n/N: how much of it is taken, where it is not all
    std::optional<TargetLine> line;     ///< when `number` is a point on it
    /// There is a last target, and only the baseline is missing to take a part of the way or a point on the line.
    bool lacks_baseline = false;

    bool computed() const { return part || line; }
};

/// For the value of `year`, judged by the target in force in its own report; a year to come by the one in force now.
/// `rule`: under `linear` a year without a target of its own takes it from the line.
TakenTarget taken_target(const Indicator& indicator, const TargetChoice& choice, Formula rule, base::Year year,
                         const Inputs& inputs);

}  // namespace input
