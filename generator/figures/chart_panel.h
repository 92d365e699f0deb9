// One panel of a chart, and the marks that the legend repeats.
#pragma once

#include "figures/plot.h"

namespace figures {

inline constexpr Length actual_weight{1500}, target_weight{1000}, fine_weight{750};

/// Bars, lines and dots, their values, the axis and the years; all within `area`.
void draw_chart_panel(const Chart& chart, const Chart::Panel& panel, Length axis, Canvas& canvas, Rect area);

Length radius_of(Chart::SeriesLook look, bool current);
/// A dot of a series.
void draw_dot(Canvas& canvas, Chart::SeriesLook look, bool current, Point at);
/// A line of a series without its dots.
void draw_line(Canvas& canvas, Chart::SeriesLook look, const std::vector<Point>& points);
void draw_baseline_mark(Canvas& canvas, Point at);
/// The break at the foot of an axis that does not begin at zero; 4 wide, 9 high, its foot at `foot`.
void draw_cut(Canvas& canvas, Point foot);

}  // namespace figures
