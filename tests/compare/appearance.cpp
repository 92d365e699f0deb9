// Pages that look different, and those that do not.
#include "compare/appearance.h"

#include <doctest/doctest.h>

#include <functional>

namespace {

using base::Length;
using base::Point;

constexpr Point at(std::int64_t x, std::int64_t y) { return {Length::points(x), Length::points(y)}; }

layout::Fill fill() { return {{at(1, 0).x, at(0, 2).y, at(3, 0).x, at(0, 4).y}, {10, 20, 30}}; }
layout::Stroke stroke() { return {at(1, 2), at(3, 4), Length::points(1), {10, 20, 30}}; }
layout::Path path() {
    using Kind = layout::PathStep::Kind;
    return {
        {{Kind::move, at(1, 2), {}, {}}, {Kind::line, at(3, 2), {}, {}}, {Kind::curve, at(5, 6), at(3, 4), at(4, 5)}},
        base::Colour{10, 20, 30},
        base::Colour{40, 50, 60},
        Length::points(1)};
}
layout::Picture picture() { return {"photo", 1, fill().rect}; }
layout::Glyphs glyphs() {
    layout::Glyphs all;
    all.origin = at(1, 2);
    all.run.text = "字";
    all.run.size = Length::points(9);
    all.run.glyphs.resize(1);
    return all;
}

/// Whether the change shows.
template <typename Mark>
bool shows(const Mark& mark, const std::function<void(Mark&)>& change) {
    Mark other = mark;
    change(other);
    return compare::appearance({layout::Mark(mark)}, {}) != compare::appearance({layout::Mark(other)}, {});
}

}  // namespace

TEST_CASE("whatever of a mark is drawn otherwise shows") {
    const Length more = Length::points(9);
    CHECK(shows<layout::Fill>(fill(), [&](auto& mark) { mark.rect.x = more; }));
    CHECK(shows<layout::Fill>(fill(), [&](auto& mark) { mark.rect.y = more; }));
    CHECK(shows<layout::Fill>(fill(), [&](auto& mark) { mark.rect.width = more; }));
    CHECK(shows<layout::Fill>(fill(), [&](auto& mark) { mark.rect.height = more; }));
    for (std::uint8_t base::Colour::*part : {&base::Colour::red, &base::Colour::green, &base::Colour::blue}) {
        CHECK(shows<layout::Fill>(fill(), [&](auto& mark) { mark.colour.*part = 99; }));
    }
    CHECK(shows<layout::Stroke>(stroke(), [&](auto& mark) { mark.from.y = more; }));
    CHECK(shows<layout::Stroke>(stroke(), [&](auto& mark) { mark.to.x = more; }));
    CHECK(shows<layout::Stroke>(stroke(), [&](auto& mark) { mark.weight = more; }));
    CHECK(shows<layout::Stroke>(stroke(), [&](auto& mark) { mark.colour.red = 99; }));
    CHECK(shows<layout::Path>(path(), [&](auto& mark) { mark.steps[0].to.x = more; }));
    CHECK(shows<layout::Path>(path(), [&](auto& mark) { mark.steps[1].kind = layout::PathStep::Kind::move; }));
    CHECK(shows<layout::Path>(path(), [&](auto& mark) { mark.steps[2].c1.x = more; }));
    CHECK(shows<layout::Path>(path(), [&](auto& mark) { mark.steps[2].c2.y = more; }));
    CHECK(shows<layout::Path>(path(), [&](auto& mark) { mark.fill->green = 99; }));
    CHECK(shows<layout::Path>(path(), [&](auto& mark) { mark.stroke->blue = 99; }));
    CHECK(shows<layout::Path>(path(), [&](auto& mark) { mark.weight = more; }));
    CHECK(shows<layout::Picture>(picture(), [&](auto& mark) { mark.asset = "map"; }));
    CHECK(shows<layout::Picture>(picture(), [&](auto& mark) { mark.page = 2; }));
    CHECK(shows<layout::Picture>(picture(), [&](auto& mark) { mark.rect.x = more; }));
    CHECK(shows<layout::Picture>(picture(), [&](auto& mark) { mark.rect.width = more; }));
    CHECK(shows<layout::Picture>(picture(), [&](auto& mark) { mark.rect.height = more; }));
    CHECK(shows<layout::Glyphs>(glyphs(), [&](auto& mark) { mark.origin.x = more; }));
    CHECK(shows<layout::Glyphs>(glyphs(), [&](auto& mark) { mark.run.text = "語"; }));
    CHECK(shows<layout::Glyphs>(glyphs(), [&](auto& mark) { mark.run.size = Length::points(8); }));
    CHECK(shows<layout::Glyphs>(glyphs(), [&](auto& mark) { mark.run.colour.red = 99; }));
    CHECK(shows<layout::Glyphs>(glyphs(), [&](auto& mark) { mark.run.glyphs[0].advance = more; }));
    CHECK_FALSE(shows<layout::Fill>(fill(), [](auto&) {}));
}

TEST_CASE("a drawing looks the same wherever it stands, seen from its own corner") {
    layout::Stroke moved = stroke();
    for (Point* point : {&moved.from, &moved.to}) *point = {point->x + at(7, 0).x, point->y + at(0, 8).y};
    CHECK(compare::appearance({layout::Mark(stroke())}, {}) == compare::appearance({layout::Mark(moved)}, at(7, 8)));
    CHECK(compare::appearance({layout::Mark(stroke())}, {}) != compare::appearance({layout::Mark(moved)}, {}));
}
