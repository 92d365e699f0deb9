// Means over the years: a small panel each, one scale for all.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>

#include "figures/beside.h"
#include "figures/kinds.h"

namespace figures {

namespace {

constexpr Length line_weight{1500};
constexpr Length title_leading = Length::points(12);
constexpr Length label_margin = Length::points(4);  ///< a label may stand that far into the gap between two panels

struct RateScale {
    std::int64_t least, most;  ///< thousandths of a per cent
    Length top, height;

    Length y(std::int64_t value) const {
        return top + scaled(height, most - value, std::max<std::int64_t>(1, most - least));
    }
};

RateScale scale_of(const compose::Trends& figure, Length top, Length height) {
    std::optional<std::int64_t> lowest;
    std::int64_t most = 0;
    const auto widen = [&](std::int64_t value) {
        lowest = std::min(lowest.value_or(value), value);
        most = std::max(most, value);
    };
    for (std::int64_t edge : figure.grid) widen(edge);
    if (figure.ground_to > 0) widen(figure.ground_to);
    for (const auto& panel : figure.panels) {
        for (const auto& point : panel.points) {
            if (point.thousandths) widen(*point.thousandths);
        }
    }
    const std::int64_t least = lowest.value_or(0);
    const std::int64_t step = most < 10'000 ? 1'000 : 10'000;  // points of one digit, or per cents
    const std::int64_t below = least < 0 ? (least - step + 1) / step * step : least / step * step;
    return {below, std::max(most, below + step), top, height};
}

struct Placed {
    Point at;
    const compose::Trends::Point* point;
};

Length radius_of(const Placed& placed) { return placed.point->current ? Length{3500} : Length{2500}; }

std::vector<Placed> place(const compose::Trends::Panel& panel, const RateScale& scale, Length left, Length width) {
    std::vector<Placed> placed;
    const auto count = static_cast<std::int64_t>(panel.points.size());
    for (std::int64_t i = 0; i < count; ++i) {
        const auto& point = panel.points[static_cast<std::size_t>(i)];
        if (!point.thousandths) continue;
        placed.push_back({{left + scaled(width, 2 * i + 1, 2 * count), scale.y(*point.thousandths)}, &point});
    }
    return placed;
}

struct Label {
    Point baseline;
    std::string style;
    const compose::Trends::Point* point;
};

/// Above its point, or where the line or another label is, beside or below it; the evaluated year's comes first, then
/// the ends of the line. One that has no place at all is left to the table of the figure.
std::vector<Label> place_labels(const std::vector<Placed>& placed, Room& room, Canvas& canvas) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const Length radius = radius_of(placed[i]);
        room.take({placed[i].at.x - radius, placed[i].at.y - radius, 2 * radius, 2 * radius});
        if (i > 0) room.take(placed[i - 1].at, placed[i].at);
        order.push_back(i);
    }
    const auto rank = [&](std::size_t i) {
        return placed[i].point->current ? 0 : i == 0 || i + 1 == placed.size() ? 1 : 2;
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    std::vector<Label> labels;
    for (const std::size_t i : order) {
        const std::string style = placed[i].point->current ? "current_label" : "label";
        Beside beside;
        beside.at = placed[i].at;
        beside.reach = radius_of(placed[i]);
        beside.width = canvas.width_of(style, placed[i].point->label);
        beside.size = canvas.look().text(style).size;
        beside.essential = placed[i].point->current;
        if (const auto place = room.place(beside)) labels.push_back({*place, style, placed[i].point});
    }
    return labels;
}

/// The labels find their places before anything is drawn: the lines of the grid keep clear of them.
void draw_panel(const compose::Trends& figure, const compose::Trends::Panel& panel, const RateScale& scale,
                Canvas& canvas, Length left, Length width, Length margin) {
    const FigureLook& look = canvas.look();
    const std::vector<Placed> placed = place(panel, scale, left, width);
    const Length above = Length::points(13);
    Room room({left - margin, scale.top - above, width + margin, scale.height + above + Length::points(8)});
    const std::vector<Label> labels = place_labels(placed, room, canvas);
    const Length ground_top = scale.y(std::min(figure.ground_to, scale.most));
    const Length ground_bottom = scale.y(std::max(figure.ground_from, scale.least));
    if (ground_bottom > ground_top) {
        canvas.fill({left, ground_top, width, ground_bottom - ground_top}, look.colour("ground"));
    }
    for (std::int64_t edge : figure.grid) {
        const Length y = scale.y(edge);
        for (const auto& [begin, end] : room.clear_of_texts(left, left + width, y)) {
            if (end > begin) canvas.stroke({begin, y}, {end, y}, hair, look.colour("grid"));
        }
    }
    if (!panel.title.empty()) canvas.block({left, {}}, canvas.break_text("title", panel.title, width, title_leading));
    std::vector<Point> line;
    line.reserve(placed.size());
    for (const Placed& point : placed) line.push_back(point.at);
    canvas.polyline(line, line_weight, look.colour("line"));
    for (const Placed& point : placed) {
        canvas.circle(point.at, radius_of(point), Length{1200}, look.colour("line"),
                      look.colour(point.point->current ? "line" : "point"));
    }
    for (const Label& label : labels) {
        canvas.shows(label.point->fact);
        canvas.text(label.baseline, Anchor::start, label.style, label.point->label);
    }
    canvas.shows({});
}

void draw_years(const compose::Trends::Panel& panel, Canvas& canvas, Length left, Length width, Length baseline) {
    const auto count = static_cast<std::int64_t>(panel.points.size());
    for (std::int64_t i = 0; i < count; ++i) {
        const auto& point = panel.points[static_cast<std::size_t>(i)];
        canvas.text({left + scaled(width, 2 * i + 1, 2 * count), baseline}, Anchor::middle,
                    point.current ? "current_year" : "year", point.year);
    }
}

/// 80, 2.5
std::string axis_label(std::int64_t edge) {
    std::string label = std::to_string(edge / 1000);
    std::string rest = std::to_string(std::abs(edge % 1000) + 1000).substr(1);
    rest.erase(rest.find_last_not_of('0') + 1);
    return rest.empty() ? label : label + "." + rest;
}

/// The room for the numbers of the axis, and how far they stand from the first panel.
struct Axis {
    Length width, gap;
};

/// As wide as the style says, or wider where the numbers need it; 0: no axis.
Axis axis_of(const compose::Trends& figure, Canvas& canvas) {
    constexpr Length least_gap = Length::points(2), usual_gap = Length::points(5);
    const Length wanted = canvas.look().length("axis_width", Length::points(22));
    if (wanted.value == 0) return {};
    Length numbers;
    for (std::int64_t edge : figure.grid) numbers = std::max(numbers, canvas.width_of("axis", axis_label(edge)));
    const Length width = std::max(wanted, numbers + least_gap);
    return {width, std::min(usual_gap, width - numbers)};
}

/// 0 where there is none.
Length titles_height(const compose::Trends::Panel& panel, Canvas& canvas, Length width) {
    return panel.title.empty() ? Length{} : canvas.break_text("title", panel.title, width, title_leading).height();
}

}  // namespace

Drawn draw_trends(const compose::Trends& figure, Canvas& canvas, Length measure) {
    const FigureLook& look = canvas.look();
    const Axis axis = axis_of(figure, canvas);
    const Length gap = look.length("gap", Length::points(12));
    const Length room = measure - axis.width + gap;
    Length widest = std::min(look.length("width", Length{81600}), room - gap);
    RateScale scale = scale_of(figure, {}, look.length("plot_height", Length::points(110)));
    const auto count = static_cast<std::int64_t>(figure.panels.size());
    std::int64_t in_row = std::max<std::int64_t>(1, room / (widest + gap));
    if (count > in_row) {  // rows as long as one another, as far as that goes, and as wide as the measure
        const std::int64_t rows = (count + in_row - 1) / in_row;
        in_row = (count + rows - 1) / rows;
        widest = room / in_row - gap;
    }
    const auto a_row = static_cast<std::size_t>(in_row);
    Drawn drawn;
    drawn.gap = gap;  // the panels stand as far apart down the page as along it
    for (std::size_t first = 0; first < figure.panels.size(); first += a_row) {
        const std::size_t end = std::min(first + a_row, figure.panels.size());
        scale.top = Length::points(14);
        for (std::size_t i = first; i < end; ++i) {
            const Length titles = titles_height(figure.panels[i], canvas, widest);
            if (titles.value > 0) scale.top = std::max(scale.top, titles + Length::points(18));
        }
        const Length baseline = scale.top + scale.height + Length::points(20);
        if (axis.width.value > 0) {
            for (std::int64_t edge : figure.grid) {
                canvas.text_middle({axis.width - axis.gap, scale.y(edge)}, Anchor::end, "axis", axis_label(edge));
            }
        }
        for (std::size_t i = first; i < end; ++i) {
            const Length left = axis.width + (widest + gap) * static_cast<std::int64_t>(i - first);
            // What the first panel's labels take of the gap leaves the numbers of the axis clear.
            const Length free = i == first ? std::max(Length{}, axis.gap - Length::points(2)) : gap;
            draw_panel(figure, figure.panels[i], scale, canvas, left, widest, std::min(label_margin, free));
            draw_years(figure.panels[i], canvas, left, widest, baseline);
        }
        drawn.parts.push_back({canvas.finish(measure, baseline + Length::points(4)), figure.panels[first].title,
                               figure.panels[end - 1].title});
    }
    return drawn;
}

}  // namespace figures
