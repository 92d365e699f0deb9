// Where marks come to stand on a page, by the operators that draw them (ISO 32000-1, 8.3 and 8.5).
#include "pdf/shapes.h"

#include <doctest/doctest.h>

#include <sstream>
#include <vector>

#include "pdf/objects.h"

namespace {

using base::Length;
using layout::Point;
using Step = layout::PathStep;

constexpr Point at(std::int64_t x, std::int64_t y) { return {Length::points(x), Length::points(y)}; }

/// What is drawn, seen from the top left of a page 100 high: "m 10,20 l 30,20 S". Moves and scales are followed.
std::string drawn(const std::string& operators) {
    struct Matrix {
        double scale_x = 1, scale_y = 1, x = 0, y = 0;
    };
    std::vector<Matrix> stack = {{}};
    std::vector<double> numbers;
    std::string out;
    std::istringstream words(operators);
    const auto place = [&](std::size_t from) {
        const Matrix& now = stack.back();
        std::ostringstream text;
        text << " " << now.x + numbers.at(from) * now.scale_x << ","
             << 100 - (now.y + numbers.at(from + 1) * now.scale_y);
        return text.str();
    };
    for (std::string word; words >> word;) {
        if (word.find_first_not_of("-.0123456789") == std::string::npos) {
            numbers.push_back(std::stod(word));
            continue;
        }
        Matrix& now = stack.back();
        if (word == "q") {
            stack.push_back(Matrix(now));
        } else if (word == "Q") {
            stack.pop_back();
        } else if (word == "cm") {
            now.x += numbers.at(4) * now.scale_x;
            now.y += numbers.at(5) * now.scale_y;
            now.scale_x *= numbers.at(0);
            now.scale_y *= numbers.at(3);
        } else if (word == "m" || word == "l" || word == "c") {
            out += (out.empty() ? "" : " ") + word;
            for (std::size_t from = 0; from < numbers.size(); from += 2) out += place(from);
        } else if (word == "h" || word == "f" || word == "S" || word == "B") {
            out += " " + word;
        } else if (word == "Do") {
            numbers = {0, 0, 1, 1};
            out += place(0) + place(2);
        }
        numbers.clear();
    }
    return out;
}

std::string operators_of(const layout::Path& path) {
    pdf::Stream stream(Length::points(100));
    pdf::draw(stream, path);
    return stream.take();
}

/// A drop of two points from its top to its foot.
void add_drop(layout::Path& path, Point top) {
    const auto from = [&](std::int64_t x, std::int64_t y) { return Point{top.x + at(x, y).x, top.y + at(x, y).y}; };
    path.steps.push_back({Step::Kind::move, top, {}, {}});
    path.steps.push_back({Step::Kind::curve, from(0, 2), from(1, 0), from(1, 2)});
    path.steps.push_back({Step::Kind::close, {}, {}, {}});
}

layout::Path drops(const std::vector<Point>& tops) {
    layout::Path path;
    path.fill = base::Colour{0, 0, 0};
    for (const Point& top : tops) add_drop(path, top);
    return path;
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

}  // namespace

TEST_CASE("lines, curves and what closes them stand where they were put") {
    layout::Path path;
    path.stroke = base::Colour{0, 0, 0};
    path.steps = {{Step::Kind::move, at(10, 20), {}, {}},
                  {Step::Kind::line, at(30, 20), {}, {}},
                  {Step::Kind::curve, at(40, 30), at(35, 20), at(40, 25)},
                  {Step::Kind::close, {}, {}, {}}};
    CHECK(drawn(operators_of(path)) == "m 10,20 l 30,20 c 35,20 40,25 40,30 h S");
    path.fill = base::Colour{255, 0, 0};
    CHECK(drawn(operators_of(path)).ends_with("h B"));
}

TEST_CASE("corners are round where they are to be, and not behind that") {
    layout::Path path;
    path.stroke = base::Colour{0, 0, 0};
    path.steps = {{Step::Kind::move, at(10, 20), {}, {}}, {Step::Kind::line, at(30, 20), {}, {}}};
    layout::Path round = path;
    round.round_joins = true;
    pdf::Stream stream(Length::points(100));
    for (const layout::Path* each : {&path, &round, &round, &path}) pdf::draw(stream, *each);
    const std::string drawn = stream.take();
    CHECK(count(drawn, "1 j 1 J") == 1);
    CHECK(count(drawn, "0 j 0 J") == 1);
    CHECK(drawn.find("1 j 1 J") < drawn.find("0 j 0 J"));
}

TEST_CASE("equal shapes at equal distances stand where they were put, and are the same letters again and again") {
    const std::string three =
        "m 10,20 c 11,20 11,22 10,22 h f m 20,20 c 21,20 21,22 20,22 h f "
        "m 30,20 c 31,20 31,22 30,22 h f";
    CHECK(drawn(operators_of(drops({at(10, 20), at(20, 20), at(30, 20)}))) == three);
    CHECK(drawn(operators_of(drops({at(10, 20), at(10, 30)}))) ==
          "m 10,20 c 11,20 11,22 10,22 h f m 10,30 c 11,30 11,32 10,32 h f");
    std::vector<Point> many;
    for (int each = 0; each < 40; ++each) many.push_back(at(10 + 7 * each, 20));
    const std::string operators = operators_of(drops(many));
    CHECK(count(operators, operators.substr(operators.find("cm ") + 3, operators.find("h ") - operators.find("cm "))) ==
          40);
}

TEST_CASE("shapes that are no row stand where they were put") {
    // At another distance; of another shape, in a curve alone; so large that they touch; of lines.
    CHECK(drawn(operators_of(drops({at(10, 20), at(20, 20), at(31, 20)}))) ==
          "m 10,20 c 11,20 11,22 10,22 h m 20,20 c 21,20 21,22 20,22 h m 31,20 c 32,20 32,22 31,22 h f");
    for (const bool first : {true, false}) {
        layout::Path path = drops({at(10, 20), at(20, 20)});
        (first ? path.steps.at(4).c1 : path.steps.at(4).c2) = at(22, 21);
        CHECK(drawn(operators_of(path)) == std::string("m 10,20 c 11,20 11,22 10,22 h m 20,20 c ") +
                                               (first ? "22,21 21,22" : "21,20 22,21") + " 20,22 h f");
    }
    CHECK(drawn(operators_of(drops({at(10, 20), at(12, 20)}))) ==
          "m 10,20 c 11,20 11,22 10,22 h m 12,20 c 13,20 13,22 12,22 h f");
    layout::Path path = drops({at(10, 20), at(20, 20)});
    path.steps.at(4) = {Step::Kind::line, at(20, 22), {}, {}};
    CHECK(drawn(operators_of(path)) == "m 10,20 c 11,20 11,22 10,22 h m 20,20 l 20,22 h f");
}

TEST_CASE("a picture fills the middle of its place in its own proportions") {
    const auto place = [](pdf::PictureResource resource, bool square) {
        resource.name = "Im1";
        resource.unit_square = square;
        pdf::Stream stream(Length::points(100));
        pdf::draw(stream, layout::Picture{"photo", 1, {at(20, 10).x, at(20, 10).y, at(40, 0).x, at(0, 40).y}},
                  {{{"photo", 1}, resource}});
        return drawn(stream.take());
    };
    pdf::PictureResource resource;
    resource.width = Length::points(4);
    resource.height = Length::points(2);
    CHECK(place(resource, true) == " 20,40 60,20");   // an image: its unit square, from its foot to its top
    CHECK(place(resource, false) == " 20,40 30,30");  // a form: a unit of its own
    std::swap(resource.width, resource.height);
    CHECK(place(resource, true) == " 30,50 50,10");
}
