// Texts as JSON has them: RFC 8259, clause 7.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace base {

/// In quotes, with everything escaped that has to be; any other letter stands as it is.
std::string json_string(std::string_view text);

/// ["a", "b"]
std::string json_list(const std::vector<std::string>& texts);

}  // namespace base
