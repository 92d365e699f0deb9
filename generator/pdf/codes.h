// The codes by which pages show glyphs: two bytes, those used most in the letters that pages are full of anyway.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "layout/page.h"
#include "text/line.h"

namespace pdf {

/// Of every face that is shown, its glyphs, those first that are shown most.
std::map<text::FaceId, std::vector<text::EmbeddedGlyph>> glyphs_by_use(const layout::Pages& pages);

/// So many codes, those first that pack best; none is 0. Throws std::runtime_error where two bytes are not enough.
std::vector<std::uint32_t> cheapest_codes(std::size_t count);

}  // namespace pdf
