// Why an indicator has its rate and rating, or none.
#include "base/message.h"
#include "evaluate/explain.h"
#include "evaluate/names.h"

namespace evaluate {

namespace {

using base::say;
using input::Direction;
using input::Formula;

std::string line(const std::string& text) { return "  " + text + "\n"; }

bool uses_tolerance(Formula formula) { return formula == Formula::maintain || formula == Formula::classes; }

bool uses_baseline(Formula formula) {
    return formula == Formula::progress || formula == Formula::linear || formula == Formula::classes;
}

}  // namespace

std::string Explainer::indicator(std::size_t index, base::Year year) const {
    const IndicatorAssessment& assessed = assessment_.indicators[index];
    const input::Indicator& source = *assessed.source;
    const Result& result = assessed.in(year);
    std::string text =
        say("{0} {1}, {2}", assessed.indicator->id, source.name, year_text(year, source.year_kind)) + "\n";
    if (&source != assessed.indicator) {
        text += line(say("a reprint of {}, where it is counted", source.id) + place(assessed.indicator->span));
    }
    text += inputs_of(source, result);
    text += result.evaluated() ? outcome(source, result) : why_excluded(source, result);
    if (result.human != nullptr) {
        text += line(say("rating by people: {0}; {1}", result.human->word, result.human->reason) +
                     place(result.human->span));
    }
    if (result.council != nullptr) {
        text += line(say("rating by the council: {0}; {1}", result.council->word, result.council->reason) +
                     place(result.council->span));
    }
    if (result.rated_by_people() && result.computed_band != nullptr) {
        text +=
            line(say("people's rating is the rating, as the policy says; computed: {}", result.computed_band->word));
    }
    if (result.second) {
        text += line(say("{0}: {1}, exactly {2} ({3})", result.policy->second_rate->name, percent(result.second->shown),
                         result.second->exact.fraction(), name_of(result.policy->second_rate->formula)));
    }
    return text + changes(result) + policy_line(*result.policy);
}

std::string Explainer::inputs_of(const input::Indicator& indicator, const Result& result) const {
    std::string text;
    if (result.actual != nullptr) text += line(say("actual: {}", figure(*result.actual)));
    if (result.actual != nullptr && result.actual->beside->evidence) {
        text += line(evidence(*result.actual->beside->evidence));
    }
    if (!indicator.sum_of.empty()) {
        std::string ids;
        for (const std::string& id : indicator.sum_of) ids += (ids.empty() ? "" : " + ") + id;
        text += line(say("a sum of activity indicators: {}", ids));
    }
    if (indicator.quotient_of) {
        const input::Quotient& quotient = *indicator.quotient_of;
        text += line(say("a quotient of activity indicators: {0} × {1} / {2}", quotient.part, number(quotient.times),
                         quotient.whole));
    }
    if (indicator.sum_over_years) text += line(say("summed over the years of the plan until then"));
    if (!indicator.type.empty()) text += line(say("type: {}", indicator.type));
    if (result.target != nullptr) text += line(say("target: {}", figure(*result.target)));
    if (result.target_from)
        text += line(say("it is the target of {}", year_text(*result.target_from, indicator.year_kind)));
    if (result.target_part) {
        text += line(say("the part of it that falls to the year: {0}, exactly {1}", result.target_part->fraction(),
                         result.target_value->fraction()));
    }
    if (result.original_target != nullptr) {
        text += line(say("target before its revision: {}", figure(*result.original_target)));
    }
    if (result.rule == Formula::linear && result.target_value) {
        text += line(say("the target on the line from the baseline: {}", result.target_value->fraction()));
    }
    const input::Tolerance& tolerance = input::tolerance_of(indicator, *result.policy);
    if (uses_tolerance(result.rule) && tolerance.amount.digits != "0") text += line(tolerance_text(tolerance));
    if (uses_baseline(result.rule) && indicator.baseline)
        text += line(say("baseline: {}", figure(*indicator.baseline)));
    const bool used = uses_baseline(result.rule) || result.basis == Basis::moved;
    if (used && indicator.rate_baseline)
        text += line(say("baseline of the formula: {}", figure(*indicator.rate_baseline)));
    return text;
}

std::string Explainer::tolerance_text(const input::Tolerance& tolerance) const {
    if (!tolerance.per_cent) return say("tolerance: {}", number(tolerance.amount));
    return tolerance.of_baseline ? say("tolerance: {} % of the baseline", number(tolerance.amount))
                                 : say("tolerance: {} % of the target", number(tolerance.amount));
}

/// A negative number stands in brackets among others.
std::string Explainer::operand(const base::Decimal& value) const {
    return value.negative ? "(" + number(value) + ")" : number(value);
}

std::string Explainer::division(const input::Indicator& indicator, const Result& result) const {
    const std::string actual = operand(*result.actual->amount);
    const bool made = result.rule == Formula::linear || result.target_part;
    const std::string target = made ? result.target_value->fraction() : operand(*result.target->amount);
    if (result.rule == Formula::progress) {
        const std::string baseline = operand(*input::formula_baseline(indicator)->amount);
        return say("(actual − baseline) / (target − baseline) = ({0} − {1}) / ({2} − {1})", actual, baseline, target);
    }
    return indicator.direction == Direction::higher ? say("actual / target = {0} / {1}", actual, target)
                                                    : say("target / actual = {1} / {0}", actual, target);
}

std::string Explainer::verdict(const input::Verdict& verdict) const {
    const std::string reached = verdict.reached ? say("achieved") : say("not achieved");
    const std::string words = verdict.word.empty() ? reached : reached + ", " + verdict.word;
    return say("the author's verdict: {0}", words) + place(verdict.span);
}

std::string Explainer::formula(const input::Indicator& indicator, const Result& result) const {
    switch (result.basis) {
        case Basis::divided: return division(indicator, result);
        case Basis::maintained: return say("the target is met within the tolerance: 100 % exactly");
        case Basis::nothing_left: return say("lower is better and the actual is 0: 100 % exactly");
        case Basis::zero_missed: return say("the target is 0 and missed: 0 %");
        case Basis::zero_reached: return say("the target is 0 and reached: 100 % exactly, as the policy says");
        case Basis::within: return say("the target is a range, both ends counted in");
        case Basis::moved: return say("the target is a direction, told from the baseline");
        case Basis::compared: return say("the actual is compared with the target, there is no rate");
        case Basis::verdict: return verdict(*result.verdict);
        case Basis::same_words: return say("the words of the target were reached to the letter");
        case Basis::none: break;
    }
    return "";
}

std::string Explainer::outcome(const input::Indicator& indicator, const Result& result) const {
    const bool higher = indicator.direction == Direction::higher;
    const std::string direction = higher ? say("higher is better") : say("lower is better");
    std::string text = line(say("formula: {0}, {1}", name_of(result.rule), direction));
    text += line(formula(indicator, result));
    if (result.rate) {
        text += rate_lines(indicator, result);
    } else if (result.band != nullptr) {
        text += line(say("rating: {}", result.band->word) + place(result.band->span));
    }
    text += border_lines(borders_of(result, indicator), indicator.unit, false);
    const auto& threshold = result.policy->achieved_at;
    if (result.policy->achieved_from) {
        text += line(say("achieved from the rating {} on, as the policy says",
                         result.policy->bands[*result.policy->achieved_from].word));
    }
    if (result.rate && threshold) text += line(say("achieved from {} % on, as the policy says", number(*threshold)));
    return text + line(result.achieved ? say("achieved: yes") : say("achieved: no"));
}

std::string Explainer::rate_lines(const input::Indicator& indicator, const Result& result) const {
    const Rate& rate = *result.rate;
    std::string text = line(say("exact: {}", rate.exact.fraction()));
    std::string shown = percent(rate.shown);
    if (rate.capped) shown += " (" + say("without cap and floor {}", percent(rate.uncapped)) + ")";
    text += line(say("shown: {}", shown));
    if (indicator.strict) text += line(say("the target is to be exceeded, reaching it is not enough"));
    const input::Policy& policy = *result.policy;
    const std::vector<input::Band>& bands = input::bands_of(indicator, policy);
    const bool listed =
        !policy.bands.empty() && result.band >= policy.bands.data() && result.band <= &policy.bands.back();
    const input::Band* band =
        listed ? &bands[static_cast<std::size_t>(result.band - policy.bands.data())] : result.band;
    text += rating_lines(band, policy, rate.uncapped, rate.exact, true);
    return &bands == &policy.bands ? text : text + line(say("the edges are those of the type {}", indicator.type));
}

std::string Explainer::changes(const Result& result) const {
    std::string text;
    if (result.value_change) {
        text += line(say("change in value: {}", base::difference_text(*result.value_change, inputs_.policy.numbers)));
    }
    if (result.rate_change) {
        text +=
            line(say("change in rate: {} points", base::difference_text(*result.rate_change, inputs_.policy.numbers)));
    }
    return text;
}

std::string Explainer::why_excluded(const input::Indicator& indicator, const Result& result) const {
    const std::string head = line(say("not evaluated: {}", result.reason));
    switch (result.exclusion) {
        case Exclusion::reprint: return head + (result.rate ? rate_lines(indicator, result) : "");
        case Exclusion::not_valid: {
            const std::string from = indicator.valid_from ? year_text(*indicator.valid_from) : "";
            const std::string to = indicator.valid_to ? year_text(*indicator.valid_to) : "";
            const std::string next =
                indicator.replaced_by.empty() ? "" : line(say("replaced by {}", indicator.replaced_by));
            return head + line(say("the indicator is valid {0}～{1}", from, to)) + next;
        }
        case Exclusion::no_actual: return head + line(say("nothing was reported for the year"));
        case Exclusion::status: {
            const std::string stands = head + line(say("a word stands where the value would be"));
            return result.band == nullptr ? stands
                                          : stands + line(say("a class of its own, neither rated nor averaged") +
                                                          place(result.band->span));
        }
        case Exclusion::no_target: return head + line(say("the plan has no target for the year"));
        case Exclusion::zero_target: return head + line(say("the target is 0, and a quotient by 0 says nothing"));
        case Exclusion::refused_signs:
            return head + line(say("a quotient of a negative value or target makes no sense; "
                                   "`formula: progress` serves negative values"));
        case Exclusion::no_baseline:
            return head + line(result.rule == Formula::linear ? say("the line of the targets needs a baseline")
                                                              : say("progress needs a baseline"));
        case Exclusion::reference_value: return head + line(say("the value is for reference only"));
        case Exclusion::future: return line(say("not evaluated: the year is still to come"));
        case Exclusion::no_verdict: return head + line(say("words need a verdict: `verdicts` in the strategy"));
        case Exclusion::none: break;
    }
    return "";
}

}  // namespace evaluate
