// A paragraph taken apart: elements (a character with what combines with it), and the gap behind each.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/faces.h"
#include "text/line.h"
#include "text/rules.h"

namespace text {

/// How freely a line may break in a gap, from free to never. Later ones are used only when nothing before them helps.
enum class Bond : std::uint8_t {
    none,     ///< a line may break here
    url,      ///< inside a URL, behind a separator
    hyphen,   ///< behind the hyphen of a compound word
    counter,  ///< inside a long counter: ポイ｜ント
    leading,  ///< a word that may part from the number behind it: 約｜1,200人, 令和｜５年度
    range,    ///< behind the mark of 20～39
    soft,     ///< a number and what it counts: kept unless a line cannot be made
    sign,     ///< △ and its number
    group,    ///< behind the separator of a group of digits
    inside,   ///< inside a word or a number
    leader,   ///< before ……, where JLREQ would let a line part
    never,    ///< 禁則, or the parts of one character
    must      ///< the author's line break
};

/// Tiers of phrase boundaries, for headings.
enum class Phrase : std::uint8_t {
    boundary,
    name,     ///< in a compound, behind the name of an office or a place: 総合政策部｜企画調整課
    word,     ///< between the words of a compound
    part,     ///< the same, both in katakana; in a date, behind the year
    lean,     ///< between two words, of which one leans on the other: before a particle, 率 or 者
    inside,   ///< inside a word
    splinter  ///< inside a word, and one character of it would stand alone
};

struct Element {
    char32_t character = 0;
    CharacterClass is;
    FaceId face = 0;
    std::uint32_t run = 0;
    std::uint32_t text_begin = 0, text_end = 0;  ///< bytes of Prepared::text
    std::uint32_t source = 0;                    ///< byte in the run's own text
    std::uint32_t glyph_begin = 0, glyph_end = 0;
    std::int32_t em = 0;    ///< size, in thousandths of a point
    std::int32_t body = 0;  ///< width, in thousandths of a point
    std::int32_t left = 0;  ///< the glyph is drawn that much to the left
};

/// Between an element and the next. Lengths in thousandths of a point.
struct Gap {
    std::int32_t natural = 0;
    std::int32_t reduce[reduce_steps] = {};
    std::int32_t expand[expand_steps] = {};
    Bond bond = Bond::none;
    Phrase phrase = Phrase::lean;
    bool author = false;  ///< U+200B stands here
};

struct Prepared;

/// A reading above the elements [begin, end), a paragraph of its own.
struct RubyText {
    std::size_t begin = 0, end = 0;
    std::int32_t x = 0;      ///< of the reading, from where the elements begin
    std::int32_t width = 0;  ///< of the reading
    std::int32_t base = 0;   ///< width of the elements
    std::int32_t raise = 0;
    std::vector<Run> runs;           ///< one
    std::vector<Prepared> prepared;  ///< one
};

struct Prepared {
    std::string text;           ///< all that is set, numerals applied
    std::u32string characters;  ///< the first of every element
    std::vector<Element> elements;
    std::vector<Gap> gaps;  ///< gaps[i] stands behind elements[i]
    std::vector<ShapedGlyph> glyphs;
    std::vector<RubyText> readings;  ///< from left to right
    bool author_breaks = false;      ///< the author put U+200B somewhere
};

}  // namespace text
