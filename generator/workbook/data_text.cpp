// Characters of NEC's and IBM's extensions become plain: series are computed, the rest looked up in a sorted table.
#include "workbook/data_text.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"

namespace workbook {

namespace {

struct Replacement {
    char32_t character;
    std::string_view plain;
};

/// Single ones of NEC's and IBM's extensions, in order of code; the series ①…, Ⅰ…, ⅰ… are computed and lie between.
constexpr std::array replacements = {
    Replacement{U'ℓ', "L"},         Replacement{U'№', "No."},         Replacement{U'℡', "TEL"},
    Replacement{U'〝', "\""},       Replacement{U'〟', "\""},         Replacement{U'㈱', "(株)"},
    Replacement{U'㈲', "(有)"},     Replacement{U'㈹', "(代)"},       Replacement{U'㊤', "上"},
    Replacement{U'㊥', "中"},       Replacement{U'㊦', "下"},         Replacement{U'㊧', "左"},
    Replacement{U'㊨', "右"},       Replacement{U'㋿', "令和"},      Replacement{U'㌃', "アール"},
    Replacement{U'㌍', "カロリー"}, Replacement{U'㌔', "キロ"},       Replacement{U'㌘', "グラム"},
    Replacement{U'㌢', "センチ"},   Replacement{U'㌣', "セント"},     Replacement{U'㌦', "ドル"},
    Replacement{U'㌧', "トン"},     Replacement{U'㌫', "パーセント"}, Replacement{U'㌶', "ヘクタール"},
    Replacement{U'㌻', "ページ"},   Replacement{U'㍉', "ミリ"},       Replacement{U'㍍', "メートル"},
    Replacement{U'㍑', "リットル"}, Replacement{U'㍻', "平成"},       Replacement{U'㍼', "昭和"},
    Replacement{U'㍽', "大正"},     Replacement{U'㍾', "明治"},       Replacement{U'㎎', "mg"},
    Replacement{U'㎏', "kg"},       Replacement{U'㎜', "mm"},         Replacement{U'㎝', "cm"},
    Replacement{U'㎞', "km"},       Replacement{U'㎠', "cm2"},        Replacement{U'㎡', "m2"},
    Replacement{U'㎢', "km2"},      Replacement{U'㎥', "m3"},         Replacement{U'㏄', "cc"},
    Replacement{U'㏍', "K.K."},
};

static_assert(std::ranges::is_sorted(replacements, {}, &Replacement::character));

constexpr std::array roman = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"};

std::string in_brackets(char32_t number) { return "(" + std::to_string(static_cast<unsigned>(number)) + ")"; }

std::string lower(std::string text) {
    for (char& c : text) c = static_cast<char>(c + 0x20);
    return text;
}

/// Empty when the character is an ordinary one.
std::string plain_form(char32_t c) {
    if (c < replacements.front().character || c > replacements.back().character) return {};
    if (c >= U'①' && c <= U'⑳') return in_brackets(c - U'①' + 1);
    if (c >= U'㉑' && c <= U'㉟') return in_brackets(c - U'㉑' + 21);
    if (c >= U'㊱' && c <= U'㊿') return in_brackets(c - U'㊱' + 36);
    if (c >= U'⑴' && c <= U'⒇') return in_brackets(c - U'⑴' + 1);
    if (c >= U'Ⅰ' && c <= U'Ⅻ') return roman[c - U'Ⅰ'];
    if (c >= U'ⅰ' && c <= U'ⅻ') return lower(roman[c - U'ⅰ']);
    const auto* const found = std::lower_bound(replacements.begin(), replacements.end(), c,
                                               [](const Replacement& r, char32_t code) { return r.character < code; });
    return found->character == c ? std::string(found->plain) : std::string();
}

/// No break, no tab, no U+3000, no two blanks together, none at an end.
bool is_one_line(std::string_view text) {
    bool after_blank = true;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const bool wide = c == '\xE3' && text.substr(at, 3) == "\u3000";
        if (wide || c == '\n' || c == '\r' || c == '\t' || (c == ' ' && after_blank)) return false;
        after_blank = c == ' ';
    }
    return !after_blank;
}

bool blank(char32_t c) { return c == U' ' || c == U'\u3000' || c == U'\n' || c == U'\r' || c == U'\t'; }

}  // namespace

std::string one_line(std::string_view text) {
    if (is_one_line(text)) return std::string(text);
    std::string out;
    bool waiting = false;
    for (char32_t c : base::decode(text)) {
        if (blank(c)) {
            waiting = !out.empty();
            continue;
        }
        if (waiting) out += ' ';
        waiting = false;
        base::append_utf8(out, c);
    }
    return out;
}

std::string without_machine_characters(std::string_view text) {
    std::string out;
    std::size_t kept = 0;
    for (std::size_t at = 0; at < text.size();) {
        const base::Decoded next = base::decode_at(text, at);
        const std::string plain = plain_form(next.character);
        if (!plain.empty()) {
            out.append(text.substr(kept, at - kept)).append(plain);
            kept = at + next.length;
        }
        at += next.length;
    }
    return out.append(text.substr(kept));
}

std::string half_width(std::string_view text) {
    std::string out;
    for (const char32_t c : base::decode(text)) base::append_utf8(out, base::half_width(c));
    return out;
}

}  // namespace workbook
