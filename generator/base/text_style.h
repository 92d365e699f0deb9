// How text looks and how its lines may break: named in a template's style file, obeyed by the text room.
#pragma once

#include <string>

#include "base/length.h"

namespace base {

/// How lines may break and how edges are set.
enum class Setting {
    body,    ///< justified prose, Table 5 adjustment
    cell,    ///< of a table: flush left under 10 em, with the ladder for what is too narrow
    heading  ///< balanced, at phrases (文節)
};

enum class Align { justify, start, centre, end, distribute /* 均等割付 */ };

/// Digits of the volume: as written, all half-width, or 一桁全角・二桁以上半角.
enum class Numerals { as_written, half_width, one_full_more_half };

/// Latin letters and digits: of the role's proportional companion, or of the fixed face (½ em).
enum class LatinWidth { proportional, fixed };

/// The look of a stretch of text.
struct CharacterStyle {
    std::string role = "mincho";  ///< of fonts/: mincho, gothic, gothic-bold …
    Length size = Length::points(12);
    Length letterspace;  ///< added after every character
    base::Colour colour;
    LatinWidth latin = LatinWidth::proportional;
    bool narrow_separators = false;  ///< comma and point about 0.3 em among fixed digits (figures in tables)
    Length raise;                    ///< of superscripts; negative lowers
    Length struck, underlined;       ///< weights of a line through and of one under the text; zero: none
    base::Colour line_colour;        ///< of both
    bool operator==(const CharacterStyle&) const = default;
};

struct ParagraphStyle {
    Setting setting = Setting::body;
    Align align = Align::justify;
    Length leading = Length::points(20);
    Length first_indent;  ///< of the first line
    Length hang;          ///< of the lines after the first, and of the first if there is no label
    Numerals numerals = Numerals::half_width;
    std::int64_t justify_from = 0;     ///< em; justified text in a narrower measure is set flush left
    bool hanging_punctuation = false;  ///< ぶら下げ, body only
    Length smaller_size;               ///< the size a cell may go down to; zero: it may not
    bool operator==(const ParagraphStyle&) const = default;
};

}  // namespace base
