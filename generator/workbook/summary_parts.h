// The parts of the first sheet, side by side on the same rows: figures and goals, all KPIs, what lags behind.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "workbook/kpi_row.h"

namespace workbook {

/// A cell of the panels, or several merged.
struct Piece {
    Area area;
    Content content;
};

/// Rows are written from top to bottom, so the panels are laid out first.
using Pieces = std::map<Row, std::vector<Piece>>;

inline constexpr Row summary_head = 3, summary_first = 4;

/// Where the columns of the parts begin.
struct SummaryColumns {
    Column left = 0;        ///< number, name, two values, rating
    Column matrix = 6;      ///< number, name, unit, target, actual, rate, ratings of the years, arrow
    std::size_t years = 0;  ///< whose ratings are shown: the last ones
    Column arrow() const { return static_cast<Column>(matrix + 6 + years); }
    Column right() const { return static_cast<Column>(arrow() + 2); }
    Column last() const { return static_cast<Column>(right() + 2); }
    /// Hidden: order among those that lag, target of the link, distance in words, place of an entry, the cause.
    Column order() const { return static_cast<Column>(last() + 2); }
    Column target() const { return static_cast<Column>(order() + 1); }
    Column distance() const { return static_cast<Column>(order() + 2); }
    Column place() const { return static_cast<Column>(order() + 3); }
    Column cause() const { return static_cast<Column>(order() + 4); }
};

/// A line of the matrix: a goal, or a KPI of it.
struct MatrixLine {
    bool goal = false;
    std::size_t index = 0;
};

std::vector<MatrixLine> matrix_lines(const Council& council);

struct SummaryContext {
    const Council& council;
    const SheetPlan& plan;
    SummaryColumns columns;
    std::vector<MatrixLine> lines;
    std::vector<double> points;   ///< widths of the columns
    std::vector<double> heights;  ///< of the matrix's lines, in points
    double page = 0;              ///< points that a page has for the rows below the repeated ones
    std::vector<double> tops;     ///< points above each of the matrix's lines, and below the last
    std::vector<Row> page_rows;   ///< with which pages begin, the last of them below the matrix
    Row last() const { return summary_first + static_cast<Row>(lines.size()) - 1; }
    Column matrix(std::size_t at) const { return static_cast<Column>(columns.matrix + at); }
    static constexpr double usual_height = 13.5;  ///< of a row without a line of the matrix, in points
    double height_of(Row row) const {
        return row >= summary_first && row <= last() ? heights[row - summary_first] : usual_height;
    }
    /// Of the rows from below the repeated ones up to `end`, in points.
    double height_to(Row end) const {
        const Row below = std::max(end, last() + 1) - (last() + 1);
        return tops[std::min(end, last() + 1) - summary_first] + below * usual_height;
    }
    /// The row that begins the page after the one of `row`.
    Row next_page(Row row) const {
        const auto found = std::upper_bound(page_rows.begin(), page_rows.end(), row);
        if (found != page_rows.end()) return *found;
        const Row rows = static_cast<Row>(page / usual_height);
        return page_rows.back() + ((row - page_rows.back()) / rows + 1) * rows;
    }
    /// Once the lines and the page are known.
    void measure();
    /// A column of the matrix's rows, for formulas on the sheet.
    std::string range(Column column) const {
        return fixed_cell({summary_first, column}) + ":" + fixed_cell({last(), column});
    }
};

/// Returns the first free row.
Row add_left_panel(const SummaryContext& context, Pieces& pieces);
Row add_right_panel(const SummaryContext& context, Pieces& pieces);
void write_matrix_line(const SummaryContext& context, Sheet& sheet, const MatrixLine& line, Row row);
/// The height the line needs, in points.
double matrix_height(const SummaryContext& context, const MatrixLine& line);

/// The rating as a symbol on its colour; also by value, for programs that know no conditions.
Content chip_of_result(const KpiRow& row, const evaluate::Result& result);
Content chip_of_tally(const Council& council, const evaluate::Tally& tally, std::optional<std::size_t> goal);

/// The KPIs of the matrix that stand in the lower half of the bands, worst first.
std::vector<std::size_t> lagging(const SummaryContext& context);
/// The first sentence of why the value is what it is, by the section, else by who judged it; "" without one.
std::string cause_words(const Council& council, std::size_t index);
/// How far the actual is from a target that is missed, in words; "" when it is reached.
std::string distance_words(const Council& council, const SheetPlan& plan, std::size_t index);

}  // namespace workbook
