// Figures, rating chips and trend marks as vector marks: drawn here, placed by the rooms that come later.
#pragma once

#include <vector>

#include "compose/document.h"
#include "figures/drawing.h"
#include "text/line.h"

namespace figures {

/// A figure in pieces that may part at a page break, top to bottom; all but a tree's goals are one piece.
std::vector<Drawing> draw_figure(const compose::Figure& figure, Length measure, text::Typesetter& typesetter);

/// The chip stands with its vertical middle on the middle of the line's em box. Where its word is wider than `room`
/// its symbol stands alone; a word without a symbol takes smaller letters.
Drawing draw_chip(const compose::Chip& chip, text::Typesetter& typesetter, Length room);

Drawing draw_trend(const compose::TrendMark& mark);

}  // namespace figures
