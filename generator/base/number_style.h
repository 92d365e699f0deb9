// The one place where a number becomes letters, on the page and in a spreadsheet's number format.
#pragma once

#include <cstdint>
#include <string>

#include "base/decimal.h"

namespace base {

/// How numbers are written; from the policy and the template's style.
struct NumberStyle {
    bool grouping = true;       ///< 18,405 rather than 18405
    std::string minus = "−";    ///< before a negative number: − or △
    std::string plus = "+";     ///< before a positive difference
    std::string percent = "%";  ///< behind a rate: % or ％
    bool operator==(const NumberStyle&) const = default;
};

/// Where the digits of a number stand in a text, in bytes, with what groups and parts them.
struct Digits {
    std::uint32_t begin = 0;
    std::uint32_t point = 0;  ///< behind the whole digits
    std::uint32_t end = 0;

    bool any() const { return begin < end; }
    Digits behind(std::size_t bytes) const;
};

/// 18,405 · −0.7 · △1.6
std::string to_text(const Decimal& value, const NumberStyle& style);
/// +1.3 · −1.6 · 0.0 (a value that is zero as shown has no sign)
std::string difference_text(const Decimal& value, const NumberStyle& style);
/// The spreadsheet format that shows the same letters: #,##0.0;△#,##0.0. `suffix` is quoted behind the digits.
std::string spreadsheet_format(int decimals, const NumberStyle& style, const std::string& suffix = "");

}  // namespace base
