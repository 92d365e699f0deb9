// One figure of each kind, as it was drawn when it was looked at: where its letters, grounds, lines and shapes stand.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <memory>
#include <sstream>

#include "figures/figures.h"
#include "home.h"
#include "layout/build.h"

using namespace compose;

namespace {

using build::pt;

std::string points(Length length) { return fmt::format("{:.1f}", static_cast<double>(length.value) / 1000); }
std::string place(base::Point at) { return points(at.x) + "," + points(at.y); }
std::string colour(const base::Colour& c) { return fmt::format("#{:02X}{:02X}{:02X}", c.red, c.green, c.blue); }

std::string line_of(const figures::Glyphs& is) {
    Length width;
    for (const text::Glyph& glyph : is.run.glyphs) width += glyph.advance;
    return fmt::format("text {} {}+{} {} “{}”", place(is.origin), points(is.run.size), points(width),
                       colour(is.run.colour), is.run.text);
}

std::string line_of(const figures::Fill& is) {
    return fmt::format("fill {} {}x{} {}", place({is.rect.x, is.rect.y}), points(is.rect.width), points(is.rect.height),
                       colour(is.colour));
}

std::string line_of(const figures::Stroke& is) {
    return fmt::format("line {} {} {} {}", place(is.from), place(is.to), points(is.weight), colour(is.colour));
}

std::string line_of(const figures::Path& is) {
    std::string out = "path";
    if (is.fill) out += " filled " + colour(*is.fill);
    if (is.stroke) out += " drawn " + points(is.weight) + " " + colour(*is.stroke) + (is.round_joins ? " round" : "");
    for (const figures::PathStep& step : is.steps) {
        using Kind = figures::PathStep::Kind;
        out += step.kind == Kind::close ? " close" : (step.kind == Kind::move ? " to " : " ") + place(step.to);
        if (step.kind == Kind::curve) out += " by " + place(step.c1) + " " + place(step.c2);
    }
    return out;
}

std::string drawn(const FigureData& data, Length width) {
    static const std::vector<std::unique_ptr<CharacterStyle>> styles = [] {
        std::vector<std::unique_ptr<CharacterStyle>> made;
        for (const std::int64_t size : {9000, 11000}) {
            made.push_back(std::make_unique<CharacterStyle>());
            made.back()->role = "gothic";
            made.back()->size = Length{size};
        }
        return made;
    }();
    Figure figure;
    figure.data = data;
    for (const char* name :
         {"title", "unit",   "text",         "aim",   "baseline", "missing", "year",          "stage",
          "axis",  "legend", "current_year", "value", "label",    "number",  "initiative",    "measure",
          "head",  "name",   "foreign",      "count", "back",     "target",  "current_label", "final"}) {
        figure.style.own().text[name] = styles[0].get();
    }
    figure.style.own().text["current_value"] = styles[1].get();
    figure.style.own().words = {{"actual", "実績値"},      {"target", "目標値"},  {"baseline", "現状値"},
                                {"cut", "縦軸は途中から"}, {"missing", "－"},     {"current", "評価年度"},
                                {"current_short", "評価"}, {"final", "最終目標"}, {"final_short", "最終"}};
    std::string out;
    const figures::Drawing piece = figures::draw_figure(figure, width, pt(1000), build::typesetter()).whole();
    out += fmt::format("piece {}x{}\n", points(piece.width), points(piece.height));
    for (const figures::Mark& mark : piece.marks) {
        out += "  " + std::visit([](const auto& is) { return line_of(is); }, mark) + "\n";
    }
    return out;
}

/// Whether these words stand in one line of the figure.
bool in_one_line(const FigureData& data, Length width, const std::string& words) {
    return drawn(data, width).find("“" + words + "”") != std::string::npos;
}

/// UPDATE=1 in the environment records what is drawn now.
void check_drawn(const std::string& name, const FigureData& data) {
    const std::string path = std::string(KENSHO_HOME) + "/tests/figures/recorded/" + name + ".txt";
    const std::string text = drawn(data, pt(480));
    if (std::getenv("UPDATE") != nullptr) std::ofstream(path, std::ios::binary) << text;
    std::ifstream file(path, std::ios::binary);
    std::ostringstream recorded;
    recorded << file.rdbuf();
    INFO("recorded in ", path);
    CHECK(text == recorded.str());
}

base::Decimal number(const char* text) { return *base::parse_decimal(text).value; }

Chart::Point year_of(const char* year, std::vector<Chart::Value> values, bool current, bool future) {
    Chart::Point point;
    point.year = year;
    point.values = std::move(values);
    point.current = current;
    point.future = future;
    return point;
}

}  // namespace

TEST_CASE("each kind of figure is drawn as it was") {
    const std::vector<ChartBand> bands = {{"◎", "順調", {20, 90, 160}, {255, 255, 255}},
                                          {"○", "おおむね順調", {120, 170, 210}, {0, 0, 0}},
                                          {"", "遅れ", {200, 70, 40}, {255, 255, 255}}};
    check_drawn("steps", Steps{{{"1", "【転入促進】", "人が集うまちをつくる"},
                                {"2", "【雇用創出】", "働く場を増やす"},
                                {"3", "", "子どもを産み育てる希望がかなうまちをつくる"}}});
    const Tree::Measure charm{"(1)", "まちの魅力を伝える", {{"①", "発信の強化"}, {"②", "移住の相談"}}};
    const Tree::Measure work{
        "(2)", "起業を支える", {{"①", "創業に要る資金と場所の相談を一つの窓口で受ける取組の充実"}}};
    check_drawn("tree",
                Tree{{"基本目標", "数値目標", "具体的な施策", "主な取組"},
                     {{"1", "転入促進", "人が集うまちをつくる", {{"転入者数", "1,000", "1,030人"}}, {charm, work}},
                      {"2", "雇用創出", "働く場を増やす", {}, {work}}}});
    check_drawn("cycle", Cycle{{{"計画", "Plan", "総合戦略の策定"},
                                {"実施", "Do", "取組の推進"},
                                {"検証", "Check", "効果の検証", true},
                                {"改善", "Action", "取組の見直し"}},
                               "見直しを次の年度へ"});
    check_drawn("distribution", Distribution{bands,
                                             {{"1", "人が集うまち", "9項目", {5, 3, 1}},
                                              {"2", "働く場", "2項目", {0, 2, 0}},
                                              {"", "全体", "11項目", {5, 5, 1}, true}}});
    check_drawn(
        "trends",
        Trends{{{"全体", {{"R3", "81.2", 81'200}, {"R4", "－", {}}, {"R5", "83.8", 83'800, true}}},
                {"基本目標1", {{"R3", "100.0", 100'000}, {"R4", "72.5", 72'500}, {"R5", "90.0", 90'000, true}}}},
               {60'000, 80'000, 100'000},
               80'000,
               100'000});
    check_drawn("level", Trends{{{"全体", {{"R5", "80.0", 80'000, true}}}}, {}, 0, 0});
    Chart chart;
    chart.series = {{Chart::Draw::bar, Chart::SeriesLook::actual, "実績値"},
                    {Chart::Draw::dot, Chart::SeriesLook::target, "目標値"},
                    {Chart::Draw::line, Chart::SeriesLook::other, "県平均"}};
    Chart::Panel panel;
    panel.title = "転入者数";
    panel.unit = "人";
    panel.text = "転入は３年続けて増えた。";
    panel.baseline = Chart::Baseline{"R2", number("980")};
    panel.points = {year_of("R3", {{number("1003"), ""}, {number("1010"), ""}, {number("990"), ""}}, false, false),
                    year_of("R4", {{std::nullopt, "未公表"}, {number("1020"), ""}, {number("1000"), ""}}, false, false),
                    year_of("R5", {{number("1025"), ""}, {number("1030"), ""}, {number("1011"), ""}}, true, false),
                    year_of("R6", {{std::nullopt, ""}, {number("1040"), ""}, {std::nullopt, ""}}, false, true)};
    chart.panels = {panel, panel};
    chart.panels[1].points[0].values[0].amount = number("-20.5");
    check_drawn("chart", chart);
    check_drawn("rising", Slope{true});
    check_drawn("falling", Slope{false});
    check_drawn("skyline_of_many", Skyline{std::vector<Skyline::Group>(12, {"1", "", {100'000}})});
    check_drawn("skyline", Skyline{{{"1", "人が集うまち", {100'000, 72'500, std::nullopt, 150'000}},
                                    {"2", "働く場", {0, 98'400}},
                                    {"3", "", {}}}});
}

TEST_CASE("a drawing that is made smaller stands in the middle of the width it had") {
    figures::Drawing drawing{pt(100), pt(40), {}};
    drawing.marks.push_back(figures::Fill{{pt(10), pt(4), pt(80), pt(20)}, {}});
    drawing.marks.push_back(figures::Stroke{{}, {pt(100), pt(40)}, pt(1), {}});
    const figures::Drawing made = figures::shrunk(drawing, pt(20));
    CHECK(made.width == pt(100));
    CHECK(made.height == pt(20));
    CHECK(line_of(std::get<figures::Fill>(made.marks[0])) == "fill 30.0,2.0 40.0x10.0 #000000");
    CHECK(line_of(std::get<figures::Stroke>(made.marks[1])) == "line 25.0,0.0 75.0,20.0 0.5 #000000");
}

TEST_CASE("words have the room that is theirs, to the point") {
    // Letters of 9 pt. Behind the number (34), its margin (10) and before the end (4) are 432 pt of 480.
    const auto letters = [](int count) {
        std::string all;
        for (int i = 0; i < count; ++i) all += "あ";
        return all;
    };
    const Steps steps{{{"1", "目標", letters(48)}}};
    CHECK(in_one_line(steps, pt(480), letters(48)));
    CHECK_FALSE(in_one_line(steps, pt(480) - Length{500}, letters(48)));
    // An initiative stands behind 349.5 pt and its number (12).
    const Tree tree{{"目標"}, {{"1", "転入", "人が集う", {}, {{"(1)", "伝える", {{"①", letters(13)}}}}}}};
    CHECK(in_one_line(tree, pt(479) - Length{500}, letters(13)));
    CHECK_FALSE(in_one_line(tree, pt(478), letters(13)));
}
