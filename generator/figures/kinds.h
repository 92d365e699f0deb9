// The larger figures, a file each.
#pragma once

#include <algorithm>
#include <vector>

#include "figures/canvas.h"

namespace figures {

/// What is higher comes in pieces, so that any page can hold it.
constexpr Length tallest_piece = Length::points(600);

/// The pieces as they are where one page could not hold them all, else as one, without the gap after the last.
std::vector<Drawing> whole_or_pieces(std::vector<Drawing> pieces, Length gap);

/// A piece a goal, since a large strategy breaks between goals; the heads go with the first.
std::vector<Drawing> draw_tree(const compose::Tree& figure, Canvas& canvas, Length measure);
/// One piece, or a piece a bar where a page could not hold them all.
std::vector<Drawing> draw_distribution(const compose::Distribution& figure, Canvas& canvas, Length measure);
/// A piece a row of panels.
std::vector<Drawing> draw_trends(const compose::Trends& figure, Canvas& canvas, Length measure);
/// One piece, or a piece a row of panels where a page could not hold them all.
std::vector<Drawing> draw_chart(const compose::Chart& figure, Canvas& canvas, Length measure);

}  // namespace figures
