// Figures, rating chips and trend marks as vector marks: drawn here, placed by the rooms that come later.
#pragma once

#include <string>
#include <vector>

#include "compose/document.h"
#include "figures/drawing.h"
#include "text/line.h"

namespace figures {

/// A slice of a figure that stands on one page, and the first and the last thing in it: 基本目標１, 全体.
struct Part {
    Drawing drawing;
    std::string first, last;
};

/// A figure, to be set top to bottom: its head, which stands again above what goes on overleaf, and its parts.
struct Drawn {
    Drawing head;  ///< of no height where there is none
    std::vector<Part> parts;
    Length gap;  ///< between two parts

    Drawing whole() const;
};

/// No part of a figure that has several is higher than `room`, where what is in it can be parted.
Drawn draw_figure(const compose::Figure& figure, Length measure, Length room, text::Typesetter& typesetter);

/// The chip stands with its vertical middle on the middle of the line's em box. Where its word is wider than `room`
/// its symbol stands alone; a word without a symbol takes smaller letters.
/// How wide a chip with a symbol is that says its word.
Length worded_width(const compose::Chip& chip, text::Typesetter& typesetter);
Drawing draw_chip(const compose::Chip& chip, text::Typesetter& typesetter, Length room);

Drawing draw_trend(const compose::TrendMark& mark);

}  // namespace figures
