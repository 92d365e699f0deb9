// Headline targets: bars rise or fall from the baseline, targets are a line, missing years are marked.
#include "figures/kinds.h"

#include <algorithm>

namespace figures {

namespace {

constexpr Length target_weight = Length::points(1);
constexpr Length halo_weight = Length::points(3);
constexpr Length dot_radius{2300};
constexpr Length label_room = Length::points(12);
/// Of a figure in one piece; more of them come a row a piece.
constexpr std::size_t most_panels = 6;

using Panel = compose::TargetBars::Panel;

/// Heights above the baseline; the axis is the baseline, never a cut zero.
struct Scale {
    std::int64_t least = 0, most = 0;
    Length top, height;

    Length y(std::int64_t above) const {
        return top + scaled(height, most - above, std::max<std::int64_t>(1, most - least));
    }
};

Scale scale_of(const Panel& panel, Length top, Length height) {
    Scale scale;
    scale.top = top;
    scale.height = height;
    const auto widen = [&](const std::optional<std::int64_t>& value) {
        if (!value) return;
        scale.least = std::min(scale.least, *value - panel.baseline_value);
        scale.most = std::max(scale.most, *value - panel.baseline_value);
    };
    for (const auto& point : panel.points) {
        widen(point.target);
        widen(point.actual);
    }
    return scale;
}

void draw_bars(const Panel& panel, const Scale& scale, const std::vector<Length>& centres, Length width,
               Canvas& canvas) {
    const Look& look = canvas.look();
    bool past = true;
    for (std::size_t i = 0; i < panel.points.size(); ++i) {
        const auto& point = panel.points[i];
        const std::string style = point.current ? "current_label" : "label";
        if (point.actual) {
            const std::int64_t above = *point.actual - panel.baseline_value;
            const Length end = scale.y(above);
            const Length axis = scale.y(0);
            canvas.fill({centres[i] - width / 2, std::min(end, axis), width, std::max(end, axis) - std::min(end, axis)},
                        look.colour(point.current ? "current_bar" : "bar"));
            const Length label = above < 0 ? end + Length::points(9) : end - Length::points(3);
            canvas.text({centres[i], label}, Anchor::middle, style, point.label);
        } else if (past) {
            canvas.text({centres[i], scale.y(0) - Length::points(4)}, Anchor::middle, "axis", look.word("missing"));
        }
        past = past && !point.current;
    }
}

void draw_targets(const Panel& panel, const Scale& scale, const std::vector<Length>& centres, Canvas& canvas) {
    const Look& look = canvas.look();
    std::vector<Point> line;
    for (std::size_t i = 0; i < panel.points.size(); ++i) {
        if (panel.points[i].target)
            line.push_back({centres[i], scale.y(*panel.points[i].target - panel.baseline_value)});
    }
    canvas.polyline(line, halo_weight, look.colour("halo"));
    canvas.polyline(line, target_weight, look.colour("target"));
    for (const Point& point : line) {
        canvas.circle(point, dot_radius, target_weight, look.colour("target"), look.colour("halo"));
    }
}

constexpr Length sample = Length::points(16);
constexpr Length sample_gap = Length::points(4);
constexpr Length between_entries = Length::points(12);

Length legend_width(Canvas& canvas) {
    const Look& look = canvas.look();
    return 2 * (sample + sample_gap) + between_entries + canvas.width_of("legend", look.word("target")) +
           canvas.width_of("legend", look.word("actual"));
}

/// 実績値 and 目標値, ending at `right`.
void draw_legend(Canvas& canvas, Length right, Length middle) {
    const Look& look = canvas.look();
    const Length target = canvas.width_of("legend", look.word("target"));
    canvas.text_middle({right, middle}, Anchor::end, "legend", look.word("target"));
    Length x = right - target - sample_gap - sample;
    canvas.stroke({x, middle}, {x + sample, middle}, target_weight, look.colour("target"));
    canvas.circle({x + sample / 2, middle}, dot_radius, target_weight, look.colour("target"), look.colour("halo"));
    x -= between_entries;
    const Length actual = canvas.width_of("legend", look.word("actual"));
    canvas.text_middle({x, middle}, Anchor::end, "legend", look.word("actual"));
    x -= actual + sample_gap + sample;
    canvas.fill({x, middle - Length{3500}, sample / 2, Length::points(7)}, look.colour("bar"));
    canvas.fill({x + sample / 2, middle - Length{3500}, sample / 2, Length::points(7)}, look.colour("current_bar"));
}

std::string titled(const Panel& panel) {
    return panel.unit.empty() ? panel.title : panel.title + "（" + panel.unit + "）";
}

/// One target: its columns stand under the year columns of the table above, legend at the left.
Drawing draw_single(const compose::TargetBars& figure, Canvas& canvas, Length measure, Length height) {
    const Panel& panel = figure.panels.front();
    const Look& look = canvas.look();
    const std::vector<Length>& centres = figure.column_centres;
    const Scale scale = scale_of(panel, label_room, height - 2 * label_room);
    const Length left = centres.front() - look.length("bar_width", Length::points(26));
    canvas.text({{}, Length::points(9)}, Anchor::start, "title", look.word("caption") + "（" + panel.unit + "）");
    draw_legend(canvas, std::max(Length::points(104), legend_width(canvas)), Length::points(22));
    canvas.text_middle({left - Length::points(4), scale.y(0)}, Anchor::end, "axis",
                       look.word("baseline") + panel.baseline);
    draw_bars(panel, scale, centres, look.length("bar_width", Length::points(26)), canvas);
    canvas.stroke({left, scale.y(0)}, {measure, scale.y(0)}, Length{750}, look.colour("axis"));
    draw_targets(panel, scale, centres, canvas);
    return canvas.finish(measure, height);
}

/// The title's baseline, and the further lines of a long one below it.
void draw_title(const Panel& panel, Canvas& canvas, Point baseline, Length width) {
    const TextBlock title = canvas.break_text("title", titled(panel), width);
    if (title.lines.size() <= 1) {
        canvas.text(baseline, Anchor::start, "title", titled(panel));
    } else {
        canvas.block({baseline.x, baseline.y - title.leading + Length::points(2)}, title);
    }
}

/// By how much the longest title of panels in a row pushes their charts down.
Length extra_of(const std::vector<Panel>& panels, std::size_t from, std::size_t to, Canvas& canvas, Length width) {
    Length extra;
    for (std::size_t i = from; i < std::min(to, panels.size()); ++i) {
        const TextBlock title = canvas.break_text("title", titled(panels[i]), width);
        if (title.lines.size() > 1) extra = std::max(extra, title.height() - title.leading);
    }
    return extra;
}

/// Whether the value of a bar is written below it, where the years stand.
bool labelled_below(const Panel& panel) {
    return std::any_of(panel.points.begin(), panel.points.end(), [&](const auto& point) {
        return point.actual && *point.actual < panel.baseline_value && !point.label.empty();
    });
}

void draw_panel(const Panel& panel, Canvas& canvas, Rect area, Length extra) {
    const Look& look = canvas.look();
    draw_title(panel, canvas, {area.x, area.y + Length::points(9)}, area.width);
    area = {area.x, area.y + extra, area.width, area.height};
    const Length years = Length::points(12) + (labelled_below(panel) ? label_room : Length{});
    const Length top = area.y + Length::points(18);
    const Scale scale = scale_of(panel, top, area.height - Length::points(18) - years);
    std::vector<Length> centres;
    const auto count = static_cast<std::int64_t>(panel.points.size());
    for (std::int64_t i = 0; i < count; ++i) centres.push_back(area.x + scaled(area.width, 2 * i + 1, 2 * count));
    const Length width = std::min(look.length("bar_width", Length::points(14)),
                                  scaled(area.width, 6, 10 * std::max<std::int64_t>(count, 1)));
    draw_bars(panel, scale, centres, width, canvas);
    canvas.stroke({area.x, scale.y(0)}, {area.right(), scale.y(0)}, Length{750}, look.colour("axis"));
    draw_targets(panel, scale, centres, canvas);
    for (std::size_t i = 0; i < panel.points.size(); ++i) {
        canvas.text({centres[i], area.bottom() - Length::points(1)}, Anchor::middle,
                    panel.points[i].current ? "current_year" : "year", panel.points[i].year);
    }
}

}  // namespace

std::vector<Drawing> draw_target_bars(const compose::TargetBars& figure, Canvas& canvas, Length measure) {
    const Look& look = canvas.look();
    const Length height = look.length("height", Length::points(72));
    if (figure.panels.empty()) return {canvas.finish(measure, {})};
    const bool under_table = figure.panels.size() == 1 &&
                             figure.column_centres.size() == figure.panels[0].points.size() &&
                             !figure.column_centres.empty();
    if (under_table) return {draw_single(figure, canvas, measure, height)};
    const Length gap = look.length("gap", Length::points(14));
    const std::size_t a_row = std::min<std::size_t>(3, figure.panels.size());
    const auto columns = static_cast<std::int64_t>(a_row);
    const Length width = (measure - gap * (columns - 1)) / columns;
    canvas.text({{}, Length::points(9)}, Anchor::start, "legend", look.word("caption"));
    draw_legend(canvas, measure, Length::points(6));
    std::vector<Drawing> pieces;
    Length y = Length::points(14);
    for (std::size_t first = 0; first < figure.panels.size(); first += a_row) {
        const Length extra = extra_of(figure.panels, first, first + a_row, canvas, width);
        for (std::size_t i = first; i < std::min(first + a_row, figure.panels.size()); ++i) {
            const Length x = (width + gap) * static_cast<std::int64_t>(i - first);
            draw_panel(figure.panels[i], canvas, {x, y, width, height}, extra);
        }
        y += height + extra;
        const bool last = first + a_row >= figure.panels.size();
        if (!last) y += gap;
        pieces.push_back(canvas.finish(measure, std::exchange(y, {})));
    }
    return figure.panels.size() > most_panels ? pieces : whole_or_pieces(std::move(pieces), {});
}

}  // namespace figures
