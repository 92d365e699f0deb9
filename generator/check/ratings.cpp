// What people judged against what was computed, and a year in which nothing could be rated.
#include <algorithm>

#include "base/message.h"
#include "check/kinds.h"

namespace check {

namespace {

using base::say;

/// Places of the two bands in the one list that has both.
std::optional<std::size_t> distance(const std::vector<input::Band>& bands, const input::Band& computed,
                                    const std::string& word) {
    const auto by = [&](auto is) { return std::find_if(bands.begin(), bands.end(), is); };
    const auto a = by([&](const input::Band& band) { return band.word == computed.word; });
    const auto b = by([&](const input::Band& band) { return band.word == word; });
    if (a == bands.end() || b == bands.end()) return std::nullopt;
    return static_cast<std::size_t>(std::abs(a - b));
}

void check_judgement(const evaluate::Result& result, const input::Indicator& indicator, Doubts& doubts) {
    if (result.human == nullptr || result.band == nullptr || !result.evaluated() || !result.human->reason.empty())
        return;
    auto apart = distance(result.policy->bands, *result.band, result.human->word);
    if (!apart) apart = distance(result.policy->class_bands, *result.band, result.human->word);
    if (!apart || *apart < 2) return;
    doubts.at("judgement", result.human->span, indicator.silenced,
              say("{0}: rated {1} by people, but {2} by its figures, {3} bands away, and no reason stands there",
                  indicator.name, result.human->word, result.band->word, *apart),
              say("add `reason:` to the rating"));
}

/// The report says of them why they are late and what is done, so that an empty place is seen.
void check_cause(const evaluate::Result& result, const input::Indicator& indicator, Doubts& doubts) {
    const bool said = result.actual == nullptr || !result.actual->beside->cause.empty() ||
                      (result.human != nullptr && !result.human->reason.empty());
    if (said || !evaluate::steps_from_below(result)) return;
    doubts.about("no-cause", *result.actual,
                 say("{0}: rated {1}, and no cause stands there", indicator.name, result.band->word),
                 say("write `cause:` and `next_steps:` beside the value, or: "
                     "{{value: {0}, silence: {{no-cause: the reason}}}}",
                     result.actual->amount ? shown(*result.actual) : result.actual->words));
}

/// Somebody writes causes this year, or forms ask for them.
bool asks_causes(const input::Inputs& inputs) {
    const input::FormWishes& forms = inputs.forms;
    if (!forms.deadline.empty() || !forms.return_to.empty() || forms.record) return true;
    const auto& list = inputs.strategy.indicators;
    return std::any_of(list.begin(), list.end(), [&](const input::Indicator& indicator) {
        const auto found = indicator.actuals.find(inputs.evaluated_year);
        return found != indicator.actuals.end() && !found->second.beside->cause.empty();
    });
}

bool nothing_rated(const evaluate::Tally& tally) { return tally.in_force > 0 && tally.evaluated.empty(); }

}  // namespace

void check_ratings(const evaluate::Assessment& assessment, bool draft, Doubts& doubts) {
    const input::Inputs& inputs = doubts.inputs();
    const base::Year year = inputs.evaluated_year;
    for (const evaluate::IndicatorAssessment& assessed : assessment.indicators) {
        if (!assessed.indicator->reprint_of.empty()) continue;
        for (const evaluate::Result& result : assessed.results) {
            if (result.year <= year) check_judgement(result, *assessed.indicator, doubts);
        }
    }
    if (draft) return;  // values are still to come
    const std::string hint =
        say("look at the statuses, the targets of the year and the policy's `formula`; in kensho.yaml silence: "
            "{{nothing-rated: the reason}}");
    const base::Span place = inputs.evaluated_year_place;
    if (nothing_rated(assessment.overall.kpis_in(year))) {
        doubts.at("nothing-rated", place, inputs.silenced, say("no KPI could be rated"), hint);
        return;
    }
    for (std::size_t at = 0; at < assessment.goals.size(); ++at) {
        if (!nothing_rated(assessment.goals[at].kpis_in(year))) continue;
        doubts.at("nothing-rated", place, inputs.silenced,
                  say("no KPI of goal {} could be rated", inputs.strategy.goals[at].number), hint);
    }
}

void check_causes(const evaluate::Assessment& assessment, bool draft, Doubts& doubts) {
    // In a draft the sections are still writing.
    if (draft || !asks_causes(doubts.inputs())) return;
    for (const evaluate::IndicatorAssessment& assessed : assessment.indicators) {
        const bool asked =
            assessed.indicator->kind == input::IndicatorKind::kpi && assessed.indicator->reprint_of.empty();
        if (asked) check_cause(assessed.in(doubts.inputs().evaluated_year), *assessed.indicator, doubts);
    }
}

}  // namespace check
