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

bool in_force(const Indicator& indicator, base::Year year) {
    return (!indicator.valid_from || year >= *indicator.valid_from) &&
           (!indicator.valid_to || year <= *indicator.valid_to);
}

template <typename Item>
const Item* in_year(const std::map<base::Year, Item>& items, base::Year year) {
    const auto found = items.find(year);
    return found == items.end() ? nullptr : &found->second;
}

/// A year is judged by the target in force in its own report; a year to come by the one in force now.
void choose_target(Result& result, const Indicator& indicator, base::Year evaluated_year) {
    const input::Target* target = in_year(indicator.targets, result.year);
    if (target == nullptr) return;
    const Figure* original = target->original ? &*target->original : nullptr;
    const bool revised = target->revised && target->revised_from <= std::min(result.year, evaluated_year);
    result.target = revised ? &*target->revised : original;
    if (revised) result.original_target = original;
    if (result.target != nullptr && result.target->amount) result.target_value = Ratio(*result.target->amount);
}

/// The last target of the plan that is in force in the report of `result.year`.
const Figure* final_target(const Indicator& indicator, base::Year report, base::Year& year) {
    for (auto target = indicator.targets.rbegin(); target != indicator.targets.rend(); ++target) {
        const bool revised = target->second.revised && target->second.revised_from <= report;
        const auto& figure = revised ? target->second.revised : target->second.original;
        if (!figure || !figure->amount) continue;
        year = target->first;
        return &*figure;
    }
    return nullptr;
}

/// linear: a year without a typed target takes it from the line.
void target_on_line(Result& result, const Indicator& indicator, base::Year evaluated_year, Made& made) {
    base::Year last{};
    const Figure* final = final_target(indicator, std::min(result.year, evaluated_year), last);
    const bool drawable = final != nullptr && indicator.baseline && indicator.baseline->amount &&
                          indicator.baseline_year && *indicator.baseline_year < last && result.year < last;
    if (result.target != nullptr || !drawable) return;
    result.target_value =
        on_line(Ratio(*indicator.baseline->amount), *indicator.baseline_year, Ratio(*final->amount), last, result.year);
    Figure figure;
    figure.amount = result.target_value->rounded(final->amount->decimals);
    figure.span = final->span;
    result.target = &made.figures.emplace_back(std::move(figure));
}

void exclude(Result& result, Exclusion exclusion, const std::string& reason) {
    result.exclusion = exclusion;
    result.reason = reason.empty() && exclusion != Exclusion::future ? result.policy->excluded_word : reason;
}

/// Rules 1 and 2, before any formula. True when the result is decided.
bool excluded_early(Result& result, const Indicator& indicator, base::Year evaluated_year) {
    const Policy& policy = *result.policy;
    if (!in_force(indicator, result.year)) {
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
    } else if (result.target == nullptr) {
        exclude(result, Exclusion::no_target, policy.no_target_word);
    } else {
        return false;
    }
    return true;
}

bool is_status(const Policy& policy, const std::string& words) {
    return std::any_of(policy.statuses.begin(), policy.statuses.end(),
                       [&](const input::StatusWord& status) { return status.word == words; });
}

Terms terms_of(const Result& result, const Indicator& indicator) {
    Terms terms;
    terms.actual = Ratio(*result.actual->amount);
    terms.target = *result.target_value;
    if (indicator.baseline && indicator.baseline->amount) terms.baseline = Ratio(*indicator.baseline->amount);
    terms.direction = indicator.direction;
    terms.tolerance = Ratio(indicator.tolerance.value_or(result.policy->tolerance));
    terms.zero_target = result.policy->zero_target;
    return terms;
}

void judge_reached(Result& result, bool reached, Basis basis) {
    result.basis = basis;
    result.achieved = reached;
    if (result.verdict != nullptr) result.band = band_named(*result.policy, result.verdict->word);
    if (result.band == nullptr && reached) result.band = band_of(result.policy->bands, Ratio(100));
}

/// Texts, ranks and targets to be exceeded: by the author's word, else as far as the figures speak for themselves.
void judge_words(Result& result, const Indicator& indicator) {
    const bool numbers = result.actual->amount && result.target_value;
    result.rule = Formula::words;
    if (result.verdict != nullptr) {
        judge_reached(result, result.verdict->reached, Basis::verdict);
    } else if (numbers) {
        judge_reached(result, reaches(terms_of(result, indicator), indicator.strict), Basis::compared);
    } else if (!result.actual->amount && is_status(*result.policy, result.actual->words)) {
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
    result.achieved = indicator.strict ? *outcome.rate > Ratio(1) : *outcome.rate >= Ratio(1);
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
    choose_target(result, indicator, inputs.evaluated_year);
    if (result.rule == Formula::linear) target_on_line(result, indicator, inputs.evaluated_year, made);
    if (!excluded_early(result, indicator, inputs.evaluated_year)) judge(result, indicator);
    return result;
}

}  // namespace evaluate
