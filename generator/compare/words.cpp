// Texts word by word, by words that somebody else finds.
#include "compare/align.h"
#include "compare/changes.h"

namespace compare {

namespace {

/// Ends of words, in bytes.
using Ends = std::vector<std::size_t>;

Ends words_of(const std::string& text, const base::WordSplitter& words) {
    Ends ends;
    for (const base::Word& word : words(text)) ends.push_back(word.end);
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
