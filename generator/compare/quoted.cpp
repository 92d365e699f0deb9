// Around each change a third of the room on either side, cut at the ends of sentences and never inside a number.
#include "compare/quoted.h"

#include <algorithm>

#include "base/utf8.h"

namespace compare {

namespace {

constexpr std::size_t most_letters = 44;

}  // namespace

std::vector<Piece> quoted(const std::string& words, const std::vector<Stretch>& changed) {
    std::vector<Piece> pieces;
    const auto add = [&](std::string text, bool is) {
        if (!text.empty()) pieces.push_back({std::move(text), is});
    };
    if (changed.empty()) {
        add(words, false);
        return pieces;
    }
    const bool is_short = base::decode(words).size() <= most_letters;
    const auto around = [&](std::size_t from, std::size_t end, bool first, bool last) {
        const std::u32string all = base::decode(std::string_view(words).substr(from, end - from));
        const std::size_t room = most_letters / 3;
        std::size_t keep_head = first ? 0 : std::min(all.size(), room),
                    keep_tail = last ? 0 : std::min(all.size(), room);
        if (is_short || all.size() <= keep_head + keep_tail) return base::encode(all);
        std::u32string tail = all.substr(all.size() - keep_tail);
        if (const std::size_t stop = tail.find_last_of(U'。'); first && stop != std::u32string::npos) {
            tail = tail.substr(stop + 1);
        } else if (const std::size_t whole = tail.find_first_not_of(U"0123456789０１２３４５６７８９.,．，%％");
                   first) {
            tail = whole == std::u32string::npos ? tail : tail.substr(whole);  // never the rest of a number
        }
        std::u32string head = all.substr(0, keep_head);
        if (const std::size_t stop = head.find_first_of(U'。'); last && stop != std::u32string::npos) {
            return base::encode(head.substr(0, stop + 1));
        }
        return base::encode(head) + "…" + base::encode(tail);
    };
    std::size_t at = 0;
    for (std::size_t i = 0; i < changed.size(); ++i) {
        add(around(at, changed[i].begin, i == 0, false), false);
        add(words.substr(changed[i].begin, changed[i].end - changed[i].begin), true);
        at = changed[i].end;
    }
    add(around(at, words.size(), false, true), false);
    return pieces;
}

std::vector<Piece> numbers_of(const Side& side) {
    std::vector<Piece> pieces;
    for (const Stretch& stretch : side.changed) {
        if (!pieces.empty()) pieces.push_back({"、", false});
        pieces.push_back({side.words.substr(stretch.begin, stretch.end - stretch.begin), true});
    }
    if (pieces.empty()) pieces.push_back({"図の形", false});
    return pieces;
}

}  // namespace compare
