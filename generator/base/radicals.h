// 康熙部首: what a PDF gives for some characters that look the same, so that no search finds them.
#pragma once

#include <optional>

namespace base {

/// The character that a radical from U+2F00 to U+2FD5 looks like; none for anything else.
std::optional<char32_t> letter_of_radical(char32_t c);

}  // namespace base
