#pragma once
// The letters of a sentence as the readers of prose ask for them.
#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

namespace check {

using Letters = std::u32string_view;

inline bool is_digit(char32_t letter) { return letter >= U'0' && letter <= U'9'; }
inline bool is_latin(char32_t letter) {
    return (letter >= U'a' && letter <= U'z') || (letter >= U'A' && letter <= U'Z');
}
/// ４ as 4; any other letter as it is.
inline char32_t with_plain_digit(char32_t letter) {
    return letter >= U'０' && letter <= U'９' ? letter - U'０' + U'0' : letter;
}
inline bool is_digit_of_any_width(char32_t letter) { return is_digit(with_plain_digit(letter)); }
/// Hiragana, without the iteration marks.
inline bool is_kana(char32_t letter) { return letter >= 0x3041 && letter <= 0x3096; }

/// What stands at a place and behind it; nothing behind the end.
inline Letters tail(Letters letters, std::size_t at) { return letters.substr(std::min(at, letters.size())); }

inline bool begins(Letters text, std::initializer_list<Letters> words) {
    return std::any_of(words.begin(), words.end(), [&](Letters word) { return text.starts_with(word); });
}

}  // namespace check
