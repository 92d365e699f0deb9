// Why a goal or the whole has its mean and rating: what went in and what was left out.
#include "base/message.h"
#include "evaluate/explain.h"
#include "evaluate/names.h"
#include "evaluate/tally.h"

namespace evaluate {

namespace {

using base::say;
using input::MeanOf;
using input::OverallBy;

bool of_goals(const Tally& tally) {
    return tally.by == OverallBy::mean_of_goal_means || tally.by == OverallBy::weighted_goals;
}

std::string weight_text(const std::optional<base::Decimal>& weight) {
    return weight ? say(", weight {}", base::plain(*weight)) : "";
}

}  // namespace

std::string Explainer::method(const Tally& tally) const {
    const bool displayed = tally.policy->mean_of == MeanOf::displayed_rates;
    switch (tally.by) {
        case OverallBy::mean_of_goal_means:
            return tally.policy->goal_mean_of == MeanOf::displayed_rates ? say("the mean of the goals' displayed means")
                                                                         : say("the mean of the goals' exact means");
        case OverallBy::weighted_goals: return say("the mean of the goals' means, weighted by goal");
        case OverallBy::share_achieved:
            return say("the share of indicators that were achieved: {0} of {1}",
                       achieved_of_averaged(assessment_, tally), averaged(tally).size());
        case OverallBy::points: return say("the mean of the points of the ratings");
        case OverallBy::points_sum: return say("the sum of the points of the ratings");
        case OverallBy::weighted_kpis: return say("the mean of the rates, weighted by indicator");
        case OverallBy::mean_of_kpis: break;
    }
    return displayed ? say("the mean of the displayed rates, within cap and floor")
                     : say("the mean of the exact rates, within cap and floor");
}

std::string Explainer::goals_that_went_in(const Tally& tally, bool targets) const {
    std::string text;
    for (std::size_t at = 0; at < assessment_.goals.size(); ++at) {
        const GroupAssessment& group = assessment_.goals[at];
        const Tally& goal = targets ? group.headline_in(tally.year) : group.kpis_in(tally.year);
        const input::Goal& source = inputs_.strategy.goals[at];
        text += "    " + say("Goal {0}: {1}", source.number, source.title) + ": ";
        text += goal.mean ? number(*goal.mean) + " (" + goal.mean_exact->fraction() + ")" : say("left out, no mean");
        if (tally.by == OverallBy::weighted_goals) text += weight_text(source.weight);
        text += "\n";
    }
    return text;
}

std::string Explainer::contribution(std::size_t index, const Tally& tally) const {
    const IndicatorAssessment& indicator = assessment_.indicators[index];
    const Result& result = indicator.in(tally.year);
    switch (tally.by) {
        case OverallBy::share_achieved: return result.achieved ? say("achieved") : say("not achieved");
        case OverallBy::points:
        case OverallBy::points_sum:
            if (result.band == nullptr || !result.band->points) return say("left out, no points");
            return result.band->word + " " + number(*result.band->points);
        default: break;
    }
    if (!result.rate) return say("left out, no rate");
    const bool displayed = tally.policy->mean_of == MeanOf::displayed_rates;
    std::string text = displayed ? percent(result.rate->shown) : counted_rate(result).fraction();
    if (tally.by == OverallBy::weighted_kpis) text += weight_text(indicator.indicator->weight);
    return text;
}

std::string Explainer::indicators_that_went_in(const Tally& tally) const {
    std::string text;
    for (const std::size_t index : averaged(tally)) {
        const IndicatorAssessment& indicator = assessment_.indicators[index];
        text +=
            "    " + indicator.indicator->id + " " + indicator.source->name + ": " + contribution(index, tally) + "\n";
    }
    return text;
}

std::string Explainer::left_out(const Tally& tally) const {
    if (tally.excluded.empty() && tally.left_out.empty()) return "  " + say("left out: nothing") + "\n";
    std::string text = "  " + say("left out:") + "\n";
    const auto add = [&](std::size_t index, const std::string& why) {
        const IndicatorAssessment& indicator = assessment_.indicators[index];
        text += "    " + indicator.indicator->id + " " + indicator.source->name + ": " + why + "\n";
    };
    for (const std::size_t index : tally.left_out) {
        add(index, say("the policy takes no {} into this mean", assessment_.indicators[index].source->type));
    }
    for (const std::size_t index : tally.excluded) {
        const std::string& reason = assessment_.indicators[index].in(tally.year).reason;
        add(index, reason.empty() ? say("the year is still to come") : reason);
    }
    return text;
}

std::string Explainer::mean(const Subject& subject) const {
    const bool set = subject.topic == Topic::indicators;
    const bool targets = set && subject.headline;
    const Tally& tally = *tally_of(context_, subject);
    const Subject owner{.topic = set ? subject.of : subject.topic, .year = subject.year, .index = subject.index};
    const std::string what = targets ? say("headline targets") : say("KPIs");
    std::string text = say("{0}, {1}, {2}", subject_text(context_, owner), what, year_text(subject.year)) + "\n";
    text += "  " + say("formula: {0}, {1}", name_of(tally.by), method(tally)) + "\n  " + say("went in:") + "\n";
    text += of_goals(tally) ? goals_that_went_in(tally, targets) : indicators_that_went_in(tally);
    text += left_out(tally);
    if (tally.mean) {
        text += "  " + say("exact: {}", tally.mean_exact->fraction()) + "\n";
        text += "  " + say("shown: {}", tally.in_points ? number(*tally.mean) : percent(*tally.mean)) + "\n";
        text += rating_lines(tally.band, *tally.policy, *tally.mean, *tally.mean_exact, !tally.in_points);
        text += border_lines(borders_of(tally), tally.in_points ? "" : tally.policy->numbers.percent, true);
    } else {
        text += "  " +
                (tally.left_out.empty() ? say("no mean: nothing was evaluated")
                                        : say("no mean: nothing that was evaluated enters it")) +
                "\n";
    }
    if (tally.mean_change) {
        text +=
            "  " +
            say("change on the year: {} points", base::difference_text(*tally.mean_change, inputs_.policy.numbers)) +
            "\n";
    }
    if (owner.topic == Topic::overall && !targets && !tally.policy->overall_note.empty()) {
        text += "  " + tally.policy->overall_note + "\n";
    }
    return text + policy_line(*tally.policy);
}

}  // namespace evaluate
