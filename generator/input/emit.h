// A value as YAML.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/value.h"

namespace input {

/// On one line. `flow`: it will stand inside {} or [], where commas and brackets part values.
std::string emit_inline(const base::Value& value, bool flow);

/// Whether a list or map is written over several lines: lists of prose and whatever holds lists or maps.
bool wants_lines(const base::Value& value);

/// A list or map over several lines, every line but the first indented by `indent`; without a line end behind.
std::string emit_lines(const base::Value& value, std::size_t indent, std::string_view line_end);

}  // namespace input
