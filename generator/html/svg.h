// Drawings as SVG.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "figures/drawing.h"

namespace html {

/// The classes of the style sheet by which letters of a face are set: `mincho`, `gothic bold`.
using Faces = std::map<text::FaceId, std::string>;

/// The class of a face: its program says whether it has serifs and how heavy it is.
std::string face_class(const text::FontProgram& program);

/// Whether letters become an element; they may have none, or no picture.
bool is_drawn(const figures::Glyphs& glyphs);

/// Marks as SVG elements, in points.
std::string svg_marks(const std::vector<figures::Mark>& marks, const Faces& faces);

/// A drawing as one SVG element; `name` is its text alternative, empty for an ornament.
std::string svg(const figures::Drawing& drawing, const std::string& name, const Faces& faces);

}  // namespace html
