// The scale of a panel and its columns: the baseline first, a little apart from the years of the plan.
#include "figures/plot.h"

#include <algorithm>

namespace figures {

namespace {

constexpr Length head_room = Length::points(12);     ///< above the highest step, for a value
constexpr Length step_height = Length::points(24);   ///< between two steps of the axis, about
constexpr Length bracket_room = Length::points(18);  ///< above the axis, for the word over missing years

std::vector<base::Decimal> amounts_of(const Chart::Panel& panel) {
    std::vector<base::Decimal> amounts;
    if (panel.baseline) amounts.push_back(panel.baseline->amount);
    for (const auto& point : panel.points) {
        for (const auto& value : point.values) {
            if (value.amount) amounts.push_back(*value.amount);
        }
    }
    return amounts;
}

bool has_bars(const Chart& chart) {
    return std::any_of(chart.series.begin(), chart.series.end(),
                       [](const auto& series) { return series.draw == Chart::Draw::bar; });
}

std::optional<std::size_t> first_of(const Chart& chart, Chart::SeriesLook look) {
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        if (chart.series[i].look == look) return i;
    }
    return std::nullopt;
}

bool is_missing(const Plot& plot, std::size_t point) {
    return plot.actual && !plot.panel.points[point].future && !plot.amount(point, *plot.actual);
}

bool any_missing(const Plot& plot) {
    for (std::size_t i = 0; i < plot.panel.points.size(); ++i) {
        if (is_missing(plot, i)) return true;
    }
    return false;
}

/// The word over missing years stands on the axis: the values keep above it where the axis can begin lower.
void leave_room_for_bracket(Plot& plot) {
    if (!plot.scale->cut || !any_missing(plot)) return;
    Length lowest = plot.area.y;
    for (const base::Decimal& amount : amounts_of(plot.panel)) lowest = std::max(lowest, plot.y(amount));
    if (plot.axis_y() - lowest < bracket_room) widen_below(*plot.scale);
}

Length numbers_room(const Plot& plot, Canvas& canvas, Length least) {
    if (least.value == 0 || !plot.scale) return {};
    Length widest;
    for (const base::Ratio& at : plot.scale->steps()) {
        widest = std::max(widest, canvas.width_of("axis", plot.text_of(at.rounded(plot.scale->decimals))));
    }
    // Numbers that would take a third of the panel are left to the values at the points.
    const Length room = std::max(least, widest + number_gap);
    return room * 3 <= plot.area.width ? room : Length{};
}

}  // namespace

Length Plot::x(std::size_t point) const {
    const auto place = static_cast<std::int64_t>(point);
    return inner.x + (panel.baseline ? scaled(step, 5, 4) : Length{}) + scaled(step, 2 * place + 1, 2);
}

std::optional<std::size_t> Plot::current() const {
    for (std::size_t i = 0; i < panel.points.size(); ++i) {
        if (panel.points[i].current) return i;
    }
    return std::nullopt;
}

std::optional<std::size_t> Plot::last_of(std::size_t series) const {
    for (std::size_t i = panel.points.size(); i-- > 0;) {
        if (amount(i, series)) return i;
    }
    return std::nullopt;
}

Rect Plot::bar(std::size_t point, std::size_t series, Length widest) const {
    std::int64_t bars = 0;
    std::int64_t before = 0;
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        if (chart.series[i].draw != Chart::Draw::bar) continue;
        if (i < series) ++before;
        ++bars;
    }
    const Length width = std::min(widest, scaled(step, 7, 10 * bars));
    const Length zero = scale->y(base::Ratio());
    const Length end = y(*amount(point, series));
    return {x(point) - width * bars / 2 + width * before, std::min(zero, end), width,
            std::max(zero, end) - std::min(zero, end)};
}

Plot plot_of(const Chart& chart, const Chart::Panel& panel, Canvas& canvas, Length axis, Rect area) {
    Plot plot{chart,
              panel,
              area,
              area,
              {},
              {},
              first_of(chart, Chart::SeriesLook::actual),
              first_of(chart, Chart::SeriesLook::target),
              false};
    const std::vector<base::Decimal> amounts = amounts_of(panel);
    if (!amounts.empty()) {
        const Length height = std::max(area.height - head_room, Length::points(10));
        plot.scale = scale_of(amounts, std::max(2, static_cast<int>(height / step_height)), has_bars(chart));
        plot.scale->top = area.bottom() - height;
        plot.scale->height = height;
        leave_room_for_bracket(plot);
    }
    const Length numbers = numbers_room(plot, canvas, axis);
    plot.numbered = numbers.value > 0;
    plot.inner.x += numbers;
    plot.inner.width -= numbers;
    const auto count = static_cast<std::int64_t>(panel.points.size());
    plot.step = scaled(plot.inner.width, 4, std::max<std::int64_t>(4, 4 * count + (panel.baseline ? 5 : 0)));
    return plot;
}

bool is_cut(const Chart& chart, const Chart::Panel& panel) {
    const std::vector<base::Decimal> amounts = amounts_of(panel);
    return !amounts.empty() && scale_of(amounts, 4, has_bars(chart)).cut;
}

std::vector<Missing> missing_of(const Plot& plot, Canvas& canvas, const std::string& otherwise) {
    constexpr Length between_words = Length::points(3);
    std::vector<Missing> apart;  // a stretch for each word
    for (std::size_t i = 0; i < plot.panel.points.size(); ++i) {
        if (!is_missing(plot, i)) continue;
        const std::string& own = plot.panel.points[i].values[*plot.actual].word;
        const std::string& word = own.empty() ? otherwise : own;
        const bool same = !apart.empty() && apart.back().last + 1 == i && apart.back().word == word;
        if (same) apart.back().last = i;
        if (!same) apart.push_back({i, i, word});
    }
    const bool fit = std::ranges::all_of(apart, [&](const Missing& each) {
        const auto years = static_cast<std::int64_t>(each.last - each.first + 1);
        return canvas.width_of("missing", each.word) + between_words <= plot.step * years;
    });
    if (fit) return apart;
    std::vector<Missing> joined;
    for (Missing& each : apart) {
        if (joined.empty() || joined.back().last + 1 != each.first) {
            joined.push_back(std::move(each));
            continue;
        }
        joined.back().last = each.last;
        if (joined.back().word.find(each.word) == std::string::npos) joined.back().word += "・" + each.word;
    }
    return joined;
}

}  // namespace figures
