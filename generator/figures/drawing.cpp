// Marks in another place.
#include "figures/drawing.h"

namespace figures {

Mark moved(Mark mark, Point by) {
    const auto move = [&](Point& point) { point = {point.x + by.x, point.y + by.y}; };
    if (auto* glyphs = std::get_if<Glyphs>(&mark)) move(glyphs->origin);
    if (auto* fill = std::get_if<Fill>(&mark)) fill->rect.x += by.x, fill->rect.y += by.y;
    if (auto* stroke = std::get_if<Stroke>(&mark)) move(stroke->from), move(stroke->to);
    if (auto* path = std::get_if<Path>(&mark)) {
        for (PathStep& step : path->steps) move(step.to), move(step.c1), move(step.c2);
    }
    return mark;
}

}  // namespace figures
