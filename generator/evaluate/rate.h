// The formulas: from actual, target and baseline to an exact rate, or why there is none.
#pragma once

#include <optional>

#include "base/decimal.h"
#include "evaluate/assessment.h"

namespace evaluate {

/// What a formula works on, all exact.
struct Terms {
    base::Ratio actual;
    base::Ratio target;
    std::optional<base::Ratio> baseline;
    input::Direction direction = input::Direction::higher;
    base::Ratio tolerance;  ///< of maintain and classes
    input::ZeroTarget zero_target = input::ZeroTarget::not_evaluated;
};

struct Outcome {
    std::optional<base::Ratio> rate;  ///< 1 is 100 %; none when excluded
    Exclusion exclusion = Exclusion::none;
    input::Formula rule = input::Formula::ratio;  ///< the rule really used: progress falls back on maintain
    Basis basis = Basis::none;
};

/// The rate by ratio, progress, maintain or linear (whose target the caller has taken from the line).
Outcome rate_of(input::Formula formula, const Terms& terms);

/// Where the actual stands; for the formula classes.
enum class Standing { above, equal, below, worse };
Standing standing_of(const Terms& terms);
/// The same told from the baseline: the target reached, better than the baseline by more than the tolerance, the same,
/// worse. The baseline must be there unless the target is reached.
Standing standing_by_baseline(const Terms& terms, bool strict);

/// Whether the actual reaches the target, or goes beyond it where `strict` asks for that.
bool reaches(const Terms& terms, bool strict);

}  // namespace evaluate
