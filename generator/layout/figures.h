// The larger figures, a file each.
#pragma once

#include <algorithm>
#include <vector>

#include "layout/canvas.h"

namespace layout {

/// A piece a goal, since a large strategy breaks between goals; the heads go with the first.
std::vector<Drawing> draw_tree(const compose::Tree& figure, Canvas& canvas, Length measure);
Drawing draw_distribution(const compose::Distribution& figure, Canvas& canvas, Length measure);
Drawing draw_trends(const compose::Trends& figure, Canvas& canvas, Length measure);
Drawing draw_target_bars(const compose::TargetBars& figure, Canvas& canvas, Length measure);

}  // namespace layout
