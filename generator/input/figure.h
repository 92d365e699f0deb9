// A value of an indicator in a year: a number as printed, or a word in its place.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "base/value.h"
#include "input/readers.h"

namespace input {

/// What may stand where there is no number.
enum class Words {
    statuses,    ///< only the policy's status words
    any,         ///< 設置, 工事・完成
    aims,        ///< of targets: the statuses, a range or a direction
    any_or_aims  ///< of targets: any words, of which a range or a direction is one
};

/// Reads `18,405`, `未公表`, or a map {value, provisional, ...}.
std::optional<Figure> read_figure(const base::Value& value, Words words, Reading& reading);

/// A map by years: each key is a year of the plan, given once. What is no such year is reported and left out.
std::vector<std::pair<base::Year, const base::Value*>> read_by_year(base::Fields& fields, std::string_view key,
                                                                    Reading& reading);
/// A year as the value of a key; nothing when it is missing or no year.
std::optional<base::Year> read_year(base::Fields& fields, std::string_view key, Reading& reading);
/// Reports a text that is no year.
std::optional<base::Year> parse_year(std::string_view text, base::Span span, Reading& reading);
/// The same for the key of a map by years.
std::optional<base::Year> parse_year_key(const base::Value::Entry& entry, Reading& reading);
/// Reports a year outside the plan.
bool check_in_plan(base::Year year, base::Span span, Reading& reading);

}  // namespace input
