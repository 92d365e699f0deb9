// From bytes of an inline's text to the glyphs that show them.
#pragma once

#include "compose/document.h"
#include "layout/page.h"

namespace layout {

/// A run shows its source character by character, perhaps in other letters: １ for 1. Where characters of the source
/// stand in the run's text.
class RunReader {
   public:
    RunReader(const compose::Inline& part, const text::GlyphRun& run)
        : source_(part.text), run_(run), from_(run.source) {}

    std::size_t begin() const { return run_.source; }
    /// The byte of the run's text for a byte of the source, which does not fall from one call to the next; the end when
    /// the run ends before.
    std::size_t at(std::size_t byte);

   private:
    const std::string& source_;
    const text::GlyphRun& run_;
    std::size_t from_, text_ = 0;
};

/// The advances of the glyphs that show what stands before a byte of the run's text.
Length width_before(const text::GlyphRun& run, std::size_t byte);

}  // namespace layout
