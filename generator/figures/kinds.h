// The larger figures, a file each.
#pragma once

#include <algorithm>
#include <vector>

#include "figures/canvas.h"

namespace figures {

/// A part a goal, or more of a goal that the room does not hold.
Drawn draw_tree(const compose::Tree& figure, Canvas& canvas, Length measure, Length room);
/// A part a bar; the last goal's is one with that of the total.
Drawn draw_distribution(const compose::Distribution& figure, Canvas& canvas, Length measure);
/// A part a row of panels.
Drawn draw_trends(const compose::Trends& figure, Canvas& canvas, Length measure);
Drawn draw_chart(const compose::Chart& figure, Canvas& canvas, Length measure);

}  // namespace figures
