// Figures, running heads and thumbs with words longer than their place: nothing leaves the page, nothing lies on
// anything else.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "build.h"

using namespace build;
using base::Rect;

namespace {

const std::string long_title =
    "誰もが生涯にわたり健やかに安心して暮らし続けられるよう、地域の力を生かした福祉・医療・子育ての施策を一体として進め"
    "るまち";
const std::string long_slogan = "誰もが生涯にわたり健やかに安心し";

struct Words {
    std::string text;
    Rect box;
};

Rect box_of(const layout::Glyphs& glyphs) {
    Length width;
    for (const text::Glyph& glyph : glyphs.run.glyphs) width += glyph.advance;
    return {glyphs.origin.x, glyphs.origin.y - glyphs.run.size * 3 / 4, width, glyphs.run.size * 3 / 4};
}

std::vector<Words> words_of(const layout::Page& page) {
    std::vector<Words> words;
    for (const layout::Chunk& chunk : page.chunks) {
        for (const layout::Mark& mark : chunk.marks) {
            if (const auto* glyphs = std::get_if<layout::Glyphs>(&mark))
                words.push_back({glyphs->run.text, box_of(*glyphs)});
        }
    }
    return words;
}

bool overlap(const Rect& a, const Rect& b) {
    const Length slack = Length::points(1);
    return a.x + slack < b.right() && b.x + slack < a.right() && a.y + slack < b.bottom() && b.y + slack < a.bottom();
}

bool holds(const Rect& outer, const Rect& inner) {
    const Length slack = Length::points(1);
    return inner.x >= outer.x - slack && inner.right() <= outer.right() + slack && inner.y >= outer.y - slack &&
           inner.bottom() <= outer.bottom() + slack;
}

/// Figures on several pages, without words of their own, or drawn beyond the bounds they say.
std::string figure_faults(const layout::Pages& laid) {
    std::string out;
    std::set<std::string> said;
    for (const layout::Element& element : laid.structure.elements) {
        if (element.type != "Figure") continue;
        if (!said.insert(element.said->alt).second) out += "two figures say: " + element.said->alt + "\n";
        for (const layout::Kid& kid : element.kids) {
            if (kid.page != element.said->bounds_page) out += "a figure on two pages: " + element.said->alt + "\n";
            const layout::Page& page = laid.pages[static_cast<std::size_t>(kid.page)];
            for (const layout::Mark& mark : page.chunks[static_cast<std::size_t>(kid.index)].marks) {
                const auto* glyphs = std::get_if<layout::Glyphs>(&mark);
                if (glyphs != nullptr && !holds(*element.said->bounds, box_of(*glyphs))) {
                    out += "beyond its figure: " + glyphs->run.text + "\n";
                }
            }
        }
    }
    return out;
}

/// What leaves the page, or the measure between x = 20 and `right`, and what lies on one another.
std::string faults(const Paper& paper, Length right = pt(220)) {
    const layout::Pages laid = pages(paper);
    std::string out = figure_faults(laid);
    for (const layout::Page& page : laid.pages) {
        const std::vector<Words> words = words_of(page);
        for (std::size_t i = 0; i < words.size(); ++i) {
            const Rect& box = words[i].box;
            const bool inside = box.x >= pt(19) && box.right() <= right + pt(1) && box.bottom() <= page.height;
            if (!inside) out += "outside: " + words[i].text + "\n";
            for (std::size_t j = i + 1; j < words.size(); ++j) {
                if (overlap(box, words[j].box)) out += words[i].text + " lies on " + words[j].text + "\n";
            }
        }
    }
    return out;
}

compose::Figure figure(const Paper& paper, compose::FigureData data) {
    compose::Figure made;
    made.data = std::move(data);
    made.alt = "図" + std::to_string(paper.document.blocks.size());
    for (const char* name :
         {"number", "label", "title", "target", "value", "aim", "measure_number", "measure", "initiative", "head",
          "count", "word", "part", "legend", "year", "current_year", "axis", "current_label"}) {
        made.style.own().text[name] = paper.letters;
    }
    return made;
}

}  // namespace

TEST_CASE("steps with long titles") {
    Paper paper;
    compose::Steps steps;
    steps.steps = {{"1", "【転入促進】", "短い題名"}, {"100", "【" + long_slogan + "】", long_title}};
    paper.master.height = pt(300);
    paper.add(figure(paper, steps));
    CHECK(faults(paper) == "");
}

TEST_CASE("a tree with long values and a number of three digits") {
    Paper paper;
    paper.master.height = pt(600);
    compose::Tree tree;
    tree.goals = {{"100",
                   long_slogan,
                   long_title,
                   {{"ホームページ閲覧数", "123,456,789", "129,456,789ページビュー"},
                    {"市民所得", "123,456,789,012", "129,456,789,012百万円／世帯"},
                    {"人口", "1,000", "1,100人"}},
                   {}}};
    compose::Figure made = figure(paper, tree);
    made.style.own().lengths = {{"goal_width", pt(60)}, {"target_width", pt(110)}};
    paper.add(made);
    CHECK(faults(paper, pt(20 + 20 + 60 + 110 - 2)) == "");
    const layout::Pages laid = pages(paper);
    for (const Words& one : words_of(laid.pages[0])) {
        if (one.text.find("456,789") != std::string::npos) CHECK(one.box.height > pt(9) * 3 / 4);
    }
}

TEST_CASE("a goal with more headline targets than a page holds goes on overleaf") {
    Paper paper;
    paper.master.height = pt(760);
    compose::Tree tree;
    tree.goals = {{"1", long_slogan, long_title, {}, {}}};
    for (int i = 1; i <= 12; ++i) tree.goals[0].targets.push_back({long_title + std::to_string(i), "1,000", "1,100人"});
    compose::Figure made = figure(paper, tree);
    made.style.own().lengths = {{"goal_width", pt(60)}, {"target_width", pt(110)}};
    paper.add(made);
    CHECK(faults(paper) == "");
    CHECK(pages(paper).pages.size() > 1);
}

TEST_CASE("a title keeps to the height of its place by smaller letters, a chip to its width by its symbol") {
    for (const bool high : {false, true}) {
        Paper paper;
        compose::Placed placed;
        placed.x = pt(20), placed.y = pt(20), placed.width = pt(200);
        placed.height = pt(high ? 100 : 26);
        placed.blocks = {{paper.paragraph(long_title)}};
        paper.add(placed);
        compose::Paragraph chip = paper.paragraph("");
        chip.content[0].chip = compose::Chip{"◎", "おおむね順調に推移している", {}, {}, pt(14), paper.letters};
        compose::Placed cell;
        cell.x = pt(20), cell.y = pt(130), cell.width = pt(high ? 200 : 40);
        cell.blocks = {{chip}};
        paper.add(cell);
        const layout::Pages laid = pages(paper);
        Length size = pt(10), foot;
        bool worded = false;
        for (const Words& one : words_of(laid.pages[0])) {
            worded = worded || one.text.starts_with("おおむね");
            if (one.box.y < pt(125))
                size = std::min(size, one.box.height * 4 / 3), foot = std::max(foot, one.box.bottom());
        }
        CHECK((size < pt(10)) == !high);
        CHECK(foot <= pt(20) + placed.height);
        CHECK(worded == high);
    }
}

TEST_CASE("where one rating of a column has no room for its word, all of the column are symbols alone") {
    for (const bool wide : {false, true}) {
        Paper paper;
        compose::Table table;
        table.columns = {pt(wide ? 60 : 40), pt(60)};
        for (const char* word : {"順調", "やや遅れ"}) {
            compose::Row row;
            for (int column = 0; column < 2; ++column) {
                compose::Paragraph chip = paper.paragraph("");
                chip.content[0].chip = compose::Chip{"◎", column == 0 ? word : "遅れ", {}, {}, pt(10), paper.letters};
                compose::Cell cell;
                cell.blocks = {{chip}};
                row.cells.push_back(cell);
            }
            table.body.push_back(row);
        }
        paper.add(table);
        std::string said;
        for (const Words& one : words_of(pages(paper).pages[0])) said += one.text + "|";
        CHECK(said == (wide ? "順調|遅れ|やや遅れ|遅れ|" : "遅れ|遅れ|"));
    }
}

TEST_CASE("a change of rating whose words need a second line is told by its symbols on one") {
    Paper paper;
    compose::Table table;
    table.columns = {pt(80)};
    for (const char* before : {"順調", "遅れ"}) {
        compose::Paragraph change = paper.paragraph("");
        change.content[0].chip = compose::Chip{"◎", before, {}, {}, pt(10), paper.letters};
        change.content.push_back(paper.text("→"));
        compose::Inline now = paper.text("");
        now.chip = compose::Chip{"△", "遅れ", {}, {}, pt(10), paper.letters};
        change.content.push_back(now);
        compose::Row row;
        row.cells.emplace_back();
        row.cells.back().blocks = {{change}};
        table.body.push_back(row);
    }
    paper.add(table);
    std::string said;
    for (const Words& one : words_of(pages(paper).pages[0])) said += one.text + "|";
    CHECK(said == "→|→|");
}

TEST_CASE("in a place too low for its titles the large one gives way, the small one stays legible") {
    Paper paper;
    base::CharacterStyle large = *paper.letters, small = *paper.letters;
    large.size = pt(20), small.size = pt(11);
    compose::Paragraph title = paper.paragraph("進捗と効果の検証に関する報告書"), side = paper.paragraph("葛瀬市");
    title.content[0].style = &large, side.content[0].style = &small;
    title.style.leading = pt(26), side.style.leading = pt(15);
    compose::Placed placed;
    placed.width = pt(200), placed.height = pt(30);
    placed.blocks = {{side}, {title}};
    paper.add(placed);
    const layout::Pages laid = pages(paper);
    for (const Words& one : words_of(laid.pages[0])) {
        const Length size = one.box.height * 4 / 3;
        CHECK(size > pt(9) - Length{10});
        CHECK(size < (one.text.starts_with("葛") ? pt(11) : pt(15)));
    }
}

TEST_CASE("shares with long names and a share too small for its number") {
    Paper paper;
    compose::Distribution distribution;
    distribution.bands = {{"◎", "順調", {}, {}}, {"×", "遅れ", {}, {}}};
    distribution.bars = {{"100", long_slogan, "2,026項目", {2022, 4}, false}, {"", "全体", "2項目", {1, 1}, true}};
    compose::Figure made = figure(paper, distribution);
    made.style.own().lengths = {{"bar_x", pt(140)}};
    paper.add(made);
    CHECK(faults(paper) == "");
}

TEST_CASE("a share whose symbol an earlier band has says its word") {
    Paper paper;
    compose::Distribution distribution;
    distribution.bands = {{"○", "おおむね達成", {}, {}}, {"×", "遅れ", {}, {}}, {"○", "目標と同じ", {}, {}}};
    distribution.bars = {{"1", "治安", "6項目", {2, 2, 2}, false}};
    compose::Figure made = figure(paper, distribution);
    made.style.own().words = {{"legend", ""}};
    made.style.own().lengths = {{"bar_x", pt(80)}};
    paper.add(made);
    CHECK(texts(paper) == "1: 1 治安 6項目 2 2 目標と同じ 2");
}

TEST_CASE("under every group of a skyline stands its number, and its name where there is room") {
    const auto under = [](int groups) {
        Paper paper;
        paper.master.height = pt(300);
        compose::Skyline skyline;
        for (int i = 1; i <= groups; ++i)
            skyline.groups.push_back({"基本目標" + std::to_string(i), "転入を一層促進する", {90'000, 80'000}});
        paper.add(figure(paper, skyline));
        CHECK(faults(paper) == "");
        return texts(paper);
    };
    CHECK(under(2) == "1: 基本目標1 転入を一層促進する 基本目標2 転入を一層促進する");
    CHECK(under(4) == "1: 基本 目標1 基本 目標2 基本 目標3 基本 目標4");
    CHECK(under(7).ends_with("7"));
}

TEST_CASE("a skyline keeps to the height it was given, whatever the rates") {
    Paper paper;
    compose::Skyline skyline;
    skyline.groups = {{"1", "", {90'000, 617'283'900'000}}};
    compose::Figure made = figure(paper, skyline);
    made.height = pt(100);
    paper.add(made);
    CHECK(pages(paper).structure.elements.back().said->bounds->height == pt(100));
}

TEST_CASE("steps and shares that grow beyond a page go on overleaf") {
    Paper paper;
    paper.master.height = pt(700);
    compose::Steps steps;
    compose::Distribution distribution;
    distribution.bands = {{"◎", "順調", {}, {}}};
    for (int i = 0; i < 14; ++i) {
        steps.steps.push_back({"1", "【転入促進" + std::to_string(i) + "】", long_title});
        distribution.bars.push_back({"1", long_title + std::to_string(i), "2項目", {2}, false});
    }
    paper.add(figure(paper, steps));
    paper.add(figure(paper, distribution));
    CHECK(faults(paper) == "");
    CHECK(pages(paper).pages.size() > 2);
}

TEST_CASE("charts of many headline targets with long names go on overleaf") {
    Paper paper;
    compose::Chart chart;
    chart.series = {{compose::Chart::Draw::line, compose::Chart::SeriesLook::actual, ""}};
    for (int i = 0; i < 9; ++i) {
        compose::Chart::Panel panel;
        panel.title = i % 2 == 0 ? long_title : "人口";
        panel.unit = "人";
        for (const char* year : {"R3", "R4"}) panel.points.push_back({year, false, false, {{base::whole(2), ""}}});
        chart.panels.push_back(panel);
    }
    compose::Figure made = figure(paper, chart);
    made.style.own().lengths = {{"height", pt(40)}};
    paper.master.height = pt(260);
    paper.master.width = pt(500);
    paper.add(made);
    CHECK(faults(paper, pt(480)) == "");
    CHECK(pages(paper).pages.size() > 1);
}

namespace {

/// `count` bars of 30 points with their gaps, and one for all.
compose::Distribution bars(int count) {
    compose::Distribution made;
    made.bands = {{"◎", "順調", {}, {}}};
    for (int i = 1; i <= count; ++i)
        made.bars.push_back({std::to_string(i), "目標" + std::to_string(i), "", {2}, false});
    made.bars.push_back({"", "全体", "", {2}, true});
    return made;
}

std::string alts(const Paper& paper) {
    std::string out;
    const layout::Pages laid = pages(paper);
    for (const layout::Element& element : laid.structure.elements) {
        if (element.type != "Figure") continue;
        out += std::to_string(element.said->bounds_page + 1) + ": " + element.said->alt + "\n";
    }
    return out;
}

}  // namespace

TEST_CASE("what of a figure goes on overleaf has a title and its legend, and says what it shows") {
    Paper paper;
    compose::Figure made = figure(paper, bars(6));
    made.alt = "内訳。";
    made.style.own().words = {{"legend", "凡例"}};
    made.style.own().lengths = {{"bar_x", pt(60)}, {"pitch", pt(30)}};
    compose::Paragraph title = paper.paragraph("図１（続き）");
    made.overleaf = {{title}};
    paper.add(made);
    CHECK(faults(paper) == "");
    CHECK(texts(paper) ==
          "1: 順調 1 目標1 順調2 2 目標2 順調2 3 目標3 順調2 | "
          "2: 図1（続き） 順調 4 目標4 順調2 5 目標5 順調2 | 3: 図1（続き） 順調 6 目標6 順調2 全体 順調2");
    CHECK(alts(paper) == "1: 内訳。\n2: 図１（続き）：目標4〜目標5\n3: 図１（続き）：目標6〜全体\n");
}

TEST_CASE("a figure that a page holds is parted only where much of one would stay empty") {
    const auto after = [](int lines) {
        Paper paper;
        for (const compose::Block& line : paper.lines(lines)) paper.document.blocks.push_back(line);
        compose::Figure made = figure(paper, bars(2));
        made.style.own().lengths = {{"bar_x", pt(60)}, {"pitch", pt(30)}};
        paper.add(made);
        CHECK(faults(paper) == "");
        return texts(paper);
    };
    CHECK(after(7).ends_with("あ7 | 2: 1 目標1 順調2 2 目標2 順調2 全体 順調2"));
    CHECK(after(3).ends_with("あ3 1 目標1 順調2 | 2: 2 目標2 順調2 全体 順調2"));
}

TEST_CASE("a figure without parts that is higher than its page is made smaller") {
    Paper paper;
    compose::Chart chart;
    chart.series = {{compose::Chart::Draw::line, compose::Chart::SeriesLook::actual, ""}};
    compose::Chart::Panel panel;
    for (const char* year : {"R3", "R4"}) panel.points.push_back({year, false, false, {{base::whole(2), ""}}});
    chart.panels = {panel};
    compose::Figure made = figure(paper, chart);
    made.style.own().lengths = {{"height", pt(240)}};
    paper.add(made);
    CHECK(faults(paper) == "");
    CHECK(pages(paper).pages.size() == 1);
    CHECK(pages(paper).structure.elements.back().said->bounds->height == pt(120));
}

TEST_CASE("a running head gives way to the one at its end, a thumb's number to its edge") {
    Paper paper;
    const auto add = [&](const char* pattern, base::Align align) {
        compose::PageMaster::Furniture line;
        line.x = pt(20);
        line.y = pt(12);
        line.width = pt(200);
        line.pattern = pattern;
        line.align = align;
        line.style = paper.letters;
        paper.master.furniture.push_back(line);
    };
    add("基本目標１（誰もが生涯にわたり健やかに）", base::Align::start);
    add("効果検証報告書", base::Align::end);
    auto& thumbs = paper.master.thumbs;
    thumbs.shown = true;
    thumbs.y = pt(20);
    thumbs.width = pt(18);
    thumbs.height = pt(20);
    thumbs.style = paper.letters;
    thumbs.labels = {"1000"};
    compose::PageBreak page;
    page.master = "page";
    page.thumb = 1;
    paper.add(page);
    paper.add(paper.paragraph("あ"));
    CHECK(faults(paper, pt(239)) == "");
    CHECK(texts(paper).find("基本目標１（") != std::string::npos);
}

TEST_CASE("a label wider than its place stands clear of the text behind it, whose lines stand under one another") {
    Paper paper;
    compose::Paragraph paragraph = paper.paragraph("転入促進と雇用創出と合計特殊出生率の上昇と転出抑制");
    paragraph.label = "1000";
    paragraph.label_style = paper.letters;
    paragraph.style.hang = pt(10);
    paper.add(paragraph);
    const std::vector<Words> words = words_of(pages(paper).pages[0]);
    REQUIRE(words.size() == 3);
    CHECK(words[1].box.x >= words[0].box.right() + Length{2000});
    CHECK(words[2].box.x == words[1].box.x);
}
