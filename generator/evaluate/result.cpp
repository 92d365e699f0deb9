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

/// What is computed becomes a figure with the decimals of what it was taken from. False where only the baseline is
/// missing to compute it.
bool take_target(Result& result, const Indicator& indicator, const input::TargetChoice& choice, Formula rule,
                 const input::Inputs& inputs, Made& made) {
    const input::TakenTarget taken = input::taken_target(indicator, choice, rule, result.year, inputs);
    result.target = taken.figure;
    result.original_target = taken.original;
    result.target_value = taken.number;
    result.target_part = taken.part;
    result.target_line = taken.line;
    if (taken.from != result.year && !taken.line) result.target_from = taken.from;
    if (!taken.computed()) return !taken.lacks_baseline;
    Figure figure;
    figure.amount = taken.number->rounded(taken.figure->amount->decimals);
    figure.span = taken.figure->span;
    result.target = &made.figures.emplace_back(std::move(figure));
    return true;
}

void exclude(Result& result, Exclusion exclusion, const std::string& reason) {
    result.exclusion = exclusion;
    result.reason = reason.empty() && exclusion != Exclusion::future ? result.policy->excluded_word : reason;
}

/// A word stands in the place of the value; it may be a class of its own.
void exclude_by_status(Result& result) {
    exclude(result, Exclusion::status, result.actual->words);
    for (const input::StatusWord& status : result.policy->statuses) {
        if (status.looks && status.word == result.actual->words) result.band = &*status.looks;
    }
}

/// Rules 1 and 2, before any formula. True when the result is decided.
bool excluded_early(Result& result, const Indicator& indicator, bool lacks_baseline, const input::Inputs& inputs) {
    const Policy& policy = *result.policy;
    if (!indicator.valid_in(result.year)) {
        const bool early = indicator.valid_from && result.year < *indicator.valid_from;
        const std::string& not_yet = policy.reasons.not_yet.empty() ? policy.no_target_word : policy.reasons.not_yet;
        exclude(result, Exclusion::not_valid, early ? not_yet : policy.replaced_word);
    } else if (result.year > inputs.evaluated_year) {
        exclude(result, Exclusion::future, "");
    } else if (result.actual == nullptr) {
        exclude(result, Exclusion::no_actual, policy.reasons.no_actual);
    } else if (result.actual->reference) {
        exclude(result, Exclusion::reference_value, policy.reasons.reference);
    } else if (!result.actual->amount && result.rule != Formula::words) {
        exclude_by_status(result);
    } else if (lacks_baseline) {
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
    terms.baseline = input::formula_baseline_value(indicator);
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
        exclude_by_status(result);
    } else if (!result.actual->words.empty() && result.actual->words == result.target->words) {
        judge_reached(result, true, Basis::same_words);
    } else {
        exclude(result, Exclusion::no_verdict, result.policy->reasons.no_verdict);
    }
}

void judge_class(Result& result, const Indicator& indicator) {
    const Terms terms = terms_of(result, indicator);
    const bool by_baseline = result.policy->by_baseline;
    if (by_baseline && !terms.baseline && !reaches(terms, indicator.strict)) {
        return exclude(result, Exclusion::no_baseline, result.policy->reasons.no_baseline);
    }
    const Standing standing = by_baseline ? standing_by_baseline(terms, indicator.strict) : standing_of(terms);
    result.basis = Basis::compared;
    result.achieved = standing == Standing::above || (!by_baseline && standing == Standing::equal);
    const auto place = static_cast<std::size_t>(standing);
    if (place < result.policy->class_bands.size()) result.band = &result.policy->class_bands[place];
}

bool moved(const Terms& terms, input::Aim::Toward toward) {
    const Ratio difference = terms.actual - *terms.baseline;
    if (toward == input::Aim::Toward::up) return difference.sign() > 0;
    if (toward == input::Aim::Toward::down) return difference.sign() < 0;
    const Ratio lead = terms.direction == input::Direction::higher ? difference : Ratio() - difference;
    return (lead + terms.tolerance).sign() >= 0;
}

/// A target that is a range or a direction.
void judge_aim(Result& result, const Indicator& indicator) {
    result.rule = Formula::words;
    const Figure& target = *result.target;
    const Ratio actual(*result.actual->amount);
    if (target.aim->range) {
        const bool within = actual >= Ratio(target.aim->range->first) && actual <= Ratio(target.aim->range->second);
        return judge_reached(result, within, Basis::within);
    }
    Terms terms;
    terms.actual = actual;
    terms.baseline = input::formula_baseline_value(indicator);
    if (!terms.baseline) return exclude(result, Exclusion::no_baseline, result.policy->reasons.no_baseline);
    terms.direction = indicator.direction;
    terms.tolerance = tolerance_of(*result.policy, indicator, *terms.baseline);
    judge_reached(result, moved(terms, target.aim->toward), Basis::moved);
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
    result.band = band_of(*result.rate, *result.policy, indicator);
}

void judge(Result& result, const Indicator& indicator) {
    const bool aims = result.target != nullptr && result.target->is_aim();
    if (aims && result.verdict == nullptr && result.actual->amount) {
        judge_aim(result, indicator);
    } else if (judged_without_rate(result, indicator)) {
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

/// A rate from a target of its own; nothing where it cannot be taken.
std::optional<Rate> second_rate(const Result& result, const Indicator& indicator, const input::Inputs& inputs,
                                Made& made) {
    const std::optional<input::SecondRate>& second = result.policy->second_rate;
    const bool measured = result.actual != nullptr && result.actual->amount && !result.actual->reference;
    if (!second || !measured || result.rule == Formula::words) return std::nullopt;
    Result other = result;
    take_target(other, indicator, second->target, second->formula, inputs, made);
    if (!other.target_value) return std::nullopt;
    const Outcome outcome = rate_of(second->formula, terms_of(other, indicator));
    return outcome.rate ? std::optional(shown_rate(*outcome.rate, *result.policy)) : std::nullopt;
}

/// The rating is the section's or the council's, where the policy says so and they gave one.
void take_rating_of_people(Result& result) {
    const input::Band* theirs = result.policy->rated_by == input::RatedBy::section   ? result.human_band
                                : result.policy->rated_by == input::RatedBy::council ? result.council_band
                                                                                     : nullptr;
    result.computed_band = result.band;
    if (theirs != nullptr && result.evaluated()) result.band = theirs;
}

/// From a certain band on the indicator counts as achieved.
void achieve_by_band(Result& result) {
    const auto& bands = result.policy->bands;
    const auto at = std::find_if(bands.begin(), bands.end(), [&](const input::Band& b) { return &b == result.band; });
    if (!result.policy->achieved_from || at == bands.end()) return;
    result.achieved = static_cast<std::size_t>(at - bands.begin()) <= *result.policy->achieved_from;
}

}  // namespace

bool judged_without_rate(const Result& result, const Indicator& indicator) {
    const bool aims = result.target != nullptr && result.target->is_aim();
    return aims || input::formula_of(indicator, *result.policy) == Formula::words ||
           (indicator.strict && result.verdict != nullptr);
}

Ratio tolerance_of(const Policy& policy, const Indicator& indicator, const Ratio& target) {
    const input::Tolerance& tolerance = input::tolerance_of(indicator, policy);
    Ratio amount(tolerance.amount);
    if (!tolerance.per_cent) return amount;
    const bool of_baseline = tolerance.of_baseline || policy.by_baseline;
    const Ratio of = of_baseline ? input::formula_baseline_value(indicator).value_or(Ratio()) : target;
    return magnitude(of) * amount / Ratio(100);
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
    result.rule = input::formula_of(indicator, *result.policy);
    result.actual = actual_of(indicator, year, made);
    result.verdict = in_year(indicator.verdicts, year);
    result.human = in_year(indicator.human_ratings, year);
    if (result.human != nullptr) result.human_band = band_named(*result.policy, result.human->word);
    result.council = in_year(indicator.council_ratings, year);
    if (result.council != nullptr) result.council_band = council_band(*result.policy, result.council->word);
    const input::TargetChoice choice = input::target_choice_of(indicator, *result.policy);
    const bool computable = take_target(result, indicator, choice, result.rule, inputs, made);
    if (!excluded_early(result, indicator, !computable, inputs)) judge(result, indicator);
    if (result.evaluated()) {
        if (auto second = second_rate(result, indicator, inputs, made)) result.second = std::move(*second);
    }
    take_rating_of_people(result);
    achieve_by_band(result);
    return result;
}

Result with_actual(const Result& result, const Indicator& indicator, const Figure& actual) {
    Result other = result;
    other.actual = &actual;
    other.rule = input::formula_of(indicator, *other.policy);
    other.basis = Basis::none;
    other.exclusion = Exclusion::none;
    other.rate.reset();
    other.band = nullptr;
    judge(other, indicator);
    take_rating_of_people(other);
    return other;
}

}  // namespace evaluate
