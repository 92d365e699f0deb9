// Zero and negative terms are decided before the division; progress without a way to go falls back to maintain.
#include "evaluate/rate.h"

namespace evaluate {

namespace {

using base::Ratio;
using input::Direction;
using input::Formula;

const Ratio hundred_percent(1);

Outcome excluded(Formula rule, Exclusion exclusion) { return {std::nullopt, exclusion, rule, Basis::none}; }

/// How far the actual lies on the good side of the target; negative when it is missed.
Ratio lead(const Terms& terms) {
    return terms.direction == Direction::higher ? terms.actual - terms.target : terms.target - terms.actual;
}

Outcome zero_target(Formula rule, const Terms& terms) {
    if (terms.zero_target == input::ZeroTarget::not_evaluated) return excluded(rule, Exclusion::zero_target);
    const bool reached = terms.actual >= Ratio();
    return {reached ? hundred_percent : Ratio(), Exclusion::none, rule,
            reached ? Basis::zero_reached : Basis::zero_missed};
}

Outcome higher_ratio(Formula rule, const Terms& terms) {
    if (terms.target.is_zero()) return zero_target(rule, terms);
    if (terms.target.sign() < 0) return excluded(rule, Exclusion::refused_signs);
    return {terms.actual / terms.target, Exclusion::none, rule, Basis::divided};
}

Outcome lower_ratio(Formula rule, const Terms& terms) {
    if (terms.target.sign() < 0 || terms.actual.sign() < 0) return excluded(rule, Exclusion::refused_signs);
    if (terms.actual.is_zero()) return {hundred_percent, Exclusion::none, rule, Basis::nothing_left};
    if (terms.target.is_zero()) return {Ratio(), Exclusion::none, rule, Basis::zero_missed};
    return {terms.target / terms.actual, Exclusion::none, rule, Basis::divided};
}

Outcome ratio(Formula rule, const Terms& terms) {
    return terms.direction == Direction::higher ? higher_ratio(rule, terms) : lower_ratio(rule, terms);
}

Outcome maintain(const Terms& terms) {
    if (lead(terms) + terms.tolerance >= Ratio())
        return {hundred_percent, Exclusion::none, Formula::maintain, Basis::maintained};
    return ratio(Formula::maintain, terms);
}

Outcome progress(const Terms& terms) {
    if (!terms.baseline) return excluded(Formula::progress, Exclusion::no_baseline);
    const Ratio way = terms.target - *terms.baseline;
    if (way.is_zero()) return maintain(terms);
    return {(terms.actual - *terms.baseline) / way, Exclusion::none, Formula::progress, Basis::divided};
}

}  // namespace

Outcome rate_of(Formula formula, const Terms& terms) {
    switch (formula) {
        case Formula::progress: return progress(terms);
        case Formula::maintain: return maintain(terms);
        default: return ratio(formula, terms);
    }
}

Standing standing_of(const Terms& terms) {
    const Ratio ahead = lead(terms);
    if (ahead > terms.tolerance) return Standing::above;
    if (ahead + terms.tolerance >= Ratio()) return Standing::equal;
    if (!terms.baseline) return Standing::below;
    const Ratio moved =
        terms.direction == Direction::higher ? terms.actual - *terms.baseline : *terms.baseline - terms.actual;
    return moved.sign() < 0 ? Standing::worse : Standing::below;
}

Standing standing_by_baseline(const Terms& terms, bool strict) {
    if (reaches(terms, strict)) return Standing::above;
    const bool higher = terms.direction == Direction::higher;
    const Ratio moved = higher ? terms.actual - *terms.baseline : *terms.baseline - terms.actual;
    if (moved > terms.tolerance) return Standing::equal;
    return (moved + terms.tolerance).sign() >= 0 ? Standing::below : Standing::worse;
}

bool reaches(const Terms& terms, bool strict) {
    const int sign = lead(terms).sign();
    return strict ? sign > 0 : sign >= 0;
}

}  // namespace evaluate
