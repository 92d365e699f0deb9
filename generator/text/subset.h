// Font programs for embedding.
#pragma once

#include <vector>

#include "text/line.h"

struct hb_face_t;

namespace text {

/// The face cut down to `glyphs` (ascending); those of a TrueType face get ids without gaps. `face` is its HarfBuzz
/// face.
FontProgram font_program(const FaceInfo& info, hb_face_t* face, const std::vector<EmbeddedGlyph>& glyphs);

}  // namespace text
