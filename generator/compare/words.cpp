// Texts word by word: numbers whole, the rest as the dictionary parts it, or by kind of letter where there is none.
#include "base/utf8.h"
#include "compare/align.h"
#include "compare/changes.h"

namespace compare {

namespace {

enum class Letter { digit, latin, kana, han, other };

Letter kind_of(char32_t c) {
    if ((c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９')) return Letter::digit;
    if ((c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z')) return Letter::latin;
    if (c >= 0x3041 && c <= 0x30FF) return Letter::kana;
    if ((c >= 0x4E00 && c <= 0x9FFF) || c == U'々') return Letter::han;
    return Letter::other;
}

bool joins_digits(char32_t c) { return c == U',' || c == U'.' || c == U'，' || c == U'．'; }

/// Ends of words, in bytes.
using Ends = std::vector<std::size_t>;

void part_by_letters(std::string_view text, std::size_t from, Ends& ends) {
    Letter last = Letter::other;
    for (std::size_t at = 0; at < text.size();) {
        const base::Decoded read = base::decode_at(text, at);
        const Letter kind = kind_of(read.character);
        const bool on = at > 0 && kind == last && kind != Letter::other && kind != Letter::han;
        if (at > 0 && !on) ends.push_back(from + at);
        last = kind;
        at += read.length;
    }
    ends.push_back(from + text.size());
}

void part(const std::string& text, std::size_t from, std::size_t end, const base::WordSplitter& words, Ends& ends) {
    if (from == end) return;
    const std::string piece = text.substr(from, end - from);
    if (!words) return part_by_letters(piece, from, ends);
    for (const base::Word& word : words(piece)) ends.push_back(from + word.end);
    if (ends.empty() || ends.back() != end) ends.push_back(end);
}

/// 1,288 and ８２．８ are one word each.
Ends words_of(const std::string& text, const base::WordSplitter& words) {
    Ends ends;
    std::size_t plain = 0;
    for (std::size_t at = 0; at < text.size();) {
        const base::Decoded read = base::decode_at(text, at);
        if (kind_of(read.character) != Letter::digit) {
            at += read.length;
            continue;
        }
        part(text, plain, at, words, ends);
        while (at < text.size()) {
            const base::Decoded next = base::decode_at(text, at);
            const std::size_t behind = at + next.length;
            const bool digit = kind_of(next.character) == Letter::digit;
            const bool inside = joins_digits(next.character) && behind < text.size() &&
                                kind_of(base::decode_at(text, behind).character) == Letter::digit;
            if (!digit && !inside) break;
            at = behind;
        }
        ends.push_back(at);
        plain = at;
    }
    part(text, plain, text.size(), words, ends);
    return ends;
}

std::vector<std::uint64_t> keys(const std::string& text, const Ends& ends) {
    std::vector<std::uint64_t> all;
    std::size_t from = 0;
    for (const std::size_t end : ends) {
        all.push_back(key_of(std::string_view(text).substr(from, end - from)));
        from = end;
    }
    return all;
}

void add(std::vector<Stretch>& stretches, const Ends& ends, std::size_t from, std::size_t end) {
    if (from == end) return;
    stretches.push_back({from == 0 ? 0 : ends[from - 1], ends[end - 1]});
}

}  // namespace

WordChanges changed_words(const std::string& before, const std::string& after, const base::WordSplitter& words) {
    const Ends a = words_of(before, words), b = words_of(after, words);
    WordChanges changes;
    for (const Gap& gap : gaps(keys(before, a), keys(after, b))) {
        add(changes.before, a, gap.before_from, gap.before_end);
        add(changes.after, b, gap.after_from, gap.after_end);
    }
    return changes;
}

}  // namespace compare
