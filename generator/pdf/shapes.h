// Marks without text: fills, strokes, paths and pictures as operators.
#pragma once

#include "layout/page.h"
#include "pdf/pictures.h"
#include "pdf/stream.h"

namespace pdf {

void draw(Stream& stream, const layout::Fill& fill);
void draw(Stream& stream, const layout::Stroke& stroke);
void draw(Stream& stream, const layout::Path& path);
void draw(Stream& stream, const layout::Picture& picture, const Pictures& pictures);

}  // namespace pdf
