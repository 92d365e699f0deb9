// Means over the years: a small panel each, one scale for all.
#include "figures/kinds.h"

namespace figures {

namespace {

constexpr Length line_weight{1500};
constexpr Length hair{350};

struct RateScale {
    std::int64_t least, most;  ///< thousandths of a per cent
    Length top, height;

    Length y(std::int64_t value) const {
        return top + scaled(height, most - value, std::max<std::int64_t>(1, most - least));
    }
};

RateScale scale_of(const compose::Trends& figure, Length top, Length height) {
    std::int64_t least = 100'000;
    std::int64_t most = 0;
    const auto widen = [&](std::int64_t value) {
        least = std::min(least, value);
        most = std::max(most, value);
    };
    for (std::int64_t edge : figure.grid) widen(edge);
    for (const auto& panel : figure.panels) {
        for (const auto& point : panel.points) {
            if (point.thousandths) widen(*point.thousandths);
        }
    }
    const std::int64_t step = 10'000;
    const std::int64_t below = least < 0 ? (least - step + 1) / step * step : least / step * step;
    return {below, std::max(most, below + step), top, height};
}

struct Placed {
    Point at;
    const compose::Trends::Point* point;
};

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

/// Above the point; where the line would run through the label, beside or below it (LOOK.md, "Means").
void draw_label(const std::vector<Placed>& placed, std::size_t i, Length bottom, Canvas& canvas) {
    const Placed& here = placed[i];
    const std::string style = here.point->current ? "current_label" : "label";
    const Length size = canvas.look().text(style).size;
    const Length above = here.at.y - Length::points(6);
    const auto drop = [&](std::size_t next) { return placed[next].at.y - here.at.y; };  // positive: falls
    const bool first = i == 0;
    const bool last = i + 1 == placed.size();
    const bool room_below = here.at.y + size + Length::points(4) <= bottom;
    if (first && !last && (drop(1) < -Length::points(30) || (drop(1) < -Length::points(8) && !room_below))) {
        canvas.text({here.at.x + Length::points(6), here.at.y + size * 2 / 3}, Anchor::start, style, here.point->label);
    } else if (first && !last && drop(1) < -Length::points(8)) {
        canvas.text({here.at.x, here.at.y + size + Length::points(4)}, Anchor::middle, style, here.point->label);
    } else if (!first && !last && drop(i + 1) < -Length::points(8) && drop(i - 1) > Length::points(8)) {
        canvas.text({here.at.x - Length::points(2), above + Length::points(2)}, Anchor::end, style, here.point->label);
    } else if (!first && !last && drop(i + 1) > Length::points(8) && drop(i - 1) < -Length::points(8)) {
        canvas.text({here.at.x + Length::points(3), above + Length::points(2)}, Anchor::start, style,
                    here.point->label);
    } else {
        canvas.text({here.at.x, above}, Anchor::middle, style, here.point->label);
    }
}

/// Where the points stand closer than their labels are wide, only the first and the last are labelled.
bool labels_fit(const compose::Trends::Panel& panel, Canvas& canvas, Length width) {
    const Length step = width / std::max<std::int64_t>(1, static_cast<std::int64_t>(panel.points.size()));
    return std::all_of(panel.points.begin(), panel.points.end(), [&](const auto& point) {
        return canvas.width_of(point.current ? "current_label" : "label", point.label) <= step + Length::points(2);
    });
}

void draw_panel(const compose::Trends& figure, const compose::Trends::Panel& panel, const RateScale& scale,
                Canvas& canvas, Length left, Length width) {
    const Look& look = canvas.look();
    const Length ground_top = scale.y(std::min(figure.ground_to, scale.most));
    const Length ground_bottom = scale.y(std::max(figure.ground_from, scale.least));
    if (ground_bottom > ground_top) {
        canvas.fill({left, ground_top, width, ground_bottom - ground_top}, look.colour("ground"));
    }
    for (std::int64_t edge : figure.grid) {
        canvas.stroke({left, scale.y(edge)}, {left + width, scale.y(edge)}, hair, look.colour("grid"));
    }
    canvas.text({left, Length::points(10)}, Anchor::start, "title", panel.title);
    const std::vector<Placed> placed = place(panel, scale, left, width);
    std::vector<Point> line;
    line.reserve(placed.size());
    for (const Placed& point : placed) line.push_back(point.at);
    canvas.polyline(line, line_weight, look.colour("line"));
    const bool room = labels_fit(panel, canvas, width);
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const bool current = placed[i].point->current;
        canvas.circle(placed[i].at, current ? Length{3500} : Length{2500}, Length{1200}, look.colour("line"),
                      current ? look.colour("line") : look.colour("point"));
        if (room || i == 0 || i + 1 == placed.size()) draw_label(placed, i, scale.top + scale.height, canvas);
    }
}

void draw_years(const compose::Trends::Panel& panel, Canvas& canvas, Length left, Length width, Length baseline) {
    const auto count = static_cast<std::int64_t>(panel.points.size());
    for (std::int64_t i = 0; i < count; ++i) {
        const auto& point = panel.points[static_cast<std::size_t>(i)];
        canvas.text({left + scaled(width, 2 * i + 1, 2 * count), baseline}, Anchor::middle,
                    point.current ? "current_year" : "year", point.year);
    }
}

std::string axis_label(std::int64_t edge) { return std::to_string(edge / 1000); }

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

}  // namespace

std::vector<Drawing> draw_trends(const compose::Trends& figure, Canvas& canvas, Length measure) {
    const Look& look = canvas.look();
    const Axis axis = axis_of(figure, canvas);
    const Length gap = look.length("gap", Length::points(12));
    const Length widest = std::min(look.length("width", Length{81600}), measure - axis.width);
    const bool titled =
        std::any_of(figure.panels.begin(), figure.panels.end(), [](const auto& p) { return !p.title.empty(); });
    const Length top = titled ? Length::points(30) : Length::points(14);
    const RateScale scale = scale_of(figure, top, look.length("plot_height", Length::points(110)));
    const Length baseline = scale.top + scale.height + Length::points(20);
    const auto a_row =
        static_cast<std::size_t>(std::max<std::int64_t>(1, (measure - axis.width + gap) / (widest + gap)));
    std::vector<Drawing> rows;
    for (std::size_t first = 0; first < figure.panels.size(); first += a_row) {
        if (axis.width.value > 0) {
            for (std::int64_t edge : figure.grid) {
                canvas.text_middle({axis.width - axis.gap, scale.y(edge)}, Anchor::end, "axis", axis_label(edge));
            }
        }
        for (std::size_t i = first; i < std::min(first + a_row, figure.panels.size()); ++i) {
            const Length left = axis.width + (widest + gap) * static_cast<std::int64_t>(i - first);
            draw_panel(figure, figure.panels[i], scale, canvas, left, widest);
            draw_years(figure.panels[i], canvas, left, widest, baseline);
        }
        rows.push_back(canvas.finish(measure, baseline + Length::points(4)));
    }
    return rows;
}

}  // namespace figures
