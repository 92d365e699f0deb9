// config/typesetting.yaml in memory: the classes of characters, what stands between two of them, and numbers as units.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "base/value.h"

namespace text {

using ClassId = std::uint8_t;

/// How a character breaks and how it is spaced: the same class but for half-width twins and full-width digits.
struct CharacterClass {
    ClassId breaking = 0, spacing = 0;
};

/// A space between characters and its limits, in thousandths of an em. Steps count from 1; 0: not in any.
struct Space {
    std::int32_t natural = 0, least = 0, narrow = 0, most = 0;
    std::uint8_t reduce = 0, expand = 0;
};
inline constexpr std::size_t reduce_steps = 6;
inline constexpr std::size_t expand_steps = 3;

/// What stands between two classes.
struct GapRule {
    bool can_break = true;
    std::uint8_t count = 0;
    struct Part {
        std::uint8_t space = 0;  ///< index in Rules::spaces
        bool of_right = false;   ///< its em is that of the character behind
    };
    std::array<Part, 2> parts{};
};

/// A character that stands in a box of 1 em but is only half of one wide; `left` of the box is blank.
struct Body {
    std::int32_t body = 0, left = 0;  ///< body 0: the character fills its box
};

/// Words by their first character, the longest first.
using WordList = std::map<char32_t, std::vector<std::u32string>>;

struct NumberRules {
    std::u32string signs, ranges, kanji;
    WordList scales, counters, units;
    WordList before;   ///< by their last character
    WordList leading;  ///< the same; those that may part from the number
};

struct Rules {
    std::vector<std::string> class_names;
    std::vector<CharacterClass> plane0;  ///< by code point, 65,536 of them
    std::vector<Space> spaces;
    std::vector<GapRule> pairs;  ///< class_names.size() squared
    std::vector<Body> bodies;    ///< by class
    std::vector<bool> trailing;  ///< by class: keeps or loses its ½ em at the line end
    NumberRules numbers;
    std::u32string marks;                     ///< reference marks: ※
    std::vector<std::u32string> whole_names;  ///< official names that headings keep whole
    std::int32_t word_space = 0;              ///< index in spaces
    std::int32_t cell_measure = 10;
    std::int32_t separator = 300;
    std::string dictionary;
    std::vector<std::string> nouns;  ///< that the dictionary lacks

    // Classes the code speaks of by name.
    ClassId opening, closing, dot, stop, comma, ideographic_space, hiragana, katakana, kanji, sign, reference, object,
        digit, unit, space, latin, prolonged, small_kana, leader;

    CharacterClass class_of(char32_t c) const;
    const GapRule& pair(ClassId front, ClassId behind) const { return pairs[front * class_names.size() + behind]; }
};

/// Reads the tree of config/typesetting.yaml. Faults are reported at their place.
Rules read_rules(const base::Value& tree, base::Diagnostics& diagnostics);

/// The length of the longest word of `words` that begins at `at`, in characters; 0: none.
std::size_t longest_word(const WordList& words, std::u32string_view text, std::size_t at);

}  // namespace text
