// Whether a number is better explained by a slip of the keyboard than by what it counts.
#pragma once

#include <optional>
#include <vector>

#include "base/decimal.h"

namespace check {

/// What a value stands beside, all as magnitudes above zero.
struct Beside {
    std::vector<base::Ratio> own;       ///< the baseline and earlier values, oldest first
    bool has_past = false;              ///< one of them is an earlier value
    std::optional<base::Ratio> target;  ///< of the same year, or the next there is
    bool to_zero = false;               ///< the target is none at all: small numbers are what is wanted
};

enum class SlipKind {
    too_large,  ///< a digit too many: doubled, or a zero at the end
    too_small,  ///< a digit too few: the first, the last or one between
    swapped     ///< two neighbouring digits exchanged, or one digit in another place
};

struct Slip {
    SlipKind kind;
    std::optional<base::Decimal> meant;  ///< the number that fits, where only one does
};

/// Compares exactly, as ratios of magnitudes. A value is doubted when it lies outside of all it stands beside and
/// undoing one slip brings it near. The distances, with "outside" as a factor beyond the nearest end of the range:
/// a digit explains better when it brings the factor to its square root; two exchanged digits when it was above 1.2
/// and falls to 1.05; one digit in another place when the step is above 1.2 and three times the greatest before, and
/// falls within that greatest. Counts below 100 move by themselves, so theirs must also exceed every earlier movement.
std::optional<Slip> slip_of(const base::Decimal& value, const Beside& beside);

}  // namespace check
