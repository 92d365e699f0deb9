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

bool same_shape(const layout::PathStep& a, const layout::PathStep& b, layout::Point step) {
    const auto lies = [step](layout::Point from, layout::Point to) {
        return to.x - from.x == step.x && to.y - from.y == step.y;
    };
    if (a.kind != b.kind) return false;
    if (a.kind == layout::PathStep::Kind::close) return true;
    return lies(a.to, b.to) && (a.kind != layout::PathStep::Kind::curve || (lies(a.c1, b.c1) && lies(a.c2, b.c2)));
}

/// Whether a shape that begins at `origin` is so small that its neighbours, a step away, do not touch it.
bool stays_apart(const layout::PathStep* first, std::size_t count, layout::Point origin, layout::Point step) {
    const base::Length room =
        std::max(step.x < base::Length{} ? -step.x : step.x, step.y < base::Length{} ? -step.y : step.y) / 2;
    const auto near = [&](layout::Point point) {
        const base::Length x = point.x - origin.x, y = point.y - origin.y;
        return x < room && -x < room && y < room && -y < room;
    };
    return std::all_of(first, first + count, [&](const layout::PathStep& each) {
        if (each.kind == layout::PathStep::Kind::close) return true;
        return near(each.to) && (each.kind != layout::PathStep::Kind::curve || (near(each.c1) && near(each.c2)));
    });
}

/// A row of equal shapes at equal distances: the dots of a leader.
struct Row {
    std::size_t steps = 0;  ///< of one shape; 0: it is no such row
    layout::Point distance;
};

Row row_of(const layout::Path& path) {
    const auto& steps = path.steps;
    const auto begins = [](const layout::PathStep& step) { return step.kind == layout::PathStep::Kind::move; };
    const auto second = std::find_if(steps.begin() + 1, steps.end(), begins);
    if (path.stroke || !begins(steps.front()) || second == steps.end()) return {};
    const auto count = static_cast<std::size_t>(second - steps.begin());
    const layout::Point distance{second->to.x - steps.front().to.x, second->to.y - steps.front().to.y};
    if (steps.size() % count != 0 || !stays_apart(steps.data(), count, steps.front().to, distance)) return {};
    for (std::size_t at = count; at < steps.size(); ++at) {
        if (!same_shape(steps[at - count], steps[at], distance)) return {};
    }
    return {count, distance};
}

/// Each shape is seen from its own first point and the next from there, so that a row is one letter many times.
void draw_row(Stream& stream, const layout::Path& path, const Row& row) {
    const layout::Point origin = path.steps.front().to;
    for (std::size_t at = 0; at < path.steps.size(); ++at) {
        if (at > 0 && at % row.steps == 0) {
            stream.write("f 1 0 0 1 ");
            stream.number(row.distance.x);
            stream.number(-row.distance.y);
            stream.write("cm ");
        }
        add_step(stream, path.steps[at % row.steps], origin);
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
    if (const Row row = row_of(path); row.steps > 0) {
        draw_row(stream, path, row);
    } else {
        for (const layout::PathStep& step : path.steps) add_step(stream, step, origin);
    }
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
