// Where facts and texts stand: page, rectangle, words.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include "build.h"

using namespace build;

namespace {

std::string places(const std::deque<layout::Place>& places) {
    std::string out;
    for (const layout::Place& place : places) {
        const base::Rect& rect = place.rect;
        out += fmt::format("{} page {} {},{} {}x{} {}\n", place.what, place.page + 1, rect.x.value, rect.y.value,
                           rect.width.value, rect.height.value, place.words);
    }
    return out;
}

compose::Paragraph shown(const Paper& paper, const std::string& words, std::vector<compose::ShownFact> facts) {
    compose::Paragraph paragraph = paper.paragraph(words);
    paragraph.content.front().facts = std::move(facts);
    return paragraph;
}

}  // namespace

TEST_CASE("a fact stands where its letters stand, whatever letters the numerals made of them") {
    Paper paper;
    compose::Paragraph paragraph = shown(paper, "実績は18人、目標は5人", {{9, 2, 7}, {26, 1, 8}});
    paragraph.style.numerals = base::Numerals::one_full_more_half;
    paper.add(paragraph);
    // Letters of 10 pt on lines of 12: three before the 18, whose digits are half as wide, a quarter em on either side.
    CHECK(places(pages(paper).facts) ==
          "7 page 1 52500,21000 12500x10000 18\n"
          "8 page 1 115000,21000 10000x10000 ５\n");
}

TEST_CASE("breaks that the author put into a text move no place") {
    Paper paper;
    paper.add(shown(paper, "実績\u200Bは\n18", {{13, 2, 1}}));
    CHECK(places(pages(paper).facts) == "1 page 1 20000,33000 10000x10000 18\n");
}

TEST_CASE("a fact broken over lines and pages stands at several places") {
    Paper paper;
    paper.add(shown(paper, "ああああああああああああああああおおむね順調", {{48, 18, 3}}));
    CHECK(places(pages(paper).facts) ==
          "3 page 1 180000,21000 40000x10000 おおむね\n"
          "3 page 1 20000,33000 20000x10000 順調\n");
}

TEST_CASE("a rating's chip is a place of its fact") {
    Paper paper;
    compose::Paragraph paragraph = paper.paragraph("");
    compose::Inline part;
    part.style = paper.letters;
    part.chip = compose::Chip{"◎", "順調", {}, {}, pt(10), paper.letters};
    part.facts = {{0, 0, 4}};
    paragraph.content = {part};
    paper.add(paragraph);
    const std::deque<layout::Place> found = pages(paper).facts;
    REQUIRE(found.size() == 1);
    CHECK(found[0].what == 4);
    CHECK(found[0].words == "順調");
    CHECK(found[0].rect.x == pt(20));
    CHECK(found[0].rect.height == pt(10));
}

TEST_CASE("a head that is repeated shows its facts on each page") {
    Paper paper;
    compose::Table table;
    table.columns = {pt(200)};
    compose::Row head = paper.row({""});
    head.cells[0].blocks = {{shown(paper, "令和5年度", {{0, 13, 2}})}};
    table.head = {head};
    for (int i = 0; i < 12; ++i) table.body.push_back(paper.row({"い"}));
    paper.add(table);
    const std::deque<layout::Place> found = pages(paper).facts;
    REQUIRE(found.size() == 2);
    CHECK(found[0].page == 0);
    CHECK(found[1].page == 1);
    CHECK(found[1].words == "令和5年度");
}

TEST_CASE("a text of the city's own is known line by line") {
    Paper paper;
    compose::Paragraph paragraph = paper.lines_of(2);
    paragraph.content.front().origin = 5;
    paper.add(paper.paragraph("型紙の語"));
    paper.add(paragraph);
    const std::deque<layout::Place> found = pages(paper).texts;
    REQUIRE(found.size() == 2);
    CHECK(found[0].what == 5);
    CHECK(found[0].words == found[1].words);
    CHECK(found[0].rect.width == pt(200));
}
