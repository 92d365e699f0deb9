// A table from a key to the least and most it may be; any other length is a distance from 0 to the largest page.
#include "compose/ranges.h"

#include <algorithm>
#include <array>

#include "base/message.h"

namespace compose {

namespace {

using base::Length;

constexpr Length largest = Length::points(14'400);  // of a page: ISO 32000-1, Annex C.2

struct Range {
    std::string_view key;
    Length least, most;
};

constexpr Length hair{100};  // what is drawn can be seen

/// Distances are not negative unless they are told here.
constexpr std::array ranges = {
    Range{"size", Length::points(1), Length::points(1'000)},
    Range{"smaller_size", Length::points(0), Length::points(1'000)},
    Range{"leading", Length::points(1), Length::points(2'000)},
    Range{"weight", Length::points(0), Length::points(100)},
    Range{"leader_pitch", {500}, Length::points(1'000)},
    Range{"leader_radius", Length::points(0), Length::points(100)},
    Range{"width", hair, largest},
    Range{"height", hair, largest},
    Range{"columns", hair, largest},
    Range{"widths", hair, largest},
    Range{"plot_height", hair, largest},
    Range{"bar_height", hair, largest},
    Range{"bar_width", hair, largest},
    Range{"pitch", hair, largest},
    Range{"row", hair, largest},
    Range{"step", hair, largest},
    Range{"per_cent", hair, Length::points(100)},
    Range{"goal_width", hair, largest},
    Range{"target_width", hair, largest},
    Range{"measure_width", hair, largest},
    Range{"letterspace", Length::points(-100), Length::points(1'000)},
    Range{"raise", Length::points(-1'000), Length::points(1'000)},
    Range{"struck", {}, Length::points(20)},
    Range{"underlined", {}, Length::points(20)},
    Range{"first_indent", Length::points(-2'000), Length::points(2'000)},
    Range{"indent", Length::points(-2'000), Length::points(2'000)},
    Range{"x", -largest, largest},
    Range{"y", -largest, largest},
};

Range range_of(std::string_view key) {
    const auto found = std::find_if(ranges.begin(), ranges.end(), [&](const Range& range) { return range.key == key; });
    return found == ranges.end() ? Range{key, Length{}, largest} : *found;
}

std::string points_of(Length length) {
    const std::int64_t rest = length.value % 1000;
    return std::to_string(length.value / 1000) + (rest == 0 ? "" : "." + std::to_string(rest / 100));
}

}  // namespace

bool is_in_range(Length length, std::string_view key, const base::Value& value, base::Diagnostics& diagnostics) {
    const Range range = range_of(key);
    if (length >= range.least && length <= range.most) return true;
    diagnostics.error(value.span, base::say("`{0}` cannot be {1}", key, value.text),
                      base::say("it is from {0} to {1} points", points_of(range.least), points_of(range.most)));
    return false;
}

std::optional<Length> length_in_range(base::Fields& fields, std::string_view key) {
    const std::optional<Length> length = fields.optional_length(key);
    if (!length || is_in_range(*length, key, *fields.optional(key), fields.diagnostics())) return length;
    return std::nullopt;
}

}  // namespace compose
