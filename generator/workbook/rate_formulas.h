// The rate of one indicator as a formula over whatever cells hold its terms: of the calculation, of a form.
#pragma once

#include <string>

#include "input/inputs.h"
#include "input/policy.h"

namespace workbook {

/// Digits after the point that an intermediate percentage keeps in a cell. A double holds 15 digits, so a rate of
/// up to 10,000 % is exact to all of them, and noise of the division is gone before anything is rounded or compared.
inline constexpr int kept_decimals = 11;

/// The cells that a rate is taken from, and what stands there where it cannot be taken of numbers.
struct RateTerms {
    input::Formula rule;
    bool higher;
    input::ZeroTarget zero_target;
    std::string actual, target, baseline, tolerance;
    std::string refused, no_quotient, no_baseline;  ///< signs that make no sense, a target of 0, no baseline
};

/// How far the actual is beyond the target: negative, it falls short.
std::string lead_formula(const RateTerms& terms);
/// The rate in per cent, exact but for the noise of binary numbers.
std::string rate_formula(const RateTerms& terms);
/// Why there is none although actual and target are numbers; "" where there is one.
std::string rate_refusal(const RateTerms& terms);

/// The cell's value rounded as the policy does. `digits` names the cell with the number of decimals. Scaled, cleared of
/// noise in the ninth place, and only then rounded: 18405/18000 is a tie, and 1022.5 must be met exactly.
std::string rounded(const std::string& cell, const std::string& digits, base::Rounding rounding);

/// The tolerance of an indicator, about its target or of its baseline. `of_policy` names the setting; empty: its own.
std::string tolerance_formula(const input::Indicator& indicator, const input::Policy& policy,
                              const std::string& of_policy, const std::string& target, const std::string& baseline);

/// 1 to 4: above, equal, below, worse than the baseline; by the baseline reached, better, the same, worse.
std::string standing_formula(const RateTerms& terms, bool by_baseline, bool strict);

}  // namespace workbook
