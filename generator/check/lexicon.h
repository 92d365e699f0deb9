// The words that make claims, and how their endings are read.
#pragma once

#include <optional>
#include <string_view>

#include "check/tokens.h"

namespace check {

struct LexiconWord {
    std::u32string_view letters;
    Sort sort;
    Property property = Property::none;
    bool bends = false;    ///< a verb's stem: what follows in kana is its ending
    bool negated = false;  ///< 未達成
};

/// The longest word of the lexicon that begins at the letter, or null.
const LexiconWord* lexicon_word_at(const std::u32string& letters, std::size_t from);

/// Reads the ending of a verb, and what the clause says of it: negation, wish, purpose, forecast, a noun behind it.
void read_ending(const std::u32string& letters, Token& token);

/// A year that begins at the letter: 令和５（2023）年度, ４年度, Ｒ５, 前年度, 昨年.
std::optional<Token> year_at(const std::u32string& letters, std::size_t from, const YearWords& words,
                             const input::Inputs& inputs);

}  // namespace check
