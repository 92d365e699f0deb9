// Each mark sets only the state it needs, then its path; a picture is fitted whole into the middle of its place.
#include "pdf/shapes.h"

#include <algorithm>
#include <stdexcept>

#include "pdf/syntax.h"

namespace pdf {
namespace {

/// A point as seen from `origin`, with y upwards.
void add_offset(Stream& stream, layout::Point point, layout::Point origin) {
    stream.number(point.x - origin.x);
    stream.number(origin.y - point.y);
}

void add_step(Stream& stream, const layout::PathStep& step, layout::Point origin) {
    switch (step.kind) {
        case layout::PathStep::Kind::move:
            add_offset(stream, step.to, origin);
            stream.write("m ");
            break;
        case layout::PathStep::Kind::line:
            add_offset(stream, step.to, origin);
            stream.write("l ");
            break;
        case layout::PathStep::Kind::curve:
            add_offset(stream, step.c1, origin);
            add_offset(stream, step.c2, origin);
            add_offset(stream, step.to, origin);
            stream.write("c ");
            break;
        case layout::PathStep::Kind::close: stream.write("h "); break;
    }
}

/// A scale in millionths, since it needs more digits than a place.
std::string scale(std::int64_t millionths) {
    std::string digits = std::to_string(millionths % 1'000'000);
    digits.insert(0, 6 - digits.size(), '0');
    return std::to_string(millionths / 1'000'000) + "." + digits;
}

}  // namespace

void draw(Stream& stream, const layout::Fill& fill) {
    stream.set_fill(fill.colour);
    stream.point({fill.rect.x, fill.rect.bottom()});
    stream.number(fill.rect.width);
    stream.number(fill.rect.height);
    stream.write("re f\n");
}

void draw(Stream& stream, const layout::Stroke& stroke) {
    stream.set_stroke(stroke.colour);
    stream.set_weight(stroke.weight);
    stream.set_round(false);
    stream.point(stroke.from);
    stream.write("m ");
    stream.point(stroke.to);
    stream.write("l S\n");
}

void draw(Stream& stream, const layout::Path& path) {
    if (path.steps.empty() || (!path.fill && !path.stroke)) return;
    if (path.fill) stream.set_fill(*path.fill);
    if (path.stroke) {
        stream.set_stroke(*path.stroke);
        stream.set_weight(path.weight);
        stream.set_round(path.round_joins);
    }
    // Seen from their first point, equal shapes are equal letters wherever they stand, and pack to nearly nothing.
    const layout::Point origin = path.steps.front().to;
    stream.write("q 1 0 0 1 ");
    stream.point(origin);
    stream.write("cm ");
    for (const layout::PathStep& step : path.steps) add_step(stream, step, origin);
    stream.write(path.fill && path.stroke ? "B Q\n" : path.fill ? "f Q\n" : "S Q\n");
}

void draw(Stream& stream, const layout::Picture& picture, const Pictures& pictures) {
    const auto found = pictures.find({picture.asset, picture.page});
    if (found == pictures.end()) throw std::runtime_error("no picture " + picture.asset);
    const PictureResource& resource = found->second;
    // The whole picture, in its own proportions, in the middle of its place.
    const std::int64_t by_width = picture.rect.width.value * 1'000'000 / resource.width.value;
    const std::int64_t by_height = picture.rect.height.value * 1'000'000 / resource.height.value;
    const std::int64_t fit = std::min(by_width, by_height);
    const base::Length width = scaled(resource.width, fit, 1'000'000);
    const base::Length height = scaled(resource.height, fit, 1'000'000);
    const base::Rect& rect = picture.rect;
    stream.write("q ");
    if (resource.unit_square) {
        stream.write(number(width) + " 0 0 " + number(height) + " ");
    } else {
        stream.write(scale(fit) + " 0 0 " + scale(fit) + " ");
    }
    stream.point({rect.x + (rect.width - width) / 2, rect.bottom() - (rect.height - height) / 2});
    const std::string_view turn = resource.turn;
    stream.write("cm " + (turn.empty() ? std::string() : std::string(turn) + " cm ") + "/" + resource.name + " Do Q\n");
}

}  // namespace pdf
