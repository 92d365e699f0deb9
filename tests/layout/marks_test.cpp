// 変更の印: what is drawn beside a change moves nothing of the tree or of the places.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "build.h"
#include "layout/change_marks.h"

using namespace build;

namespace {

/// Every chunk that an element holds says that it is that element's.
std::size_t kids_at_home(const layout::Pages& pages) {
    std::size_t kids = 0;
    for (std::size_t at = 0; at < pages.structure.elements.size(); ++at) {
        for (const layout::Kid& kid : pages.structure.elements[at].kids) {
            if (kid.kind != layout::Kid::Kind::chunk) continue;
            const auto& chunks = pages.pages[static_cast<std::size_t>(kid.page)].chunks;
            REQUIRE(static_cast<std::size_t>(kid.index) < chunks.size());
            CHECK(chunks[static_cast<std::size_t>(kid.index)].element == static_cast<int>(at));
            ++kids;
        }
    }
    return kids;
}

}  // namespace

TEST_CASE("a mark moves no chunk away from its element, on its page or another") {
    Paper paper;
    compose::Paragraph shown = paper.paragraph("実績は18人");
    shown.content.front().facts = {{9, 2, 7}};
    paper.add(paper.paragraph("あ"));
    paper.add(shown);
    for (const compose::Block& line : paper.lines(12, "い")) paper.document.blocks.push_back(line);
    paper.add(shown);
    layout::Pages pages = build::pages(paper);
    REQUIRE(pages.pages.size() == 2);
    const std::size_t kids = kids_at_home(pages);
    REQUIRE(pages.facts.size() == 2);
    const std::deque<layout::Place> before = pages.facts;
    std::vector<layout::Changed> changed;
    for (const layout::Place& place : before) {
        changed.push_back(
            {place.page, {pt(19), place.rect.y - pt(1), pt(202), place.rect.height + pt(2)}});  // its line
    }
    layout::mark_changes(changed, pages);
    CHECK(kids_at_home(pages) == kids + 2);  // the two bars that speak
    for (std::size_t at = 0; at < before.size(); ++at) {
        CHECK(pages.facts[at].rect == before[at].rect);
        CHECK(pages.facts[at].chunk == before[at].chunk + 2);
    }
}

TEST_CASE("marks come back as they were kept, whatever their glyphs have alike") {
    layout::Glyphs full;
    full.origin = {pt(20), Length{-35}};
    full.run.face = 7;
    full.run.size = Length{10500};
    full.run.colour = {1, 2, 255};
    full.run.text = "市の（";
    full.run.glyphs = {{20000, pt(10), {}, {}, 0}, {65535, pt(10), {}, {}, 3}, {1, pt(10), {}, {}, 6}};
    layout::Glyphs uneven = full;
    uneven.run.glyphs[1].advance = Length{-5};
    uneven.run.glyphs[1].dx = Length{3};
    uneven.run.glyphs[2].dy = Length{-4};
    uneven.run.glyphs[2].cluster = 3;
    uneven.run.glyphs[0].eighths = 2;
    uneven.said.own().words = std::string(600, 'a');
    uneven.fact = 9;
    layout::Path path;
    path.steps = {{layout::PathStep::Kind::move, {pt(1), pt(2)}, {}, {}},
                  {layout::PathStep::Kind::curve, {pt(3), pt(4)}, {pt(5), pt(6)}, {pt(7), Length{-8}}}};
    path.stroke = layout::Colour{9, 8, 7};
    path.round_joins = true;
    layout::Marks marks = {full, layout::Fill{{pt(1), pt(2), pt(3), pt(4)}, {5, 6, 7}},
                           layout::Picture{"cover", 2, {pt(1), pt(2), pt(3), pt(4)}}};
    CHECK_FALSE(marks.speaks());
    marks.push_back(uneven);
    marks.push_back(figures::Mark{path}, {pt(100), pt(200)});
    CHECK(marks.size() == 5);
    CHECK(marks.draws());
    CHECK(marks.speaks());
    CHECK(marks.has_picture());
    std::vector<layout::Mark> back;
    for (const layout::Mark& mark : marks) back.push_back(mark);
    REQUIRE(back.size() == 5);
    const auto same = [](const text::Glyph& a, const text::Glyph& b) {
        return a.id == b.id && a.advance.value == b.advance.value && a.dx.value == b.dx.value &&
               a.dy.value == b.dy.value && a.cluster == b.cluster && a.eighths == b.eighths;
    };
    const std::vector<std::pair<std::size_t, const layout::Glyphs*>> runs = {{0, &full}, {3, &uneven}};
    for (const auto& [at, kept] : runs) {
        const auto& read = std::get<layout::Glyphs>(back[at]);
        CHECK(read.origin == kept->origin);
        CHECK(read.run.face == 7);
        CHECK(read.run.size == kept->run.size);
        CHECK(read.run.colour == kept->run.colour);
        CHECK(read.run.text == kept->run.text);
        CHECK(std::ranges::equal(read.run.glyphs, kept->run.glyphs, same));
        CHECK(read.said->words == kept->said->words);
        CHECK(read.fact == kept->fact);
    }
    CHECK(std::get<layout::Fill>(back[1]).rect == layout::Rect{pt(1), pt(2), pt(3), pt(4)});
    CHECK(std::get<layout::Picture>(back[2]).asset == "cover");
    CHECK(std::get<layout::Picture>(back[2]).page == 2);
    const auto& moved = std::get<layout::Path>(back[4]);
    CHECK(moved.steps[1].to == layout::Point{pt(103), pt(204)});
    CHECK(moved.steps[1].c2 == layout::Point{pt(107), pt(200) + Length{-8}});
    CHECK(moved.stroke == path.stroke);
    CHECK_FALSE(moved.fill);
    CHECK(moved.round_joins);
    CHECK_FALSE(layout::Marks{layout::Path{}}.draws());
}
