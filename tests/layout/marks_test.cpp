// 変更の印: what is drawn beside a change moves nothing of the tree or of the places.
#include <doctest/doctest.h>

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
