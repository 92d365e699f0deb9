#include "pdf/shapes.h"

#include <stdexcept>

#include "pdf/syntax.h"

namespace pdf {
namespace {

void add_step(Stream& stream, const layout::PathStep& step) {
    switch (step.kind) {
        case layout::PathStep::Kind::move:
            stream.point(step.to);
            stream.write("m ");
            break;
        case layout::PathStep::Kind::line:
            stream.point(step.to);
            stream.write("l ");
            break;
        case layout::PathStep::Kind::curve:
            stream.point(step.c1);
            stream.point(step.c2);
            stream.point(step.to);
            stream.write("c ");
            break;
        case layout::PathStep::Kind::close: stream.write("h "); break;
    }
}

/// numerator / denominator in millionths, since a scale needs more digits than a place.
std::string ratio(base::Length numerator, base::Length denominator) {
    const std::int64_t millionths = numerator.value * 1000000 / denominator.value;
    std::string digits = std::to_string(millionths % 1000000);
    digits.insert(0, 6 - digits.size(), '0');
    return std::to_string(millionths / 1000000) + "." + digits;
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
    for (const layout::PathStep& step : path.steps) add_step(stream, step);
    stream.write(path.fill && path.stroke ? "B\n" : path.fill ? "f\n" : "S\n");
}

void draw(Stream& stream, const layout::Picture& picture, const Pictures& pictures) {
    const auto found = pictures.find({picture.asset, picture.page});
    if (found == pictures.end()) throw std::runtime_error("no picture " + picture.asset);
    const PictureResource& resource = found->second;
    const std::string across = ratio(picture.rect.width, resource.box.width);
    const std::string up = ratio(picture.rect.height, resource.box.height);
    stream.write("q " + across + " 0 0 " + up + " ");
    stream.point({picture.rect.x, picture.rect.bottom()});
    stream.write("cm ");
    if (resource.box.x != base::Length{} || resource.box.y != base::Length{}) {
        stream.write("1 0 0 1 " + number(-resource.box.x) + " " + number(-resource.box.y) + " cm ");
    }
    stream.write("/" + resource.name + " Do Q\n");
}

}  // namespace pdf
