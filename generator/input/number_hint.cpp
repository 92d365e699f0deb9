// Parts a text into its one number, what stands before and what behind; the two tell how to write it.
#include "input/number_hint.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "base/decimal.h"
#include "base/message.h"
#include "base/utf8.h"

namespace input {

namespace {

using base::say;

bool is_narrow_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool is_blank(char32_t c) { return c == U' ' || c == U'　' || c == U'\t'; }

bool is_any(char32_t c, std::u32string_view of) { return of.find(c) != std::u32string_view::npos; }

/// Half-width digits, signs and brackets in the place of full-width ones; blanks stay.
std::u32string narrowed(std::string_view text) {
    std::u32string result = base::decode(text);
    for (char32_t& c : result) {
        if (c >= U'！' && c <= U'～') c = c - U'！' + U'!';
        if (c == U'．') c = U'.';
        if (c == U'、') c = U',';
    }
    return result;
}

std::string trimmed(std::u32string_view text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return base::encode(text);
}

/// What stands around the one number of a text.
struct Found {
    std::string before, number, after;
};

std::optional<Found> find_number(const std::u32string& text) {
    const auto first = std::find_if(text.begin(), text.end(), is_narrow_digit);
    if (first == text.end()) return std::nullopt;
    const auto last =
        std::find_if(first, text.end(), [](char32_t c) { return !is_narrow_digit(c) && c != U',' && c != U'.'; });
    if (std::any_of(last, text.end(), is_narrow_digit) &&
        !std::any_of(last, text.end(), [](char32_t c) { return c == U'('; })) {
        return std::nullopt;
    }
    std::string number = base::encode(std::u32string(first, last));
    // .5 lost its zero, not its point.
    if (first != text.begin() && *(first - 1) == U'.' && number.find('.') == std::string::npos)
        return Found{trimmed(std::u32string(text.begin(), first - 1)), "0." + number,
                     trimmed(std::u32string(last, text.end()))};
    while (number.ends_with('.') || number.ends_with(',')) number.pop_back();
    if (!base::parse_decimal(number).value) return std::nullopt;
    return Found{trimmed(std::u32string(text.begin(), first)), number, trimmed(std::u32string(last, text.end()))};
}

bool is_minus(const std::string& text) {
    const std::u32string sign = base::decode(text);
    return sign.size() == 1 && is_any(sign[0], U"△▲-−－ー―‐–—一");
}

bool is_one_of(const std::string& text, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

bool has_latin(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

/// Without the signs that people leave by mistake: =18,405 or 18,405;
std::string in_letters(const std::string& text) {
    std::u32string letters = base::decode(text);
    std::erase_if(letters, [](char32_t c) {
        return is_any(c, U"=+-;:.,'\"`△▲▼*※()[]") || (c >= 0x200B && c <= 0x200F) || c == 0xFEFF;
    });
    return base::encode(letters);
}

/// In a map a comma would end the value.
std::string quoted(const std::string& number) {
    return number.find(',') == std::string::npos ? number : '"' + number + '"';
}

}  // namespace

std::string number_hint(std::string_view text) {
    const std::u32string letters = narrowed(text);
    const std::string whole = trimmed(letters);
    for (const std::string_view nothing :
         {"x", "X", "***", "*", "…", "...", "・・・", "‥", "-", "--", "ー", "―", "n/a", "N/A", "なし"}) {
        if (whole == nothing) return say("where there is no value stands a status word of the policy, such as 未公表");
    }
    const auto found = find_number(letters);
    if (!found) return {};
    const auto& [before, number, after] = *found;
    if (before == "(" && after.starts_with(")")) {
        return say("write {{value: {0}, reference: true}} for a 参考値, or -{1} if the brackets mean less than zero",
                   quoted(number), number);
    }
    if (after.size() == 1 && std::string_view("lIOoSBZ|").find(after[0]) != std::string_view::npos) return {};
    const bool minus = is_minus(before);
    const std::string value = (minus ? "-" : "") + number;
    const std::string typed_before = minus ? std::string() : in_letters(before);
    const std::string typed_after = in_letters(after);
    if (is_one_of(after, {"(速報)", "(速報値)", "(暫定)", "(暫定値)", "速報値", "p", "P"})) {
        return say("write {{value: {0}, provisional: true}}", quoted(value));
    }
    if (after.starts_with("(") && after.ends_with(")")) {
        return say("write {{value: {0}, note: {1}}}", quoted(value), after.substr(1, after.size() - 2));
    }
    if (has_latin(before)) return {};  // Sep-24
    if (is_one_of(after, {"万", "千", "億", "百万", "割"})) {
        return say("write the number in full, without `{}`", after);
    }
    if (!typed_before.empty() || is_one_of(after, {"以上", "以下", "超", "未満", "強", "弱", "余", "余り"})) {
        return say("write {{value: {0}, note: {1}}}", quoted(value), typed_before + typed_after);
    }
    if (is_one_of(after, {"※", "*", "†"})) return say("write {{value: {0}, note: {1}}}", quoted(value), "…");
    if (typed_after.empty()) return say("write {}", value);
    return say("write {0}; `{1}` stands once, as the `unit` of the indicator", value, typed_after);
}

}  // namespace input
