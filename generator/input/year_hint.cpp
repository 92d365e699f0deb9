// Puts the text into the form that base reads: digits for letters, the era by its whole name, no blanks.
#include "input/year_hint.h"

#include <string>

#include "base/utf8.h"

namespace input {

std::u32string with_digits(std::string_view text) {
    constexpr std::u32string_view numerals = U"〇一二三四五六七八九";
    const std::u32string letters = base::decode(text);
    std::u32string result;
    const auto is_digit = [](char32_t c) { return c >= U'0' && c <= U'9'; };
    for (std::size_t at = 0; at < letters.size(); ++at) {
        char32_t c = letters[at];
        c = base::half_width(c);
        if (const std::size_t digit = numerals.find(c); digit != std::u32string_view::npos) {
            c = U'0' + static_cast<char32_t>(digit);
        }
        if (c == U'十') {
            const bool before = !result.empty() && is_digit(result.back());
            const bool behind = at + 1 < letters.size() && numerals.find(letters[at + 1]) != std::u32string_view::npos;
            if (!before) result += U'1';
            if (!behind) result += U'0';
            continue;
        }
        result += c;
    }
    return result;
}

std::optional<base::Year> year_meant(const base::Eras& eras, std::string_view text) {
    std::u32string letters = with_digits(text);
    std::erase_if(letters, [](char32_t c) { return c == U' ' || c == U'　'; });
    if (letters.size() > 1 && (letters[1] == U'.' || letters[1] == U'・')) letters.erase(1, 1);
    if (const auto year = base::parse_year(eras, base::encode(letters))) return year;
    for (const base::Era& era : eras) {
        // 令5, 令5年度
        const std::u32string name = base::decode(era.name);
        if (name.empty() || letters.empty() || letters[0] != name[0]) continue;
        return base::parse_year(eras, era.name + base::encode(letters.substr(1)));
    }
    return std::nullopt;
}

}  // namespace input
