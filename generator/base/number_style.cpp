// Groups the digits of the magnitude by threes, then puts the style's sign before them, also as a sheet's format.
#include "base/number_style.h"

namespace base {

namespace {

/// A literal of a number format; a quotation mark in it stands behind a backslash, outside the quotes.
std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (char c : text) out.append(c == '"' ? "\"\\\"\"" : std::string(1, c));
    return out.append("\"");
}

}  // namespace

Digits Digits::behind(std::size_t bytes) const {
    const auto by = static_cast<std::uint32_t>(bytes);
    return {begin + by, point + by, end + by};
}

std::string to_text(const Decimal& value, const NumberStyle& style) {
    Decimal magnitude = value;
    magnitude.negative = false;
    std::string text = plain(magnitude);
    if (style.grouping) {
        const std::size_t point = text.find('.');
        const std::size_t whole = point == std::string::npos ? text.size() : point;
        for (std::size_t at = whole; at > 3; at -= 3) text.insert(at - 3, 1, ',');
    }
    return value.negative ? style.minus + text : text;
}

std::string difference_text(const Decimal& value, const NumberStyle& style) {
    const bool zero = value.digits == "0";
    return (value.negative || zero ? "" : style.plus) + to_text(value, style);
}

std::string spreadsheet_format(int decimals, const NumberStyle& style, const std::string& suffix) {
    std::string digits = style.grouping ? "#,##0" : "0";
    if (decimals > 0) digits.append(".").append(static_cast<std::size_t>(decimals), '0');
    if (!suffix.empty()) digits.append(quoted(suffix));
    if (style.minus == "-") return digits;
    std::string format = digits;
    return format.append(";").append(quoted(style.minus)).append(digits);
}

}  // namespace base
