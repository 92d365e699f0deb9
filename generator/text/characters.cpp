// What cannot be set becomes a geta (〓) and is told to the caller; numerals change width only where they are no code.
#include "text/characters.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace text {

namespace {

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0xFDD0 && c <= 0xFDEF); }

/// Format characters of scripts and directions that this program does not set.
bool is_refused_format(char32_t c) {
    return c == 0xAD || c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x206F) || (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F) ||
           (c & 0xFFFEU) == 0xFFFE;
}

bool is_full_digit(char32_t c) { return c >= U'０' && c <= U'９'; }
bool is_half_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_digit(char32_t c) { return is_full_digit(c) || is_half_digit(c); }

bool is_letter(char32_t c) {
    const char32_t half = base::half_width(c);
    return (half >= U'A' && half <= U'Z') || (half >= U'a' && half <= U'z');
}

bool is_separator(char32_t c) { return c == U',' || c == U'.' || c == U'，' || c == U'．'; }

/// The end of the number that begins at `begin`: digits, single separators between digits.
std::size_t number_end(const std::vector<Character>& characters, std::size_t begin) {
    std::size_t end = begin;
    while (end < characters.size() && !characters[end].exact) {
        if (is_digit(characters[end].value)) {
            ++end;
        } else if (is_separator(characters[end].value) && end + 1 < characters.size() &&
                   is_digit(characters[end + 1].value) && !characters[end + 1].exact) {
            end += 2;
        } else {
            break;
        }
    }
    return end;
}

}  // namespace

bool is_variation_selector(char32_t c) { return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF); }

char32_t full_width(char32_t c) { return c >= 0x21 && c <= 0x7E ? c + 0xFEE0 : c; }

bool combines(char32_t c) {
    if (c < 0x300) return false;
    if (c == 0x200D || c == 0x200C || c == 0x2060 || c == 0xFEFF || is_variation_selector(c)) return true;
    if (c >= 0x3000 && c < 0xA000 && (c < 0x302A || c > 0x302F) && c != 0x3099 && c != 0x309A) return false;
    const auto type = u_charType(static_cast<UChar32>(c));
    return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_COMBINING_SPACING_MARK ||
           (c >= 0x1F3FB && c <= 0x1F3FF);
}

void decode_runs(const std::vector<Run>& runs, const RefusalSink& refuse, std::vector<Character>& characters) {
    characters.clear();
    for (std::size_t r = 0; r < runs.size(); ++r) {
        const Run& run = runs[r];
        const auto index = static_cast<std::uint32_t>(r);
        if (run.object_width) characters.push_back({object_character, index, 0, true});
        for (std::size_t at = 0; at < run.text.size();) {
            const base::Decoded decoded = base::decode_at(run.text, at);
            Character c{decoded.character, index, static_cast<std::uint32_t>(at), run.exact};
            at += decoded.length;
            if (c.value == U'\r' && at < run.text.size() && run.text[at] == '\n') continue;
            if (c.value == U'\t') c.value = U' ';
            if (c.value == U'\u2028' || c.value == U'\r') c.value = U'\n';
            const bool bad = !decoded.valid || is_refused_format(c.value);
            if (bad || c.value == object_character || (c.value != U'\n' && is_control(c.value))) {
                refuse(!decoded.valid ? Refusal::malformed : bad ? Refusal::format : Refusal::control, c);
                c.value = geta;
            }
            characters.push_back(c);
        }
    }
}

void apply_numerals(std::vector<Character>& characters, base::Numerals numerals) {
    if (numerals == base::Numerals::as_written) return;
    for (std::size_t at = 0; at < characters.size(); ++at) {
        if (!is_digit(characters[at].value) || characters[at].exact) continue;
        const std::size_t end = number_end(characters, at);
        const bool behind_letter = at > 0 && is_letter(characters[at - 1].value);
        const char32_t next = end < characters.size() ? characters[end].value : U' ';
        const bool full = numerals == base::Numerals::one_full_more_half && end - at == 1;
        const bool code = behind_letter || (is_letter(next) && (full || next > 0xFF));
        for (std::size_t i = at; i < end && !code; ++i) {
            characters[i].value = full ? full_width(characters[i].value) : base::half_width(characters[i].value);
        }
        at = end - 1;
    }
}

}  // namespace text
