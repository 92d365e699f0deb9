// Text as a machine wants it: the rules 1-5 and 1-10.
#pragma once

#include <string>
#include <string_view>

namespace workbook {

/// Line breaks and U+3000 become a blank, blanks at the ends go, several become one.
std::string one_line(std::string_view text);
/// ㎡ → m2, ① → (1), Ⅱ → II, ㈱ → (株): the characters that are not in JIS X 0208.
std::string without_machine_characters(std::string_view text);

/// ｍ → m, １０ → 10, ％ → %: full-width ASCII as ordinary one.
std::string half_width(std::string_view text);

}  // namespace workbook
