// Where facts and texts stand: noted while they are drawn, so that nobody has to look for them on the page.
#pragma once

#include "compose/document.h"
#include "layout/page.h"

namespace layout {

/// How far the em box stands above the baseline: 0.88 of the size.
inline Length above_baseline(Length size) { return scaled(size, 88, 100); }

/// Notes on the last page what of the part's facts and text the run shows, which was the last that was marked there;
/// `origin` is that of its first glyph.
void note_run(Pages& pages, const compose::Inline& part, const text::GlyphRun& run, Point origin);

/// The same of a label in a figure, which shows one fact or none.
void note_label(Pages& pages, const figures::Glyphs& label, Point origin);

/// The same of a chip or a mark of a trend, once it is drawn.
void note_drawing(Pages& pages, const compose::Inline& part, const Rect& rect);

}  // namespace layout
