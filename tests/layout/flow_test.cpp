// Where pages end: ten lines of 12 pt on a page.
#include <doctest/doctest.h>

#include <set>

#include "build.h"

using namespace build;

namespace {

std::size_t lines_on(const layout::Page& page) {
    std::set<base::Length> baselines;
    for (const layout::Chunk& chunk : page.chunks) {
        for (const layout::Mark& mark : chunk.marks) baselines.insert(std::get<layout::Glyphs>(mark).origin.y);
    }
    return baselines.size();
}

}  // namespace

TEST_CASE("a page takes what fits, exactly") {
    Paper paper;
    for (auto& block : paper.lines(12)) paper.document.blocks.push_back(block);
    CHECK(texts(paper) == "1: あ1 あ2 あ3 あ4 あ5 あ6 あ7 あ8 あ9 あ10 | 2: あ11 あ12");
}

TEST_CASE("a paragraph leaves at least two lines on either side of a break") {
    const auto count = [](int before, int lines) {
        Paper paper;
        for (auto& block : paper.lines(before)) paper.document.blocks.push_back(block);
        paper.add(paper.lines_of(lines));
        std::string counts;
        for (const layout::Page& page : pages(paper).pages) counts += std::to_string(lines_on(page)) + " ";
        return counts;
    };
    CHECK(count(8, 4) == "10 2 ");
    CHECK(count(7, 4) == "9 2 ");  // a third line would leave the last one alone
    CHECK(count(9, 4) == "9 4 ");  // the first line is not left alone
    CHECK(count(8, 3) == "8 3 ");  // three lines stay together
    CHECK(count(0, 12) == "10 2 ");
    CHECK(count(0, 11) == "9 2 ");
}

TEST_CASE("a heading stays with what follows, and with the heading before it") {
    Paper paper;
    for (auto& block : paper.lines(8)) paper.document.blocks.push_back(block);
    paper.add(paper.heading(1, "章"));
    paper.add(paper.heading(2, "節"));
    paper.add(paper.paragraph("文"));
    CHECK(texts(paper) == "1: あ1 あ2 あ3 あ4 あ5 あ6 あ7 あ8 | 2: 章 節 文");
}

TEST_CASE("a heading in a box stays with what follows the box") {
    Paper paper;
    for (auto& block : paper.lines(9)) paper.document.blocks.push_back(block);
    compose::Box bar;
    bar.blocks = {{paper.heading(1, "章")}};
    paper.add(bar);
    paper.add(paper.paragraph("文"));
    CHECK(texts(paper) == "1: あ1 あ2 あ3 あ4 あ5 あ6 あ7 あ8 あ9 | 2: 章 文");
}

TEST_CASE("the one paragraph between a heading and a table leads the table") {
    const auto pages_with = [](int paragraphs) {
        Paper paper;
        for (auto& block : paper.lines(7)) paper.document.blocks.push_back(block);
        paper.add(paper.heading(1, "節"));
        for (int i = 1; i <= paragraphs; ++i) paper.add(paper.paragraph("文" + std::to_string(i)));
        compose::Table table;
        table.columns = {pt(200)};
        for (const char* name : {"甲", "乙", "丙", "丁"}) table.body.push_back(paper.row({name}));
        paper.add(table);
        return texts(paper);
    };
    CHECK(pages_with(1) == "1: あ1 あ2 あ3 あ4 あ5 あ6 あ7 | 2: 節 文1 甲 乙 丙 丁");
    CHECK(pages_with(2) == "1: あ1 あ2 あ3 あ4 あ5 あ6 あ7 節 文1 文2 | 2: 甲 乙 丙 丁");
}

TEST_CASE("a rule under a heading is part of it") {
    Paper paper;
    for (auto& block : paper.lines(8)) paper.document.blocks.push_back(block);
    paper.add(paper.heading(1, "索引"));
    paper.add(compose::RuleLine{{pt(1), {}}, {}});
    paper.add(paper.paragraph("あ"));
    CHECK(texts(paper) == "1: あ1 あ2 あ3 あ4 あ5 あ6 あ7 あ8 | 2: 索引 あ");
}

TEST_CASE("a group stays on one page if a page can hold it") {
    Paper paper;
    for (auto& block : paper.lines(6)) paper.document.blocks.push_back(block);
    paper.add(compose::Group{paper.lines(5, "い")});
    CHECK(texts(paper) == "1: あ1 あ2 あ3 あ4 あ5 あ6 | 2: い1 い2 い3 い4 い5");

    Paper near;
    for (auto& block : near.lines(3)) near.document.blocks.push_back(block);
    near.add(compose::Group{near.lines(2, "い")});
    CHECK(texts(near) == "1: あ1 あ2 あ3 い1 い2");

    Paper larger;
    larger.add(larger.paragraph("あ"));
    larger.add(compose::Group{larger.lines(12, "い")});
    CHECK(texts(larger) == "1: あ | 2: い1 い2 い3 い4 い5 い6 い7 い8 い9 い10 | 3: い11 い12");

    Paper headed;
    headed.add(headed.paragraph("あ"));
    headed.add(headed.heading(1, "章"));
    headed.add(compose::Group{headed.lines(12, "い")});
    CHECK(texts(headed) == "1: あ | 2: 章 い1 い2 い3 い4 い5 い6 い7 い8 い9 | 3: い10 い11 い12");
}

TEST_CASE("a box that is to stay together does, if a page can hold it") {
    const auto with_box = [](bool together, int lines) {
        Paper paper;
        for (auto& block : paper.lines(6)) paper.document.blocks.push_back(block);
        compose::Box box;
        box.blocks = paper.lines(lines, "い");
        box.keep_together = together;
        paper.add(box);
        return texts(paper);
    };
    CHECK(with_box(true, 8) == "1: あ1 あ2 あ3 あ4 あ5 あ6 | 2: い1 い2 い3 い4 い5 い6 い7 い8");
    CHECK(with_box(false, 8) == "1: あ1 あ2 あ3 あ4 あ5 あ6 い1 い2 い3 い4 | 2: い5 い6 い7 い8");
    CHECK(with_box(true, 11) == "1: あ1 あ2 あ3 あ4 あ5 あ6 い1 い2 い3 い4 | 2: い5 い6 い7 い8 い9 い10 い11");
}

TEST_CASE("space stands before and after a box") {
    Paper paper;
    compose::Box box;
    box.blocks = paper.lines(1);
    box.space = {pt(10), pt(30)};
    paper.add(paper.paragraph("上"));
    paper.add(box);
    paper.add(paper.paragraph("下"));
    CHECK(laid_out(paper) ==
          "page 1 240.0x160.0\n"
          "  P 20.0,29.8 10.0 \"上\"\n"
          "  P 20.0,51.8 10.0 \"あ1\"\n"
          "  P 20.0,93.8 10.0 \"下\"\n");
}

TEST_CASE("between blocks stands the larger space; at the top of a page none") {
    Paper paper;
    auto spaced = [&](const std::string& words, int before, int after) {
        compose::Paragraph paragraph = paper.paragraph(words);
        paragraph.space = {pt(before), pt(after)};
        return paragraph;
    };
    paper.add(spaced("上", 30, 4));
    paper.add(spaced("中", 10, 50));
    paper.add(spaced("下", 0, 0));
    paper.add(spaced("次", 30, 0));
    CHECK(laid_out(paper) ==
          "page 1 240.0x160.0\n"
          "  P 20.0,29.8 10.0 \"上\"\n"
          "  P 20.0,51.8 10.0 \"中\"\n"
          "  P 20.0,113.8 10.0 \"下\"\n"
          "page 2 240.0x160.0\n"
          "  P 20.0,29.8 10.0 \"次\"\n");
}

TEST_CASE("a note stays under its table, a caption above what it names") {
    Paper paper;
    for (auto& block : paper.lines(7)) paper.document.blocks.push_back(block);
    compose::Paragraph caption = paper.paragraph("表");
    caption.role = compose::Role::caption;
    compose::Paragraph note = paper.paragraph("※");
    note.role = compose::Role::note;
    compose::Table table;
    table.columns = {pt(100)};
    table.body = {paper.row({"一"}), paper.row({"二"})};
    paper.add(caption);
    paper.add(table);
    paper.add(note);
    CHECK(texts(paper) == "1: あ1 あ2 あ3 あ4 あ5 あ6 あ7 | 2: 表 一 二 ※");
}

TEST_CASE("page breaks change the master; two in a row make no empty page") {
    Paper paper;
    paper.document.masters["wide"] = paper.master;
    paper.document.masters["wide"].width = pt(400);
    compose::PageBreak wide;
    wide.master = "wide";
    paper.add(wide);
    paper.add(paper.paragraph("一"));
    paper.add(compose::PageBreak{});
    paper.add(compose::PageBreak{});
    paper.add(paper.paragraph("二"));
    const layout::Pages result = pages(paper);
    REQUIRE(result.pages.size() == 2);
    CHECK(result.pages[0].width == pt(400));
    CHECK(result.pages[1].width == pt(400));
}

TEST_CASE("front matter is counted in roman numbers, the rest from its first page") {
    Paper paper;
    compose::PageMaster::Furniture folio;
    folio.x = pt(20), folio.y = pt(150), folio.width = pt(200);
    folio.align = base::Align::centre;
    folio.pattern = "{page}/{pages}";
    folio.style = paper.letters;
    paper.master.furniture = {folio};
    compose::PageBreak front, body;
    front.number_from = 1, front.roman = true;
    body.number_from = 1;
    paper.add(front);
    paper.add(paper.paragraph("表紙"));
    paper.add(compose::PageBreak{});
    paper.add(paper.paragraph("目次"));
    paper.add(body);
    paper.add(paper.paragraph("一章"));
    CHECK(texts(paper) == "i: 表紙 i/2 | ii: 目次 ii/2 | 1: 一章 1/1");
}

TEST_CASE("one thing has two settings: at the top of a page and elsewhere") {
    Paper paper;
    compose::PageTop header;
    header.at_top = {{paper.heading(1, "目標")}, {paper.heading(2, "取組")}};
    header.elsewhere = {{paper.heading(2, "取組")}};
    paper.add(header);
    for (auto& block : paper.lines(4)) paper.document.blocks.push_back(block);
    paper.add(header);
    for (auto& block : paper.lines(2, "い")) paper.document.blocks.push_back(block);
    paper.add(header);
    for (auto& block : paper.lines(2, "う")) paper.document.blocks.push_back(block);
    CHECK(texts(paper) == "1: 目標 取組 あ1 あ2 あ3 あ4 取組 い1 い2 | 2: 目標 取組 う1 う2");
}

TEST_CASE("a picture without a height keeps its own proportions") {
    Paper paper;
    compose::Image image;
    image.asset = "map";
    image.width = pt(100);
    paper.add(image);
    image.own_width = pt(300);
    image.own_height = pt(90);
    paper.add(image);
    CHECK(laid_out(paper) ==
          "page 1 240.0x160.0\n"
          "  Figure picture map page 1 20.0,20.0 100.0x100.0\n"
          "page 2 240.0x160.0\n"
          "  Figure picture map page 1 20.0,20.0 100.0x30.0\n");
}

TEST_CASE("what is higher than a page is set and reported") {
    Paper paper;
    compose::Image image;
    image.asset = "map";
    image.alt = "地図";
    image.height = pt(200);
    paper.add(image);
    paper.add(paper.paragraph("文"));
    CHECK(laid_out(paper) ==
          "page 1 240.0x160.0\n"
          "  Figure picture map page 1 20.0,20.0 200.0x200.0\n"
          "page 2 240.0x160.0\n"
          "  P 20.0,29.8 10.0 \"文\"\n"
          "overflow: this block is higher than the page: 200 of 120 pt\n");
}

TEST_CASE("a last page that would hold little takes over from those before it, parting nothing more") {
    const auto sections = [](const std::vector<int>& rows) {
        Paper paper;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            paper.add(paper.heading(1, std::string("一二三四五").substr(3 * i, 3)));
            if (rows[i] == 0) paper.add(paper.paragraph("文"));
            std::vector<std::vector<std::string>> cells(static_cast<std::size_t>(rows[i]), {"甲", "乙"});
            if (rows[i] > 0) paper.add(table_of(paper, cells));
        }
        return texts(paper);
    };
    // Ten lines a page: the third section would stand alone on the second.
    CHECK(sections({5, 2, 0}) == "1: 一 甲 乙 甲 乙 甲 乙 甲 乙 甲 乙 | 2: 二 甲 乙 甲 乙 三 文");
    // A half-full last page takes nothing,
    CHECK(sections({3, 4, 3}) == "1: 一 甲 乙 甲 乙 甲 乙 二 甲 乙 甲 乙 甲 乙 甲 乙 | 2: 三 甲 乙 甲 乙 甲 乙");
    // nor one that could only take half of a table,
    CHECK(sections({8, 0}) == "1: 一 甲 乙 甲 乙 甲 乙 甲 乙 甲 乙 甲 乙 甲 乙 甲 乙 | 2: 二 文");
    // and running text fills its pages.
    Paper paper;
    for (auto& block : paper.lines(12)) paper.document.blocks.push_back(block);
    CHECK(texts(paper) == "1: あ1 あ2 あ3 あ4 あ5 あ6 あ7 あ8 あ9 あ10 | 2: あ11 あ12");
    // A table that goes on over pages ends as full as it began.
    CHECK(sections({11}) == "1: 一 甲 乙 甲 乙 甲 乙 甲 乙 甲 乙 | 2: 甲 乙 甲 乙 甲 乙 甲 乙 甲 乙 甲 乙");
    // Of more pages, the last two before it give.
    CHECK(sections({8, 5, 2, 0}) ==
          "1: 一 甲 乙 甲 乙 甲 乙 甲 乙 甲 乙 甲 乙 甲 乙 甲 乙 | 2: 二 甲 乙 甲 乙 甲 乙 甲 乙 甲 乙 | 3: 三 甲 乙 "
          "甲 乙 四 文");
}

TEST_CASE("a box at the foot stands there with what follows it") {
    Paper paper;
    compose::Box box;
    box.blocks = paper.lines(1, "奥");
    box.at_foot = true;
    paper.add(paper.paragraph("上"));
    paper.add(box);
    paper.add(paper.paragraph("下"));
    CHECK(laid_out(paper) ==
          "page 1 240.0x160.0\n"
          "  P 20.0,29.8 10.0 \"上\"\n"
          "  P 20.0,125.8 10.0 \"奥1\"\n"
          "  P 20.0,137.8 10.0 \"下\"\n");
}
