// First a place for every value, then the drawing from the back to the front: level lines give way to values.
#include "figures/chart_panel.h"

#include <algorithm>

#include "figures/beside.h"

namespace figures {

namespace {

constexpr Length halo_weight{3000};
constexpr Length outline{1000};
constexpr Length square{5200};
constexpr Length years_below{12500};  ///< under the axis: clear of a mark that stands on it
constexpr Length year_room{10500};
constexpr Length cut_width = Length::points(4), cut_height = Length::points(12);

struct ChartText {
    Point baseline;
    std::string style, text;
    std::optional<std::uint32_t> fact{};
};

/// A panel on its way: what was placed, and what is free still.
struct Work {
    const Plot& plot;
    Canvas& canvas;
    Room room;
    std::vector<ChartText> texts;

    std::string word(std::string_view name) const { return canvas.look().word(name); }
    Colour colour(std::string_view name) const { return canvas.look().colour(name); }
    Length bar_width() const { return canvas.look().length("bar_width", Length::points(26)); }
};

/// The points of a series, in stretches without a missing year.
std::vector<std::vector<Point>> stretches(const Plot& plot, std::size_t series) {
    std::vector<std::vector<Point>> all(1);
    for (std::size_t i = 0; i < plot.panel.points.size(); ++i) {
        if (plot.amount(i, series)) {
            all.back().push_back(plot.at(i, series));
        } else if (!all.back().empty()) {
            all.emplace_back();
        }
    }
    return all;
}

/// From what was reached in the evaluated year to what was aimed at.
std::optional<std::pair<Point, Point>> gap_line(const Plot& plot) {
    const auto current = plot.current();
    if (!current || !plot.actual || !plot.target) return std::nullopt;
    if (!plot.amount(*current, *plot.actual) || !plot.amount(*current, *plot.target)) return std::nullopt;
    if (plot.chart.series[*plot.actual].draw == Chart::Draw::bar) return std::nullopt;
    return std::pair{plot.at(*current, *plot.actual), plot.at(*current, *plot.target)};
}

Rect around(Point at, Length radius) { return {at.x - radius, at.y - radius, 2 * radius, 2 * radius}; }

void take_shapes(Work& work) {
    const Plot& plot = work.plot;
    for (std::size_t series = 0; series < plot.chart.series.size(); ++series) {
        const auto& of = plot.chart.series[series];
        for (std::size_t i = 0; i < plot.panel.points.size(); ++i) {
            if (!plot.amount(i, series)) continue;
            if (of.draw == Chart::Draw::bar) {
                work.room.take(plot.bar(i, series, work.bar_width()));
            } else {
                work.room.take(around(plot.at(i, series), radius_of(of.look, plot.panel.points[i].current)));
            }
        }
        if (of.draw != Chart::Draw::line) continue;
        for (const auto& points : stretches(plot, series)) {
            for (std::size_t i = 1; i < points.size(); ++i) work.room.take(points[i - 1], points[i]);
        }
    }
    if (plot.panel.baseline) {
        work.room.take(around({plot.baseline_x(), plot.y(plot.panel.baseline->amount)}, square / 2));
    }
    if (const auto gap = gap_line(plot)) work.room.take(gap->first, gap->second);
    if (plot.scale->cut) work.room.take({plot.inner.x, plot.axis_y() - cut_height, cut_width, cut_height});
    if (!plot.numbered) return;
    const Length size = work.canvas.look().text("axis").size;
    for (const base::Ratio& at : plot.scale->steps()) {
        const Length width = work.canvas.width_of("axis", plot.text_of(at.rounded(plot.scale->decimals)));
        work.room.take({plot.inner.x - number_gap - width, plot.scale->y(at) - size / 2, width, size});
    }
}

void write(Work& work, const std::string& style, const base::Decimal& amount, std::optional<std::uint32_t> fact,
           Beside beside) {
    const std::string text = work.plot.text_of(amount);
    beside.width = work.canvas.width_of(style, text);
    beside.size = work.canvas.look().text(style).size;
    if (const auto place = work.room.place(beside)) work.texts.push_back({*place, style, text, fact});
}

/// Beside its point, on the side that is turned away from the target.
void write_value(Work& work, std::size_t point, std::size_t series) {
    const Plot& plot = work.plot;
    const auto& of = plot.chart.series[series];
    const bool current = plot.panel.points[point].current;
    Beside beside;
    beside.at = plot.at(point, series);
    beside.reach = radius_of(of.look, current);
    beside.essential = current;
    if (of.draw == Chart::Draw::bar) {
        const Rect bar = plot.bar(point, series, work.bar_width());
        beside.below = plot.amount(point, series)->negative;
        beside.at.x = bar.x + bar.width / 2;
        beside.reach = {};
    } else if (plot.target && *plot.target != series && plot.amount(point, *plot.target)) {
        beside.below = base::Ratio(*plot.amount(point, series)) < base::Ratio(*plot.amount(point, *plot.target));
    }
    const Chart::Value& value = plot.panel.points[point].values[series];
    write(work, current ? "current_value" : "value", *value.amount, value.fact, beside);
}

/// What was aimed at in the evaluated year, and at last.
void write_aim(Work& work, std::size_t series, std::size_t point, const std::string& style) {
    const Plot& plot = work.plot;
    if (!plot.amount(point, series)) return;
    Beside beside;
    beside.at = plot.at(point, series);
    beside.reach = radius_of(Chart::SeriesLook::target, false);
    beside.essential = style == "final";
    if (plot.actual && plot.amount(point, *plot.actual)) {
        beside.below = base::Ratio(*plot.amount(point, *plot.actual)) >= base::Ratio(*plot.amount(point, series));
    }
    const Chart::Value& value = plot.panel.points[point].values[series];
    write(work, style, *value.amount, value.fact, beside);
}

void write_values(Work& work) {
    const Plot& plot = work.plot;
    const auto current = plot.current();
    const auto is_aim = [&](std::size_t series) { return plot.chart.series[series].look == Chart::SeriesLook::target; };
    const auto write_all = [&](bool of_current) {
        for (std::size_t series = 0; series < plot.chart.series.size(); ++series) {
            if (is_aim(series)) continue;
            for (std::size_t i = 0; i < plot.panel.points.size(); ++i) {
                if (plot.amount(i, series) && (current == i) == of_current) write_value(work, i, series);
            }
        }
    };
    write_all(true);
    std::optional<std::size_t> last;
    if (plot.target) last = plot.last_of(*plot.target);
    if (last) write_aim(work, *plot.target, *last, "final");
    write_all(false);
    if (current && plot.target && last != current) write_aim(work, *plot.target, *current, "aim");
    if (plot.panel.baseline) {
        const base::Decimal& amount = plot.panel.baseline->amount;
        Beside beside;
        beside.at = {plot.baseline_x(), plot.y(amount)};
        beside.reach = square / 2 + Length{1000};  // its outline, and air
        beside.below = true;
        write(work, "baseline", amount, plot.panel.baseline->fact, beside);
    }
}

/// A bracket over years without a value, with the word above it: on the axis, or where a line runs there, higher up.
void draw_missing(Work& work, const Missing& missing) {
    constexpr Length ends = Length::points(6), rise = Length::points(5);
    const Plot& plot = work.plot;
    const Length size = work.canvas.look().text("missing").size;
    const Length width = work.canvas.width_of("missing", missing.word);
    const Length reach = scaled(plot.step, 2, 5);
    const Length left = plot.x(missing.first) - reach;
    const Length right = plot.x(missing.last) + reach;
    // A word wider than its bracket stands above the ends of it.
    const Length above{width + Length::points(4) <= right - left ? 2500 : 8500};
    const Length middle = std::clamp((left + right) / 2, plot.area.x + width / 2,
                                     std::max(plot.area.x + width / 2, plot.area.right() - width / 2));
    const Point word{middle - width / 2, {}};
    Length foot = plot.axis_y() - Length::points(3);
    const auto free_at = [&](Length y) {
        return work.room.is_free(Room::box({word.x, y - above}, width, size)) &&
               work.room.is_free({left, y - ends, right - left, ends});
    };
    while (!free_at(foot) && foot > plot.area.y + size + above) foot -= rise;
    const bool free = free_at(foot);
    if (!free) foot = plot.axis_y() - Length::points(3);
    work.canvas.polyline({{left, foot - ends}, {left, foot}, {right, foot}, {right, foot - ends}}, fine_weight,
                         work.colour("gap"));
    work.room.take({left, foot - ends, right - left, ends});
    if (!free) return;
    work.room.take_text(Room::box({word.x, foot - above}, width, size));
    work.texts.push_back({{word.x, foot - above}, "missing", missing.word});
}

void draw_level_lines(Work& work) {
    const Plot& plot = work.plot;
    const auto level = [&](Length from, Length y, auto&& draw) {
        for (const auto& [begin, end] : work.room.clear_of_texts(from, plot.inner.right(), y)) {
            if (end > begin) draw(Point{begin, y}, Point{end, y});
        }
    };
    const base::Ratio zero;
    for (const base::Ratio& at : plot.scale->steps()) {
        const Length y = plot.scale->y(at);
        if (y >= plot.axis_y()) continue;
        const bool strong = at == zero;
        level(plot.inner.x, y, [&](Point from, Point to) {
            work.canvas.stroke(from, to, strong ? fine_weight : hair, work.colour(strong ? "axis" : "grid"));
        });
    }
    if (!plot.panel.baseline) return;
    level(plot.baseline_x() + square, plot.y(plot.panel.baseline->amount),
          [&](Point from, Point to) { work.canvas.dots(from, to, fine_weight, work.colour("baseline")); });
}

void draw_axis(Work& work) {
    const Plot& plot = work.plot;
    work.canvas.stroke({plot.inner.x, plot.axis_y()}, {plot.inner.right(), plot.axis_y()}, fine_weight,
                       work.colour("axis"));
    if (!plot.scale) return;
    if (plot.scale->cut) draw_cut(work.canvas, {plot.inner.x, plot.axis_y() - Length::points(3)});
    if (!plot.numbered) return;
    for (const base::Ratio& at : plot.scale->steps()) {
        work.canvas.text_middle({plot.inner.x - number_gap, plot.scale->y(at)}, Anchor::end, "axis",
                                plot.text_of(at.rounded(plot.scale->decimals)));
    }
}

void draw_series(Work& work) {
    const Plot& plot = work.plot;
    const auto series_of = [&](auto&& use) {
        for (std::size_t series = 0; series < plot.chart.series.size(); ++series)
            use(plot.chart.series[series], series);
    };
    series_of([&](const Chart::Series& of, std::size_t series) {
        if (of.draw != Chart::Draw::bar) return;
        for (std::size_t i = 0; i < plot.panel.points.size(); ++i) {
            const bool strong = plot.panel.points[i].current && of.look == Chart::SeriesLook::actual;
            const char* colour = of.look == Chart::SeriesLook::other ? "other" : strong ? "actual" : "bar";
            if (plot.amount(i, series)) work.canvas.fill(plot.bar(i, series, work.bar_width()), work.colour(colour));
        }
    });
    // What is aimed at lies under what was reached.
    for (const auto look : {Chart::SeriesLook::target, Chart::SeriesLook::other, Chart::SeriesLook::actual}) {
        series_of([&](const Chart::Series& of, std::size_t series) {
            if (of.draw == Chart::Draw::bar || of.look != look) return;
            if (of.draw == Chart::Draw::line) {
                for (const auto& points : stretches(plot, series)) draw_line(work.canvas, look, points);
            }
            if (const auto gap = look == Chart::SeriesLook::actual ? gap_line(plot) : std::nullopt) {
                work.canvas.stroke(gap->first, gap->second, fine_weight, work.colour("gap"));
                draw_dot(work.canvas, Chart::SeriesLook::target, true, gap->second);
            }
            for (std::size_t i = 0; i < plot.panel.points.size(); ++i) {
                if (plot.amount(i, series))
                    draw_dot(work.canvas, look, plot.panel.points[i].current, plot.at(i, series));
            }
        });
    }
    if (plot.panel.baseline) draw_baseline_mark(work.canvas, {plot.baseline_x(), plot.y(plot.panel.baseline->amount)});
}

/// A text under the axis, centred on its column but within the panel.
struct Under {
    Length middle;
    std::string style, text;
};

/// Writes those that have room, the first ones before the later ones.
void write_under(Work& work, const std::vector<Under>& wanted, Length baseline) {
    std::vector<std::pair<Length, Length>> used;
    for (const Under& under : wanted) {
        const Length width = work.canvas.width_of(under.style, under.text);
        const Length left = std::clamp(under.middle - width / 2, work.plot.area.x,
                                       std::max(work.plot.area.x, work.plot.area.right() - width));
        const bool free = std::none_of(used.begin(), used.end(), [&](const auto& other) {
            return left < other.second + Length::points(2) && other.first < left + width + Length::points(2);
        });
        if (!free || under.text.empty()) continue;
        used.emplace_back(left, left + width);
        work.canvas.text({left, baseline}, Anchor::start, under.style, under.text);
    }
}

void draw_years(Work& work) {
    const Plot& plot = work.plot;
    const auto current = plot.current();
    const std::size_t count = plot.panel.points.size();
    std::vector<Under> years, stages;
    const auto year = [&](std::size_t i) {
        years.push_back({plot.x(i), current == i ? "current_year" : "year", plot.panel.points[i].year});
    };
    if (current) year(*current);
    if (count > 0 && current != count - 1) year(count - 1);
    if (plot.panel.baseline) years.push_back({plot.baseline_x(), "year", plot.panel.baseline->year});
    for (std::size_t i = 0; i + 1 < count; ++i) {
        if (current != i) year(i);
    }
    // The short words where the long ones are wider than what is between their columns.
    const auto stage = [&](Length middle, const char* name, Length room) {
        const std::string text = work.word(name);
        const std::string other = work.word(std::string(name) + "_short");
        const bool fits = work.canvas.width_of("stage", text) <= room || other.empty();
        stages.push_back({middle, "stage", fits ? text : other});
    };
    const Length room = plot.step * 2 - Length::points(4);
    if (current) stage(plot.x(*current), "current", room);
    if (plot.target && plot.last_of(*plot.target) && plot.last_of(*plot.target) != current) {
        stage(plot.x(*plot.last_of(*plot.target)), "final", room);
    }
    if (plot.panel.baseline) stages.push_back({plot.baseline_x(), "stage", work.word("baseline")});
    const Length baseline = plot.axis_y() + years_below;
    write_under(work, years, baseline);
    write_under(work, stages, baseline + year_room);
}

void draw_column(Work& work) {
    const auto current = work.plot.current();
    if (!current) return;
    const Length width = std::min(scaled(work.plot.step, 4, 5), Length::points(48));
    work.canvas.fill({work.plot.x(*current) - width / 2, work.plot.area.y, width, work.plot.area.height},
                     work.colour("current"));
}

}  // namespace

Length radius_of(Chart::SeriesLook look, bool current) {
    if (look == Chart::SeriesLook::target) return Length{2300};
    if (look == Chart::SeriesLook::other) return Length{2400};
    return current ? Length{4000} : Length{3200};
}

void draw_dot(Canvas& canvas, Chart::SeriesLook look, bool current, Point at) {
    const Colour halo = canvas.look().colour("halo");
    const Length radius = radius_of(look, current);
    if (look == Chart::SeriesLook::target) {
        canvas.circle(at, radius, target_weight, canvas.look().colour("target"), halo);
    } else if (look == Chart::SeriesLook::other) {
        canvas.fill(around(at, radius), canvas.look().colour("other"));
    } else {
        canvas.circle(at, radius, outline, halo, canvas.look().colour("actual"));
    }
}

void draw_line(Canvas& canvas, Chart::SeriesLook look, const std::vector<Point>& points) {
    if (look == Chart::SeriesLook::target) canvas.polyline(points, halo_weight, canvas.look().colour("halo"));
    const char* const names[] = {"actual", "target", "other"};
    canvas.polyline(points, look == Chart::SeriesLook::target ? target_weight : actual_weight,
                    canvas.look().colour(names[static_cast<int>(look)]));
}

void draw_baseline_mark(Canvas& canvas, Point at) {
    const Rect box = around(at, square / 2);
    canvas.fill(box, canvas.look().colour("halo"));
    canvas.frame(box, target_weight, canvas.look().colour("baseline_mark"));
}

void draw_cut(Canvas& canvas, Point foot) {
    const auto at = [&](std::int64_t x, std::int64_t y) { return Point{foot.x + Length{x}, foot.y - Length{y}}; };
    canvas.polyline({at(3000, 0), at(500, 2200), at(3500, 4400), at(1000, 6600), at(3000, 8400)}, fine_weight,
                    canvas.look().colour("baseline_mark"));
}

void draw_chart_panel(const Chart& chart, const Chart::Panel& panel, Length axis, Canvas& canvas, Rect area) {
    const FigureLook& look = canvas.look();
    const bool staged = !look.word("current").empty() || !look.word("final").empty();
    const Length foot = years_below + (staged ? year_room + Length::points(3) : Length{1500});
    const Plot plot = plot_of(chart, panel, canvas, axis, {area.x, area.y, area.width, area.height - foot});
    // Values stand within the plot, clear of its axis and of the numbers beside it.
    Rect free = plot.area;
    free.height -= Length{1500};
    Work work{plot, canvas, Room(free), {}};
    if (plot.scale) take_shapes(work);
    draw_column(work);
    for (const Missing& missing : missing_of(plot, canvas, look.word("missing"))) draw_missing(work, missing);
    if (plot.scale) {
        if (look.length("labels", Length::points(1)).value > 0) write_values(work);
        draw_level_lines(work);
        draw_series(work);
    }
    draw_axis(work);
    for (const ChartText& written : work.texts) {
        canvas.shows(written.fact);
        canvas.text(written.baseline, Anchor::start, written.style, written.text);
    }
    canvas.shows({});
    draw_years(work);
}

}  // namespace figures
