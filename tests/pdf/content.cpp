// What is drawn: operators of a page, curves of a picture.
#include "pdf/content.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "pdf/codes.h"
#include "pdf/specimen.h"
#include "pdf/svg_path.h"

namespace {

struct Drawn {
    std::string operators;
    pdf::Fonts fonts;
};

Drawn drawn_on_a_page(const layout::Glyphs& glyphs, const test::Specimen& specimen) {
    layout::Pages pages;
    layout::Chunk chunk;
    chunk.marks.push_back(glyphs);
    pages.pages.push_back({base::Length::points(100), base::Length::points(100), {chunk}, {}, "1"});
    pdf::Fonts fonts = pdf::prepare_fonts({specimen.gothic->program()}, pages);
    std::string operators = pdf::write_content(pages, 0, fonts, {}).operators;
    return {std::move(operators), std::move(fonts)};
}

}  // namespace

TEST_CASE("what is raised does not stay so: rise outlasts the text object (ISO 32000-1, 9.3.1)") {
    const test::Specimen specimen;
    layout::Glyphs glyphs =
        specimen.gothic->set("m2", {base::Length::points(20), base::Length::points(20)}, base::Length::points(9));
    glyphs.run.glyphs.at(1).dy = base::Length::points(3);
    const auto [drawn, fonts] = drawn_on_a_page(glyphs, specimen);
    CHECK(drawn.find("3 Ts ") != std::string::npos);
    CHECK(drawn.find("0 Ts ET") != std::string::npos);
}

namespace {

/// Where each glyph of the one line is shown, in thousandths of a point from its left: by the widths of the font and
/// the adjustments between (ISO 32000-1, 9.4.4).
std::vector<double> shown_at(const std::string& drawn, const pdf::Font& font, double size) {
    std::map<std::uint32_t, int> widths;
    for (const auto& [glyph, code] : font.codes) widths.emplace(code.code, code.width);
    std::vector<double> places;
    const std::size_t begin = drawn.find('['), end = drawn.find(']');
    double pen = 0;
    for (std::size_t at = begin + 1; at < end;) {
        if (drawn[at] == '(') {
            for (++at; drawn[at] != ')';) {
                places.push_back(pen * size);
                std::uint32_t code = 0;
                for (int byte = 0; byte < 2; ++byte, ++at) {
                    if (drawn[at] == '\\') ++at;
                    code = code << 8U | static_cast<unsigned char>(drawn[at]);
                }
                pen += widths.at(code);
            }
            ++at;
        } else {
            std::size_t read = 0;
            pen -= std::stod(drawn.substr(at), &read);
            at += read;
        }
    }
    return places;
}

}  // namespace

TEST_CASE("each glyph is shown where it was put, to the thousandth of its size, and no error adds up") {
    const test::Specimen specimen;
    constexpr int size = 9;
    layout::Glyphs glyphs = specimen.gothic->set("検証の結果", {base::Length::points(20), base::Length::points(20)},
                                                 base::Length::points(size));
    std::vector<double> wanted;
    double pen = 0;
    for (text::Glyph& glyph : glyphs.run.glyphs) {
        glyph.advance = base::Length(glyph.advance) + base::Length{1234};
        glyph.dx = base::Length{wanted.size() == 2 ? -2'345 : 0};
        wanted.push_back(pen + static_cast<double>(base::Length(glyph.dx).value));
        pen += static_cast<double>(base::Length(glyph.advance).value);
    }
    const auto [drawn, fonts] = drawn_on_a_page(glyphs, specimen);
    CHECK(drawn.find("20 80 Td") != std::string::npos);
    const std::vector<double> found = shown_at(drawn, fonts.begin()->second, size);
    REQUIRE(found.size() == wanted.size());
    for (std::size_t at = 0; at < found.size(); ++at) CHECK(std::abs(found[at] - wanted[at]) <= 0.51 * size);
}

TEST_CASE("glyphs that are shown most have the codes that pack best") {
    const test::Specimen specimen;
    const base::Length size = base::Length::points(9);
    const layout::Glyphs glyphs = specimen.gothic->set("検証の証の結果の", {}, size);
    const auto [drawn, fonts] = drawn_on_a_page(glyphs, specimen);
    const pdf::Font& font = fonts.begin()->second;
    const auto code = [&](std::size_t at) { return font.code(glyphs.run.glyphs[at]).code; };
    CHECK(code(2) == 0x3030);
    CHECK(code(1) == 0x3031);
    CHECK(font.codes.size() == 5);
    CHECK(pdf::cheapest_codes(4) == std::vector<std::uint32_t>{0x3030, 0x3031, 0x3130, 0x3032});
    std::vector<std::uint32_t> all = pdf::cheapest_codes(0xFFFF);
    std::sort(all.begin(), all.end());
    CHECK(all.front() == 1);
    CHECK(std::adjacent_find(all.begin(), all.end()) == all.end());
    CHECK_THROWS_AS(pdf::cheapest_codes(0x10000), std::runtime_error);
}

TEST_CASE("an arc takes the way that its flags name (SVG 1.1, 8.3.8)") {
    const auto ends = [](const std::string& path) {
        std::string text;
        for (const pdf::SvgStep& step : pdf::svg_path(path)) {
            text += std::to_string(std::lround(step.to.x)) + "," + std::to_string(std::lround(step.to.y)) + " ";
        }
        return text;
    };
    // From the left of a circle to its right, over the top or under the foot; y grows downwards.
    CHECK(ends("M0 0A10 10 0 0 1 20 0") == "0,0 10,-10 20,0 ");
    CHECK(ends("M0 0A10 10 0 0 0 20 0") == "0,0 10,10 20,0 ");
    // A quarter, or all but a quarter, of either circle through two points.
    CHECK(ends("M0 0A10 10 0 0 1 10 10") == "0,0 10,10 ");
    CHECK(ends("M0 0A10 10 0 0 0 10 10") == "0,0 10,10 ");
    CHECK(ends("M0 0A10 10 0 1 1 10 10") == "0,0 10,-10 20,0 10,10 ");
    CHECK(ends("M0 0A10 10 0 1 0 10 10") == "0,0 -10,10 0,20 10,10 ");
}

TEST_CASE("what a curve takes from the one before it (SVG 1.1, 8.3.6 and 8.3.7)") {
    const auto last = [](const std::string& path) {
        const pdf::SvgStep step = pdf::svg_path(path).back();
        std::string text;
        for (const pdf::SvgPoint& point : {step.c1, step.c2, step.to}) {
            text += std::to_string(std::lround(point.x)) + "," + std::to_string(std::lround(point.y)) + " ";
        }
        return text;
    };
    // T goes on as Q or T came in; behind anything else it is a straight line. A third of the way in 30 is 10.
    CHECK(last("M0 0Q30 30 60 0T120 0") == last("M60 0Q90 -30 120 0"));
    CHECK(last("M0 0Q30 30 60 0T120 0T180 0") == last("M120 0Q150 30 180 0"));
    CHECK(last("M0 0L60 0T120 0") == last("M60 0Q60 0 120 0"));
    CHECK(last("M0 0C30 30 50 40 60 0T120 0") == last("M60 0Q60 0 120 0"));
    CHECK(last("M60 0Q90 -30 120 0") == "80,-20 100,-20 120,0 ");
    // So does S behind C or S.
    CHECK(last("M0 0C30 30 50 40 60 0S90 9 120 0") == "70,-40 90,9 120,0 ");
    CHECK(last("M0 0Q50 40 60 0S90 9 120 0") == "60,0 90,9 120,0 ");
}
