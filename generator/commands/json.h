// The little JSON that commands print.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace commands {

/// In quotes, with everything escaped that has to be.
std::string json_string(std::string_view text);

/// ["a", "b"]
std::string json_list(const std::vector<std::string>& texts);

}  // namespace commands
