// Faces embedded as composite fonts.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "pdf/glyph_text.h"
#include "pdf/objects.h"
#include "text/line.h"

namespace pdf {

/// A glyph as pages show it.
struct FontCode {
    std::uint32_t code = 0;
    std::uint32_t id = 0;  ///< in the program
    int width = 0;         ///< thousandths of an em
};

/// What drawing needs to know of a face.
struct Font {
    std::string resource;                               ///< its name in the page's resources: F0
    std::unordered_map<std::uint32_t, FontCode> codes;  ///< of its glyphs
    std::map<text::EmbeddedGlyph, FontCode> twins;      ///< of those with eighths
    GlyphText text;

    const FontCode& code(const text::Glyph& glyph) const;
};
using Fonts = std::map<text::FaceId, Font>;

/// The faces that the pages show. Throws std::runtime_error where a program or a glyph's width is missing.
Fonts prepare_fonts(const std::vector<text::FontProgram>& programs, const layout::Pages& pages);

/// Writes the fonts' objects; gives the dictionary of the fonts for resources.
std::string write_fonts(Objects& objects, const std::vector<text::FontProgram>& programs, const Fonts& fonts);

}  // namespace pdf
