// The text room: runs of text, a style and a measure become lines of glyphs. The same call measures and draws.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/length.h"
#include "base/source.h"
#include "base/text_style.h"
#include "base/value.h"

namespace text {

using base::CharacterStyle;
using base::Length;
using base::ParagraphStyle;
using FaceId = std::uint16_t;

/// A stretch of a paragraph: text of one style, or an object (a rating chip, a mark) of a fixed width.
struct Run {
    std::string text;
    const CharacterStyle* style = nullptr;  ///< never null
    std::optional<Length> object_width;     ///< then `text` is empty and the run is one unbreakable box
    bool exact = false;                     ///< a name or code: digits are left as written
    bool keep_together = false;             ///< no break inside
    base::Span span;                        ///< where the text was written, for messages
    std::vector<std::string> ruby = {};     ///< readings, set above at half the size: one of all, or one a character
};

struct Paragraph {
    std::vector<Run> runs;
    ParagraphStyle style;
    std::string label;                            ///< ①, (1), ・: hangs before the first line
    const CharacterStyle* label_style = nullptr;  ///< of the label; the first run's when null
};

/// A length on a page, in half the room: a volume has millions of glyphs.
struct GlyphLength {
    std::int32_t value = 0;
    constexpr GlyphLength() = default;
    constexpr GlyphLength(Length length) : value(static_cast<std::int32_t>(length.value)) {}
    constexpr operator Length() const { return {value}; }
};

struct Glyph {
    std::uint32_t id;          ///< in the face
    GlyphLength advance;       ///< to the next glyph, glue included
    GlyphLength dx, dy;        ///< drawn that much to the right and up
    std::uint32_t cluster;     ///< byte offset in GlyphRun::text of the first character it shows
    std::uint8_t eighths = 0;  ///< of an em: the gap behind it, where no blank of the text makes it
};

/// A glyph as it is embedded. One with eighths is a twin whose body takes in the gap behind it: a reader that copies
/// text out of the page would take the gap for a blank.
struct EmbeddedGlyph {
    std::uint32_t id = 0;
    std::uint8_t eighths = 0;
    auto operator<=>(const EmbeddedGlyph&) const = default;
};

/// Glyphs of one face, size and run, side by side.
struct GlyphRun {
    FaceId face = 0;
    Length size;
    base::Colour colour;
    Length x;  ///< of the first glyph, from the left edge of the measure
    Length raise;
    std::size_t run = 0;       ///< index in Paragraph::runs; label_run for the label
    std::uint32_t source = 0;  ///< byte of that run's own text where this begins
    std::string text;          ///< exactly what is set here: the source's characters, numerals applied
    std::vector<Glyph> glyphs;
};
inline constexpr std::size_t label_run = SIZE_MAX;

/// An object run that stands on a line.
struct PlacedObject {
    std::size_t run;
    Length x;
};

/// A reading that stands above the glyph runs [first, last] of its line (JLREQ 3.3).
struct Ruby {
    std::size_t first = 0, last = 0;
    std::vector<GlyphRun> reading;
};

struct Line {
    std::vector<GlyphRun> runs;
    std::vector<PlacedObject> objects;
    std::vector<Ruby> rubies;  ///< from left to right
    Length width;              ///< of the ink's advances, without trailing space
    Length size;  ///< the largest size on the line; the baseline stands 0.88 of it under the top of its em box
    Length ruby;  ///< the largest size of a reading: so much room is needed between the em boxes of lines
};

/// Of the whole line without its label, with the blanks it ends with.
std::string text_of(const Line& line);

struct SetParagraph {
    std::vector<Line> lines;
};

/// A face and where it comes from. Every role leads to a chain of faces; a missing glyph falls back along it.
struct FaceInfo {
    std::string path;
    int index = 0;
    std::string postscript_name;
};

/// Everything the pdf room needs to embed a face: the subset's bytes and its metrics in 1/1000 em.
struct FontProgram {
    FaceId face = 0;
    std::string postscript_name;
    bool cff = false;  ///< CIDFontType0C rather than TrueType
    std::string bytes;
    std::map<std::uint32_t, std::uint32_t> ids;  ///< in the face -> in the program; empty where they are the same
    std::vector<std::pair<std::uint32_t, int>> widths;  ///< id in the program -> width, ascending by id
    std::map<EmbeddedGlyph, std::uint32_t> twins;  ///< -> id in the program; a glyph without one keeps its own body
    int ascent = 0, descent = 0, cap_height = 0, italic_angle = 0, weight = 400;
    int bbox[4] = {0, 0, 0, 0};
    bool serif = false, fixed_pitch = false;
};

/// The families installed on this machine, sorted. The role `family:NAME` sets in one of them.
std::vector<std::string> installed_families();
/// Whether a family is installed under exactly that name, in any language.
bool is_installed(const std::string& family);

/// Sets paragraphs. Faces are opened once; shaping is cached; nothing global. For one thread.
class Typesetter {
   public:
    /// `fonts` is the tree of fonts/fonts.yaml, `classes` that of config/typesetting.yaml. Faults in them, and faces
    /// that are not installed, go to `diagnostics` with the name of the package that brings them.
    Typesetter(const base::Value& fonts, const base::Value& classes, base::Diagnostics& diagnostics);
    /// One that sets alike, for another thread, of one that has not set anything yet.
    Typesetter(const Typesetter& like);
    Typesetter& operator=(const Typesetter&) = delete;
    ~Typesetter();

    /// Names that headings and narrow cells part inside only when nothing else helps, beside those of `classes`:
    /// まち・ひと・しごと創生.
    void keep_whole(const std::vector<std::string>& names);

    /// Complaints go there from now on.
    void tell(base::Diagnostics& diagnostics);
    /// A run begins that may be followed by others: what is set stays, by text, style and measure, for as long as each
    /// run asks for it.
    void begin_run();
    /// Whether a role was asked for that no face plays: such a complaint is made once, so this is of no use to a next
    /// run.
    bool lacks_role() const;

    /// Lines of at most `measure`. A character no face has is reported at its place and set as 〓.
    SetParagraph set(const Paragraph& paragraph, Length measure);
    /// The width on one line.
    Length natural_width(const Paragraph& paragraph);

    /// Subsets of the faces to the glyphs that were used. `used`: the glyphs of a face, ascending.
    std::vector<FontProgram> programs(const std::map<FaceId, std::vector<EmbeddedGlyph>>& used) const;

   private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace text
