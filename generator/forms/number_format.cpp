// Scans the format's first section character by character, past quoted and bracketed parts; no full parser.
#include "forms/number_format.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace forms {

NumberFormat read_format(std::string_view code) {
    NumberFormat format;
    const std::string_view first = code.substr(0, code.find(';'));
    if (first.empty() || first == "General" || first == "@") return format;
    format.decimals = 0;
    bool digits = false, behind_point = false;
    for (std::size_t i = 0; i < first.size(); ++i) {
        const char c = first[i];
        if (c == '"') {
            i = std::min(first.find('"', i + 1), first.size());
        } else if (c == '[') {  // a colour, a condition, a language; [h] counts hours
            const std::size_t end = std::min(first.find(']', i), first.size());
            const std::string_view inside = first.substr(i + 1, end - i - 1);
            if (inside == "h" || inside == "m" || inside == "s" || inside == "hh" || inside == "mm") format.date = true;
            i = end;
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '0' || c == '#' || c == '?') {
            digits = true;
            if (behind_point && c == '0') ++format.decimals;
        } else if (c == '.') {
            behind_point = true;
        } else if (c == '%') {
            format.percent = true;
        } else if (std::string_view("ymdhsgeYMDHSGE").find(c) != std::string_view::npos && !digits) {
            format.date = true;
        }
    }
    if (!digits && !format.date) format.decimals = -1;
    return format;
}

NumberFormat built_in_format(int id) {
    const bool date =
        (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
    if (date) return {0, false, true};
    switch (id) {
        case 1:
        case 3:
        case 37:
        case 38: return {0, false, false};
        case 2:
        case 4:
        case 39:
        case 40: return {2, false, false};
        case 9: return {0, true, false};
        case 10: return {2, true, false};
        default: return {};
    }
}

std::string number_letters(double number, int decimals) {
    if (!std::isfinite(number)) return "";
    constexpr int digits = 15;
    // Rounded to 15 digits first, as Excel shows it; then without an exponent.
    char exact[64];
    const auto rounded = std::to_chars(exact, exact + sizeof exact, number, std::chars_format::scientific, digits - 1);
    double value = 0;
    std::from_chars(exact, rounded.ptr, value);
    char out[512];
    const auto end = std::to_chars(out, out + sizeof out, value, std::chars_format::fixed);
    std::string text(out, end.ptr);
    const std::size_t point = text.find('.');
    const int has = point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1);
    if (decimals > has) {
        if (point == std::string::npos) text += '.';
        text.append(static_cast<std::size_t>(decimals - has), '0');
    }
    return text;
}

}  // namespace forms
