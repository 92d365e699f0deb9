// Follows source and run side by side, character by character: what a line does not show is in the source alone.
#include "layout/run_reader.h"

#include "base/utf8.h"

namespace layout {

namespace {

bool is_seen(char32_t c) { return c != U'\u200B' && c != U'\n' && c != U'\r'; }

}  // namespace

std::size_t RunReader::at(std::size_t byte) {
    while (text_ < run_.text.size() && from_ < source_.size()) {
        const base::Decoded read = base::decode_at(source_, from_);
        const bool seen = is_seen(read.character);
        if (from_ >= byte && seen) break;
        from_ += read.length;
        if (seen) text_ += base::decode_at(run_.text, text_).length;
    }
    return text_;
}

Length width_before(const text::GlyphRun& run, std::size_t byte) {
    Length width;
    for (const text::Glyph& glyph : run.glyphs) {
        if (glyph.cluster < byte) width += glyph.advance;
    }
    return width;
}

}  // namespace layout
