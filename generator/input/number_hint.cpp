// Parts a text into its one number, what stands before and what behind; the two tell how to write it.
#include "input/number_hint.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "base/decimal.h"
#include "base/message.h"
#include "base/utf8.h"
#include "input/year_hint.h"

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
        c = base::half_width(c);
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
    const std::u32string signs = base::decode(text);
    return !signs.empty() && signs.size() < 3 &&
           std::all_of(signs.begin(), signs.end(), [](char32_t c) { return is_any(c, U"△▲-−－ー―‐–—一"); });
}

/// 2022-12-01, 12月1日, 2022年12月, 12:30.
bool is_date_or_time(const std::u32string& letters) {
    std::string shape;
    for (const char32_t c : letters) {
        const char now = is_narrow_digit(c) ? '9' : is_any(c, U"-/年月日:") ? '-' : is_blank(c) ? ' ' : 'x';
        if (shape.empty() || shape.back() != now) shape += now;
    }
    const bool time = letters.find(U':') != std::u32string::npos;
    const bool month = letters.find(U'月') != std::u32string::npos;
    return shape == "9-9-9" || shape == "9-9-9-" || ((time || month) && (shape == "9-9" || shape == "9-9-"));
}

/// 17 935: blanks for the commas between thousands; nothing for anything else.
std::string without_blanks(const std::u32string& letters) {
    std::string number;
    std::size_t group = 0;
    for (const char32_t c : letters) {
        if (!is_narrow_digit(c) && !is_blank(c)) return {};
        if (is_narrow_digit(c)) {
            number += static_cast<char>(c);
            ++group;
            continue;
        }
        if (group == 0 || group > 3 || (number.size() > group && group != 3)) return {};
        group = 0;
    }
    return group == 3 && number.size() > 3 ? number : std::string();
}

/// The numeral that the text is, by its own letter or in kanji.
std::string numeral(std::string_view text) {
    constexpr std::u32string_view circled = U"①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
    constexpr std::u32string_view roman = U"ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ";
    const std::u32string letters = base::decode(text);
    for (const std::u32string_view numerals : {circled, roman}) {
        const std::size_t at = letters.size() == 1 ? numerals.find(letters[0]) : std::u32string_view::npos;
        if (at != std::u32string_view::npos) return std::to_string(at + 1);
    }
    return base::encode(with_digits(text));
}

/// 十二, ②, 17 935, 012
std::string hint_of_digits(std::string_view text, const std::u32string& letters) {
    std::string number = without_blanks(letters);
    if (number.empty()) number = numeral(text);
    if (number.empty() || number.find_first_not_of("0123456789") != std::string::npos) return {};
    number.erase(0, std::min(number.find_first_not_of('0'), number.size() - 1));
    return say("write {}", number);
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
        return is_any(c, U"=+-;:.,'\"`△▲▼*※()[]↑↓→↗↘⇧⇩") || (c >= 0x200B && c <= 0x200F) || c == 0xFEFF;
    });
    return base::encode(letters);
}

/// In a map a comma would end the value.
std::string quoted(const std::string& number) {
    return number.find(',') == std::string::npos ? number : '"' + number + '"';
}

}  // namespace

std::string range_hint(std::string_view text, bool allowed) {
    const std::u32string letters = narrowed(text);
    for (const std::u32string_view sign : {U"~", U"〜", U"-", U"–", U"—", U"−", U"から", U"乃至", U"/"}) {
        const std::size_t at = letters.find(sign, 1);
        if (at == std::u32string::npos) continue;
        const std::string from = trimmed(std::u32string_view(letters).substr(0, at));
        const std::string to = trimmed(std::u32string_view(letters).substr(at + sign.size()));
        const auto low = base::parse_decimal(from).value, high = base::parse_decimal(to).value;
        if (!low || !high) continue;
        if (sign == U"/") return say("one number stands here: what the division gives");
        const bool falls = base::Ratio(*low) > base::Ratio(*high);
        if (allowed) return say("write \"{0}～{1}\"", falls ? to : from, falls ? from : to);
        return say("a value is one number; what it lies between can stand in a note: {{value: {0}, note: {1}}}",
                   quoted(from), text);
    }
    return {};
}

std::string number_hint(std::string_view text) {
    const std::u32string letters = narrowed(text);
    const std::string whole = trimmed(letters);
    for (const std::string_view nothing :
         {"x", "X", "***", "*", "…", "...", "・・・", "‥", "-", "--", "ー", "―", "n/a", "N/A", "なし"}) {
        if (whole == nothing) return say("where there is no value stands a status word of the policy, such as 未公表");
    }
    if (is_date_or_time(letters))
        return say("this is a date or a time, as Excel makes of some numbers; write the number");
    if (whole == "TRUE" || whole == "FALSE" || whole == "True" || whole == "False") {
        return say("this is no number but the answer of a comparison in Excel; write the number");
    }
    const auto found = find_number(letters);
    if (!found) return hint_of_digits(text, letters);
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
    if (is_one_of(after, {"r", "R", "(r)", "(改定)", "(改定値)", "(改)", "改定値"}) ||
        is_one_of(before, {"r", "R", "(r)"})) {
        return say("write {{value: {0}, revised: true}}", quoted(value));
    }
    if (after.starts_with("(") && after.ends_with(")")) {
        return say("write {{value: {0}, note: {1}}}", quoted(value), after.substr(1, after.size() - 2));
    }
    if (is_one_of(before, {"p", "P", "(p)"})) return say("write {{value: {0}, provisional: true}}", quoted(value));
    if (is_one_of(before, {"¥", "￥", "\\", "$", "€"})) {
        return say("write {0}; `{1}` stands once, as the `unit` of the indicator", value, before);
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
