// Rate, refusal and class branch by branch; ROUND to nine places takes off the noise of binary numbers.
#include "workbook/rate_formulas.h"

#include <fmt/format.h>

namespace workbook {

namespace {

using input::Formula;

/// Differences of decimals carry noise; nine places are more than any indicator prints.
std::string met(const RateTerms& t) { return fmt::format("ROUND({}+{},9)>=0", lead_formula(t), t.tolerance); }

std::string ratio(const RateTerms& t) {
    if (!t.higher) return fmt::format("IF({0}=0,100,IF({1}=0,0,{1}*100/{0}))", t.actual, t.target);
    if (t.zero_target == input::ZeroTarget::not_evaluated) return fmt::format("{0}*100/{1}", t.actual, t.target);
    return fmt::format("IF({1}=0,IF({0}>=0,100,0),{0}*100/{1})", t.actual, t.target);
}

std::string maintain(const RateTerms& t) { return fmt::format("IF({},100,{})", met(t), ratio(t)); }

std::string ratio_refusal(const RateTerms& t) {
    if (!t.higher) return fmt::format("IF(OR({}<0,{}<0),{},\"\")", t.target, t.actual, t.refused);
    std::string negative = fmt::format("IF({}<0,{},\"\")", t.target, t.refused);
    if (t.zero_target == input::ZeroTarget::achieved_if_zero) return negative;
    return fmt::format("IF({}=0,{},{})", t.target, t.no_quotient, negative);
}

std::string maintain_refusal(const RateTerms& t) { return fmt::format("IF({},\"\",{})", met(t), ratio_refusal(t)); }

}  // namespace

std::string lead_formula(const RateTerms& t) {
    return t.higher ? t.actual + "-" + t.target : t.target + "-" + t.actual;
}

std::string tolerance_formula(const input::Indicator& indicator, const input::Policy& policy,
                              const std::string& of_policy, const std::string& target, const std::string& baseline) {
    const input::Tolerance& tolerance = input::tolerance_of(indicator, policy);
    std::string amount = of_policy.empty() ? base::plain(tolerance.amount) : of_policy;
    if (!tolerance.per_cent) return amount;
    const std::string of = tolerance.of_baseline || policy.by_baseline ? fmt::format("N({})", baseline) : target;
    return fmt::format("ABS({})*{}/100", of, amount);
}

std::string rate_formula(const RateTerms& t) {
    switch (t.rule) {
        case Formula::progress:
            return fmt::format("IF(ROUND({1}-{2},9)=0,{3},ROUND({0}-{2},9)*100/ROUND({1}-{2},9))", t.actual, t.target,
                               t.baseline, maintain(t));
        case Formula::maintain: return maintain(t);
        default: return ratio(t);
    }
}

std::string rate_refusal(const RateTerms& t) {
    switch (t.rule) {
        case Formula::progress:
            return fmt::format("IF(NOT(ISNUMBER({1})),{2},IF(ROUND({0}-{1},9)=0,{3},\"\"))", t.target, t.baseline,
                               t.no_baseline, maintain_refusal(t));
        case Formula::maintain: return maintain_refusal(t);
        default: return ratio_refusal(t);
    }
}

std::string rounded(const std::string& cell, const std::string& digits, base::Rounding rounding) {
    const std::string scaled = fmt::format("ROUND({}*10^{},9)", cell, digits);
    switch (rounding) {
        case base::Rounding::half_up: return fmt::format("ROUND({},0)/10^{}", scaled, digits);
        case base::Rounding::truncate: return fmt::format("TRUNC({})/10^{}", scaled, digits);
        case base::Rounding::half_even: break;
    }
    return fmt::format("IF(MOD(ABS({0}),1)=0.5,2*ROUND({0}/2,0),ROUND({0},0))/10^{1}", scaled, digits);
}

std::string standing_formula(const RateTerms& t, bool by_baseline, bool strict) {
    const std::string ahead = fmt::format("ROUND({},9)", lead_formula(t));
    const std::string moved = t.higher ? t.actual + "-" + t.baseline : t.baseline + "-" + t.actual;
    if (by_baseline) {
        return fmt::format("IF({0}{3}0,1,IF(ROUND({1},9)>{2},2,IF(ROUND({1}+{2},9)>=0,3,4)))", ahead, moved,
                           t.tolerance, strict ? ">" : ">=");
    }
    return fmt::format("IF({0}>{1},1,IF({0}+{1}>=0,2,IF(ISNUMBER({2}),IF(ROUND({3},9)<0,4,3),3)))", ahead, t.tolerance,
                       t.baseline, moved);
}

}  // namespace workbook
