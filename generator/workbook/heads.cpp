// By scripts alone: after hiragana and blanks, before brackets, and in runs of kanji after every second one with its
// suffix.
#include "workbook/heads.h"

#include <algorithm>

#include "base/utf8.h"
#include "workbook/measures.h"

namespace workbook {

namespace {

enum class Script { kanji, hiragana, katakana, latin, blank, opening, other };

Script script_of(char32_t c) {
    if ((c >= 0x4E00 && c <= 0x9FFF) || c == U'々') return Script::kanji;
    if (c >= 0x3041 && c <= 0x309F) return Script::hiragana;
    if (c == U'・') return Script::other;
    if (c >= 0x30A0 && c <= 0x30FF) return Script::katakana;
    if (c == U' ' || c == U'\u3000') return Script::blank;
    if (c == U'（' || c == U'(' || c == U'「') return Script::opening;
    return c < 0x80 ? Script::latin : Script::other;
}

/// Belongs to the two kanji before it: 達成率, 実績値, 担当課.
bool is_suffix(char32_t c) {
    return std::u32string_view(U"率値度数課性者外名別比費額").find(c) != std::u32string_view::npos;
}

/// How many kanji from `at` on make a word: two, with a suffix, and with what would be left alone.
std::size_t word_length(const std::u32string& text, std::size_t at) {
    std::size_t run = 0;
    while (at + run < text.size() && script_of(text[at + run]) == Script::kanji) ++run;
    if (run <= 3) return run;
    return is_suffix(text[at + 2]) ? 3 : 2;
}

/// Whether a piece may end before `at`, where it is not inside of a word of kanji.
bool may_break(const std::u32string& text, std::size_t at) {
    const Script before = script_of(text[at - 1]), after = script_of(text[at]);
    if (after == Script::blank || before == Script::opening || after == Script::other) return false;
    if (before == Script::blank || after == Script::opening) return true;
    if (after == Script::hiragana) return false;
    if (before == Script::hiragana) return true;
    if (after == Script::latin)
        return before != Script::kanji && before != Script::latin;  // 令和5, but 件数KPI no word
    return before != after || before == Script::kanji;
}

constexpr double sides = 4, least_sides = 2;  // points that a cell keeps free beside its text

/// Of a letter. Narrow kana of BIZ UDPGothic Bold have 0.84 of its size, brackets half.
double share_of_narrow(Script script) {
    if (script == Script::kanji) return 1;
    return script == Script::hiragana || script == Script::katakana ? 0.84 : 0.5;
}

/// Where lines end when each takes all the letters it has room for.
std::vector<std::size_t> line_ends(const std::vector<double>& letters, double room) {
    std::vector<std::size_t> ends;
    double used = 0;
    for (std::size_t at = 0; at < letters.size(); ++at) {
        if (used > 0 && used + letters[at] > room) {
            ends.push_back(at);
            used = 0;
        }
        used += letters[at];
    }
    return ends;
}

}  // namespace

std::vector<std::string> head_pieces(std::string_view label) {
    const std::u32string text = base::decode(label);
    std::vector<std::string> pieces;
    std::u32string piece;
    for (std::size_t at = 0; at < text.size();) {
        if (!piece.empty() && may_break(text, at)) {
            pieces.push_back(base::encode(piece));
            piece.clear();
        }
        const std::size_t length = script_of(text[at]) == Script::kanji ? word_length(text, at) : 1;
        piece += text.substr(at, length);
        at += length;
    }
    if (!piece.empty()) pieces.push_back(base::encode(piece));
    return pieces;
}

HeadLines::HeadLines(std::string_view label) {
    for (const char32_t letter : base::decode(label)) {
        wide_.push_back(points_of_text(base::encode(std::u32string(1, letter))));
        narrow_.push_back(wide_.back() * share_of_narrow(script_of(letter)));
    }
    std::size_t end = 0;
    for (const std::string& piece : head_pieces(label)) ends_.push_back(end += base::decode(piece).size());
}

std::optional<std::size_t> HeadLines::in(double points) const {
    const std::vector<std::size_t> ends = line_ends(wide_, points - sides);
    if (ends != line_ends(narrow_, points - least_sides)) return std::nullopt;
    if (!std::includes(ends_.begin(), ends_.end(), ends.begin(), ends.end())) return std::nullopt;
    return ends.size() + 1;
}

std::string broken_head(std::string_view label, double points) {
    const double room = points - sides;
    std::string lines, line;
    const auto end_line = [&] {
        while (!line.empty() && line.back() == ' ') line.pop_back();
        if (!line.empty()) lines += line + "\n";
        line.clear();
    };
    // What stands between blanks stays together while it fits.
    for (std::size_t at = 0; at < label.size();) {
        const std::size_t end = std::min(label.find(' ', at), label.size() - 1) + 1;
        const std::string word(label.substr(at, end - at));
        at = end;
        if (points_of_text(line + word) > room) end_line();
        for (const std::string& piece : head_pieces(word)) {
            if (points_of_text(line + piece) > room) end_line();
            line += piece;
        }
    }
    return lines + line;
}

}  // namespace workbook
