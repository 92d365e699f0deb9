// Only what can be nothing but a year is moved: an era's name, an initial as a word of its own, four marked digits.
#include "scaffold/years.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"

namespace scaffold {

namespace {

using Text = std::u32string_view;

bool is_digit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }
bool is_wide(char32_t c) { return c >= U'０' && c <= U'９'; }
bool is_word(char32_t c) { return is_digit(c) || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

std::size_t digits_end(Text text, std::size_t at) {
    while (at < text.size() && is_digit(text[at])) ++at;
    return at;
}

int number(Text digits) {
    int value = 0;
    for (const char32_t c : digits) value = value * 10 + static_cast<int>(is_wide(c) ? c - U'０' : c - U'0');
    return value;
}

std::u32string in_digits(int value, bool wide) {
    std::u32string out = base::decode(std::to_string(value));
    if (wide) {
        for (char32_t& c : out) c = c - U'0' + U'０';
    }
    return out;
}

const base::Era* era_of(const base::Eras& eras, int western) {
    const auto found =
        std::find_if(eras.begin(), eras.end(), [&](const base::Era& era) { return era.first_year <= western; });
    return found == eras.end() ? nullptr : &*found;
}

/// A year found at a place, and what stands there a year later.
struct Found {
    std::size_t length = 0;
    std::u32string later;
};

/// 令和５年, 令和元年: the name, a number and 年 behind it.
std::optional<Found> by_name(const base::Eras& eras, Text text, std::size_t at) {
    for (const base::Era& era : eras) {
        const std::u32string name = base::decode(era.name);
        if (text.substr(at, name.size()) != name) continue;
        const std::size_t begin = at + name.size();
        const bool first = text.substr(begin, 1) == U"元";
        const std::size_t end = first ? begin + 1 : digits_end(text, begin);
        if (end == begin || end - begin > 2 || text.substr(end, 1) != U"年") return std::nullopt;
        const int later = era.first_year + (first ? 1 : number(text.substr(begin, end - begin)));
        const base::Era* next = era_of(eras, later);
        const int counted = later - next->first_year + 1;
        const bool wide = !first && is_wide(text[begin]);
        return Found{end - at, base::decode(next->name) + (counted == 1 ? U"元" : in_digits(counted, wide))};
    }
    return std::nullopt;
}

/// R5, r5: a word of its own.
std::optional<Found> by_initial(const base::Eras& eras, Text text, std::size_t at) {
    const std::size_t end = digits_end(text, at + 1);
    const bool word = (at == 0 || !is_word(text[at - 1])) && (end == text.size() || !is_word(text[end]));
    if (!word || end == at + 1 || end - at > 3 || is_wide(text[at + 1])) return std::nullopt;
    const bool small = text[at] >= U'a' && text[at] <= U'z';
    const char32_t capital = small ? text[at] - U'a' + U'A' : text[at];
    for (const base::Era& era : eras) {
        if (base::decode(era.initial) != std::u32string(1, capital)) continue;
        std::string later = base::short_year(eras, {era.first_year + number(text.substr(at + 1, end - at - 1))});
        if (small) later = base::ascii_lower(later);
        return Found{end - at, base::decode(later)};
    }
    return std::nullopt;
}

/// 2023年, （2023）, 2023-09-01: four digits that nothing else can be.
std::optional<Found> by_count(Text text, std::size_t at) {
    const std::size_t end = digits_end(text, at);
    if (end - at != 4 || (at > 0 && is_word(text[at - 1]))) return std::nullopt;
    const int year = number(text.substr(at, 4));
    const char32_t behind = end < text.size() ? text[end] : U' ';
    const bool marked = behind == U'年' || behind == U'）' || behind == U')' || behind == U'-' || behind == U'/';
    if (year < 1989 || year > 2100 || !marked) return std::nullopt;
    return Found{4, in_digits(year + 1, is_wide(text[at]))};
}

}  // namespace

std::string a_year_later(const base::Eras& eras, std::string_view text) {
    const std::u32string characters = base::decode(text);
    const Text all = characters;
    std::u32string out;
    for (std::size_t at = 0; at < all.size();) {
        std::optional<Found> found = by_name(eras, all, at);
        if (!found && is_word(all[at]) && !is_digit(all[at])) found = by_initial(eras, all, at);
        if (!found && is_digit(all[at])) found = by_count(all, at);
        if (found) {
            out += found->later;
            at += found->length;
        } else if (is_digit(all[at])) {  // a longer number is no year in any part
            const std::size_t end = digits_end(all, at);
            out += all.substr(at, end - at);
            at = end;
        } else {
            out += all[at++];
        }
    }
    return base::encode(out);
}

}  // namespace scaffold
