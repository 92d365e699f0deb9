// Texts as JSON has them: RFC 8259, clause 7.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/length.h"

namespace base {

/// In quotes, with everything escaped that has to be; any other letter stands as it is.
std::string json_string(std::string_view text);

/// ["a", "b"]
std::string json_list(const std::vector<std::string>& texts);

/// [x, y, width, height] in thousandths of a point.
std::string json_rectangle(const Rect& rect);

}  // namespace base
