// Digits as printed, with the first wrong character named.
#include "base/decimal.h"

#include <array>
#include <cassert>

#include "base/utf8.h"

namespace base {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The bytes a leading minus takes, in any of the shapes people type, or 0.
std::size_t minus_length(std::string_view text) {
    for (std::string_view minus : {"-", "−", "△", "▲", "－"}) {
        if (text.starts_with(minus)) return minus.size();
    }
    return 0;
}

DecimalFault fault_of(std::string_view text, std::size_t at) {
    const char32_t c = decode_at(text, at).character;
    if (c >= 0xFF01 && c <= 0xFF5E) return DecimalFault::full_width;
    if (c == 'e' || c == 'E') return DecimalFault::exponent;
    if (c == ',') return DecimalFault::grouping;
    if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c >= 0x80) return DecimalFault::letter;
    return DecimalFault::malformed;
}

/// The length of the whole part with its commas, or the place of the comma that is wrong.
struct WholePart {
    std::size_t end;
    std::optional<std::size_t> wrong_comma;
};

WholePart scan_whole(std::string_view text, std::size_t begin) {
    std::size_t at = begin;
    std::size_t run = 0;
    std::optional<std::size_t> last_comma;
    for (; at < text.size() && (is_digit(text[at]) || text[at] == ','); ++at) {
        if (text[at] != ',') {
            ++run;
            continue;
        }
        const bool short_run = last_comma ? run != 3 : run == 0 || run > 3;
        if (short_run) return {at, last_comma.value_or(at)};
        last_comma = at;
        run = 0;
    }
    if (last_comma && run != 3) return {at, last_comma};
    return {at, std::nullopt};
}

}  // namespace

ParsedDecimal parse_decimal(std::string_view text) {
    const auto fail = [](DecimalFault fault, std::size_t at) { return ParsedDecimal{std::nullopt, fault, at}; };
    if (text.empty()) return fail(DecimalFault::empty, 0);
    Decimal value;
    const std::size_t begin = minus_length(text);
    const WholePart whole = scan_whole(text, begin);
    std::size_t at = whole.end;
    if (at < text.size() && text[at] != '.') return fail(fault_of(text, at), at);
    if (whole.wrong_comma) return fail(DecimalFault::grouping, *whole.wrong_comma);
    if (at == begin) return fail(DecimalFault::malformed, at < text.size() ? at : 0);
    // 010 is no number that anybody publishes: a digit or a point is missing, or it is a code.
    if (at > begin + 1 && text[begin] == '0') return fail(DecimalFault::malformed, begin);
    std::string digits;
    for (char c : text.substr(begin, at - begin)) {
        if (c != ',') digits += c;
    }
    if (at < text.size()) {
        const std::size_t point = at++;
        while (at < text.size() && is_digit(text[at])) digits += text[at++];
        value.decimals = static_cast<int>(at - point - 1);
        if (at < text.size()) return fail(fault_of(text, at), at);
        if (value.decimals == 0) return fail(DecimalFault::malformed, point);
    }
    if (digits.size() > max_digits) return fail(DecimalFault::too_long, begin);
    const std::size_t first = digits.find_first_not_of('0');
    value.digits = first == std::string::npos ? "0" : digits.substr(first);
    value.negative = begin > 0 && value.digits != "0";
    return {value, DecimalFault::none, 0};
}

Decimal whole(std::int64_t value) {
    std::string digits = std::to_string(value);
    if (value < 0) digits.erase(0, 1);
    return {value < 0, std::move(digits), 0};
}

std::string plain(const Decimal& value) {
    std::string digits = value.digits;
    const auto decimals = static_cast<std::size_t>(value.decimals);
    if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
    if (decimals > 0) digits.insert(digits.size() - decimals, 1, '.');
    return value.negative ? "-" + digits : digits;
}

}  // namespace base
