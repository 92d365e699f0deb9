// Which value would change a rating: the first one on either side that has another.
#pragma once

#include <optional>
#include <vector>

#include "base/decimal.h"
#include "evaluate/assessment.h"

namespace evaluate {

/// That value or any beyond it has another rating, up to the border after it.
struct Border {
    const input::Band* band = nullptr;    ///< what the rating would be; null: none
    bool better = false;                  ///< than the rating there is
    bool above = false;                   ///< the value is larger than the one there is
    base::Decimal value;                  ///< in the steps in which actual and target, or the mean, are written
    base::Decimal away;                   ///< how far that is
    std::optional<base::Decimal> points;  ///< the same between the uncapped rates shown, where both values have one
};

/// Of an indicator in a year, the better rating first. None where no other value would change the rating: nothing was
/// evaluated, a person gave the rating, or only words were judged.
std::vector<Border> borders_of(const Result& result, const input::Indicator& indicator);
/// The same in steps of so many decimals.
std::vector<Border> borders_of(const Result& result, const input::Indicator& indicator, int decimals);
/// The foremost of those, where it is the better rating.
std::optional<Border> better_border(const Result& result, const input::Indicator& indicator, int decimals);

/// Of a mean.
std::vector<Border> borders_of(const Tally& tally);

}  // namespace evaluate
