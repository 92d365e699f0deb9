// The map from glyphs to characters as a CMap (ISO 32000-1, 9.10.3).
#pragma once

#include <string>

#include "pdf/glyph_text.h"

namespace pdf {

std::string to_unicode_map(const GlyphText& text);

}  // namespace pdf
