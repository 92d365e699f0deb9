// A tree in few bytes, beside the text it was parsed from: places, and what of a text does not stand there as it is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/value.h"

namespace input {

/// `tree` was parsed from `text`.
std::string packed(const base::Value& tree, std::string_view text);

/// The tree that was packed, as if it had been parsed from the `file` that holds the same text.
base::Value unpacked(std::string_view packed, std::string_view text, std::uint32_t file);

}  // namespace input
