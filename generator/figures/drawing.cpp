// Marks in another place, and drawings in another size.
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

Drawing shrunk(Drawing drawing, Length height) {
    const Length whole = drawing.height;
    const auto shrink = [&](auto& length) { length = scaled(Length(length), height.value, whole.value); };
    const Length aside = (drawing.width - scaled(drawing.width, height.value, whole.value)) / 2;
    const auto shrink_point = [&](Point& point) { shrink(point.x), shrink(point.y), point.x += aside; };
    for (Mark& mark : drawing.marks) {
        if (auto* glyphs = std::get_if<Glyphs>(&mark)) {
            shrink_point(glyphs->origin);
            shrink(glyphs->run.size);
            for (text::Glyph& glyph : glyphs->run.glyphs) shrink(glyph.advance), shrink(glyph.dx), shrink(glyph.dy);
        }
        if (auto* fill = std::get_if<Fill>(&mark)) {
            for (Length* length : {&fill->rect.x, &fill->rect.y, &fill->rect.width, &fill->rect.height})
                shrink(*length);
            fill->rect.x += aside;
        }
        if (auto* stroke = std::get_if<Stroke>(&mark)) {
            shrink_point(stroke->from), shrink_point(stroke->to), shrink(stroke->weight);
        }
        if (auto* path = std::get_if<Path>(&mark)) {
            for (PathStep& step : path->steps) shrink_point(step.to), shrink_point(step.c1), shrink_point(step.c2);
            shrink(path->weight);
        }
    }
    shrink(drawing.height);
    return drawing;
}

}  // namespace figures
