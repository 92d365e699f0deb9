// What is needed now the evaluation says, which tries values. A sheet cannot: its formula is the rule of the rate
// solved for the actual, then moved to the next whole unit.
#include "workbook/next_band.h"

#include <fmt/format.h>

#include "evaluate/border.h"
#include "workbook/council.h"
#include "workbook/formulas.h"

namespace workbook {

namespace {

using base::Ratio;
using evaluate::Result;
using input::Direction;
using input::Formula;
using input::Indicator;

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

}  // namespace

Threshold threshold_of(const input::Band& band, const input::Policy& policy) {
    if (!band.lower) return {};
    const Ratio edge(*band.lower), unit(base::Decimal{false, "1", policy.decimals}), strict(band.lower_strict ? 1 : 0);
    if (policy.rated_value == input::RatedValue::exact) return {kept(edge), band.lower_strict};
    if (policy.rounding == base::Rounding::truncate) return {kept(edge + strict * unit), false};
    const Ratio rate = edge + (strict - Ratio(1) / Ratio(2)) * unit;
    const Ratio last_place = edge / unit + strict;
    const bool odd = Ratio((last_place / Ratio(2)).rounded(0, base::Rounding::truncate)) * Ratio(2) != last_place;
    return {kept(rate), policy.rounding == base::Rounding::half_even && odd};
}

std::optional<base::Decimal> needed_actual(const Result& result, const Indicator& indicator) {
    if (!result.rate || result.rated_by_people()) return std::nullopt;
    // Where people gave the same rating as was computed, the book computes it too.
    Result computed = result;
    computed.human_band = computed.council_band = nullptr;
    const auto border = evaluate::better_border(computed, indicator, decimals_of(indicator));
    return border ? std::optional(border->value) : std::nullopt;
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
    if (indicator.strict) {  // the band from 100 on is for what exceeds the target, whatever is shown as 100
        const char* form = higher ? "(INT(ROUND({0}*10^{1},6))+1)/10^{1}" : "(-INT(-ROUND({0}*10^{1},6))-1)/10^{1}";
        const std::string beyond = fmt::format(fmt::runtime(form), cells.target, decimals);
        needed = fmt::format("{}({},IF({}=100,{},{}1E+90))", higher ? "MAX" : "MIN", needed, of_next("band_edge"),
                             beyond, higher ? "-" : "");
    }
    return fmt::format("IF({0}=\"\",\"\",IF(OR({1}=\"\",{1}=1),\"\",IFERROR({2},\"\")))", cells.exact, cells.band,
                       needed);
}

}  // namespace workbook
