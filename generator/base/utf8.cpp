// Bad bytes become U+FFFD; width by ranges of UAX #11; likeness by edit distance with neighbours exchanged.
#include "base/utf8.h"

#include <algorithm>
#include <array>

namespace base {

namespace {

struct Range {
    char32_t first, last;
};

/// Ranges are in order.
bool within(char32_t c, const auto& ranges) {
    const auto behind =
        std::upper_bound(ranges.begin(), ranges.end(), c, [](char32_t wanted, Range r) { return wanted < r.first; });
    return behind != ranges.begin() && c <= std::prev(behind)->last;
}

// Combining marks, variation selectors and format characters take no column.
constexpr std::array<Range, 8> zero_width = {{{0x0300, 0x036F},
                                              {0x200B, 0x200F},
                                              {0x2060, 0x2064},
                                              {0x3099, 0x309A},
                                              {0xFE00, 0xFE0F},
                                              {0xFE20, 0xFE2F},
                                              {0xFEFF, 0xFEFF},
                                              {0xE0100, 0xE01EF}}};

// UAX #11 W and F, and the ambiguous signs that Japanese terminals show wide.
constexpr std::array<Range, 14> wide = {{{0x1100, 0x115F},
                                         {0x203B, 0x203B},
                                         {0x2460, 0x24FF},
                                         {0x25A0, 0x25FF},
                                         {0x2E80, 0x303E},
                                         {0x3041, 0x33FF},
                                         {0x3400, 0x4DBF},
                                         {0x4E00, 0x9FFF},
                                         {0xA000, 0xA4CF},
                                         {0xAC00, 0xD7A3},
                                         {0xF900, 0xFAFF},
                                         {0xFE30, 0xFE4F},
                                         {0xFF01, 0xFF60},
                                         {0x1F300, 0x3FFFD}}};

/// Insertions, deletions, replacements and exchanges of neighbours (optimal string alignment).
std::size_t edit_distance(std::u32string_view a, std::u32string_view b) {
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j < row.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        before.swap(last);
        last.swap(row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            const bool exchanged = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (exchanged) row[j] = std::min(row[j], before[j - 2] + 1);
        }
    }
    return row.back();
}

/// How many slips a word may hold and still be recognized. One or two letters hold none: 十 is no slip of －.
std::size_t slips_in(std::size_t letters) { return letters <= 2 ? 0 : letters <= 4 ? 1 : letters / 3 + 1; }

}  // namespace

Decoded decode_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(at);
    if (lead < 0x80) return {lead, 1, true};
    // Nearly all of a Japanese text: three bytes that are neither overlong nor half a pair.
    if (lead > 0xE0 && lead < 0xF0 && lead != 0xED && at + 3 <= text.size()) {
        const unsigned second = byte(at + 1), third = byte(at + 2);
        if ((second & 0xC0U) == 0x80 && (third & 0xC0U) == 0x80) {
            return {(lead & 0xFU) << 12U | (second & 0x3FU) << 6U | (third & 0x3FU), 3, true};
        }
    }
    const std::size_t length = lead >= 0xF0 && lead < 0xF5 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead >= 0xF5 || at + length > text.size()) return {0xFFFD, 1, false};
    char32_t c = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80) return {0xFFFD, i, false};
        c = (c << 6U) | (byte(at + i) & 0x3FU);
    }
    const bool overlong = (length == 3 && c < 0x800) || (length == 4 && c < 0x10000);
    if (overlong || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return {0xFFFD, 1, false};
    return {c, length, true};
}

std::u32string decode(std::string_view text) {
    std::u32string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Decoded next = decode_at(text, at);
        out += next.character;
        at += next.length;
    }
    return out;
}

void append_utf8(std::string& out, char32_t c) {
    const auto put = [&](char32_t bits) { out += static_cast<char>(static_cast<unsigned char>(bits)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0U | (c >> 6U));
        put(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        put(0xE0U | (c >> 12U));
        put(0x80U | ((c >> 6U) & 0x3FU));
        put(0x80U | (c & 0x3FU));
    } else {
        put(0xF0U | (c >> 18U));
        put(0x80U | ((c >> 12U) & 0x3FU));
        put(0x80U | ((c >> 6U) & 0x3FU));
        put(0x80U | (c & 0x3FU));
    }
}

std::string encode(std::u32string_view text) {
    std::string out;
    out.reserve(text.size() * 3);
    for (char32_t c : text) append_utf8(out, c);
    return out;
}

std::string ascii_lower(std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

std::optional<std::size_t> first_invalid(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Decoded next = decode_at(text, at);
        if (!next.valid) return at;
        at += next.length;
    }
    return std::nullopt;
}

int display_width(char32_t c) {
    if (c < 0x300) return 1;
    if (within(c, zero_width)) return 0;
    return within(c, wide) ? 2 : 1;
}

int display_width(std::string_view text) {
    int width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded next = decode_at(text, at);
        width += display_width(next.character);
        at += next.length;
    }
    return width;
}

namespace {

/// Full-width and capital letters are the same keys of the keyboard.
std::u32string folded(std::u32string text) {
    for (char32_t& c : text) {
        c = half_width(c);
        if (c >= U'A' && c <= U'Z') c = c - U'A' + U'a';
    }
    return text;
}

}  // namespace

std::optional<std::string_view> nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
    const std::u32string wanted = folded(decode(word));
    if (wanted.size() > 200) return std::nullopt;
    std::optional<std::string_view> best;
    std::size_t least = slips_in(wanted.size()) + 1;
    for (std::string_view candidate : candidates) {
        // Each letter too many or too few is a slip: most candidates are out by their length alone.
        if (candidate.size() + least <= wanted.size()) continue;
        const std::u32string letters = folded(decode(candidate));
        if (std::max(letters.size(), wanted.size()) - std::min(letters.size(), wanted.size()) >= least) continue;
        const std::size_t distance = edit_distance(wanted, letters);
        if (distance < least && distance <= slips_in(letters.size())) {
            least = distance;
            best = candidate;
        }
    }
    return best;
}

}  // namespace base
