// Where the values of one panel of a chart stand.
#pragma once

#include <optional>
#include <vector>

#include "figures/canvas.h"
#include "figures/scale.h"

namespace figures {

using compose::Chart;

/// Between the numbers of the axis and the plot.
inline constexpr Length number_gap = Length::points(5);

struct Plot {
    const Chart& chart;
    const Chart::Panel& panel;
    Rect area;                                  ///< down to the axis, with the room above the highest step
    Rect inner;                                 ///< the same right of the numbers of the axis
    Length step;                                ///< between two years
    std::optional<Scale> scale;                 ///< none where nothing has a value
    std::optional<std::size_t> actual, target;  ///< the first series of each look
    bool numbered = false;                      ///< the axis has numbers

    Length axis_y() const { return inner.bottom(); }
    Length baseline_x() const { return inner.x + scaled(step, 5, 8); }
    Length x(std::size_t point) const;
    Length y(const base::Decimal& amount) const { return scale->y(base::Ratio(amount)); }
    const std::optional<base::Decimal>& amount(std::size_t point, std::size_t series) const {
        return panel.points[point].values[series].amount;
    }
    Point at(std::size_t point, std::size_t series) const { return {x(point), y(*amount(point, series))}; }
    /// The evaluated year.
    std::optional<std::size_t> current() const;
    /// The last point that the series has a value in.
    std::optional<std::size_t> last_of(std::size_t series) const;
    std::string text_of(const base::Decimal& amount) const { return base::to_text(amount, chart.numbers); }
    /// Bars of several series stand side by side.
    Rect bar(std::size_t point, std::size_t series, Length widest) const;
};

/// `axis`: the least room for the numbers of the axis; 0: none are written.
Plot plot_of(const Chart& chart, const Chart::Panel& panel, Canvas& canvas, Length axis, Rect area);

/// Whether the axis of a panel does not hold the zero, in any plot.
bool is_cut(const Chart& chart, const Chart::Panel& panel);

/// Years without a value, one after the other, and why: 未公表.
struct Missing {
    std::size_t first, last;
    std::string word;
};
/// Of what was reached, up to the evaluated year; words that have no room over their years are said together,
/// 検討・工事. `otherwise`: the word where the data have none.
std::vector<Missing> missing_of(const Plot& plot, Canvas& canvas, const std::string& otherwise);

}  // namespace figures
