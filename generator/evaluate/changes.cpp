// Differences of the printed values, not of the exact ones, so that readers can subtract them on the page.
#include "evaluate/changes.h"

#include <algorithm>

namespace evaluate {

namespace {

using base::Ratio;

/// Steps from one band to another of the same list, told by their words where the policies of the two years differ.
std::optional<int> steps(const Result& now, const Result& before) {
    if (now.band == nullptr || before.band == nullptr) return std::nullopt;
    for (const auto* bands : {&now.policy->bands, &now.policy->class_bands}) {
        const auto place = [&](const input::Band* band) {
            return std::find_if(bands->begin(), bands->end(),
                                [&](const input::Band& b) { return b.word == band->word; });
        };
        const auto here = place(now.band);
        const auto there = place(before.band);
        if (here != bands->end() && there != bands->end()) return static_cast<int>(there - here);
    }
    return std::nullopt;
}

void add_change(Result& now, const Result& before, const input::Indicator& indicator) {
    if (!now.rate || !before.rate) return;
    now.rate_change = difference(printed_rate(*now.rate, *now.policy, indicator),
                                 printed_rate(*before.rate, *before.policy, indicator));
}

void add_value_change(Result& now, const input::Figure* before) {
    const bool amounts = now.actual != nullptr && now.actual->amount && before != nullptr && before->amount;
    if (amounts) now.value_change = difference(*now.actual->amount, *before->amount);
}

}  // namespace

base::Decimal difference(const base::Decimal& now, const base::Decimal& before) {
    return (Ratio(now) - Ratio(before)).rounded(std::max(now.decimals, before.decimals));
}

const base::Decimal& printed_rate(const Rate& rate, const input::Policy& policy, const input::Indicator& indicator) {
    return shows_uncapped(policy, indicator) ? rate.uncapped : rate.shown;
}

void add_changes(IndicatorAssessment& indicator, const Made& made) {
    for (std::size_t at = 0; at < indicator.results.size(); ++at) {
        Result& now = indicator.results[at];
        const base::Year last_year{now.year.western - 1};
        add_value_change(now, actual_of(*indicator.source, last_year, made));
        if (at == 0) continue;
        add_change(now, indicator.results[at - 1], *indicator.source);
        now.rating_change = steps(now, indicator.results[at - 1]);
    }
}

void add_mean_changes(std::vector<Tally>& tallies) {
    for (std::size_t at = 1; at < tallies.size(); ++at) {
        const Tally& before = tallies[at - 1];
        Tally& now = tallies[at];
        if (now.mean && before.mean && now.in_points == before.in_points) {
            now.mean_change = difference(*now.mean, *before.mean);
        }
    }
}

}  // namespace evaluate
