// Compares a scalar's meaning with its letters in the file, where comments, dashes and line ends still show.
#include "input/yaml_traps.h"

#include <algorithm>

#include "base/message.h"
#include "base/radicals.h"
#include "base/utf8.h"

namespace input {

namespace {

using base::say;
using base::Span;
using base::Value;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// Letters of Japanese text, between which no blank stands.
bool is_japanese(char32_t c) { return (c >= 0x3000 && c < 0xA000) || (c >= 0xF900 && c < 0xFB00) || c >= 0xFF00; }

Span part(const Value& value, std::size_t begin, std::size_t end) {
    return {value.span.file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// ` #7119`: a comment that begins with no blank behind a plain text was no comment.
void check_cut(std::string_view text, const Value& value, base::Diagnostics& diagnostics) {
    const std::size_t sign = text.find_first_not_of(" \t", value.span.end);
    if (sign == std::string_view::npos || sign == value.span.end || text[sign] != '#') return;
    const std::size_t end = std::min(text.find_first_of("\r\n", sign), text.size());
    if (sign + 1 >= end || is_space(text[sign + 1]) || text[sign + 1] == '#') return;
    diagnostics.warning("cut-text", part(value, sign, end),
                        say("the text ends before ` #`: what follows is taken for a comment"),
                        say("put the whole text in quotes \"…\"; a comment has a blank behind the #"));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// [参加者は1,200人]: between brackets a comma ends the text, though digits stand on both sides. [100,200] are two
/// numbers.
void check_comma(std::string_view text, const Value& value, base::Diagnostics& diagnostics) {
    const std::size_t begin = value.span.begin;
    if (begin < 2 || text[begin - 1] != ',' || !is_digit(text[begin - 2])) return;
    std::size_t digits = begin;
    while (digits < value.span.end && is_digit(text[digits])) ++digits;
    std::size_t before = begin - 1;
    while (before > 0 && is_digit(text[before - 1])) --before;
    const auto is_letter = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    const bool in_text =
        (digits < value.span.end && is_letter(text[digits])) || (before > 0 && is_letter(text[before - 1]));
    if (digits - begin != 3 || !in_text) return;
    diagnostics.warning("cut-text", part(value, begin - 1, digits),
                        say("the text is cut at this comma: between [ ] or {{ }} a comma ends it"),
                        say("put the whole text in quotes \"…\""));
}

/// Where the lines of a plain text that runs on begin, as offsets of their first letters.
std::vector<std::size_t> further_lines(std::string_view text, const Value& value) {
    std::vector<std::size_t> lines;
    for (std::size_t at = text.find('\n', value.span.begin); at < value.span.end; at = text.find('\n', at + 1)) {
        const std::size_t first = text.find_first_not_of(" \t\r\n", at);
        if (first < value.span.end && (lines.empty() || lines.back() != first)) lines.push_back(first);
    }
    return lines;
}

bool begins_an_item(std::string_view line) {
    while (line.starts_with("　")) line.remove_prefix(std::string_view("　").size());
    for (const std::string_view dash : {"-", "－", "−", "‐", "–", "—", "―", "ー", "・"}) {
        if (line.starts_with(dash)) return true;
    }
    return false;
}

/// -移住: a dash without its blank is the text's first letter, and would be printed. -1.6 and a lone － are none.
void check_dash(const Value& value, std::string_view written, base::Diagnostics& diagnostics) {
    for (const std::string_view dash : {"-", "－", "−"}) {
        if (!written.starts_with(dash)) continue;
        const std::string_view rest = written.substr(dash.size());
        if (rest.empty() || rest.starts_with(dash)) return;
        const char32_t next = base::decode_at(rest, 0).character;
        const bool number = next >= U'０' && next <= U'９';
        if (!is_japanese(next) || number) return;
        diagnostics.warning("joined-text", part(value, value.span.begin, value.span.begin + dash.size()),
                            say("this dash is taken for the first letter of the text, and would be printed"),
                            say("an item begins with a half-width - and a blank, under the one before it"));
        return;
    }
}

/// Takes out the blanks that YAML puts between the lines, where Japanese letters stand on both sides.
void join_japanese(Value& value) {
    const std::u32string letters = base::decode(value.text);
    std::u32string joined;
    for (std::size_t at = 0; at < letters.size(); ++at) {
        const bool between = letters[at] == U' ' && at > 0 && at + 1 < letters.size() && is_japanese(letters[at - 1]) &&
                             is_japanese(letters[at + 1]);
        if (!between) joined += letters[at];
    }
    value.text = base::encode(joined);
}

void check_joined(std::string_view text, Value& value, base::Diagnostics& diagnostics) {
    const std::vector<std::size_t> lines = further_lines(text, value);
    if (lines.empty()) return;
    for (const std::size_t line : lines) {
        const std::size_t end = std::min(text.find_first_of("\r\n", line), text.size());
        const bool item = begins_an_item(text.substr(line, end - line));
        diagnostics.warning(
            "joined-text", part(value, line, std::min<std::size_t>(end, value.span.end)),
            item ? say("this line is taken for the rest of the text before it, not for an item of its own")
                 : say("this line is joined to the one before it"),
            item ? say("an item begins with a half-width - and a blank, under the one before it")
                 : say("if it is one text, write it in one line; if not, begin an item with - and a blank"));
    }
    join_japanese(value);
}

/// The letter that was meant, where one stands there that only looks like it; 0 for all others.
char32_t meant(char32_t c) {
    if (const auto letter = base::letter_of_radical(c)) return *letter;
    switch (c) {
        case 0x2E9F: return U'母';
        case 0x2EA0: return U'民';
        case 0x2EC4: return U'西';
        case 0x2EDD: return U'食';
        case 0x2EE9: return U'黄';
        case 0x2EEB: return U'斉';
        case 0x2EED: return U'歯';
        case 0x2EF0: return U'竜';
        case 0x2EF2: return U'亀';
        case 0x2EF3: return U'龟';
        default: return 0;
    }
}

/// が for か with a mark of its own behind it; 0 where the mark belongs to no kana.
char32_t joined(char32_t kana, char32_t mark) {
    constexpr std::u32string_view voiced = U"かきくけこさしすせそたちつてとカキクケコサシスセソタチツテト";
    constexpr std::u32string_view lips = U"はひふへほハヒフヘホ";
    if (lips.find(kana) != std::u32string_view::npos) return kana + (mark == 0x309A ? 2 : 1);
    if (mark == 0x309A) return 0;
    if (kana == U'う') return U'ゔ';
    if (kana == U'ウ') return U'ヴ';
    return voiced.find(kana) != std::u32string_view::npos ? kana + 1 : 0;
}

/// が of two signs, as names of files and PDFs of some machines have it.
void check_mark(std::string_view text, std::size_t before, const Value& value, std::size_t at,
                base::Diagnostics& diagnostics) {
    if (before < value.span.begin || before >= at) return;
    const char32_t right = joined(base::decode_at(text, before).character, base::decode_at(text, at).character);
    if (right == 0) return;
    std::string letter;
    base::append_utf8(letter, right);
    diagnostics.warning("strange-letter", part(value, before, at + 3),
                        say("{0} of two signs, the letter and its mark; a search for {0} misses it", letter),
                        say("write {}; such letters come along with names of files and text of a PDF", letter));
}

/// 康熙部首 pasted from a PDF look like letters, and no search finds them.
void check_letters(std::string_view text, const Value& value, base::Diagnostics& diagnostics) {
    std::size_t before = value.span.begin;
    for (std::size_t at = value.span.begin; at < value.span.end;) {
        const base::Decoded next = base::decode_at(text, at);
        if (next.character == 0x3099 || next.character == 0x309A) check_mark(text, before, value, at, diagnostics);
        before = at;
        if (const char32_t right = meant(next.character); right != 0) {
            std::string letter;
            base::append_utf8(letter, right);
            diagnostics.warning("strange-letter", part(value, at, at + next.length),
                                say("a radical sign (U+{0:04X}) that only looks like {1}; a search for {1} misses it",
                                    static_cast<std::uint32_t>(next.character), letter),
                                say("write {}; such signs come along when text is copied out of a PDF", letter));
        }
        at += next.length;
    }
}

/// By the first bytes of radicals and of the marks of kana: most texts hold none of them.
bool may_hold_strange_letters(std::string_view written) {
    for (std::size_t at = 0; at + 2 < written.size(); ++at) {
        if (written[at] == '\xE2' && static_cast<unsigned char>(written[at + 1]) >= 0xBA) return true;
        if (written[at] != '\xE3' || written[at + 1] != '\x82') continue;
        if (written[at + 2] == '\x99' || written[at + 2] == '\x9A') return true;
    }
    return false;
}

}  // namespace

void check_scalar(std::string_view text, Value& value, base::Diagnostics& diagnostics) {
    const std::size_t end = std::min<std::size_t>(value.span.end, text.size());
    if (value.span.begin >= end) return;
    const std::string_view written = text.substr(value.span.begin, end - value.span.begin);
    if (!value.quoted) {
        check_cut(text, value, diagnostics);
        check_comma(text, value, diagnostics);
        check_dash(value, written, diagnostics);
        if (written.find('\n') != std::string_view::npos) check_joined(text, value, diagnostics);
    }
    if (may_hold_strange_letters(written)) check_letters(text, value, diagnostics);
}

}  // namespace input
