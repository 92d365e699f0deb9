// Which characters a glyph stands for when text is copied out of the page.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "layout/page.h"
#include "text/line.h"

namespace pdf {

/// Neighbouring glyphs of a run that together show a stretch of its text.
struct Cluster {
    std::size_t first = 0, count = 0;
    std::string_view characters;  ///< UTF-8, inside the run's text
};

/// The clusters of a run in order; every byte of its text is in one of them.
std::vector<Cluster> clusters(const text::GlyphRun& run);

/// Glyph -> characters, of one face.
using GlyphText = std::map<std::uint32_t, std::string>;

/// For every face that is shown: its glyphs in use, each with the characters it shows most often.
std::map<text::FaceId, GlyphText> glyph_text(const layout::Pages& pages);

/// Whether the glyphs of a cluster, read one by one, give its characters.
bool reads_as_written(const text::GlyphRun& run, const Cluster& cluster, const GlyphText& text);

}  // namespace pdf
