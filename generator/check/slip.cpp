// Tries every number one slip away from an outlier and takes the one that fits the range of what it stands beside.
#include "check/slip.h"

#include <algorithm>

namespace check {

namespace {

using base::Decimal;
using base::Ratio;

const Ratio& one() {
    static const Ratio value(1);
    return value;
}

Ratio tenths(std::int64_t count) { return Ratio(count) / Ratio(10); }

/// How many times the one is the other; 1 when they are equal. Both above zero.
Ratio spread(const Ratio& a, const Ratio& b) { return a > b ? a / b : b / a; }

struct Range {
    Ratio low, high;
    /// The factor beyond the nearest end; 1 inside. Nothing for zero.
    std::optional<Ratio> beyond(const Ratio& value) const {
        if (value.is_zero()) return std::nullopt;
        if (value > high) return value / high;
        return value < low ? low / value : one();
    }
};

Range range_of(const std::vector<Ratio>& values) {
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    return {*low, *high};
}

/// The greatest step the indicator has made of itself.
Ratio liveliness(const std::vector<Ratio>& own) {
    Ratio most = one();
    for (std::size_t at = 1; at < own.size(); ++at) most = std::max(most, spread(own[at - 1], own[at]));
    return most;
}

Decimal with_digits(std::string digits, int decimals) {
    const std::size_t zeros = digits.find_first_not_of('0');
    digits.erase(0, std::min(zeros, digits.size() - 1));
    return {false, std::move(digits), std::max(decimals, 0)};
}

/// One digit taken out, or the point moved to the left.
std::vector<Decimal> shortened(const Decimal& value) {
    std::vector<Decimal> result;
    for (std::size_t at = 0; at < value.digits.size() && value.digits.size() > 1; ++at) {
        std::string digits = value.digits;
        result.push_back(with_digits(digits.erase(at, 1), value.decimals));
    }
    result.push_back({false, value.digits, value.decimals + 1});
    return result;
}

/// One digit put in anywhere, or the point moved to the right.
std::vector<Decimal> lengthened(const Decimal& value) {
    std::vector<Decimal> result;
    for (std::size_t at = 0; at <= value.digits.size(); ++at) {
        for (char digit = '0'; digit <= '9'; ++digit) {
            std::string digits = value.digits;
            result.push_back(with_digits(digits.insert(at, 1, digit), value.decimals));
        }
    }
    if (value.decimals > 0) result.push_back(with_digits(value.digits, value.decimals - 1));
    if (value.decimals == 3) result.push_back(with_digits(value.digits, 0));  // 1.288 for 1,288
    return result;
}

/// Two neighbours exchanged.
std::vector<Decimal> exchanged(const Decimal& value) {
    std::vector<Decimal> result;
    for (std::size_t at = 0; at + 1 < value.digits.size(); ++at) {
        std::string digits = value.digits;
        std::swap(digits[at], digits[at + 1]);
        if (digits != value.digits) result.push_back(with_digits(std::move(digits), value.decimals));
    }
    return result;
}

/// One digit behind the first in another place: 1,288 typed as 1,882.
std::vector<Decimal> moved(const Decimal& value) {
    std::vector<Decimal> result;
    for (std::size_t from = 1; from < value.digits.size(); ++from) {
        for (std::size_t to = 1; to < value.digits.size(); ++to) {
            std::string digits = value.digits;
            const char digit = digits[from];
            digits.erase(from, 1).insert(to, 1, digit);
            if (digits != value.digits) result.push_back(with_digits(std::move(digits), value.decimals));
        }
    }
    return result;
}

struct Fitting {
    Ratio factor;  ///< beyond the nearest end of the range
    Decimal number;
};

/// The numbers among `candidates` whose factor is at most `most`, nearest first.
std::vector<Fitting> fitting(const std::vector<Decimal>& candidates, const Range& range, const Ratio& most) {
    std::vector<Fitting> found;
    for (const Decimal& candidate : candidates) {
        const auto factor = range.beyond(Ratio(candidate));
        const auto same = [&](const Fitting& other) { return other.number == candidate; };
        if (factor && *factor <= most && std::none_of(found.begin(), found.end(), same)) {
            found.push_back({*factor, candidate});
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.factor < b.factor; });
    return found;
}

/// The number that was meant: the only one, or one that fits twice as well as the next.
std::optional<Decimal> the_only(const std::vector<Fitting>& found) {
    const bool clear = found.size() == 1 || (found.size() > 1 && found[1].factor >= found[0].factor * Ratio(2));
    return clear ? std::optional(found.front().number) : std::nullopt;
}

/// The largest factor whose square is at most `factor`, to a hundredth: exact enough for a threshold.
Ratio root(const Ratio& factor) {
    std::int64_t low = 100;
    std::int64_t high = 100'000;
    while (low < high) {
        const std::int64_t middle = (low + high + 1) / 2;
        const Ratio tried = Ratio(middle) / Ratio(100);
        if (tried * tried <= factor) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    return Ratio(low) / Ratio(100);
}

std::optional<Slip> digit_slip(const Decimal& value, const Range& range, const Ratio& factor, const Ratio& most) {
    const bool above = Ratio(value) > range.high;
    const auto found = fitting(above ? shortened(value) : lengthened(value), range, std::min(most, factor));
    if (found.empty()) return std::nullopt;
    return Slip{above ? SlipKind::too_large : SlipKind::too_small, the_only(found)};
}

/// Far above everything, with a zero at the end or a digit twice in a row: even a number a little less odd explains it.
std::optional<Slip> repeated_digit(const Decimal& value, const Range& range, const Ratio& factor) {
    if (Ratio(value) <= range.high || factor <= tenths(25)) return std::nullopt;
    for (std::size_t at = 0; at < value.digits.size() && value.digits.size() > 1; ++at) {
        const bool last_zero = at + 1 == value.digits.size() && value.digits[at] == '0';
        const bool twice = at + 1 < value.digits.size() && value.digits[at] == value.digits[at + 1];
        if (!last_zero && !twice) continue;
        std::string digits = value.digits;
        const Decimal meant = with_digits(digits.erase(at, 1), value.decimals);
        const auto other = range.beyond(Ratio(meant));
        if (other && *other < factor) return Slip{SlipKind::too_large, meant};
    }
    return std::nullopt;
}

/// A steady indicator that leaps, where a digit in another place continues its course.
std::optional<Slip> moved_digit(const Decimal& value, const Beside& beside) {
    if (beside.own.size() < 3 || value.digits.size() < 3) return std::nullopt;
    const Range last = range_of({beside.own.back()});
    const Ratio lively = liveliness(beside.own);
    const Ratio factor = *last.beyond(Ratio(value));
    if (factor <= std::max(tenths(12), one() + (lively - one()) * Ratio(3))) return std::nullopt;
    const auto found = fitting(moved(value), last, std::min(lively, tenths(11)));
    return found.empty() ? std::nullopt : std::optional(Slip{SlipKind::swapped, the_only(found)});
}

}  // namespace

std::optional<Slip> slip_of(const Decimal& typed, const Beside& beside) {
    Decimal value = typed;
    value.negative = false;
    const Ratio number(value);
    std::vector<Ratio> all = beside.own;
    if (beside.target) all.push_back(*beside.target);
    if (number.is_zero() || all.empty() || (all.size() == 1 && !beside.target)) return std::nullopt;
    const Range range = range_of(all);
    const Ratio factor = *range.beyond(number);
    if (beside.to_zero && number < range.low) return std::nullopt;
    const bool small = value.decimals == 0 && value.digits.size() <= 2;
    if (factor >= Ratio(10)) {
        if (auto slip = digit_slip(value, range, factor, root(factor))) return slip;
        return Slip{number > range.high ? SlipKind::too_large : SlipKind::too_small, std::nullopt};
    }
    if (small && !beside.has_past) return std::nullopt;
    const Ratio movement = small && number < range.low ? liveliness(beside.own) : one();
    if (factor > std::max(tenths(15), movement)) {
        if (auto slip = digit_slip(value, range, factor, root(factor))) return slip;
    }
    if (auto slip = repeated_digit(value, range, factor)) return slip;
    if (beside.has_past && beside.target) {
        const Range recent = range_of({beside.own.back(), *beside.target});
        const Ratio beyond = *recent.beyond(number);
        if (beyond > std::max(tenths(17), movement)) {
            if (auto slip = digit_slip(value, recent, beyond, tenths(11))) return slip;
        }
    }
    if (factor > tenths(12)) {
        const auto found = fitting(exchanged(value), range, Ratio(21) / Ratio(20));
        if (!found.empty()) return Slip{SlipKind::swapped, the_only(found)};
    }
    return factor > one() ? moved_digit(value, beside) : std::nullopt;
}

}  // namespace check
