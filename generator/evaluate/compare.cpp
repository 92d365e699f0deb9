// What another policy would change.
#include "base/message.h"
#include "evaluate/report.h"

namespace evaluate {

namespace {

using base::say;

/// A rating with the figure behind it, or the reason for none: おおむね順調 (83.8%).
std::string outcome(const input::Band* band, const std::string& figure, const std::string& reason) {
    const std::string word = band == nullptr ? reason : band->word;
    if (figure.empty()) return word.empty() ? "－" : word;
    return word.empty() ? figure : word + " (" + figure + ")";
}

std::string outcome(const Result& result) {
    const base::NumberStyle& style = result.policy->numbers;
    const std::string rate = result.rate ? base::to_text(result.rate->uncapped, style) + style.percent : "";
    return outcome(result.band, rate, result.reason);
}

std::string outcome(const Tally& tally) {
    const base::NumberStyle& style = tally.policy->numbers;
    const std::string unit = tally.in_points ? "" : style.percent;
    return outcome(tally.band, tally.mean ? base::to_text(*tally.mean, style) + unit : "", tally.policy->excluded_word);
}

bool same(const input::Band* one, const input::Band* other) {
    if (one == nullptr || other == nullptr) return one == other;
    return one->word == other->word;
}

/// Gathers the lines of one kind of thing.
class Flips {
   public:
    template <typename Outcome>
    void add(const std::string& name, const Outcome& now, const Outcome& other) {
        ++total_;
        if (same(now.band, other.band)) return;
        ++flipped_;
        lines_ += "  " + say("{0}: {1} → {2}", name, outcome(now), outcome(other)) + "\n";
    }
    std::string text(const std::string& title) const {
        return say("{0}: {1} of {2} ratings change", title, flipped_, total_) + "\n" + lines_;
    }

   private:
    std::size_t total_ = 0;
    std::size_t flipped_ = 0;
    std::string lines_;
};

std::string policy_name(const Assessment& assessment) {
    const input::Policy& policy = assessment.inputs->policy;
    return policy.id + " (" + policy.name + ")";
}

}  // namespace

std::string compare(const Assessment& now, const Assessment& other) {
    const input::Strategy& strategy = now.inputs->strategy;
    const base::Year year = now.inputs->evaluated_year;
    Flips indicators;
    for (std::size_t at = 0; at < now.indicators.size(); ++at) {
        const IndicatorAssessment& indicator = now.indicators[at];
        if (!indicator.indicator->reprint_of.empty()) continue;
        indicators.add(indicator.indicator->id + " " + indicator.source->name, indicator.in(year),
                       other.indicators[at].in(year));
    }
    Flips goals;
    for (std::size_t at = 0; at < now.goals.size(); ++at) {
        const input::Goal& goal = strategy.goals[at];
        goals.add(say("Goal {0}: {1}", goal.number, goal.title), now.goals[at].kpis_in(year),
                  other.goals[at].kpis_in(year));
    }
    Flips overall;
    overall.add(say("All KPIs"), now.overall.kpis_in(year), other.overall.kpis_in(year));
    return say("{0} → {1}", policy_name(now), policy_name(other)) + "\n" + indicators.text(say("indicators")) +
           goals.text(say("goals")) + overall.text(say("the whole"));
}

}  // namespace evaluate
