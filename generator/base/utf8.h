// UTF-8: decoding with repair, encoding, small and half-width letters, the width of text on a terminal, and likeness of
// words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace base {

struct Decoded {
    char32_t character;  ///< U+FFFD where the bytes are not UTF-8
    std::size_t length;  ///< bytes taken, at least 1
    bool valid;
};

/// The character that begins at byte `at`, which must lie inside the text.
Decoded decode_at(std::string_view text, std::size_t at);

std::u32string decode(std::string_view text);
void append_utf8(std::string& out, char32_t character);
std::string encode(std::u32string_view text);

/// The ASCII of which ！ to ～ are the full-width forms (UAX #11); all else stays.
constexpr char32_t half_width(char32_t c) { return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c; }

/// A to Z made small, whatever the locale; all else stays.
std::string ascii_lower(std::string text);

/// The byte offset of the first ill-formed sequence, if there is one.
std::optional<std::size_t> first_invalid(std::string_view text);

/// Terminal columns: 2 for East Asian wide and full-width, 0 for combining marks, else 1 (UAX #11).
int display_width(char32_t character);
int display_width(std::string_view text);

/// The candidate nearest to `word` by edit distance, if one is near enough to be a slip of the pen.
std::optional<std::string_view> nearest(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace base
