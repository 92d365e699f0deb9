// The rule of the rate solved for the actual, then moved to the next whole unit; once exactly, once as a formula.
#include "workbook/next_band.h"

#include <fmt/format.h>

#include <algorithm>

#include "workbook/council.h"
#include "workbook/formulas.h"

namespace workbook {

namespace {

using base::Ratio;
using evaluate::Result;
using input::Direction;
using input::Formula;
using input::Indicator;

Ratio power_of_ten(int exponent) {
    base::Decimal one;
    one.digits = "1";
    one.decimals = exponent;
    return Ratio(one);  // 10 to the power of minus `exponent`
}

/// Whole units at or beyond `value`: upwards, or downwards.
Ratio whole_units(const Ratio& value, bool up, bool exclusive) {
    Ratio units(value.rounded(0, base::Rounding::truncate));
    if (up && units < value) units = units + Ratio(1);
    if (!up && units > value) units = units - Ratio(1);
    if (exclusive && units == value) units = units + Ratio(up ? 1 : -1);
    return units;
}

bool is_maintained(const Result& result, const Indicator& indicator, const Ratio& target) {
    if (result.rule == Formula::maintain) return true;
    return result.rule == Formula::progress && input::formula_baseline_value(indicator) == target;
}

struct Needed {
    Ratio value;
    bool up;
};

/// The actual whose exact rate is `rate` (1 is 100 %).
std::optional<Needed> wanted(const Result& result, const Indicator& indicator, const Ratio& rate) {
    const Ratio target = *result.target_value;
    const bool higher = indicator.direction == Direction::higher;
    if (result.rule == Formula::progress && !is_maintained(result, indicator, target)) {
        const Ratio baseline = *input::formula_baseline_value(indicator);
        return Needed{baseline + (target - baseline) * rate, target > baseline};
    }
    if (rate.sign() <= 0) return std::nullopt;
    const Ratio by_ratio = higher ? target * rate : target / rate;
    if (!is_maintained(result, indicator, target)) return Needed{by_ratio, higher};
    const Ratio tolerance = evaluate::tolerance_of(*result.policy, indicator, target);
    const Ratio by_tolerance = higher ? target - tolerance : target + tolerance;
    return Needed{higher ? std::min(by_ratio, by_tolerance) : std::max(by_ratio, by_tolerance), higher};
}

std::string rounded_units(const std::string& value, bool up, const std::string& exclusive, int decimals) {
    const std::string units = fmt::format("ROUND(({})*10^{},6)", value, decimals);
    const char* form = up ? "IF({1}=1,INT({0})+1,-INT(-{0}))/10^{2}" : "IF({1}=1,-INT(-{0})-1,INT({0}))/10^{2}";
    return fmt::format(fmt::runtime(form), units, exclusive, decimals);
}

std::string maintain_formula(bool higher, const std::string& target, const std::string& by_ratio,
                             const std::string& tolerance) {
    return higher ? fmt::format("MIN({},{}-{})", by_ratio, target, tolerance)
                  : fmt::format("MAX({},{}+{})", by_ratio, target, tolerance);
}

/// The target is to be exceeded: meeting it to the point does not reach the band that begins at 100.
bool must_exceed(const Indicator& indicator, const input::Band& next) {
    return indicator.strict && next.lower && Ratio(*next.lower) == Ratio(100);
}

}  // namespace

Threshold threshold_of(const input::Band& band, const input::Policy& policy) {
    if (!band.lower) return {};
    const Ratio edge(*band.lower), unit = power_of_ten(policy.decimals), strict(band.lower_strict ? 1 : 0);
    if (policy.rated_value == input::RatedValue::exact) return {kept(edge), band.lower_strict};
    if (policy.rounding == base::Rounding::truncate) return {kept(edge + strict * unit), false};
    const Ratio rate = edge + (strict - Ratio(1) / Ratio(2)) * unit;
    const Ratio last_place = edge / unit + strict;
    const bool odd = Ratio((last_place / Ratio(2)).rounded(0, base::Rounding::truncate)) * Ratio(2) != last_place;
    return {kept(rate), policy.rounding == base::Rounding::half_even && odd};
}

std::optional<base::Decimal> needed_actual(const Result& result, const Indicator& indicator) {
    if (!result.evaluated() || !result.rate || result.rated_by_people()) return std::nullopt;
    const auto place = band_place(result.policy->bands, result.band);
    if (!place || *place == 1) return std::nullopt;
    const input::Band& next = input::bands_of(indicator, *result.policy)[*place - 2];
    const Threshold threshold = threshold_of(next, *result.policy);
    if (!threshold.rate) return std::nullopt;
    const auto actual = wanted(result, indicator, Ratio(*threshold.rate) / Ratio(100));
    if (!actual) return std::nullopt;
    const int decimals = decimals_of(indicator);
    const Ratio unit = power_of_ten(decimals);
    Ratio units = whole_units(actual->value / unit, actual->up, threshold.exclusive);
    if (must_exceed(indicator, next) && units * unit == *result.target_value) {
        units = units + Ratio(actual->up ? 1 : -1);
    }
    return (units * unit).rounded(decimals);
}

std::string needed_formula(const Places& places, const Result& result, const Indicator& indicator,
                           const NeededCells& cells) {
    const Formula rule = input::formula_of(indicator, *result.policy);
    if (result.rated_by_people() || evaluate::judged_without_rate(result, indicator) || rule == Formula::classes)
        return "";
    const bool higher = indicator.direction == Direction::higher;
    const int decimals = decimals_of(indicator);
    const auto of_next = [&](const char* key) {
        return fmt::format("INDEX({},{}-1)", places.edge_name(key, indicator, *result.policy), cells.band);
    };
    const std::string rate = of_next("band_threshold"), exclusive = of_next("band_exclusive");
    const bool own = &input::tolerance_of(indicator, *result.policy) != &result.policy->tolerance;
    const std::string of_policy = own ? "" : places.name_of("tolerance", result.policy);
    const std::string tolerance = tolerance_formula(indicator, *result.policy, of_policy, cells.target, cells.baseline);
    const std::string by_ratio =
        higher ? fmt::format("{}*{}/100", cells.target, rate) : fmt::format("{}*100/{}", cells.target, rate);
    const std::string maintained = maintain_formula(higher, cells.target, by_ratio, tolerance);
    const auto units = [&](const std::string& value, bool up) { return rounded_units(value, up, exclusive, decimals); };
    std::string needed = units(rule == Formula::maintain ? maintained : by_ratio, higher);
    if (rule == Formula::progress) {
        const std::string way = fmt::format("{1}+({0}-{1})*{2}/100", cells.target, cells.baseline, rate);
        needed = fmt::format("IF({0}={1},{2},IF({0}>{1},{3},{4}))", cells.target, cells.baseline,
                             units(maintained, higher), units(way, true), units(way, false));
    }
    if (indicator.strict) {
        needed = fmt::format("({0})+({1}=100)*(({0})={2}){3}10^-{4}", needed, of_next("band_edge"), cells.target,
                             higher ? "*" : "*-", decimals);
    }
    return fmt::format("IF({0}=\"\",\"\",IF(OR({1}=\"\",{1}=1),\"\",IFERROR({2},\"\")))", cells.exact, cells.band,
                       needed);
}

}  // namespace workbook
