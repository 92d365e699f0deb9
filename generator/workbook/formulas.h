// The rules of evaluation as formulas, over the cells of one row of the calculation.
#pragma once

#include <string>

#include "evaluate/assessment.h"
#include "workbook/places.h"

namespace workbook {

/// Digits after the point that an intermediate percentage keeps in a cell. A double holds 15 digits, so a rate of
/// up to 10,000 % is exact to all of them, and noise of the division is gone before anything is rounded or compared.
inline constexpr int kept_decimals = 11;

struct RowFormulas {
    std::string wrong, reason, evaluated, exact, uncapped, clamped, shown, band, klass, rating, achieved, term, weight,
        weighted, points;  ///< an empty one: the cell is always empty
};

/// `index` of the indicator; its year must be judged; `row` of the calculation.
RowFormulas row_formulas(const evaluate::Assessment& assessment, const Places& places, std::size_t index,
                         base::Year year, Row row);

/// The cells that a rate is taken from, and what stands there where it cannot be taken of numbers.
struct RateTerms {
    input::Formula rule;
    bool higher;
    input::ZeroTarget zero_target;
    std::string actual, target, baseline, tolerance;
    std::string refused, no_quotient, no_baseline;  ///< signs that make no sense, a target of 0, no baseline
};

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

/// One of three words by the sign of `now` - `before`, "" unless both are numbers.
std::string sign_formula(const std::string& now, const std::string& before, const std::string& above,
                         const std::string& below, const std::string& level);

/// The number of the band that `value` reaches in a table of bands, "" when it reaches none.
std::string band_number(const std::string& value, const std::string& numbers, const std::string& edges,
                        const std::string& strict);

}  // namespace workbook
