// All in exact fractions, so that neither huge nor tiny values need a case of their own.
#include "figures/scale.h"

#include <algorithm>
#include <array>

namespace figures {

using base::Decimal;
using base::Length;
using base::Ratio;

namespace {

const Ratio ten(10);

/// The greatest multiple of `step` that is not above the value.
Ratio multiple_below(const Ratio& value, const Ratio& step) {
    const Ratio whole((value / step).rounded(0, base::Rounding::truncate));
    return whole * step > value ? (whole - Ratio(1)) * step : whole * step;
}

Ratio multiple_above(const Ratio& value, const Ratio& step) {
    const Ratio below = multiple_below(value, step);
    return below == value ? below : below + step;
}

bool is_whole(const Ratio& value) { return Ratio(value.rounded(0)) == value; }

Ratio power_of_ten_within(const Ratio& range) {
    Ratio power(1);
    while (power > range) power = power / ten;
    while (power * ten <= range) power = power * ten;
    return power;
}

/// The smallest of 1, 2, 2.5, 5 times a power of ten that needs no more steps, a multiple of the smallest.
Ratio step_of(const Ratio& least, const Ratio& most, int most_steps, const Ratio& smallest) {
    const std::array<Ratio, 4> factors = {Ratio(1), Ratio(2), Ratio(5) / Ratio(2), Ratio(5)};
    for (Ratio power = power_of_ten_within(most - least) / ten;; power = power * ten) {
        for (const Ratio& factor : factors) {
            Ratio step = power * factor;
            if (step < smallest || !is_whole(step / smallest)) continue;
            const Ratio needed = (multiple_above(most, step) - multiple_below(least, step)) / step;
            if (needed <= Ratio(most_steps)) return step;
        }
    }
}

int decimals_of(const Ratio& step) {
    int decimals = 0;
    for (Ratio scaled = step; !is_whole(scaled); scaled = scaled * ten) ++decimals;
    return decimals;
}

}  // namespace

Length Scale::y(const Ratio& value) const {
    const Ratio share = (ceiling - value) / (ceiling - floor);
    return top + Length{(share * Ratio(height.value) / Ratio(1000)).thousandths()};
}

std::vector<Ratio> Scale::steps() const {
    std::vector<Ratio> all;
    for (Ratio at = floor; at <= ceiling; at = at + step) all.push_back(at);
    return all;
}

Scale scale_of(const std::vector<Decimal>& values, int most_steps, bool from_zero) {
    const Ratio zero;
    Ratio least(values.front());
    Ratio most = least;
    int decimals = 0;
    for (const Decimal& value : values) {
        least = std::min(least, Ratio(value));
        most = std::max(most, Ratio(value));
        decimals = std::max(decimals, value.decimals);
    }
    Ratio smallest(1);
    for (int i = 0; i < decimals; ++i) smallest = smallest / ten;
    // Where zero is no further off than the values reach, cutting the axis would gain nothing.
    if (from_zero || (least > zero && least * Ratio(2) <= most)) least = std::min(least, zero);
    if (from_zero || (most < zero && most * Ratio(2) >= least)) most = std::max(most, zero);
    if (least == most) {
        const Ratio around = std::max((most < zero ? zero - most : most) / Ratio(20), smallest);
        least = least - around;
        most = most + around;
        if (values.front().negative == false && least < zero) least = zero;
    }
    Scale scale;
    scale.step = step_of(least, most, most_steps, smallest);
    scale.floor = multiple_below(least, scale.step);
    scale.ceiling = multiple_above(most, scale.step);
    scale.decimals = decimals_of(scale.step);
    scale.cut = scale.floor > zero || scale.ceiling < zero;
    return scale;
}

void widen_below(Scale& scale) {
    const Ratio zero;
    scale.floor = scale.floor > zero ? std::max(zero, scale.floor - scale.step) : scale.floor - scale.step;
    scale.cut = scale.floor > zero || scale.ceiling < zero;
}

}  // namespace figures
