// One figure of a list, with the words that say what it counts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "check/claim.h"
#include "check/figure_words.h"

namespace check {

struct Entry {
    std::size_t passage = 0, sentence = 0;
    std::size_t line = 0;    ///< of the results: lines under one text have the same
    std::size_t number = 0;  ///< in its sentence
    TypedFigure figure;
    std::u32string label;                  ///< 交付件数; empty in running text
    std::optional<std::size_t> inside;     ///< the entry in whose brackets it stands
    bool is_some = false;                  ///< うち…: not all of the whole
    bool is_listed = false;                ///< label, figure, and no more but brackets
    bool exhaustive = true;                ///< its brackets say nothing of ほか or など
    std::vector<std::size_t> sounds_like;  ///< indicators of the project
    bool only_one = true;                  ///< no other figure of its sentence has its label
    Claim claim;
};

/// The figures of a sentence that are amounts: no dates, ordinals, ages or parts of names.
std::vector<Entry> entries_in(const std::u32string& letters, const std::vector<std::u32string>& units);

/// 合計, 総計, 計
bool is_total(const std::u32string& label);

/// How much an entry sounds like an indicator.
struct Likeness {
    bool by_label = false;    ///< the label is of the name's words
    bool by_context = false;  ///< the name's words stand around it
    bool certain = false;     ///< it can be nothing else
    bool none() const { return !by_label && !by_context; }
};
Likeness likeness(const Entry& entry, const std::u32string& name, const std::u32string& around);

}  // namespace check
