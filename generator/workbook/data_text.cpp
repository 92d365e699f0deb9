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

/// Single ones of NEC's and IBM's extensions; the series ①…, Ⅰ…, ⅰ… are computed.
constexpr std::array replacements = {
    Replacement{U'㎡', "m2"},         Replacement{U'㎥', "m3"},     Replacement{U'㎜', "mm"},
    Replacement{U'㎝', "cm"},         Replacement{U'㎞', "km"},     Replacement{U'㎎', "mg"},
    Replacement{U'㎏', "kg"},         Replacement{U'㏄', "cc"},     Replacement{U'㎢', "km2"},
    Replacement{U'㎠', "cm2"},        Replacement{U'ℓ', "L"},       Replacement{U'㍑', "リットル"},
    Replacement{U'㌔', "キロ"},       Replacement{U'㌘', "グラム"}, Replacement{U'㌧', "トン"},
    Replacement{U'㌶', "ヘクタール"}, Replacement{U'㌃', "アール"}, Replacement{U'㍍', "メートル"},
    Replacement{U'㌢', "センチ"},     Replacement{U'㍉', "ミリ"},   Replacement{U'㌫', "パーセント"},
    Replacement{U'㌣', "セント"},     Replacement{U'㌦', "ドル"},   Replacement{U'㌍', "カロリー"},
    Replacement{U'㌻', "ページ"},     Replacement{U'№', "No."},     Replacement{U'㏍', "K.K."},
    Replacement{U'℡', "TEL"},         Replacement{U'㈱', "(株)"},   Replacement{U'㈲', "(有)"},
    Replacement{U'㈹', "(代)"},       Replacement{U'㊤', "上"},     Replacement{U'㊥', "中"},
    Replacement{U'㊦', "下"},         Replacement{U'㊧', "左"},     Replacement{U'㊨', "右"},
    Replacement{U'㍾', "明治"},       Replacement{U'㍽', "大正"},   Replacement{U'㍼', "昭和"},
    Replacement{U'㍻', "平成"},       Replacement{U'㋿', "令和"},  Replacement{U'〝', "\""},
    Replacement{U'〟', "\""},
};

constexpr std::array roman = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"};

std::string in_brackets(char32_t number) { return "(" + std::to_string(static_cast<unsigned>(number)) + ")"; }

std::string lower(std::string text) {
    for (char& c : text) c = static_cast<char>(c + 0x20);
    return text;
}

/// Empty when the character is an ordinary one.
std::string plain_form(char32_t c) {
    if (c >= U'①' && c <= U'⑳') return in_brackets(c - U'①' + 1);
    if (c >= U'㉑' && c <= U'㉟') return in_brackets(c - U'㉑' + 21);
    if (c >= U'㊱' && c <= U'㊿') return in_brackets(c - U'㊱' + 36);
    if (c >= U'⑴' && c <= U'⒇') return in_brackets(c - U'⑴' + 1);
    if (c >= U'Ⅰ' && c <= U'Ⅻ') return roman[c - U'Ⅰ'];
    if (c >= U'ⅰ' && c <= U'ⅻ') return lower(roman[c - U'ⅰ']);
    const auto* const found =
        std::find_if(replacements.begin(), replacements.end(), [&](const Replacement& r) { return r.character == c; });
    return found == replacements.end() ? std::string() : std::string(found->plain);
}

bool blank(char32_t c) { return c == U' ' || c == U'\u3000' || c == U'\n' || c == U'\r' || c == U'\t'; }

}  // namespace

std::string one_line(std::string_view text) {
    const bool clean = !text.empty() && text.front() != ' ' && text.back() != ' ' &&
                       text.find_first_of("\n\r\t") == std::string_view::npos &&
                       text.find("\u3000") == std::string_view::npos && text.find("  ") == std::string_view::npos;
    if (clean) return std::string(text);
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
    const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
    if (ascii) return std::string(text);
    std::string out;
    for (char32_t c : base::decode(text)) {
        const std::string plain = plain_form(c);
        if (plain.empty()) {
            base::append_utf8(out, c);
        } else {
            out += plain;
        }
    }
    return out;
}

}  // namespace workbook
