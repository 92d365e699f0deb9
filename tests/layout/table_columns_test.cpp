// How wide the columns of a table are.
#include <doctest/doctest.h>

#include "build.h"

using namespace build;

TEST_CASE("a number is never parted: its column takes what the others can give, then its letters are smaller") {
    const auto sizes = [](const Paper& paper) {
        std::string found;
        const layout::Pages made = pages(paper);
        for (const layout::Chunk& chunk : made.pages[0].chunks) {
            for (const layout::Mark& mark : chunk.marks) {
                const auto* glyphs = std::get_if<layout::Glyphs>(&mark);
                if (glyphs != nullptr)
                    found += glyphs->run.text + "/" + std::to_string(glyphs->run.size.value / 100) + " ";
            }
        }
        return found;
    };
    Paper paper;
    compose::Table table = table_of(paper, {{"", "123,456,789,012"}});
    table.columns = {pt(160), pt(40)};
    paper.add(table);
    CHECK(sizes(paper) == "123,456,789,012/50 ");
    paper.document.blocks.clear();
    table.growing = {1};
    table.yielding = {0};
    paper.add(table);
    CHECK(sizes(paper) == "123,456,789,012/80 ");
    paper.document.blocks.clear();
    table.body[0].cells[1] = paper.cell("△123,456,789,012");
    paper.add(table);
    CHECK(sizes(paper) == "△/80 123,456,789,012/80 ");
    paper.document.blocks.clear();
    table.columns = {pt(190), pt(10)};
    table.growing.clear();
    paper.add(table);
    CHECK(sizes(paper).find("/100 ") != std::string::npos);  // not even at half the size: as large as it was
}

TEST_CASE("a column that grows takes what a short entry needs, and nothing for one that is broken anyway") {
    const auto set = [](const std::string& entry, bool grows) {
        Paper paper;
        compose::Table table = table_of(paper, {{"名前", entry}, {"名前", "人"}});
        table.columns = {pt(150), pt(30)};
        if (grows) table.growing = {1}, table.yielding = {0};
        paper.add(table);
        return texts(paper);
    };
    CHECK(set("ポイント", false) == "1: 名前 ポイ ント 名前 人");
    CHECK(set("ポイント", true) == "1: 名前 ポイント 名前 人");
    CHECK(set("ポイントなど", true) == set("ポイントなど", false));
}

TEST_CASE("a column gives no more than half of its width") {
    Paper paper;
    compose::Table table = table_of(paper, {{"名前", "ポイント"}});
    table.columns = {pt(19), pt(30)};
    table.growing = {1}, table.yielding = {0};
    paper.add(table);
    CHECK(texts(paper) == "1: 名 前 ポイ ント");
}
