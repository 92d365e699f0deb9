// A number that was printed knows its digits; those of typed words (約12.5, 1,288人) are found here, once.
#include "compose/aligned.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/utf8.h"
#include "compose/walk.h"

namespace compose {

namespace {

using base::Digits;

bool is_digit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }
bool is_point(char32_t c) { return c == U'.' || c == U'．'; }
bool is_separator(char32_t c) { return is_point(c) || c == U',' || c == U'，'; }
bool is_dash(char32_t c) {
    return c == U'－' || c == U'−' || c == U'-' || c == U'―' || c == U'—' || c == U'–' || c == U'‐' || c == U'…';
}
bool is_closing(char32_t c) { return c == U')' || c == U'）' || c == U'〕' || c == U']'; }

struct Letter {
    char32_t character;
    std::uint32_t begin, end;
};

/// A line as it was written, its places those in the whole text.
std::vector<Letter> letters_of(std::string_view text, std::size_t from, std::size_t to) {
    std::vector<Letter> letters;
    for (std::size_t at = from; at < to;) {
        const base::Decoded read = base::decode_at(text, at);
        letters.push_back(
            {read.character, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + read.length)});
        at += read.length;
    }
    return letters;
}

/// The first digits, with the commas and the points between them.
std::optional<Digits> typed_digits(const std::vector<Letter>& letters) {
    const auto digit = [](const Letter& each) { return is_digit(each.character); };
    const auto first = std::find_if(letters.begin(), letters.end(), digit);
    if (first == letters.end()) return std::nullopt;
    Digits digits{first->begin, 0, 0};
    for (auto at = first; at != letters.end(); ++at) {
        const bool joins = is_separator(at->character) && at + 1 != letters.end() && digit(*(at + 1));
        if (!digit(*at) && !joins) break;
        if (is_point(at->character) && digits.point == 0) digits.point = at->begin;
        digits.end = at->end;
    }
    if (digits.point == 0) digits.point = digits.end;
    return digits;
}

std::vector<Aligned> aligned_lines(const std::vector<Inline>& content) {
    std::string text;
    std::vector<Digits> printed;
    for (const Inline& piece : content) {
        for (const ShownFact& fact : piece.facts) {
            if (fact.digits.any()) printed.push_back(fact.digits.behind(text.size() + fact.begin));
        }
        text += piece.text;
    }
    std::vector<Aligned> lines;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t to = std::min(text.find('\n', from), text.size());
        const std::vector<Letter> letters = letters_of(text, from, to);
        const auto known = std::find_if(printed.begin(), printed.end(),
                                        [&](const Digits& each) { return each.begin >= from && each.end <= to; });
        std::optional<Digits> digits = known != printed.end() ? std::optional(*known) : typed_digits(letters);
        const auto dash = [](const Letter& each) { return is_dash(each.character); };
        const auto place = static_cast<std::uint32_t>(from);
        if (!digits && std::all_of(letters.begin(), letters.end(), dash)) digits = Digits{place, place, place};
        const auto last = std::find_if(letters.rbegin(), letters.rend(),
                                       [](const Letter& each) { return !is_closing(each.character); });
        if (digits && last != letters.rend()) lines.push_back({*digits, last->end});
        from = to + 1;
    }
    return lines;
}

}  // namespace

void find_aligned(Blocks& cell) {
    for_each_block(cell, [](Block& block) {
        if (auto* paragraph = std::get_if<Paragraph>(&block.is)) paragraph->aligned = aligned_lines(paragraph->content);
    });
}

}  // namespace compose
