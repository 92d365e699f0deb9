// Formulas, rounding and edges are many, so none of them is turned round: the rule itself is asked what it makes of
// other values. Between the few values where a rule bends, a rating goes one way, so that halving finds where it
// changes.
#include "evaluate/border.h"

#include <algorithm>
#include <functional>

#include "evaluate/rating.h"
#include "evaluate/result.h"
#include "evaluate/tally.h"

namespace evaluate {

namespace {

using base::Decimal;
using base::Ratio;

/// Whether a value has the rating there is.
using Same = std::function<bool(const Decimal&)>;

Ratio step_of(const Decimal& value) { return Ratio(Decimal{false, "1", value.decimals}); }

/// The value between the two, next to `low`, that is not the same; `low` is and `high` is not.
Decimal halved(Ratio low, Decimal high, const Same& same) {
    const Ratio step = step_of(high);
    while (magnitude(Ratio(high) - low) > step) {
        const Decimal middle = ((low + Ratio(high)) / Ratio(2)).rounded(high.decimals, base::Rounding::truncate);
        if (same(middle)) {
            low = Ratio(middle);
        } else {
            high = middle;
        }
    }
    return high;
}

/// The next value in steps of so many decimals, above or below, or the value itself.
Decimal stepped(const Ratio& value, int decimals, bool above) {
    Decimal near = value.rounded(decimals, base::Rounding::truncate);
    const bool passed = above ? Ratio(near) >= value : Ratio(near) <= value;
    if (passed) return near;
    return (above ? Ratio(near) + step_of(near) : Ratio(near) - step_of(near)).rounded(decimals);
}

/// The first value beyond `here`, above or below, that is not the same, as far as `reach`.
std::optional<Decimal> first_other(const Ratio& here, int decimals, bool above, const std::vector<Ratio>& bends,
                                   const Ratio& reach, const Same& same) {
    const Decimal first = stepped(here, decimals, above);
    if (!same(first)) return first;
    Ratio low(first);
    std::vector<Ratio> stops = {above ? low + reach : low - reach};
    for (const Ratio& bend : bends) {
        const Decimal at = stepped(bend, decimals, above);
        stops.insert(stops.end(), {Ratio(at) - step_of(at), Ratio(at), Ratio(at) + step_of(at)});
    }
    std::erase_if(stops, [&](const Ratio& stop) { return above ? stop <= low : stop >= low; });
    std::sort(stops.begin(), stops.end(), [&](const Ratio& a, const Ratio& b) { return above ? a < b : b < a; });
    for (const Ratio& stop : stops) {
        const Decimal there = stop.rounded(decimals, base::Rounding::truncate);
        if (!same(there)) return halved(low, there, same);
        low = Ratio(there);
    }
    return std::nullopt;
}

/// The best band is 0.
std::size_t place_of(const input::Policy& policy, const input::Band* band) {
    for (const auto* bands : {&policy.bands, &policy.class_bands, &policy.group_bands}) {
        for (std::size_t at = 0; at < bands->size(); ++at) {
            if (&(*bands)[at] == band) return at;
        }
    }
    return SIZE_MAX;
}

Decimal distance(const Ratio& from, const Decimal& to) {
    return stepped(magnitude(Ratio(to) - from), to.decimals, true);
}

void better_first(std::vector<Border>& borders) {
    std::stable_sort(borders.begin(), borders.end(),
                     [](const Border& a, const Border& b) { return a.better && !b.better; });
}

/// Where the formulas change from one line of theirs to another.
std::vector<Ratio> bends_of(const Result& result, const input::Indicator& indicator) {
    std::vector<Ratio> bends = {Ratio()};
    std::vector<Ratio> marks;
    if (result.target_value) marks.push_back(*result.target_value);
    if (result.target->aim->range) {
        bends.emplace_back(result.target->aim->range->first);
        bends.emplace_back(result.target->aim->range->second);
    }
    if (const auto baseline = input::formula_baseline_value(indicator)) marks.push_back(*baseline);
    for (const Ratio& mark : marks) {
        for (const Ratio& of : marks) {
            const Ratio tolerance = tolerance_of(*result.policy, indicator, of);
            bends.insert(bends.end(), {mark - tolerance, mark, mark + tolerance});
        }
    }
    return bends;
}

/// Of the actual or of the target, whichever are more.
int decimals_of(const Result& result) {
    const std::optional<Decimal>& target = result.target->amount;
    return std::max(result.actual->amount->decimals, target ? target->decimals : 0);
}

/// On one side of the actual.
std::optional<Border> border_beyond(const Result& result, const input::Indicator& indicator, int decimals, bool above) {
    if (!result.evaluated() || !result.actual->amount) return std::nullopt;
    const auto with = [&](const Decimal& value) {
        input::Figure figure;
        figure.amount = value;
        return with_actual(result, indicator, figure);
    };
    const auto same = [&](const Decimal& value) {
        const Result other = with(value);
        return other.evaluated() && other.band == result.band;
    };
    const Ratio here(*result.actual->amount);
    const std::vector<Ratio> bends = bends_of(result, indicator);
    Ratio reach = magnitude(here) + Ratio(1);
    for (const Ratio& bend : bends) reach = reach + magnitude(bend);
    reach = reach * Ratio(1'000'000);
    const std::optional<Decimal> value = first_other(here, decimals, above, bends, reach, same);
    if (!value) return std::nullopt;
    const Result other = with(*value);
    if (!other.evaluated()) return std::nullopt;
    Border border{other.band, false, above, *value, distance(here, *value), std::nullopt};
    border.better = place_of(*result.policy, other.band) < place_of(*result.policy, result.band);
    if (result.rate && other.rate) border.points = distance(Ratio(result.rate->uncapped), other.rate->uncapped);
    return border;
}

}  // namespace

std::vector<Border> borders_of(const Result& result, const input::Indicator& indicator) {
    const bool number = result.evaluated() && result.actual->amount;
    return number ? borders_of(result, indicator, decimals_of(result)) : std::vector<Border>();
}

std::vector<Border> borders_of(const Result& result, const input::Indicator& indicator, int decimals) {
    std::vector<Border> borders;
    for (const bool above : {true, false}) {
        if (auto border = border_beyond(result, indicator, decimals, above)) borders.push_back(*std::move(border));
    }
    better_first(borders);
    return borders;
}

std::optional<Border> better_border(const Result& result, const input::Indicator& indicator, int decimals) {
    for (const bool above : {true, false}) {
        auto border = border_beyond(result, indicator, decimals, above);
        if (border && border->better) return border;
    }
    return std::nullopt;
}

std::vector<Border> borders_of(const Tally& tally) {
    std::vector<Border> borders;
    if (!tally.mean) return borders;
    const input::Policy& policy = *tally.policy;
    const Ratio here = compared_mean(tally);
    const auto same = [&](const Decimal& mean) { return band_of_mean(tally, Ratio(mean)) == tally.band; };
    const Ratio reach = (magnitude(here) + Ratio(1)) * Ratio(1'000'000);
    for (const bool above : {true, false}) {
        const std::optional<Decimal> value = first_other(here, tally.mean->decimals, above, {}, reach, same);
        if (!value) continue;
        const input::Band* band = band_of_mean(tally, Ratio(*value));
        const bool better = place_of(policy, band) < place_of(policy, tally.band);
        borders.push_back({band, better, above, *value, distance(here, *value), std::nullopt});
    }
    better_first(borders);
    return borders;
}

}  // namespace evaluate
