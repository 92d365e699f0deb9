// Numbers as staff and other publications write them, and how to write them here.
#pragma once

#include <string>
#include <string_view>

namespace input {

/// How to write `text`: 58人, 約30, △ 54,317, (58), 58(注), ー58, x, …; empty where it is no such thing.
std::string number_hint(std::string_view text);

/// The same for two numbers in the place of one: 195～210, 195から210, 3/4. `allowed`: a range may stand there.
std::string range_hint(std::string_view text, bool allowed);

}  // namespace input
