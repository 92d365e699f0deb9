// Shapes become paths, circles four cubic arcs, texts set lines; sizes in thousandths of what they belong to.
#include "figures/canvas.h"

#include <array>
#include <utility>

namespace figures {

namespace {

CharacterStyle make_plain_style() {
    CharacterStyle style;
    style.role = "gothic";
    style.size = Length::points(9);
    return style;
}
const CharacterStyle plain_style = make_plain_style();
constexpr Length wide_measure = Length::points(5000);

/// Where a baseline stands under the top of the em box, and where the middle of the letters is above the baseline.
constexpr std::int64_t baseline_of_em = 880;
constexpr std::int64_t middle_of_letters = 380;

PathStep move_to(Point to) { return {PathStep::Kind::move, to, {}, {}}; }
PathStep line_to(Point to) { return {PathStep::Kind::line, to, {}, {}}; }

std::vector<PathStep> through(const std::vector<Point>& points) {
    std::vector<PathStep> steps;
    steps.reserve(points.size() + 1);
    for (const Point& point : points) steps.push_back(steps.empty() ? move_to(point) : line_to(point));
    return steps;
}

std::vector<PathStep> circle_steps(Point centre, Length radius) {
    const Length r = radius;
    const Length k = scaled(radius, 5523, 10000);  // four cubic arcs within 0.03 % of the circle
    const auto at = [&](Length x, Length y) { return Point{centre.x + x, centre.y + y}; };
    const Length none;
    const auto arc = [&](Point c1, Point c2, Point to) { return PathStep{PathStep::Kind::curve, to, c1, c2}; };
    return {move_to(at(r, none)),
            arc(at(r, k), at(k, r), at(none, r)),
            arc(at(-k, r), at(-r, k), at(-r, none)),
            arc(at(-r, -k), at(-k, -r), at(none, -r)),
            arc(at(k, -r), at(r, -k), at(r, none)),
            {PathStep::Kind::close, {}, {}, {}}};
}

Length shift_of(Anchor anchor, Length width) {
    if (anchor == Anchor::middle) return width / 2;
    return anchor == Anchor::end ? width : Length{};
}

template <typename Map>
auto find_in(const Map& map, std::string_view name) {
    return map.find(std::string(name));
}

}  // namespace

void append_below(Drawing& upper, Drawing lower) {
    for (Mark& mark : lower.marks) upper.marks.push_back(moved(std::move(mark), {{}, upper.height}));
    upper.width = std::max(upper.width, lower.width);
    upper.height += lower.height;
}

void append_line(std::vector<Mark>& marks, const text::Line& line, Point origin) {
    for (const text::GlyphRun& run : line.runs) {
        marks.push_back(Glyphs{{origin.x + run.x, origin.y - run.raise}, run, {}});
    }
}

const CharacterStyle& FigureLook::text(std::string_view name) const {
    const auto found = find_in(style_.text, name);
    return found == style_.text.end() || found->second == nullptr ? plain_style : *found->second;
}

Colour FigureLook::colour(std::string_view name) const {
    const auto found = find_in(style_.colours, name);
    return found == style_.colours.end() ? Colour{} : found->second;
}

Length FigureLook::length(std::string_view name, Length otherwise) const {
    const auto found = find_in(style_.lengths, name);
    return found == style_.lengths.end() ? otherwise : found->second;
}

std::string FigureLook::word(std::string_view name) const {
    const auto found = find_in(style_.words, name);
    return found == style_.words.end() ? std::string() : found->second;
}

void Canvas::fill(Rect rect, Colour colour) {
    if (rect.width != Length{} && rect.height != Length{}) marks_.emplace_back(Fill{rect, colour});
}

void Canvas::frame(Rect rect, Length weight, Colour colour) {
    Path path;
    path.steps =
        through({{rect.x, rect.y}, {rect.right(), rect.y}, {rect.right(), rect.bottom()}, {rect.x, rect.bottom()}});
    path.steps.push_back({PathStep::Kind::close, {}, {}, {}});
    path.stroke = colour;
    path.weight = weight;
    marks_.emplace_back(std::move(path));
}

void Canvas::stroke(Point from, Point to, Length weight, Colour colour) {
    marks_.emplace_back(Stroke{from, to, weight, colour});
}

void Canvas::dots(Point from, Point to, Length weight, Colour colour) {
    constexpr Length dash{1500}, pitch{3500};
    Path path;
    for (Length x = from.x; x + dash <= to.x; x += pitch) {
        path.steps.push_back(move_to({x, from.y}));
        path.steps.push_back(line_to({x + dash, from.y}));
    }
    if (path.steps.empty()) return;
    path.stroke = colour;
    path.weight = weight;
    marks_.emplace_back(std::move(path));
}

void Canvas::polyline(const std::vector<Point>& points, Length weight, Colour colour) {
    if (points.size() < 2) return;
    Path path;
    path.steps = through(points);
    path.stroke = colour;
    path.weight = weight;
    path.round_joins = true;
    marks_.emplace_back(std::move(path));
}

void Canvas::polygon(const std::vector<Point>& points, Colour colour) {
    Path path;
    path.steps = through(points);
    path.steps.push_back({PathStep::Kind::close, {}, {}, {}});
    path.fill = colour;
    marks_.emplace_back(std::move(path));
}

void Canvas::circle(Point centre, Length radius, Length weight, Colour colour, std::optional<Colour> inside) {
    Path path;
    path.steps = circle_steps(centre, radius);
    path.fill = inside ? *inside : colour;
    path.stroke = colour;
    path.weight = weight;
    marks_.emplace_back(std::move(path));
}

void Canvas::arrow(Point from, Point to, Length weight, Colour colour) {
    // Only the four directions and gentle slopes are drawn, so the head follows the longer axis.
    const Length dx = to.x - from.x;
    const Length dy = to.y - from.y;
    const auto size = [](Length l) { return l.value < 0 ? -l.value : l.value; };
    const Length head{weight.value * 9 / 2};
    const bool across = size(dx) >= size(dy);
    const std::int64_t along = across ? (dx.value < 0 ? -1 : 1) : (dy.value < 0 ? -1 : 1);
    const Length run = across ? dx : dy;
    const Length lean = run.value == 0 ? Length{} : Length{(across ? dy : dx).value * head.value / size(run)};
    const Length half = scaled(head, 9, 20);
    const Point base = across ? Point{to.x - along * head, to.y - lean} : Point{to.x - lean, to.y - along * head};
    stroke(from, base, weight, colour);
    polygon({to, across ? Point{base.x, base.y - half} : Point{base.x - half, base.y},
             across ? Point{base.x, base.y + half} : Point{base.x + half, base.y}},
            colour);
}

base::ParagraphStyle Canvas::single() const {
    base::ParagraphStyle style;
    style.setting = base::Setting::cell;
    style.align = base::Align::start;
    style.numerals = look_.numerals();
    return style;
}

Length Canvas::text(Point baseline, Anchor anchor, const CharacterStyle& style, const std::string& string) {
    if (string.empty()) return {};
    const text::Paragraph paragraph{{{string, &style, {}, false, false, {}}}, single(), {}, nullptr};
    Length width;
    const std::size_t first = marks_.size();
    for (const text::Line& line : typesetter_.set(paragraph, wide_measure).lines) {
        append_line(marks_, line, {baseline.x - shift_of(anchor, line.width), baseline.y});
        width = line.width;
    }
    for (std::size_t i = first; i < marks_.size(); ++i) std::get<Glyphs>(marks_[i]).fact = fact_;
    return width;
}

Length Canvas::text_middle(Point middle, Anchor anchor, const CharacterStyle& style, const std::string& string) {
    return text({middle.x, middle.y + scaled(style.size, middle_of_letters, 1000)}, anchor, style, string);
}

Length Canvas::text_within(Length width, Point middle, Anchor anchor, std::string_view style,
                           const std::string& string) {
    const Length natural = width_of(style, string);
    CharacterStyle letters = look_.text(style);
    if (natural > width) letters.size = scaled(letters.size, width.value, natural.value);
    return text_middle(middle, anchor, letters, string);
}

Length Canvas::width_of(std::string_view style, const std::string& text) {
    if (text.empty()) return {};
    return typesetter_.natural_width({{{text, &look_.text(style), {}, false, false, {}}}, single(), {}, nullptr});
}

TextBlock Canvas::break_text(std::string_view style, const std::string& text, Length width, Length leading) {
    base::ParagraphStyle paragraph = single();
    paragraph.setting = base::Setting::heading;
    return {typesetter_.set({{{text, &look_.text(style), {}, false, false, {}}}, paragraph, {}, nullptr}, width).lines,
            leading};
}

void Canvas::block(Point corner, const TextBlock& block) {
    Length y = corner.y;
    for (const text::Line& line : block.lines) {
        append_line(marks_, line,
                    {corner.x, y + (block.leading - line.size) / 2 + scaled(line.size, baseline_of_em, 1000)});
        y += block.leading;
    }
}

void Canvas::symbol(Point centre, Length size, const std::string& symbol, Colour colour) {
    const auto part = [&](std::int64_t thousandths) { return scaled(size, thousandths, 1000); };
    const auto at = [&](std::int64_t x, std::int64_t y) { return Point{centre.x + part(x), centre.y + part(y)}; };
    const Length weight = part(115);
    const auto ring = [&](std::int64_t radius) {
        Path path;
        path.steps = circle_steps(centre, part(radius));
        path.stroke = colour;
        path.weight = weight;
        marks_.emplace_back(std::move(path));
    };
    if (symbol == "◎") {
        ring(300);
        circle(centre, part(130), {}, colour, std::nullopt);
    } else if (symbol == "○") {
        ring(270);
    } else if (symbol == "△") {
        Path path;
        path.steps = through({at(0, -290), at(310, 240), at(-310, 240)});
        path.steps.push_back({PathStep::Kind::close, {}, {}, {}});
        path.stroke = colour;
        path.weight = weight;
        marks_.emplace_back(std::move(path));
    } else if (symbol == "－") {
        polyline({at(-260, 0), at(260, 0)}, weight, colour);
    } else if (symbol == "×") {
        polyline({at(-220, -220), at(220, 220)}, weight, colour);
        polyline({at(-220, 220), at(220, -220)}, weight, colour);
    } else {
        CharacterStyle letter = plain_style;
        letter.role = "gothic-bold";
        letter.size = part(770);  // nine points in a segment of a bar
        letter.colour = colour;
        text_middle(centre, Anchor::middle, letter, symbol);
    }
}

}  // namespace figures
