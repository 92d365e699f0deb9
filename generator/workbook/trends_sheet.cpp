// How the goals stand and how their means moved: the tallies as tables and charts, one panel a goal.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "workbook/axis_step.h"
#include "workbook/council.h"
#include "workbook/heads.h"
#include "workbook/kpi_row.h"
#include "workbook/label_sides.h"
#include "workbook/looks.h"
#include "workbook/measures.h"
#include "workbook/remarks.h"

namespace workbook {

namespace {

using evaluate::Tally;

constexpr Row goals_row = 1;
constexpr std::size_t most_trend_head_lines = 4;
constexpr int panel_height = 190, bars_height = 60, bar_height = 34, between_charts = 8;  // pixels
constexpr int least_panel = 280, least_bars = 3;
constexpr std::size_t most_steps = 10;  // of one each, on the axis of counts
constexpr double pixels_of_point = 4.0 / 3, row_pixels = 20;

class TrendsWriter {
   public:
    TrendsWriter(const Council& council, Sheet& sheet, const SheetPlan& plan)
        : council_(council),
          places_(council.places),
          sheet_(sheet),
          plan_(plan),
          bands_(evaluate::band_counts(overall(council.evaluated_year()))),
          table_(table_sheet(&sheet, plan, {{"bands", bands_.size()}})) {}

    void write() {
        sheet_.remember(true);
        begin_table();
        goals_table();
        row_ = static_cast<Row>(goals_row + 4 + places_.goal_count);
        means_table();
        used_ = row_ * row_pixels + taller_;
        bands_chart();
        panels();
        set_page();
        colour_ratings(council_, sheet_, {{0, 0}, {row_, last_column()}}, "A1");
    }

   private:
    using Goal = std::optional<std::size_t>;

    const std::string& label(std::string_view key) const { return plan_.label(key); }
    const Tally& overall(base::Year year) const { return council_.assessment.overall.kpis_in(year); }
    const Tally& tally(Goal goal, base::Year year) const {
        return goal ? council_.assessment.goals[*goal].kpis_in(year) : overall(year);
    }
    base::Year year() const { return council_.evaluated_year(); }
    base::Year last_year() const { return {year().western - 1}; }
    Column last_column() const {
        const std::size_t columns = bands_.size() + plan_.columns.size() - 1;
        return static_cast<Column>(std::max(columns, places_.judged + 2) - 1);
    }

    void height(Row row, double points) {
        sheet_.row_height(row, points);
        taller_ += points * pixels_of_point - row_pixels;
    }

    void begin_table() {
        sheet_.no_grid();
        sheet_.tab_colour(indigo);
        height(0, 26);
        sheet_.text({0, 0}, council_.worded(plan_.title), title_look(), plan_.span);
        std::vector<WantedWidth> wanted;
        for (const ColumnPlan& column : plan_.columns) {
            if (column.key == "bands") {
                for (const evaluate::BandCount& count : bands_)
                    wanted.push_back(width_of(column, band_label(column, count)));
            } else {
                wanted.push_back(width_of(column, column.label));
            }
        }
        const FittedWidths fit = fitted(wanted, printed_breadth(plan_.a3, !plan_.portrait));
        widths_ = fit.points;
        for (std::size_t at = 0; at < widths_.size(); ++at) {
            sheet_.column_width(static_cast<Column>(at), static_cast<Column>(at), widths_[at]);
            breadth_ += std::floor(widths_[at] * pixels_of_point);
        }
        scale_ = fit.scale;
    }

    void set_page() {
        PageSetup setup = council_.page(plan_);
        setup.repeated_rows = {0, 0};
        setup.scale = scale_;
        setup.breaks = breaks_;
        sheet_.page(setup);
    }

    /// A drawing of so many pixels stands on one page.
    void place(int pixels) {
        const double page = (printed_height(plan_.a3, !plan_.portrait) * 100 / scale_ - 26) * pixels_of_point;
        if (used_ + pixels > page) {
            breaks_.push_back(row_++);  // a free row, since a frame on the page's edge would be drawn on both pages
            used_ = row_pixels;
        }
        used_ += rows_of(pixels) * row_pixels;
    }

    std::string ref(Goal goal, base::Year of, std::string_view key, std::size_t offset = 0) const {
        const TableSheet& tallies = places_.tallies;
        At at = tallies.at(places_.tally_row(true, of, goal), key);
        at.column = static_cast<Column>(at.column + offset);
        return cell_of(tallies.sheet->name(), at);
    }

    void goals_table() {
        sheet_.text({goals_row, 0}, label("goals"), section_look());
        std::size_t lines = 1;
        for (const ColumnPlan& column : plan_.columns) lines = std::max(lines, head(column));
        height(goals_row + 1, row_height_of(lines));
        for (std::size_t goal = 0; goal < places_.goal_count; ++goal) {
            goals_row_of(static_cast<Row>(goals_row + 2 + goal), goal);
        }
        goals_row_of(static_cast<Row>(goals_row + 2 + places_.goal_count), std::nullopt);
    }

    std::string band_label(const ColumnPlan& column, const evaluate::BandCount& count) const {
        return filled(column.label, {{"band", band_display(*count.band)}});
    }

    /// The lines that the head needs.
    std::size_t head(const ColumnPlan& column) {
        At at{goals_row + 1, table_.columns.find(column.key)->second};
        std::vector<std::string> labels;
        if (column.key != "bands")
            labels = {column.label};
        else
            for (const evaluate::BandCount& count : bands_) labels.push_back(band_label(column, count));
        std::size_t lines = 1;
        for (const std::string& whole_label : labels) {
            const bool band = column.key == "bands";  // names a series, and is coloured by what it says
            const std::string label = band ? whole_label : broken_head(whole_label, widths_[at.column]);
            sheet_.text(at, label, head_look(), column.span);
            lines = std::max(lines, lines_in_cell(label, widths_[at.column]));
            ++at.column;
        }
        return lines;
    }

    /// All the bands' heads on one line each leave more than half of the page to the rest.
    bool short_bands() const {
        double points = 0;
        for (const evaluate::BandCount& count : bands_) points += points_of_text(band_display(*count.band));
        return points < printed_breadth(plan_.a3, !plan_.portrait) / 2;
    }

    /// Under the goals' table that of means has its years in the same columns.
    WantedWidth width_of(const ColumnPlan& column, const std::string& label) const {
        const bool flexible = column.key == "goal";
        ColumnMeasure measure(label, column.key == "bands" && short_bands() ? 1 : most_trend_head_lines);
        for (std::size_t goal = 0; goal <= places_.goal_count && !flexible; ++goal) {
            const Goal of = goal < places_.goal_count ? Goal(goal) : std::nullopt;
            for (std::size_t at = 0; at < places_.judged; ++at) {
                const Tally& means = tally(of, places_.years[at]);
                if (column.key != "number") {
                    measure.add(number_or_blank(means.mean), emphasised(number_look(mean_format(council_, means))));
                }
            }
            if (column.key == "bands") continue;
            const Content content = summary(of, tally(of, year()), column.key);
            measure.add(content.value, content.look);
        }
        return measure.width(column.width, flexible);
    }

    void goals_row_of(Row row, Goal goal) {
        const Tally& of = tally(goal, year());
        const std::string title = goal ? council_.strategy().goals[*goal].title : label("total");
        height(row, std::max(20.0, row_height_of(lines_in_cell(title, name_points()))));
        for (const ColumnPlan& column : plan_.columns) {
            const At at{row, table_.columns.find(column.key)->second};
            if (column.key == "bands") {
                band_counts(at, goal, of);
            } else {
                Content content = summary(goal, of, column.key);
                if (!goal) content.look = emphasised(content.look);
                put(sheet_, at, content);
            }
        }
    }

    double name_points() const {
        const auto name = table_.columns.find("goal");
        return name == table_.columns.end() ? 200 : widths_[name->second];
    }

    Content count(Goal goal, const char* key, std::size_t value) const {
        return {ref(goal, year(), key), whole(value), number_look("0")};
    }

    Content summary(Goal goal, const Tally& of, std::string_view key) const {
        if (key == "number") {
            if (!goal) return {"", std::string(), centred_look()};
            return {"", whole(std::int64_t{council_.strategy().goals[*goal].number}), centred_look()};
        }
        if (key == "goal") {
            return {"", goal ? council_.strategy().goals[*goal].title : label("total"), text_look()};
        }
        if (key == "in_force") return count(goal, "in_force", of.in_force);
        if (key == "evaluated") return count(goal, "evaluated", of.evaluated.size());
        if (key == "achieved") return count(goal, "achieved", of.achieved);
        if (key == "excluded") {
            return {ref(goal, year(), "in_force") + "-" + ref(goal, year(), "evaluated"),
                    whole(of.in_force - of.evaluated.size()), number_look("0")};
        }
        return mean_content(goal, of, key);
    }

    Content mean_content(Goal goal, const Tally& of, std::string_view key) const {
        if (key == "mean") {
            return showing({ref(goal, year(), "mean"), number_or_blank(of.mean),
                            emphasised(number_look(mean_format(council_, of)))},
                           goal_in(goal, of.year), key);
        }
        if (key == "rating") {
            return showing({ref(goal, year(), "rating"), rating_of(of.band), centred_look()}, goal_in(goal, of.year),
                           key);
        }
        const std::string format = signed_format(council_, of.policy->mean_decimals);
        if (places_.judged < 2) return {"", std::string(), number_look("")};
        if (key == "mean_change") {
            const std::string source = ref(goal, year(), "change");
            return showing(
                {fmt::format("IF({0}=\"\",\"\",{0})", source), number_or_blank(of.mean_change), number_look(format)},
                goal_in(goal, of.year), key);
        }
        const Tally& before = tally(goal, last_year());
        return showing(
            {ref(goal, last_year(), "mean"), number_or_blank(before.mean), number_look(mean_format(council_, before))},
            goal_in(goal, before.year), "mean");
    }

    void band_counts(At at, Goal goal, const Tally& of) {
        for (const evaluate::BandCount& band : bands_) {
            const Look look = number_look("0");
            const auto [formula, value] = count_of(band, goal, of);
            sheet_.formula(at, formula, whole(value), goal ? look : emphasised(look));
            ++at.column;
        }
    }

    /// Of a band, in both lists; or of what is evaluated and has none.
    std::pair<std::string, std::size_t> count_of(const evaluate::BandCount& band, Goal goal, const Tally& of) const {
        const std::vector<BandColumn> columns = band_columns(of);
        std::string formula;
        std::size_t value = 0;
        for (const BandColumn& column : columns) {
            if (*column.word != band.band->word) continue;
            formula += (formula.empty() ? "" : "+") + ref(goal, year(), column.key, column.at);
            value += column.count;
        }
        if (!formula.empty()) return {formula, value};
        formula = ref(goal, year(), "evaluated");
        value = of.evaluated.size();
        for (const BandColumn& column : columns) {
            formula += "-" + ref(goal, year(), column.key, column.at);
            value -= column.count;
        }
        return {formula, value};
    }

    /// A column of the goals' table, without the total.
    Area goals_column(Column column) const {
        return {{goals_row + 2, column}, {static_cast<Row>(goals_row + 1 + places_.goal_count), column}};
    }

    /// Of the goals, which no correction changes.
    std::size_t most_in_force() const {
        std::size_t most = 0;
        for (std::size_t goal = 0; goal < places_.goal_count; ++goal) {
            most = std::max(most, tally(goal, year()).in_force);
        }
        return most;
    }

    /// The free rows that a chart of so many pixels covers.
    static Row rows_of(int pixels) { return static_cast<Row>(pixels / row_pixels) + 2; }

    /// Bars by the goals' names, each part with its count.
    void bands_chart() {
        if (!table_.columns.contains("bands") || !table_.columns.contains("goal") || places_.goal_count == 0) return;
        const Column names = table_.columns.find("goal")->second;
        Chart chart;
        chart.kind = Chart::Kind::stacked_bars;
        chart.title = label("bands_chart");
        chart.value_title = label("count_axis");
        chart.description = label("bands_chart_description");
        chart.value_labels = true;
        Column column = table_.columns.find("bands")->second;
        for (const evaluate::BandCount& band : bands_) {
            chart.series.push_back({{goals_row + 1, column},
                                    goals_column(names),
                                    goals_column(column),
                                    band.band->colour,
                                    false,
                                    true,
                                    band.band->on_colour});
            ++column;
        }
        chart.width = static_cast<int>(breadth_);
        chart.height = 2 * bars_height + bar_height * std::max(least_bars, static_cast<int>(places_.goal_count));
        if (most_in_force() <= most_steps) chart.step = base::whole(1);
        place(chart.height);
        sheet_.chart({row_, 0}, chart);
        row_ += rows_of(chart.height);
    }

    void means_table() {
        sheet_.text({row_++, 0}, label("means"), section_look());
        means_head_ = row_;
        height(row_, 20);
        sheet_.merged({{row_, 0}, {row_, 1}}, label("year"), head_look());
        for (std::size_t at = 0; at < places_.judged; ++at) {
            const std::string year = base::short_year(council_.inputs().eras, places_.years[at]);
            sheet_.text({row_, static_cast<Column>(2 + at)}, year, head_look());
        }
        ++row_;
        for (std::size_t goal = 0; goal < places_.goal_count; ++goal) means_row(goal);
        means_row(std::nullopt);
        ++row_;
    }

    void means_row(Goal goal) {
        const std::string& name = goal ? short_name(council_.strategy().goals[*goal]) : label("total");
        if (const std::size_t lines = lines_in_cell(name, widths_[1]); lines > 1) height(row_, row_height_of(lines));
        if (goal) {
            sheet_.number({row_, 0}, whole(std::int64_t{council_.strategy().goals[*goal].number}), centred_look());
            sheet_.text({row_, 1}, name, text_look());
        } else {
            sheet_.blank({row_, 0}, centred_look());
            sheet_.text({row_, 1}, name, text_look());
        }
        for (std::size_t at = 0; at < places_.judged; ++at) {
            const Tally& of = tally(goal, places_.years[at]);
            const At cell{row_, static_cast<Column>(2 + at)};
            const Look look = number_look(mean_format(council_, of));
            if (of.mean) {
                sheet_.shows(goal_in(goal, of.year), "mean");
                sheet_.formula(cell, ref(goal, places_.years[at], "mean"), *of.mean, look);
            } else {
                sheet_.blank(cell, look);  // a formula that gives "" is drawn as 0
            }
        }
        ++row_;
    }

    /// One line a panel, all in the same indigo: the colours of ratings would say something that is not meant.
    void panels() {
        const auto last = static_cast<Column>(1 + places_.judged);
        const auto across = [&](Row row) { return Area{{row, 2}, {row, last}}; };
        const std::size_t side_by_side = std::max<std::size_t>(1, static_cast<std::size_t>(breadth_) / least_panel);
        const int slot = static_cast<int>(breadth_) / static_cast<int>(side_by_side);
        for (std::size_t at = 0; at <= places_.goal_count; ++at) {
            const Row row = static_cast<Row>(means_head_ + 1 + at);
            const bool total = at == places_.goal_count;
            Chart chart;
            chart.kind = Chart::Kind::lines;
            const Goal goal = total ? std::nullopt : Goal(at);
            const std::string title = total ? label("total") : panel_title(council_.strategy().goals[at]);
            const Tally& of = tally(goal, year());
            chart.title = on_two_lines(title, slot - between_charts);
            chart.description = title + "：" + label("means_chart_description");
            chart.series = {{{row, 1}, across(means_head_), across(row), indigo}};
            chart.from_zero = false;
            chart.legend = false;
            chart.value_labels = true;
            const LinePoints means = means_of(goal);
            chart.label_sides.below = labels_below(means);
            chart.label_format = number_format(council_, of.policy->mean_decimals);
            const std::string unit = of.in_points ? "" : of.policy->numbers.percent;
            chart.step = axis_step(means, of.policy->mean_decimals);
            chart.axis_format = chart.step ? base::spreadsheet_format(chart.step->decimals, of.policy->numbers, unit)
                                           : axis_format(council_, unit);
            chart.left = slot * static_cast<int>(at % side_by_side);
            chart.width = slot - between_charts;
            chart.height = panel_height;
            if (at % side_by_side == 0) place(panel_height);
            sheet_.chart({row_, 0}, chart);
            const bool row_full = at % side_by_side + 1 == side_by_side;
            if (row_full || total) row_ += rows_of(panel_height) - 1;
        }
    }

    LinePoints means_of(Goal goal) const {
        LinePoints points;
        for (std::size_t at = 0; at < places_.judged; ++at) points.push_back(tally(goal, places_.years[at]).mean);
        return points;
    }

    /// A longer title ends in …: it stands whole in the table above, with its goal's number.
    static std::string on_two_lines(const std::string& title, int pixels) {
        constexpr double sides = 40;  // points, with what the end of a line leaves free
        const double room = 2 * (pixels / pixels_of_point - sides);
        return shortened(title, [&](const std::string& shown) { return points_of_text(shown) <= room; });
    }

    static std::string panel_title(const input::Goal& goal) {
        return std::to_string(goal.number) + " " + short_name(goal);
    }

    const Council& council_;
    const Places& places_;
    Sheet& sheet_;
    const SheetPlan& plan_;
    std::vector<evaluate::BandCount> bands_;
    TableSheet table_;
    std::vector<double> widths_;  ///< points
    double breadth_ = 0;          ///< pixels
    Row row_ = 0, means_head_ = 0;
    int scale_ = 100;
    double used_ = 0;    ///< pixels of the present page
    double taller_ = 0;  ///< pixels by which rows of the tables exceed the usual ones
    std::vector<Row> breaks_;
};

}  // namespace

void write_trends(const Council& council, Sheet& sheet, const SheetPlan& plan) {
    TrendsWriter(council, sheet, plan).write();
}

}  // namespace workbook
