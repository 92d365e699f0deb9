// Glyphs as text operators: one array of glyphs and adjustments for each stretch of a line in one font.
#pragma once

#include "layout/page.h"
#include "pdf/fonts.h"
#include "pdf/stream.h"

namespace pdf {

/// Writes inside one text object, which it opens with the first glyph and closes with end().
class GlyphWriter {
   public:
    GlyphWriter(Stream& stream, const Fonts& fonts) : stream_(stream), fonts_(fonts) {}

    void draw(const layout::Glyphs& glyphs);
    /// Closes the text object, if one is open.
    void end();

   private:
    void begin();
    void select(const Font& font, base::Length size);
    void paint(base::Colour colour);
    void move_to(base::Point origin);
    void show_run(const layout::Glyphs& glyphs);
    void show(const FontCode& code, base::Length x, base::Length rise);
    void open_span(const std::string& properties);
    void close_span();
    void close_array();

    Stream& stream_;
    const Fonts& fonts_;
    const Font* font_ = nullptr;
    base::Length size_;
    bool in_text_ = false, in_array_ = false, in_string_ = false;
    bool placed_ = false;     ///< whether the line's start holds for the font in force
    base::Point line_;        ///< start of the line, from the page's bottom left corner
    std::int64_t drawn_ = 0;  ///< from there to the pen, in thousandths of an em
    base::Length rise_;
};

}  // namespace pdf
