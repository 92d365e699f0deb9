// Line charts bound to the cells of their indicator's block, so that a correction redraws them.
#include "workbook/goal_charts.h"

#include <algorithm>

#include "workbook/label_sides.h"
#include "workbook/looks.h"
#include "workbook/measures.h"

namespace workbook {

namespace {

constexpr int chart_height = 290, between = 8;  // pixels
constexpr double pixels_of_point = 4.0 / 3;
constexpr base::Colour target_line{0x7F, 0x97, 0xAD};

/// As far as they are numbers.
LinePoints points_of(const evaluate::IndicatorAssessment& assessed, const input::Figure* evaluate::Result::*figure) {
    LinePoints points;
    for (const evaluate::Result& result : assessed.results) {
        const input::Figure* const value = result.*figure;
        points.push_back(value == nullptr ? std::nullopt : value->amount);
    }
    return points;
}

/// Below that the axis may need decimals, and its own choice of them is better.
bool reaches_thousands(const evaluate::IndicatorAssessment& assessed) {
    const auto thousands = [](const std::optional<base::Decimal>& point) {
        return point && (base::Ratio(*point) >= base::Ratio(1000) || base::Ratio(*point) <= base::Ratio(-1000));
    };
    const LinePoints actuals = points_of(assessed, &evaluate::Result::actual),
                     targets = points_of(assessed, &evaluate::Result::target);
    return std::any_of(actuals.begin(), actuals.end(), thousands) ||
           std::any_of(targets.begin(), targets.end(), thousands);
}

/// Whether the label of the first year is wider than its room: half of a year's, beside the numbers of the axis.
bool is_tight(const Council& council, const LinePoints& line, std::size_t years, int width) {
    if (line.empty() || !line.front()) return false;
    constexpr double around_plot = 24, air = 3;  // points
    const double label = points_of_text(base::to_text(*line.front(), council.inputs().policy.numbers));
    const double plot = width / pixels_of_point - label - around_plot;
    return label / 2 + air > plot / (2 * static_cast<double>(years));
}

/// Lines, whose axis need not begin at zero: bars would hide the differences.
Chart chart_of(const Council& council, const SheetPlan& plan, std::size_t index, Row head, int width) {
    const Places& places = council.places;
    const Row block = places.block[index];
    const auto years_of = [&](Row row) { return Area{{row, first_year_column}, {row, places.last_column()}}; };
    const auto series = [&](const char* key, base::Colour colour, bool actual) {
        const Row row = block + *places.offset(key);
        return Series{{row, row_column}, years_of(head), years_of(row), colour, !actual, actual};
    };
    const input::Indicator& indicator = *council.assessment.indicators[index].source;
    Chart chart;
    chart.kind = Chart::Kind::lines;
    chart.title = indicator.unit.empty() ? indicator.name : indicator.name + "（" + indicator.unit + "）";
    chart.description = indicator.name + "：" + plan.label("chart_description");
    chart.series = {series("target", target_line, false), series("actual", indigo, true)};
    chart.height = chart_height;
    chart.from_zero = false;
    chart.value_labels = true;
    chart.width = width;
    const evaluate::IndicatorAssessment& assessed = council.assessment.indicators[index];
    const LinePoints actuals = points_of(assessed, &evaluate::Result::actual);
    chart.label_sides = label_sides(actuals, points_of(assessed, &evaluate::Result::target),
                                    is_tight(council, actuals, places.years.size(), width));
    chart.axis_format = reaches_thousands(assessed) ? number_format(council, 0) : axis_format(council);
    return chart;
}

}  // namespace

void write_target_charts(const Council& council, const SheetPlan& plan, std::size_t goal, Row row, Row head,
                         double breadth) {
    const auto& targets = council.strategy().goals[goal].headline_targets;
    const auto side_by_side = std::min(targets.size(), charts_side_by_side);
    const int slot =
        static_cast<int>(breadth * pixels_of_point / static_cast<double>(std::max<std::size_t>(2, side_by_side)));
    for (std::size_t at = 0; at < targets.size(); ++at) {
        Chart chart = chart_of(council, plan, targets[at], head, slot - between);
        chart.left = slot * static_cast<int>(at % charts_side_by_side);
        const Row line = target_chart_rows * static_cast<Row>(at / charts_side_by_side);
        council.places.goals[goal].sheet->chart({row + line, name_column}, chart);
    }
}

}  // namespace workbook
