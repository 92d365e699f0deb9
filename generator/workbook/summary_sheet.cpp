// The summary: what a reader wants first. Everything on it refers to the tallies.
#include <fmt/format.h>

#include <algorithm>

#include "workbook/council.h"
#include "workbook/kpi_row.h"
#include "workbook/looks.h"

namespace workbook {

namespace {

using evaluate::Tally;

constexpr Row overall_row = 2, goals_row = 5, chart_rows = 16;
constexpr int chart_width = 560, chart_height = 300;
// The colours of the goals' lines; by brightness, so that they differ in grey. The whole is the indigo.
constexpr base::Colour line_colours[] = {{0x79, 0xA9, 0xCB}, {0xC9, 0x45, 0x2A}, {0x4A, 0x54, 0x5E},
                                         {0xF0, 0xC9, 0x5F}, {0x7F, 0x97, 0xAD}, {0x15, 0x4B, 0x7A}};

class SummaryWriter {
   public:
    SummaryWriter(const Council& council, Sheet& sheet, const SheetPlan& plan)
        : council_(council),
          places_(council.places),
          sheet_(sheet),
          plan_(plan),
          bands_(evaluate::band_counts(overall(council.evaluated_year()))),
          table_(table_sheet(&sheet, plan, {{"bands", bands_.size()}})) {}

    void write() {
        sheet_.remember(true);
        begin_table();
        overall_line();
        goals_table();
        row_ = after_goals() + 1;
        charts();
        row_ += chart_rows;
        headline_table();
        means_table();
        means_chart();
        const Area all{{0, 0}, {row_, last_column()}};
        colour_ratings(council_, sheet_, all, "A1");
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
    Row after_goals() const { return static_cast<Row>(goals_row + 3 + places_.goal_count); }
    Column last_column() const {
        std::size_t columns = bands_.size() + plan_.columns.size() - 1;
        return static_cast<Column>(std::max({columns, plan_.rows.size(), places_.judged + 2}) - 1);
    }

    void begin_table() {
        sheet_.no_grid();
        sheet_.tab_colour(indigo);
        sheet_.row_height(0, 26);
        sheet_.text({0, 0}, council_.worded(plan_.title), title_look(), plan_.span);
        for (const ColumnPlan& column : plan_.columns) {
            const Column first = table_.columns.find(column.key)->second;
            const auto count = column.key == "bands" ? bands_.size() : 1;
            sheet_.column_width(first, static_cast<Column>(first + count - 1), column.width > 0 ? column.width : 12);
        }
        PageSetup setup = council_.page(plan_);
        setup.repeated_rows = {0, 0};
        sheet_.page(setup);
    }

    std::string ref(Goal goal, base::Year of, std::string_view key, std::size_t offset = 0) const {
        const TableSheet& tallies = places_.tallies;
        At at = tallies.at(places_.tally_row(true, of, goal), key);
        at.column = static_cast<Column>(at.column + offset);
        return cell_of(tallies.sheet->name(), at);
    }

    std::string mean_format(const Tally& of) const {
        const int decimals = of.policy->mean_decimals;
        return of.in_points ? number_format(council_, decimals) : rate_format(*of.policy, decimals);
    }

    void overall_line() {
        const Tally& whole_tally = overall(year());
        Look big = emphasised(number_look(mean_format(whole_tally)));
        big.points = 14;
        Look rating = emphasised(centred_look());
        rating.points = 12;
        sheet_.row_height(overall_row, 24);
        sheet_.merged({{overall_row, 0}, {overall_row, 1}}, label("overall_mean"), label_look());
        sheet_.merged({{overall_row, 2}, {overall_row, 3}}, "", big);
        sheet_.formula({overall_row, 2}, ref({}, year(), "mean"), number_or_blank(whole_tally.mean), big);
        sheet_.merged({{overall_row, 4}, {overall_row, 5}}, label("overall_rating"), label_look());
        sheet_.merged({{overall_row, 6}, {overall_row, 7}}, "", rating);
        sheet_.formula({overall_row, 6}, ref({}, year(), "rating"), rating_of(whole_tally.band), rating);
        sheet_.text({overall_row + 1, 0}, whole_tally.policy->overall_note, lead_look(), whole_tally.policy->span);
    }

    void goals_table() {
        sheet_.text({goals_row, 0}, label("goals"), section_look());
        sheet_.row_height(goals_row + 1, 32);
        for (const ColumnPlan& column : plan_.columns) head(column);
        for (std::size_t goal = 0; goal < places_.goal_count; ++goal) {
            goals_row_of(static_cast<Row>(goals_row + 2 + goal), goal);
        }
        goals_row_of(static_cast<Row>(goals_row + 2 + places_.goal_count), std::nullopt);
    }

    void head(const ColumnPlan& column) {
        At at{goals_row + 1, table_.columns.find(column.key)->second};
        if (column.key != "bands") {
            sheet_.text(at, column.label, head_look(), column.span);
            return;
        }
        for (const evaluate::BandCount& count : bands_) {
            sheet_.text(at, filled(column.label, {{"band", band_display(*count.band)}}), head_look(), column.span);
            ++at.column;
        }
    }

    void goals_row_of(Row row, Goal goal) {
        const Tally& of = tally(goal, year());
        const std::string title = goal ? council_.strategy().goals[*goal].title : label("total");
        const auto lines = lines_of(title, 42);
        sheet_.row_height(row, std::max(20.0, 13.0 * static_cast<double>(lines) + 4));
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

    Content count(Goal goal, const char* key, std::size_t value) const {
        return {ref(goal, year(), key), whole(value), number_look("0"), {}};
    }

    Content summary(Goal goal, const Tally& of, std::string_view key) const {
        if (key == "number") {
            if (!goal) return {"", std::string(), centred_look(), {}};
            return {"", whole(std::int64_t{council_.strategy().goals[*goal].number}), centred_look(), {}};
        }
        if (key == "goal") {
            return {"", goal ? council_.strategy().goals[*goal].title : label("total"), text_look(), {}};
        }
        if (key == "in_force") return count(goal, "in_force", of.in_force);
        if (key == "evaluated") return count(goal, "evaluated", of.evaluated.size());
        if (key == "achieved") return count(goal, "achieved", of.achieved);
        if (key == "excluded") {
            return {ref(goal, year(), "in_force") + "-" + ref(goal, year(), "evaluated"),
                    whole(of.in_force - of.evaluated.size()),
                    number_look("0"),
                    {}};
        }
        return mean_content(goal, of, key);
    }

    Content mean_content(Goal goal, const Tally& of, std::string_view key) const {
        if (key == "mean") {
            return {ref(goal, year(), "mean"), number_or_blank(of.mean), emphasised(number_look(mean_format(of))), {}};
        }
        if (key == "rating") return {ref(goal, year(), "rating"), rating_of(of.band), centred_look(), {}};
        const std::string format = number_format(council_, of.policy->mean_decimals);
        if (places_.judged < 2) return {"", std::string(), number_look(""), {}};
        if (key == "mean_change") {
            const std::string source = ref(goal, year(), "change");
            return {
                fmt::format("IF({0}=\"\",\"\",{0})", source), number_or_blank(of.mean_change), number_look(format), {}};
        }
        const Tally& before = tally(goal, last_year());
        return {ref(goal, last_year(), "mean"), number_or_blank(before.mean), number_look(mean_format(before)), {}};
    }

    void band_counts(At at, Goal goal, const Tally& of) {
        for (const evaluate::BandCount& band : bands_) {
            const auto place = band_place(of.policy->bands, band.band);
            const auto other = band_place(of.policy->class_bands, band.band);
            const std::size_t offset = place ? *place - 1 : other.value_or(1) - 1;
            const std::size_t value = place ? of.per_band[offset] : of.per_class_band[offset];
            const Look look = number_look("0");
            sheet_.formula(at, ref(goal, year(), place ? "bands" : "classes", offset), whole(value),
                           goal ? look : emphasised(look));
            ++at.column;
        }
    }

    /// A column of the goals' table, without the total.
    Area goals_column(Column column) const {
        return {{goals_row + 2, column}, {static_cast<Row>(goals_row + 1 + places_.goal_count), column}};
    }

    void charts() {
        if (!table_.columns.contains("bands") || places_.goal_count == 0) return;
        const Column names = table_.columns.contains("number") ? table_.columns.find("number")->second : Column{0};
        Chart chart;
        chart.kind = Chart::Kind::stacked_bars;
        chart.title = label("bands_chart");
        chart.value_title = label("count_axis");
        chart.description = label("bands_chart_description");
        Column column = table_.columns.find("bands")->second;
        for (const evaluate::BandCount& band : bands_) {
            chart.series.push_back(
                {{goals_row + 1, column}, goals_column(names), goals_column(column), band.band->colour});
            ++column;
        }
        chart.width = chart_width;
        chart.height = chart_height;
        sheet_.chart({row_, 0}, chart);
        chart_row_ = row_;
    }

    void headline_table() {
        sheet_.text({row_++, 0}, label("headline"), section_look());
        Column column = 0;
        for (const ColumnPlan& head : plan_.rows) {
            const std::size_t count = spreads(head.key) ? places_.judged : 1;
            for (std::size_t at = 0; at < count; ++at) {
                const std::string year_name =
                    spreads(head.key) ? council_.year_label(places_.years[at]) : council_.year_label(year());
                sheet_.text({row_, column++}, filled(head.label, {{"year", year_name}}), head_look(), head.span);
            }
        }
        ++row_;
        for (std::size_t index = 0; index < council_.strategy().indicators.size(); ++index) {
            const input::Indicator& indicator = council_.strategy().indicators[index];
            if (indicator.kind == input::IndicatorKind::headline_target && places_.originals[index] == index) {
                headline_row(index);
            }
        }
        ++row_;
    }

    void headline_row(std::size_t index) {
        At at{row_, 0};
        const auto lines = lines_of(council_.strategy().indicators[index].name, 42);
        sheet_.row_height(row_++, std::max(18.0, 13.0 * static_cast<double>(lines) + 4));
        for (const ColumnPlan& column : plan_.rows) {
            for (const Content& content : kpi_contents(council_, index, column.key, "")) {
                put(sheet_, at, content);
                ++at.column;
            }
        }
    }

    void means_table() {
        sheet_.text({row_++, 0}, label("means"), section_look());
        means_head_ = row_;
        sheet_.text({row_, 0}, label("year"), head_look());
        sheet_.blank({row_, 1}, head_look());
        for (std::size_t at = 0; at < places_.judged; ++at) {
            sheet_.text({row_, static_cast<Column>(2 + at)}, council_.year_label(places_.years[at]), head_look());
        }
        ++row_;
        for (std::size_t goal = 0; goal < places_.goal_count; ++goal) means_row(goal);
        means_row(std::nullopt);
        ++row_;
    }

    void means_row(Goal goal) {
        if (goal) {
            sheet_.number({row_, 0}, whole(std::int64_t{council_.strategy().goals[*goal].number}), centred_look());
            sheet_.text({row_, 1}, council_.strategy().goals[*goal].slogan, text_look());
        } else {
            sheet_.blank({row_, 0}, centred_look());
            sheet_.text({row_, 1}, label("total"), text_look());
        }
        for (std::size_t at = 0; at < places_.judged; ++at) {
            const Tally& of = tally(goal, places_.years[at]);
            sheet_.formula({row_, static_cast<Column>(2 + at)}, ref(goal, places_.years[at], "mean"),
                           number_or_blank(of.mean), number_look(mean_format(of)));
        }
        ++row_;
    }

    void means_chart() {
        Chart chart;
        chart.kind = Chart::Kind::lines;
        chart.title = label("means_chart");
        chart.value_title = label("rate_axis");
        chart.description = label("means_chart_description");
        chart.from_zero = false;
        const auto last = static_cast<Column>(1 + places_.judged);
        const auto across = [&](Row row) { return Area{{row, 2}, {row, last}}; };
        for (std::size_t at = 0; at <= places_.goal_count; ++at) {
            const Row row = static_cast<Row>(means_head_ + 1 + at);
            const bool total = at == places_.goal_count;
            const base::Colour colour = total ? indigo : line_colours[at % std::size(line_colours)];
            chart.series.push_back({{row, 1}, across(means_head_), across(row), colour});
        }
        chart.width = chart_width;
        chart.height = chart_height;
        sheet_.chart({chart_row_, 5}, chart);
    }

    const Council& council_;
    const Places& places_;
    Sheet& sheet_;
    const SheetPlan& plan_;
    std::vector<evaluate::BandCount> bands_;
    TableSheet table_;
    Row row_ = 0, means_head_ = 0, chart_row_ = 0;
};

}  // namespace

void write_summary(const Council& council, Sheet& sheet, const SheetPlan& plan) {
    SummaryWriter(council, sheet, plan).write();
}

}  // namespace workbook
