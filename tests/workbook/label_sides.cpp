// Where the values of a line stand, and what of a chart is written beside the library.
#include "workbook/label_sides.h"

#include <doctest/doctest.h>

#include "workbook/axis_step.h"
#include "workbook/chart_part.h"

using workbook::axis_step;
using workbook::labels_below;
using workbook::LinePoints;
using Below = std::vector<std::size_t>;

namespace {

LinePoints line(std::initializer_list<const char*> values) {
    LinePoints points;
    for (const std::string_view value : values) points.push_back(base::parse_decimal(value).value);
    return points;
}

}  // namespace

TEST_CASE("the numbers of an axis are whole, few, and no finer than the values tell") {
    const auto step = [](std::initializer_list<const char*> values, int decimals) {
        const auto found = axis_step(line(values), decimals);
        return found ? base::plain(*found) : "";
    };
    CHECK(step({"100.0", "99.9"}, 1) == "1");
    CHECK(step({"99.0", "96.8"}, 1) == "1");
    CHECK(step({"75.2", "85.4", "83.8"}, 1) == "5");
    CHECK(step({"20.0", "100.0"}, 1) == "20");
    CHECK(step({"2.15", "2.31"}, 2) == "0.1");
    CHECK(step({"3", "-6"}, 0) == "10");
    CHECK(step({"100.0", "100.0"}, 1) == "");
    CHECK(step({}, 1) == "");
}

TEST_CASE("labels stand on the side to which the line does not lead") {
    CHECK(labels_below(line({"75.2", "85.4", "83.8"})) == Below{0, 2});
    CHECK(labels_below(line({"99.9", "97.9", "97.4"})) == Below{1, 2});
    CHECK(labels_below(line({"64.1", "89.5", "98.3"})) == Below{0});
    CHECK(labels_below(line({"5", "5", "5"})).empty());
    CHECK(labels_below({}).empty());
}

TEST_CASE("a hole ends the line") {
    CHECK(labels_below(line({"1", "", "9"})).empty());
    CHECK(labels_below(line({"1", "9", "", "9", "1"})) == Below{0, 4});
}

TEST_CASE("no label stands among the names of the years") { CHECK(labels_below(line({"0", "0", "42.9"})).empty()); }

TEST_CASE("a label leaves room to a line that runs close") {
    CHECK(labels_below(line({"90", "90"}), line({"100", "130"})) == Below{0});
    CHECK(labels_below(line({"100", "100"}), line({"90", "90"})).empty());
    CHECK(labels_below(line({"40", "40"}), line({"100", "100"})).empty());
    CHECK(labels_below(line({"-90", "-90"}), line({"-80", "-20"})) == Below{0});
}

TEST_CASE("a first label without room before it stands at the right, where the line leaves it there") {
    const auto sides = [](std::initializer_list<const char*> actuals, bool tight) {
        return workbook::label_sides(line(actuals), line({"158586", "160648", "162649"}), tight);
    };
    CHECK(sides({"151282"}, true).right == 0);
    CHECK(sides({"151282", "", "152000"}, true).right == 0);
    CHECK(!sides({"151282"}, false).right);
    CHECK(!sides({"151282", "151500"}, true).right);  // the line would run through it
    CHECK(sides({"151282", "158000"}, true).right == 0);
    CHECK(sides({"151282", "158000"}, true).below.empty());
    CHECK(sides({"151282", "158000"}, false).below == Below{0});
    CHECK(!sides({"", "158000"}, true).right);
    CHECK(!sides({}, true).right);
}

TEST_CASE("a chart says its face for Japanese too") {
    CHECK(workbook::completed_chart("<a><a:latin typeface=\"X\"/></a><a:latin typeface=\"Y\"/>", {}) ==
          "<a><a:latin typeface=\"X\"/><a:ea typeface=\"X\"/></a><a:latin typeface=\"Y\"/><a:ea typeface=\"Y\"/>");
}

TEST_CASE("points whose labels stand below repeat what is said of all") {
    CHECK(workbook::completed_chart("<s><c:dLbls><f/><c:dLblPos val=\"t\"/><c:showVal val=\"1\"/></c:dLbls></s>",
                                    {{0, 2}, {}}) ==
          "<s><c:dLbls><c:dLbl><c:idx val=\"0\"/><f/><c:dLblPos val=\"b\"/><c:showVal val=\"1\"/></c:dLbl>"
          "<c:dLbl><c:idx val=\"2\"/><f/><c:dLblPos val=\"b\"/><c:showVal val=\"1\"/></c:dLbl>"
          "<f/><c:dLblPos val=\"t\"/><c:showVal val=\"1\"/></c:dLbls></s>");
    CHECK(workbook::completed_chart("<c:dLbls><c:dLblPos val=\"t\"/></c:dLbls>", {{}, 0}) ==
          "<c:dLbls><c:dLbl><c:idx val=\"0\"/><c:dLblPos val=\"r\"/></c:dLbl><c:dLblPos val=\"t\"/></c:dLbls>");
    CHECK(!workbook::completed_chart("<s/>", {{0}, {}}));
    CHECK(!workbook::completed_chart("<c:dLbls></c:dLbls>", {{}, 0}));
}
