// What the lengths of styles and templates may be: nothing is drawn with letters of no size, and no page is larger than
// a PDF can hold.
#pragma once

#include <optional>
#include <string_view>

#include "base/value.h"

namespace compose {

/// The length under a key, when it is there and within the range of its kind; reported otherwise.
std::optional<base::Length> length_in_range(base::Fields& fields, std::string_view key);

/// Whether `length`, written as `value` under `key`, is within the range; reported otherwise.
bool is_in_range(base::Length length, std::string_view key, const base::Value& value, base::Diagnostics& diagnostics);

}  // namespace compose
