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
    if (result.human == nullptr || result.band == nullptr || !result.human->reason.empty()) return;
    auto apart = distance(result.policy->bands, *result.band, result.human->word);
    if (!apart) apart = distance(result.policy->class_bands, *result.band, result.human->word);
    if (!apart || *apart < 2) return;
    doubts.at("judgement", result.human->span, indicator.silenced,
              say("{0}: rated {1} by people, but {2} by its figures, {3} bands away, and no reason stands there",
                  indicator.name, result.human->word, result.band->word, *apart),
              say("add `reason:` to the rating"));
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

}  // namespace check
