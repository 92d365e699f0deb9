// Chooses the target in force, excludes before any formula, then judges by words, class or rate.
#include "evaluate/result.h"

#include <algorithm>

#include "evaluate/rate.h"
#include "evaluate/rating.h"

namespace evaluate {

namespace {

using base::Ratio;
using input::Figure;
using input::Formula;
using input::Indicator;
using input::Policy;

template <typename Item>
const Item* in_year(const std::map<base::Year, Item>& items, base::Year year) {
    const auto found = items.find(year);
    return found == items.end() ? nullptr : &found->second;
}

/// A target as it is in force in the report of a year.
struct TargetInForce {
    const Figure* figure = nullptr;
    const Figure* original = nullptr;  ///< when it was revised
};

TargetInForce in_force_in(const input::Target& target, base::Year report) {
    const Figure* original = target.original ? &*target.original : nullptr;
    const Figure* figure = target.in_force(report);
    return {figure, figure == original ? nullptr : original};
}

/// The last year of the plan that has a target in the report of `report`; with `numbers` one that is a number.
std::optional<base::Year> last_target_year(const Indicator& indicator, base::Year report, bool numbers) {
    for (auto target = indicator.targets.rbegin(); target != indicator.targets.rend(); ++target) {
        const Figure* figure = in_force_in(target->second, report).figure;
        if (figure != nullptr && (figure->amount || !numbers)) return target->first;
    }
    return std::nullopt;
}

/// n/N: the years of the plan that are gone, of those until the target.
Ratio part_gone(base::Year year, base::Year first, base::Year last) {
    return Ratio(year.western - first.western + 1) / Ratio(last.western - first.western + 1);
}

void take_part(Result& result, const Ratio& part, Made& made) {
    result.target_part = part;
    result.target_value = Ratio(*result.target->amount) * part;
    Figure figure;
    figure.amount = result.target_value->rounded(result.target->amount->decimals);
    figure.span = result.target->span;
    result.target = &made.figures.emplace_back(std::move(figure));
}

/// A year is judged by the target in force in its own report, a year to come by the one in force now; and by its own
/// target or another year's, as the policy chooses.
void choose_target(Result& result, const Indicator& indicator, const input::Inputs& inputs, Made& made) {
    const input::TargetChoice choice = indicator.target.value_or(result.policy->target);
    const base::Year report = std::min(result.year, inputs.evaluated_year);
    base::Year from = result.year;
    if (choice.of == input::TargetOf::named) from = choice.named;
    if (choice.of == input::TargetOf::final || choice.of == input::TargetOf::share) {
        from = last_target_year(indicator, report, false).value_or(from);
    }
    const input::Target* target = in_year(indicator.targets, from);
    if (target == nullptr) return;
    const TargetInForce chosen = in_force_in(*target, report);
    result.target = chosen.figure;
    result.original_target = chosen.original;
    if (from != result.year) result.target_from = from;
    if (result.target == nullptr || !result.target->amount) return;
    result.target_value = Ratio(*result.target->amount);
    const bool part = choice.of == input::TargetOf::share && result.year < from;
    if (part) take_part(result, part_gone(result.year, inputs.strategy.first_year, from), made);
}

/// linear: a year without a typed target takes it from the line.
void target_on_line(Result& result, const Indicator& indicator, base::Year evaluated_year, Made& made) {
    const base::Year report = std::min(result.year, evaluated_year);
    const std::optional<base::Year> last = last_target_year(indicator, report, true);
    const bool drawable = last && indicator.baseline && indicator.baseline->amount && indicator.baseline_year &&
                          *indicator.baseline_year < *last && result.year < *last;
    if (result.target != nullptr || !drawable) return;
    const Figure& final = *in_force_in(*in_year(indicator.targets, *last), report).figure;
    result.target_value =
        on_line(Ratio(*indicator.baseline->amount), *indicator.baseline_year, Ratio(*final.amount), *last, result.year);
    Figure figure;
    figure.amount = result.target_value->rounded(final.amount->decimals);
    figure.span = final.span;
    result.target = &made.figures.emplace_back(std::move(figure));
}

/// A line that cannot be drawn for want of its beginning.
bool lacks_baseline(const Result& result, const Indicator& indicator, base::Year evaluated_year) {
    const bool line = result.rule == Formula::linear && result.target == nullptr;
    return line && !(indicator.baseline && indicator.baseline->amount) &&
           last_target_year(indicator, std::min(result.year, evaluated_year), true);
}

void exclude(Result& result, Exclusion exclusion, const std::string& reason) {
    result.exclusion = exclusion;
    result.reason = reason.empty() && exclusion != Exclusion::future ? result.policy->excluded_word : reason;
}

/// Rules 1 and 2, before any formula. True when the result is decided.
bool excluded_early(Result& result, const Indicator& indicator, base::Year evaluated_year) {
    const Policy& policy = *result.policy;
    if (!indicator.valid_in(result.year)) {
        const bool early = indicator.valid_from && result.year < *indicator.valid_from;
        const std::string& not_yet = policy.reasons.not_yet.empty() ? policy.no_target_word : policy.reasons.not_yet;
        exclude(result, Exclusion::not_valid, early ? not_yet : policy.replaced_word);
    } else if (result.year > evaluated_year) {
        exclude(result, Exclusion::future, "");
    } else if (result.actual == nullptr) {
        exclude(result, Exclusion::no_actual, policy.reasons.no_actual);
    } else if (result.actual->reference) {
        exclude(result, Exclusion::reference_value, policy.reasons.reference);
    } else if (!result.actual->amount && result.rule != Formula::words) {
        exclude(result, Exclusion::status, result.actual->words);
    } else if (lacks_baseline(result, indicator, evaluated_year)) {
        exclude(result, Exclusion::no_baseline, policy.reasons.no_baseline);
    } else if (result.target == nullptr) {
        exclude(result, Exclusion::no_target, policy.no_target_word);
    } else {
        return false;
    }
    return true;
}

Terms terms_of(const Result& result, const Indicator& indicator) {
    Terms terms;
    terms.actual = Ratio(*result.actual->amount);
    terms.target = *result.target_value;
    if (indicator.baseline && indicator.baseline->amount) terms.baseline = Ratio(*indicator.baseline->amount);
    terms.direction = indicator.direction;
    terms.tolerance = tolerance_of(*result.policy, indicator, terms.target);
    terms.zero_target = result.policy->zero_target;
    return terms;
}

void judge_reached(Result& result, bool reached, Basis basis) {
    result.basis = basis;
    result.achieved = reached;
    if (result.verdict != nullptr) result.band = band_named(*result.policy, result.verdict->word);
    if (result.band == nullptr) result.band = judged_band(*result.policy, reached);
}

/// Texts, ranks and targets to be exceeded: by the author's word, else as far as the figures speak for themselves.
void judge_words(Result& result, const Indicator& indicator) {
    const bool numbers = result.actual->amount && result.target_value;
    result.rule = Formula::words;
    if (result.verdict != nullptr) {
        judge_reached(result, result.verdict->reached, Basis::verdict);
    } else if (numbers) {
        judge_reached(result, reaches(terms_of(result, indicator), indicator.strict), Basis::compared);
    } else if (!result.actual->amount && result.policy->is_status(result.actual->words)) {
        exclude(result, Exclusion::status, result.actual->words);
    } else if (!result.actual->words.empty() && result.actual->words == result.target->words) {
        judge_reached(result, true, Basis::same_words);
    } else {
        exclude(result, Exclusion::no_verdict, result.policy->reasons.no_verdict);
    }
}

void judge_class(Result& result, const Indicator& indicator) {
    const Standing standing = standing_of(terms_of(result, indicator));
    result.basis = Basis::compared;
    result.achieved = standing == Standing::above || standing == Standing::equal;
    const auto place = static_cast<std::size_t>(standing);
    if (place < result.policy->class_bands.size()) result.band = &result.policy->class_bands[place];
}

const std::string& reason_for(Exclusion exclusion, const Policy& policy) {
    switch (exclusion) {
        case Exclusion::zero_target: return policy.reasons.zero_target;
        case Exclusion::no_baseline: return policy.reasons.no_baseline;
        default: return policy.reasons.refused;
    }
}

void judge_rate(Result& result, const Indicator& indicator) {
    const Outcome outcome = rate_of(result.rule, terms_of(result, indicator));
    result.rule = outcome.rule;
    result.basis = outcome.basis;
    if (!outcome.rate) {
        exclude(result, outcome.exclusion, reason_for(outcome.exclusion, *result.policy));
        return;
    }
    result.rate = shown_rate(*outcome.rate, *result.policy);
    const auto& threshold = result.policy->achieved_at;
    const Ratio enough = threshold ? Ratio(*threshold) / Ratio(100) : Ratio(1);
    result.achieved = indicator.strict ? *outcome.rate > enough : *outcome.rate >= enough;
    result.band = band_of(*result.rate, *result.policy, indicator.strict);
}

void judge(Result& result, const Indicator& indicator) {
    const bool words = result.rule == Formula::words || (indicator.strict && result.verdict != nullptr);
    if (words) {
        judge_words(result, indicator);
    } else if (!result.target_value) {
        // A status where the target should be: 設定なし, －.
        exclude(result, Exclusion::no_target, result.policy->no_target_word);
    } else if (result.rule == Formula::classes) {
        judge_class(result, indicator);
    } else {
        judge_rate(result, indicator);
    }
}

}  // namespace

Ratio tolerance_of(const Policy& policy, const Indicator& indicator, const Ratio& target) {
    const input::Tolerance tolerance = indicator.tolerance.value_or(policy.tolerance);
    Ratio amount(tolerance.amount);
    if (!tolerance.per_cent) return amount;
    Ratio of = target;
    if (tolerance.of_baseline) {
        const bool known = indicator.baseline && indicator.baseline->amount;
        of = known ? Ratio(*indicator.baseline->amount) : Ratio();
    }
    return (of.sign() < 0 ? Ratio() - of : of) * amount / Ratio(100);
}

const Figure* actual_of(const Indicator& indicator, base::Year year, const Made& made) {
    if (const Figure* typed = in_year(indicator.actuals, year)) return typed;
    const auto sum = made.actuals.find({&indicator, year});
    return sum == made.actuals.end() ? nullptr : sum->second;
}

Result result_of(const Indicator& indicator, base::Year year, const input::Inputs& inputs, Made& made) {
    Result result;
    result.year = year;
    result.policy = &policy_of(inputs, year);
    result.rule = indicator.formula.value_or(result.policy->formula);
    result.actual = actual_of(indicator, year, made);
    result.verdict = in_year(indicator.verdicts, year);
    result.human = in_year(indicator.human_ratings, year);
    if (result.human != nullptr) result.human_band = band_named(*result.policy, result.human->word);
    choose_target(result, indicator, inputs, made);
    if (result.rule == Formula::linear) target_on_line(result, indicator, inputs.evaluated_year, made);
    if (!excluded_early(result, indicator, inputs.evaluated_year)) judge(result, indicator);
    return result;
}

}  // namespace evaluate
