// The first band, best first, whose lower edge is reached by the displayed or exact value, as the policy says.
#include "evaluate/rating.h"

#include <algorithm>

namespace evaluate {

namespace {

using base::Ratio;
using input::Band;
using input::Policy;

}  // namespace

Ratio percent(const Ratio& fraction) { return fraction * Ratio(100); }

Ratio clamped(const Ratio& exact, const Policy& policy) {
    const Ratio hundred(100);
    if (policy.cap && exact > Ratio(*policy.cap) / hundred) return Ratio(*policy.cap) / hundred;
    if (policy.floor && exact < Ratio(*policy.floor) / hundred) return Ratio(*policy.floor) / hundred;
    return exact;
}

Rate shown_rate(const Ratio& exact, const Policy& policy) {
    Rate rate;
    rate.exact = exact;
    rate.uncapped = percent(exact).rounded(policy.decimals, policy.rounding);
    rate.shown = percent(clamped(exact, policy)).rounded(policy.decimals, policy.rounding);
    rate.capped = rate.shown != rate.uncapped;
    return rate;
}

const Band* band_of_points(const std::vector<Band>& bands, const Ratio& mean) {
    const auto found =
        std::find_if(bands.begin(), bands.end(), [&](const Band& b) { return b.points && mean >= Ratio(*b.points); });
    return found == bands.end() ? nullptr : &*found;
}

const Band* band_of(const Rate& rate, const Policy& policy, const input::Indicator& indicator) {
    const bool not_exceeded = indicator.strict && rate.exact <= Ratio(1);
    const bool displayed = policy.rated_value == input::RatedValue::displayed;
    const std::vector<Band>& bands = input::bands_of(indicator, policy);
    const Band* found = band_of(bands, displayed ? Ratio(rate.uncapped) : percent(rate.exact), not_exceeded);
    return found == nullptr ? nullptr : &policy.bands[static_cast<std::size_t>(found - bands.data())];
}

const Band* band_named(const Policy& policy, std::string_view name) {
    const auto is_named = [&](const Band& b) {
        return b.word == name || b.id == name || (!b.symbol.empty() && b.symbol == name);
    };
    for (const auto* bands : {&policy.bands, &policy.class_bands}) {
        const auto found = std::find_if(bands->begin(), bands->end(), is_named);
        if (found != bands->end()) return &*found;
    }
    return nullptr;
}

const Band* council_band(const Policy& policy, std::string_view word) {
    const auto found = std::find_if(policy.council_bands.begin(), policy.council_bands.end(),
                                    [&](const Band& b) { return b.word == word; });
    return found == policy.council_bands.end() ? band_named(policy, word) : &*found;
}

std::optional<std::size_t> steps_from_below(const Policy& policy, const Band* band) {
    for (const auto* bands : {&policy.bands, &policy.class_bands}) {
        const auto found = std::find_if(bands->begin(), bands->end(), [&](const Band& each) { return &each == band; });
        if (found == bands->end()) continue;
        const auto below = static_cast<std::size_t>(bands->end() - found) - 1;
        return below < bands->size() / 2 ? std::optional(below) : std::nullopt;
    }
    return std::nullopt;
}

std::optional<std::size_t> steps_from_below(const Result& result) {
    return result.evaluated() ? steps_from_below(*result.policy, result.band) : std::nullopt;
}

}  // namespace evaluate
