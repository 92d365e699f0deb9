// Tables over pages.
#include <doctest/doctest.h>

#include <cstdint>
#include <sstream>

#include "build.h"
#include "compose/aligned.h"

using namespace build;

namespace {

/// A cell of several lines that spans rows.
compose::Cell tall(const Paper& paper, int lines, int rows, const std::string& word = "長") {
    compose::Cell cell = paper.cell(paper.lines(lines, word));
    cell.rows = rows;
    return cell;
}

}  // namespace

TEST_CASE("the head stands on every page, tagged once") {
    Paper paper;
    compose::Table table = table_of(paper, {});
    table.head = {paper.row({"項目", "値"})};
    for (auto& cell : table.head[0].cells) cell.header = true, cell.scope = compose::Scope::column;
    for (int i = 1; i <= 12; ++i) table.body.push_back(paper.row({"行" + std::to_string(i), std::to_string(i)}));
    paper.add(table);
    CHECK(texts(paper) ==
          "1: 項目 値 行1 1 行2 2 行3 3 行4 4 行5 5 行6 6 行7 7 行8 8 行9 9 | 2: 項目 値 行10 10 行11 11 行12 12");
    check_recorded("head_repeated", laid_out(paper) + tags(paper));
}

TEST_CASE("no row stands alone at a page break") {
    Paper last;
    for (auto& block : last.lines(5)) last.document.blocks.push_back(block);
    compose::Table six = table_of(last, {});
    for (int i = 1; i <= 6; ++i) six.body.push_back(last.row({"行" + std::to_string(i), ""}));
    last.add(six);
    last.add(last.lines_of(4));
    CHECK(texts(last).starts_with("1: あ1 あ2 あ3 あ4 あ5 行1 行2 行3 行4 | 2: 行5 行6 "));

    Paper first;
    for (auto& block : first.lines(8)) first.document.blocks.push_back(block);
    compose::Table headed = table_of(first, {{"一", ""}, {"二", ""}, {"三", ""}});
    headed.head = {first.row({"頭", ""})};
    first.add(headed);
    CHECK(texts(first) == "1: あ1 あ2 あ3 あ4 あ5 あ6 あ7 あ8 | 2: 頭 一 二 三");
}

TEST_CASE("rows that keep together never part") {
    Paper paper;
    compose::Table table = table_of(paper, {});
    for (int i = 1; i <= 12; ++i) {
        table.body.push_back(paper.row({"行" + std::to_string(i), ""}));
        table.body.back().keep_with_next = i % 4 != 0;
    }
    paper.add(table);
    CHECK(texts(paper) == "1: 行1 行2 行3 行4 行5 行6 行7 行8 | 2: 行9 行10 行11 行12");
}

TEST_CASE("what a spanning cell needs beyond its rows goes to the last of them") {
    Paper paper;
    compose::Table table = table_of(paper, {});
    table.columns = {pt(60), pt(40), pt(100)};
    compose::Row first, second;
    first.cells = {tall(paper, 5, 2), paper.cell("甲"), paper.cell("1")};
    second.cells = {paper.cell("乙"), paper.cell("2")};
    table.body = {first, second};
    const compose::Rule hair{{350}, {}};
    for (auto& row : table.body) {
        for (auto& cell : row.cells) cell.bottom = hair;
    }
    table.top = table.bottom = {{1500}, {}};
    paper.add(table);
    check_recorded("span_taller_than_rows", laid_out(paper) + tags(paper));
}

TEST_CASE("a cell is split over pages, with a label overleaf; finished cells stay empty") {
    Paper paper;
    compose::Table table = table_of(paper, {});
    table.rows_split = true;
    table.head = {paper.row({"事業", "実績"})};
    compose::Row row;
    row.cells = {paper.cell("交流事業"), paper.cell(paper.lines(14, "果"))};
    row.cells[0].continued.own().words = "交流事業（続き）";
    row.cells[0].continued.own().style = paper.letters;
    for (auto& cell : row.cells) cell.bottom = {{750}, {}};
    for (auto& cell : row.cells) cell.ground = base::Colour{200, 200, 200};
    table.body = {row, row};
    table.top = table.bottom = {{1500}, {}};
    paper.add(table);
    CHECK(texts(paper) ==
          "1: 事業 実績 交流事業 果1 果2 果3 果4 果5 果6 果7 果8 果9 | "
          "2: 事業 実績 交流事業（続き） 果10 果11 果12 果13 果14 交流事業 果1 果2 果3 果4 | "
          "3: 事業 実績 交流事業（続き） 果5 果6 果7 果8 果9 果10 果11 果12 | "
          "4: 事業 実績 交流事業（続き） 果13 果14");
    check_recorded("cell_split", laid_out(paper) + tags(paper));
}

TEST_CASE("a span goes on while its rows end") {
    Paper paper;
    for (auto& block : paper.lines(4)) paper.document.blocks.push_back(block);
    compose::Table table = table_of(paper, {});
    table.rows_split = true;
    compose::Row first, second, third;
    first.cells = {tall(paper, 11, 3), paper.cell(paper.lines(2, "甲"))};
    second.cells = {paper.cell(paper.lines(2, "乙"))};
    third.cells = {paper.cell(paper.lines(2, "丙"))};
    table.body = {first, second, third};
    for (auto& row : table.body) {
        for (auto& cell : row.cells) cell.bottom = {{350}, {}};
    }
    paper.add(table);
    CHECK(texts(paper) ==
          "1: あ1 あ2 あ3 あ4 長1 長2 長3 長4 長5 長6 甲1 甲2 乙1 乙2 丙1 丙2 | 2: 長7 長8 長9 長10 長11");
    check_recorded("span_split", laid_out(paper));
}

TEST_CASE("a row that cannot begin with two lines waits for the next page") {
    Paper paper;
    for (auto& block : paper.lines(9)) paper.document.blocks.push_back(block);
    compose::Table table = table_of(paper, {});
    table.rows_split = true;
    compose::Row row;
    row.cells = {paper.cell(paper.lines(4, "左")), paper.cell(paper.lines(4, "右"))};
    table.body = {row};
    paper.add(table);
    CHECK(texts(paper) == "1: あ1 あ2 あ3 あ4 あ5 あ6 あ7 あ8 あ9 | 2: 左1 左2 左3 左4 右1 右2 右3 右4");
}

TEST_CASE("a table without split rows parts between rows, even under a span too high for a page") {
    Paper paper;
    compose::Table table = table_of(paper, {});
    compose::Row first;
    first.cells = {tall(paper, 2, 14), paper.cell("1")};
    table.body = {first};
    for (int i = 2; i <= 14; ++i) table.body.push_back(paper.row({std::to_string(i)}));
    paper.add(table);
    CHECK(texts(paper) == "1: 長1 長2 1 2 3 4 5 6 7 8 9 10 | 2: 11 12 13 14");
}

TEST_CASE("rows of one name part at the foot of a page and stand under it again, and under the band above") {
    Paper paper;
    compose::Table table = table_of(paper, {});
    table.rows_split = true;
    compose::Row band = paper.row({"目標"});
    band.cells[0].columns = 2;
    band.repeat = band.keep_with_next = true;
    table.body = {band};
    for (const std::string measure : {"一", "二"}) {
        for (int i = 1; i <= 8; ++i) {
            compose::Row row = paper.row({std::to_string(i)});
            compose::Cell name = paper.cell(measure);
            name.rows = 8;
            name.continued.own().words = measure;
            name.continued.own().style = paper.letters;
            if (i == 1) row.cells.insert(row.cells.begin(), name);
            table.body.push_back(row);
        }
    }
    paper.add(table);
    CHECK(texts(paper) == "1: 目標 一 1 2 3 4 5 6 7 8 | 2: 目標 二 1 2 3 4 5 6 7 8");
    // Beside lines that fill a third of the page no name waits for the next one.
    Paper fuller;
    for (auto& block : fuller.lines(4)) fuller.document.blocks.push_back(block);
    fuller.add(table);
    CHECK(texts(fuller) == "1: あ1 あ2 あ3 あ4 目標 一 1 2 3 4 5 | 2: 目標 一 6 7 8 二 1 2 3 4 5 6 | 3: 目標 二 7 8");
}

TEST_CASE("a cell of a table that does not split rows is split when a page cannot hold it") {
    Paper paper;
    compose::Table table = table_of(paper, {});
    compose::Row row;
    row.cells = {paper.cell(paper.lines(13, "左")), paper.cell("右")};
    table.body = {row};
    paper.add(table);
    CHECK(texts(paper) == "1: 左1 左2 左3 左4 左5 左6 左7 左8 左9 左10 右 | 2: 左11 左12 左13");
}

TEST_CASE("cuts are closed when the table wants it") {
    Paper paper;
    compose::Table table = table_of(paper, {});
    for (int i = 1; i <= 14; ++i) table.body.push_back(paper.row({std::to_string(i), ""}));
    table.bottom = {{1500}, {}};
    table.close_cuts = true;
    paper.add(table);
    std::string rules;
    for (const layout::Page& page : pages(paper).pages) {
        for (const layout::Chunk& chunk : page.chunks) {
            for (const layout::Mark& mark : chunk.marks) {
                if (const auto* stroke = std::get_if<layout::Stroke>(&mark))
                    rules += std::to_string(stroke->from.y.value) + " ";
            }
        }
    }
    CHECK(rules == "140000 68000 ");
}

TEST_CASE("where cells meet, the heavier rule is drawn, once and in one stroke") {
    Paper paper;
    compose::Table table = table_of(paper, {{"甲", "乙"}, {"丙", "丁"}});
    for (auto& cell : table.body[0].cells) cell.bottom = {{350}, {9, 9, 9}};
    for (auto& cell : table.body[1].cells) cell.top = {{750}, {1, 2, 3}};
    paper.add(table);
    CHECK(laid_out(paper) ==
          "page 1 240.0x160.0\n"
          "  TD 20.0,29.8 10.0 \"甲\"\n"
          "  TD 120.0,29.8 10.0 \"乙\"\n"
          "  TD 20.0,41.8 10.0 \"丙\"\n"
          "  TD 120.0,41.8 10.0 \"丁\"\n"
          "  artifact rule 20.0,32.0 220.0,32.0 0.8 #010203\n");
}

TEST_CASE("between columns the heavier rule is drawn, whichever cell it belongs to") {
    Paper paper;
    compose::Table table = table_of(paper, {{"甲", "乙"}, {"丙", "丁"}});
    table.body[0].cells[0].right = table.body[1].cells[1].left = {{750}, {1, 2, 3}};
    table.body[0].cells[1].left = table.body[1].cells[0].right = {{350}, {9, 9, 9}};
    paper.add(table);
    CHECK(laid_out(paper) ==
          "page 1 240.0x160.0\n"
          "  TD 20.0,29.8 10.0 \"甲\"\n"
          "  TD 120.0,29.8 10.0 \"乙\"\n"
          "  TD 20.0,41.8 10.0 \"丙\"\n"
          "  TD 120.0,41.8 10.0 \"丁\"\n"
          "  artifact rule 120.0,20.0 120.0,44.0 0.8 #010203\n");
}

TEST_CASE("figures are flush right, a closing bracket hangs outside") {
    Paper paper;
    compose::Table table = table_of(paper, {});
    table.columns = {pt(80)};
    for (const char* words : {"100.0%", "(102.35%)", "−1.6", "－", "8", "123,456,789"}) {
        compose::Row row = paper.row({words});
        std::get<compose::Paragraph>(row.cells[0].blocks[0].is).style.align = base::Align::end;
        compose::find_aligned(row.cells[0].blocks);
        row.cells[0].padding = {{}, pt(8), {}, pt(4)};
        table.body.push_back(row);
    }
    paper.add(table);
    check_recorded("point_align", laid_out(paper));
}

TEST_CASE("the row that heads a group stands again where the group goes on, and is no content there") {
    Paper paper;
    compose::Table table = table_of(paper, {});
    table.head = {paper.row({"項目", "値"})};
    for (const auto& [group, rows] : {std::pair{std::string("甲"), 12}, std::pair{std::string("乙"), 2}}) {
        table.body.push_back(paper.row({group, ""}));
        table.body.back().repeat = table.body.back().keep_with_next = true;
        for (int i = 1; i <= rows; ++i) table.body.push_back(paper.row({group + std::to_string(i), ""}));
    }
    paper.add(table);
    CHECK(texts(paper) ==
          "1: 項目 値 甲 甲1 甲2 甲3 甲4 甲5 甲6 甲7 甲8 | 2: 項目 値 甲 甲9 甲10 甲11 甲12 乙 乙1 乙2");
}

TEST_CASE("a group goes on overleaf without a head too, and ends where another begins that is not set again") {
    const auto grouped = [](bool headed, bool second_repeats) {
        Paper paper;
        compose::Table table = table_of(paper, {});
        if (headed) table.head = {paper.row({"項目", "値"})};
        for (const bool second : {false, true}) {
            compose::Row band = paper.row({second ? "乙" : "甲"});
            band.cells[0].columns = 2;
            band.cells[0].header = true;
            band.cells[0].scope = compose::Scope::both;
            band.repeat = !second || second_repeats;
            table.body.push_back(band);
            for (int i = 1; i <= (second ? 9 : 3); ++i)
                table.body.push_back(paper.row({(second ? "乙" : "甲") + std::to_string(i), ""}));
        }
        paper.add(table);
        return texts(paper);
    };
    CHECK(grouped(false, true) == "1: 甲 甲1 甲2 甲3 乙 乙1 乙2 乙3 乙4 乙5 | 2: 乙 乙6 乙7 乙8 乙9");
    CHECK(grouped(false, false) == "1: 甲 甲1 甲2 甲3 乙 乙1 乙2 乙3 乙4 乙5 | 2: 乙6 乙7 乙8 乙9");
    CHECK(grouped(true, false) == "1: 項目 値 甲 甲1 甲2 甲3 乙 乙1 乙2 乙3 乙4 | 2: 項目 値 乙5 乙6 乙7 乙8 乙9");
}

TEST_CASE("what heads a group and is itself cut is not preceded by the group before it") {
    Paper paper;
    compose::Table table = table_of(paper, {});
    table.rows_split = true;
    table.body.push_back(paper.row({"甲", ""}));
    table.body.back().repeat = true;
    compose::Row long_head;
    long_head.cells = {paper.cell(paper.lines(14, "乙")), paper.cell("")};
    long_head.repeat = true;
    table.body.push_back(long_head);
    paper.add(table);
    CHECK(texts(paper) == "1: 甲 乙1 乙2 乙3 乙4 乙5 乙6 乙7 乙8 乙9 | 2: 乙10 乙11 乙12 乙13 乙14");
}

TEST_CASE("a row that a page can hold is parted only where more than a third of the page would stay empty") {
    for (const auto& [before, lines, expected] :
         {std::tuple{8, 2, std::string("1: あ1 あ2 あ3 あ4 あ5 あ6 あ7 あ8 名 果1 果2")},
          std::tuple{9, 2, std::string("1: あ1 あ2 あ3 あ4 あ5 あ6 あ7 あ8 あ9 | 2: 名 果1 果2")},
          std::tuple{9, 7, std::string("1: あ1 あ2 あ3 あ4 あ5 あ6 あ7 あ8 あ9 | 2: 名 果1 果2 果3 果4 果5 果6 果7")},
          std::tuple{7, 7, std::string("1: あ1 あ2 あ3 あ4 あ5 あ6 あ7 | 2: 名 果1 果2 果3 果4 果5 果6 果7")},
          std::tuple{6, 7, std::string("1: あ1 あ2 あ3 あ4 あ5 あ6 名 果1 果2 果3 果4 | 2: 名（続き） 果5 果6 果7")}}) {
        Paper paper;
        for (auto& block : paper.lines(before)) paper.document.blocks.push_back(block);
        compose::Table table = table_of(paper, {});
        table.rows_split = true;
        compose::Row row;
        row.cells = {paper.cell("名"), paper.cell(paper.lines(lines, "果"))};
        row.cells[0].continued.own().words = "名（続き）";
        table.body = {row};
        paper.add(table);
        CHECK(texts(paper) == expected);
    }
}

TEST_CASE("what would stay empty is counted from where the page would end, the heads that go overleaf among it") {
    for (const auto& [before, expected] :
         {std::pair{7, std::string("1: あ1 あ2 あ3 あ4 あ5 あ6 あ7 | 2: 章 頭 果1 果2 果3 果4 果5 果6 果7")},
          std::pair{6, std::string("1: あ1 あ2 あ3 あ4 あ5 あ6 章 頭 果1 果2 | 2: 頭 果3 果4 果5 果6 果7")}}) {
        Paper paper;
        for (auto& block : paper.lines(before)) paper.document.blocks.push_back(block);
        paper.add(paper.heading(1, "章"));
        compose::Table table = table_of(paper, {});
        table.rows_split = true;
        table.head = {paper.row({"頭", ""})};
        compose::Row row;
        row.cells = {paper.cell(""), paper.cell(paper.lines(7, "果"))};
        table.body = {row};
        paper.add(table);
        CHECK(texts(paper) == expected);
    }
}

namespace {

/// Projects as the annex has them: a name, what was done, and indicators beside it, cut wherever pages end.
std::string annex_of(unsigned seed) {
    std::uint64_t state = seed * 2654435761U + 1;
    const auto any = [&](int most) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return static_cast<int>((state >> 33) % static_cast<unsigned>(most)) + 1;
    };
    Paper paper;
    compose::Table table = table_of(paper, {});
    table.columns = {pt(40), pt(60), pt(60), pt(40)};
    table.rows_split = true;
    for (int project = 1; project <= 6; ++project) {
        const std::string number = std::to_string(project);
        const int indicators = any(3);
        for (int i = 1; i <= indicators; ++i) {
            compose::Row row;
            if (i == 1) {
                row.cells = {paper.cell("名" + number), paper.cell(paper.lines(any(4), "容" + number + "-")),
                             paper.cell(paper.lines(any(12), "果" + number + "-"))};
                row.cells[0].continued.own().words = "名" + number + "（続き）";
                for (auto& cell : row.cells) cell.rows = indicators;
            }
            row.cells.push_back(paper.cell(paper.lines(any(4), "標" + number + "-")));
            for (auto& cell : row.cells) cell.padding = {pt(3), {}, pt(any(6)), {}};
            table.body.push_back(row);
        }
    }
    paper.add(table);
    return texts(paper);
}

}  // namespace

TEST_CASE("no row goes on overleaf with its name alone") {
    for (unsigned seed = 1; seed <= 120; ++seed) {
        std::istringstream all(annex_of(seed));
        for (std::string page; std::getline(all, page, '|');) {
            for (char project = '1'; project <= '6'; ++project) {
                if (page.find(std::string("名") + project + "（続き）") == std::string::npos) continue;
                CAPTURE(seed);
                CAPTURE(page);
                const auto has = [&](const char* what) {
                    return page.find(std::string(what) + project + "-") != std::string::npos;
                };
                CHECK((has("容") || has("果") || has("標")));
            }
        }
    }
}

TEST_CASE("no page goes on with nothing but the space below a row") {
    Paper paper;
    for (auto& block : paper.lines(4)) paper.document.blocks.push_back(block);
    compose::Table table = table_of(paper, {});
    table.rows_split = true;
    compose::Row row;
    row.cells = {paper.cell("名"), paper.cell(paper.lines(6, "果"))};
    row.cells[0].continued.own().words = "名（続き）";
    for (auto& cell : row.cells) cell.padding.bottom = pt(4);
    table.body = {row};
    paper.add(table);
    CHECK(texts(paper) == "1: あ1 あ2 あ3 あ4 名 果1 果2 果3 果4 果5 果6");
}

TEST_CASE("something stands above the repeated head overleaf, and is no content") {
    Paper paper;
    compose::Table table = table_of(paper, {});
    table.head = {paper.row({"項目", "値"})};
    table.overleaf = {{paper.heading(2, "取組（続き）")}};
    for (int i = 1; i <= 12; ++i) table.body.push_back(paper.row({"行" + std::to_string(i), ""}));
    paper.add(table);
    CHECK(texts(paper) == "1: 項目 値 行1 行2 行3 行4 行5 行6 行7 行8 行9 | 2: 取組（続き） 項目 値 行10 行11 行12");
    CHECK(tags(paper).find("続き") == std::string::npos);
}

TEST_CASE("cells stand at the top, the middle or the foot") {
    Paper paper;
    compose::Table table = table_of(paper, {{"上", "下"}});
    table.body[0].least_height = pt(40);
    table.body[0].cells[1].vertical = compose::VAlign::bottom;
    table.body.push_back(paper.row({"中"}));
    table.body[1].least_height = pt(40);
    table.body[1].cells[0].vertical = compose::VAlign::middle;
    table.body[1].cells[0].columns = 2;
    paper.add(table);
    CHECK(laid_out(paper) ==
          "page 1 240.0x160.0\n"
          "  TD 20.0,29.8 10.0 \"上\"\n"
          "  TD 120.0,57.8 10.0 \"下\"\n"
          "  TD 20.0,83.8 10.0 \"中\"\n");
}
