// Text of others in messages: what cannot be seen is named, and what is too long is cut.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace base {

/// Control characters, letters without any width, and marks that turn the direction of those behind them: a text with
/// them is not what it looks like.
bool cannot_be_seen(char32_t c);

/// Control characters, letters without width and marks that turn the direction of those behind them as `<U+202E>`; a
/// tab as a blank, line ends as they are where `lines` is set and as a blank otherwise.
std::string shown(std::string_view text, bool lines = false);

/// At most so many characters, the rest as `…`.
std::string shortened(std::string_view text, std::size_t most);

}  // namespace base
