// Charts of all sizes: no text lies on another or on a line, none leaves the drawing, and values are written.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "figures/beside.h"
#include "figures/figures.h"
#include "layout/build.h"

using namespace compose;
using base::Point;
using base::Rect;

namespace {

struct Words {
    std::string text;
    Rect box;
};
struct Seen {
    std::vector<Words> words;
    std::vector<Rect> marks;  ///< what is round or framed, with half its outline
    std::vector<std::pair<Point, Point>> lines;
    base::Length height;
};

using build::pt;

const CharacterStyle& letters(std::int64_t size) {
    static std::map<std::int64_t, CharacterStyle> all;
    CharacterStyle& style = all[size];
    style.role = "gothic";
    style.size = Length{size};
    return style;
}

/// The box of the ink of digits: the house's faces have them 0.72 em high.
Rect box_of(const figures::Glyphs& glyphs) {
    Length width;
    for (const text::Glyph& glyph : glyphs.run.glyphs) width += glyph.advance;
    return {glyphs.origin.x, glyphs.origin.y - scaled(glyphs.run.size, 72, 100), width,
            scaled(glyphs.run.size, 72, 100)};
}

void add_lines(Seen& seen, const figures::Path& path) {
    if (!path.stroke || path.fill) return;
    Point from{};
    for (const figures::PathStep& step : path.steps) {
        if (step.kind == figures::PathStep::Kind::line) seen.lines.emplace_back(from, step.to);
        from = step.to;
    }
}

void add_mark(Seen& seen, const figures::Path& path) {
    if (path.steps.empty() || path.steps.back().kind != figures::PathStep::Kind::close) return;
    Point least = path.steps.front().to, most = least;
    for (const figures::PathStep& step : path.steps) {
        if (step.kind == figures::PathStep::Kind::close) continue;
        least = {std::min(least.x, step.to.x), std::min(least.y, step.to.y)};
        most = {std::max(most.x, step.to.x), std::max(most.y, step.to.y)};
    }
    const Length half = path.weight / 2;
    seen.marks.push_back({least.x - half, least.y - half, most.x - least.x + 2 * half, most.y - least.y + 2 * half});
}

Seen drawn(const FigureData& data, const FigureStyle& style, Length measure) {
    Figure figure;
    figure.data = data;
    figure.style = style;
    Seen seen;
    const figures::Drawing drawing = figures::draw_figure(figure, measure, pt(1000), build::typesetter()).whole();
    for (const figures::Mark& mark : drawing.marks) {
        if (const auto* glyphs = std::get_if<figures::Glyphs>(&mark)) {
            seen.words.push_back({glyphs->run.text, box_of(*glyphs)});
        }
        if (const auto* stroke = std::get_if<figures::Stroke>(&mark)) seen.lines.emplace_back(stroke->from, stroke->to);
        if (const auto* path = std::get_if<figures::Path>(&mark)) add_lines(seen, *path), add_mark(seen, *path);
    }
    seen.height = drawing.height;
    return seen;
}

bool meet(const Rect& a, const Rect& b) {
    const Length slack{300};
    return a.x + slack < b.right() && b.x + slack < a.right() && a.y + slack < b.bottom() && b.y + slack < a.bottom();
}

/// Walked in small steps: slow, but no second copy of the code it judges.
bool runs_through(const std::pair<Point, Point>& line, const Rect& box) {
    constexpr std::int64_t steps = 400;
    for (std::int64_t i = 0; i <= steps; ++i) {
        const Length x = line.first.x + scaled(line.second.x - line.first.x, i, steps);
        const Length y = line.first.y + scaled(line.second.y - line.first.y, i, steps);
        if (x > box.x && x < box.right() && y > box.y && y < box.bottom()) return true;
    }
    return false;
}

std::string faults(const Seen& seen, Length measure) {
    std::string out;
    for (std::size_t i = 0; i < seen.words.size(); ++i) {
        const auto& [text, box] = seen.words[i];
        if (box.x < -Length{500} || box.right() > measure + Length{500} || box.y < -pt(1) ||
            box.bottom() > seen.height) {
            out += text + " is outside\n";
        }
        for (std::size_t j = i + 1; j < seen.words.size(); ++j) {
            if (meet(box, seen.words[j].box)) out += text + " lies on " + seen.words[j].text + "\n";
        }
        for (const auto& line : seen.lines) {
            if (runs_through(line, box)) {
                out += "a line runs through " + text + "\n";
                break;
            }
        }
    }
    return out;
}

FigureStyle look() {
    FigureStyle style;
    for (const char* name :
         {"title", "unit", "text", "aim", "baseline", "missing", "year", "stage", "axis", "legend", "current_year"}) {
        style.text[name] = &letters(9000);
    }
    style.text["value"] = &letters(9500);
    style.text["current_value"] = &letters(11000);
    style.text["final"] = &letters(10000);
    style.words = {{"actual", "実績値"},      {"target", "目標値"},  {"baseline", "現状値"},
                   {"cut", "縦軸は途中から"}, {"missing", "－"},     {"current", "評価年度"},
                   {"current_short", "評価"}, {"final", "最終目標"}, {"final_short", "最終"}};
    return style;
}

base::Decimal amount(std::int64_t whole, int decimals) {
    base::Decimal value = base::whole(whole);
    value.decimals = decimals;
    const auto least = static_cast<std::size_t>(decimals) + 1;
    if (value.digits.size() < least) value.digits.insert(0, least - value.digits.size(), '0');
    return value;
}

struct Case {
    const char* name;
    std::vector<std::int64_t> actual, target;  ///< in the last decimal; missing: absent
    int decimals = 0;
    std::int64_t baseline = 0;
};
constexpr std::int64_t none = INT64_MIN;

const std::vector<Case>& cases() {
    static const std::vector<Case> all = {
        {"over the target", {6149, 6765, 6803}, {6455, 6463, 6471, 6480, 6490, 6500}, 0, 6439},
        {"below it, falling", {1353, 1308, 1288}, {1500, 1525, 1556, 1590, 1625, 1650}, 0, 1453},
        {"years without a value", {116, none, none}, {131, 133, 136, 139, 142, 144}, 2, 125},
        {"no value at all", {none, none, none}, {11900, 12050, 12187, 12300, 12400, 12520}, 0, 11758},
        {"lower is better", {1131, 1102, 1262}, {900, 810, 729, 656, 590, 531}, 0, 1259},
        {"on the target", {500, 500, 500}, {500, 500, 500, 500, 500, 500}, 1, 500},
        {"zigzag", {10, 990, 20}, {500, 400, 600, 300, 700, 200}, 0, 500},
        {"negative", {-120, -340, -90}, {-100, -80, -60, -40, -20, 0}, 1, -150},
        {"through zero", {-3, 4, -5}, {2, 2, 2, 2, 2, 2}, 0, -1},
        {"huge", {123456789012, 98765432109, 150000000000}, {1, 2, 3, 4, 5, 200000000000}, 0, 100000000000},
        {"tiny", {12, 13, 11}, {12, 12, 12, 12, 12, 12}, 4, 12},
        {"a target for the last year only", {40, 42, 47}, {none, none, none, none, none, 60}, 0, 38},
        {"one year", {5}, {4}, 0, none},
        {"all years past", {10, 12, 14, 13, 17, 21}, {11, 12, 13, 14, 15, 16}, 0, 9},
        {"ten years", {10, 30, 15, 40, 22, 41, 18, 50}, {12, 16, 20, 24, 28, 32, 36, 40, 44, 48}, 0, 9},
        {"nothing", {none, none}, {none, none}, 0, none},
    };
    return all;
}

Chart::Panel panel_of(const Case& one, bool titled) {
    Chart::Panel panel;
    if (one.baseline != none) panel.baseline = Chart::Baseline{"R1", amount(one.baseline, one.decimals)};
    if (titled) {
        panel.title = "法人均等割納税義務者数（" + std::string(one.name) + "）";
        panel.unit = "事業所";
        panel.text = "令和５年度は7,766事業所で、目標を188事業所上回った。";
    }
    const std::size_t past = one.actual.size();
    for (std::size_t i = 0; i < std::max(past, one.target.size()); ++i) {
        Chart::Point point;
        point.year = "R" + std::to_string(i + 3);
        point.current = i + 1 == past;
        point.future = i >= past;
        const auto value = [&](const std::vector<std::int64_t>& of, const char* word) {
            if (i >= of.size()) return Chart::Value{};
            return of[i] == none ? Chart::Value{std::nullopt, word} : Chart::Value{amount(of[i], one.decimals), ""};
        };
        point.values = {value(one.target, ""), value(one.actual, i % 2 == 0 ? "調査なし" : "未公表")};
        panel.points.push_back(std::move(point));
    }
    return panel;
}

Chart chart_of(const std::vector<const Case*>& all) {
    Chart chart;
    chart.series = {{Chart::Draw::line, Chart::SeriesLook::target, ""},
                    {Chart::Draw::line, Chart::SeriesLook::actual, ""}};
    for (const Case* one : all) chart.panels.push_back(panel_of(*one, all.size() > 1));
    return chart;
}

/// A sign and its digits may come as two runs, one after the other.
bool is_written(const Seen& seen, const std::string& words) {
    std::string all = "|";
    for (const Words& one : seen.words) all += one.text + (one.text == "−" ? "" : "|");
    return all.find("|" + words + "|") != std::string::npos;
}

/// How many of the values that were reached are not written.
int unwritten(const Chart& chart, const Seen& seen) {
    int count = 0;
    for (const auto& panel : chart.panels) {
        for (const auto& point : panel.points) {
            const auto& value = point.values[1].amount;
            if (value && !is_written(seen, base::to_text(*value, chart.numbers))) ++count;
        }
    }
    return count;
}

}  // namespace

TEST_CASE("one, two, three, four and twelve panels of every kind") {
    for (const std::size_t panels : {1UL, 2UL, 3UL, 4UL, 12UL}) {
        for (std::size_t first = 0; first < cases().size(); first += panels == 1 ? 1 : 3) {
            std::vector<const Case*> all;
            for (std::size_t i = 0; i < panels; ++i) all.push_back(&cases()[(first + i) % cases().size()]);
            const Chart chart = chart_of(all);
            const Seen seen = drawn(chart, look(), pt(480));
            CAPTURE(panels);
            CAPTURE(cases()[first].name);
            CHECK(faults(seen, pt(480)) == "");
            // Ten years in a third of the measure have no room for all; huge values in a third neither.
            if (panels <= 2) CHECK(unwritten(chart, seen) == 0);
        }
    }
}

TEST_CASE("the axis says where it begins") {
    const auto legend_has = [](const Case& one) {
        return is_written(drawn(chart_of({&one}), look(), pt(480)), "縦軸は途中から");
    };
    CHECK(legend_has(cases()[0]));
    CHECK(!legend_has(cases()[6]));
    Chart bars = chart_of({&cases()[0]});
    bars.series[1].draw = Chart::Draw::bar;
    const Seen seen = drawn(bars, look(), pt(480));
    CHECK(!is_written(seen, "縦軸は途中から"));
    CHECK(is_written(seen, "0"));
    CHECK(faults(seen, pt(480)) == "");
}

TEST_CASE("years without a value are said in words, and no line is drawn through them") {
    const Seen seen = drawn(chart_of({&cases()[2]}), look(), pt(480));
    CHECK(is_written(seen, "未公表"));
    CHECK(is_written(seen, "調査なし"));
    CHECK(is_written(drawn(chart_of({&cases()[2], &cases()[2], &cases()[2]}), look(), pt(300)), "未公表・調査なし"));
    CHECK(is_written(seen, "1.16"));
    CHECK(is_written(seen, "1.44"));
}

TEST_CASE("a small chart without words and values has none") {
    FigureStyle style = look();
    style.words.clear();
    style.lengths = {{"height", pt(58)}, {"axis_width", {}}, {"labels", {}}};
    const Seen seen = drawn(chart_of({&cases()[0]}), style, pt(88));
    CHECK(faults(seen, pt(88)) == "");
    const std::set<std::string> years = {"R1", "R3", "R4", "R5", "R6", "R7", "R8"};
    for (const Words& one : seen.words) CHECK(years.contains(one.text));
    CHECK(is_written(seen, "R5"));
    CHECK(is_written(seen, "R8"));
}

TEST_CASE("years stand clear of marks on the axis") {
    const Case on_axis = {"from nothing to nothing", {5, 2, 0}, {0, 0, 0, 0, 0, 0}, 0, 0};
    const Seen seen = drawn(chart_of({&on_axis, &cases()[0]}), look(), pt(480));
    int years = 0;
    for (const Words& year : seen.words) {
        if (!year.text.starts_with("R")) continue;
        ++years;
        for (const Rect& mark : seen.marks) {
            const bool above = mark.x < year.box.right() && year.box.x < mark.right() && mark.y < year.box.y;
            CAPTURE(year.text);
            CHECK((!above || mark.bottom() + Length{1500} <= year.box.y));
        }
    }
    CHECK(years >= 10);
    CHECK(!seen.marks.empty());
}

TEST_CASE("narrow measures") {
    for (const std::int64_t width : {60, 120, 240, 360}) {
        for (const Case& one : cases()) {
            CAPTURE(one.name);
            CAPTURE(width);
            CHECK(faults(drawn(chart_of({&one, &cases()[4]}), look(), pt(width)), pt(width)) == "");
        }
    }
}

TEST_CASE("the values of means stay clear of the numbers of their axis") {
    Trends trends;
    trends.grid = {60'000, 80'000, 100'000};
    FigureStyle style = look();
    style.text["axis"] = &letters(9000);
    for (std::int64_t size = 6000; size <= 9500; size += 500) {
        for (const char* name : {"label", "current_label"}) style.text[name] = &letters(size);
        for (std::int64_t first = 61; first < 100; ++first) {
            trends.panels = {{"",
                              {{"R3", std::to_string(first) + ".2", first * 1000 + 200, false},
                               {"R4", "85.4", 85'400, false},
                               {"R5", "83.8", 83'800, true}}}};
            const Seen seen = drawn(trends, style, pt(480));
            for (const Words& number : seen.words) {
                if (number.text != "60" && number.text != "80" && number.text != "100") continue;
                Rect near = number.box;
                near.width += pt(2);
                for (const Words& value : seen.words) {
                    CAPTURE(value.text);
                    CHECK((!value.text.ends_with(".2") || !meet(near, value.box)));
                }
            }
        }
    }
}

namespace {

/// Panels whose values lie on the lines of the grid, near them and far from them.
Trends means_on_their_grid() {
    Trends trends;
    trends.grid = {50'000, 80'000, 100'000};
    trends.ground_from = 80'000, trends.ground_to = 100'000;
    const auto label = [](std::int64_t value) {
        return std::to_string(value / 1000) + "." + std::to_string(value % 1000 / 100);
    };
    for (std::int64_t first = 50'000; first <= 100'000; first += 2'300) {
        Trends::Panel panel;
        panel.title = "誰もが安心して暮らし続けられる、福祉と医療の充実したまち";
        for (std::int64_t i = 0; i < 5; ++i) {
            const std::int64_t value = 50'000 + (first + i * i * 7'700) % 50'100;
            panel.points.push_back({"R" + std::to_string(i + 1), label(value), value, i == 4});
        }
        trends.panels.push_back(std::move(panel));
    }
    return trends;
}

FigureStyle look_of_means() {
    FigureStyle style = look();
    for (const char* name : {"label", "current_label"}) style.text[name] = &letters(9000);
    return style;
}

}  // namespace

TEST_CASE("no line of the grid runs through a value of the means, and those without one go from edge to edge") {
    Trends all = means_on_their_grid();
    int broken = 0;
    for (const Trends::Panel& panel : all.panels) {
        Trends one = all;
        one.panels = {panel};
        const Seen seen = drawn(one, look_of_means(), pt(480));
        CHECK(faults(seen, pt(480)) == "");
        broken += seen.lines.size() > 3 + panel.points.size() - 1;
    }
    CHECK(broken > 5);
}

TEST_CASE("titles of a second row of panels stand clear of the years above them") {
    Figure figure;
    figure.data = means_on_their_grid();
    FigureStyle style = look_of_means();
    style.lengths["gap"] = pt(14);
    figure.style = style;
    const figures::Drawn drawn = figures::draw_figure(figure, pt(480), pt(1000), build::typesetter());
    CHECK(drawn.parts.size() > 2);
    CHECK(drawn.gap == pt(14));
}

TEST_CASE("what a text leaves of a line is drawn where it can be seen as one") {
    figures::Room room({{}, {}, pt(100), pt(40)});
    room.take_text({pt(2), pt(10), pt(95), pt(10)});
    CHECK(room.clear_of_texts({}, pt(100), pt(15)).empty());
    CHECK(room.clear_of_texts({}, pt(120), pt(15)).size() == 1);
    CHECK(room.clear_of_texts({}, pt(100), pt(30)).size() == 1);
}
