// One indicator on one page: its name is chosen in a cell, everything follows. The facts that are no formulas stand in
// hidden columns beside the card, a row an indicator.
#include <fmt/format.h>

#include <algorithm>

#include "workbook/kpi_columns.h"
#include "workbook/looks.h"
#include "workbook/policy_words.h"
#include "workbook/remarks.h"
#include "workbook/widths.h"

namespace workbook {

namespace {

/// Lines of the card whose words are looked up, and the rows they take.
struct CardLine {
    const char* label;
    int lines;
};
constexpr CardLine all_lines[] = {{"goal", 2},       {"measure", 2},          {"initiative", 2}, {"unit", 1},
                                  {"direction", 1},  {"baseline", 1},         {"section", 1},    {"source", 2},
                                  {"definition", 3}, {"next_publication", 1}, {"projects", 4},   {"remarks", 5}};
constexpr Row chosen_row = 2, facts_first = 0, years_head = 4;

class CardWriter {
   public:
    CardWriter(const Council& council, Sheet& sheet, const SheetPlan& plan)
        : council_(council), places_(council.places), sheet_(sheet), plan_(plan) {
        for (std::size_t index = 0; index < places_.originals.size(); ++index) {
            if (places_.originals[index] == index) indicators_.push_back(index);
        }
        // KPIs first: that is what is looked up most.
        std::stable_partition(indicators_.begin(), indicators_.end(), [&](std::size_t index) {
            return council_.strategy().indicators[index].kind == input::IndicatorKind::kpi;
        });
        for (const CardLine& line : all_lines) {
            std::vector<std::string> texts;
            texts.reserve(indicators_.size());
            for (const std::size_t index : indicators_) texts.push_back(fact(line.label, index));
            if (std::all_of(texts.begin(), texts.end(), [](const std::string& text) { return text.empty(); })) continue;
            lines_.push_back(line);
            texts_.push_back(std::move(texts));
        }
        const std::size_t columns = std::max<std::size_t>(places_.judged, 2) + 1;
        facts_ = static_cast<Column>(columns + 1);
        last_ = static_cast<Column>(columns - 1);
    }

    void write() {
        if (indicators_.empty()) return;
        set_up();
        sheet_.remember(true);
        const Row card_end = years_head + year_rows() + chart_rows + static_cast<Row>(lines_.size());
        const Row end = std::max<Row>(card_end, facts_first + static_cast<Row>(indicators_.size()));
        for (Row row = 0; row < end; ++row) {
            card(row);
            if (row < indicators_.size()) facts(row);
        }
        chart();
        // Decimals where there are any: one format cannot say that.
        const Area figures{{years_head + 1, 1}, {years_head + 2, last_}};
        for (const int decimals : {2, 1}) {
            sheet_.condition(
                figures,
                fmt::format("ROUND(N({0}),{1})<>ROUND(N({0}),{2})", cell(figures.first), decimals, decimals - 1),
                Look{.number_format = number_format(council_, decimals)});
        }
        const Row rating = years_head + year_rows() - 2;
        const Area ratings{{rating, 1}, {rating, last_}};
        colour_ratings(council_, sheet_, ratings, cell(ratings.first));
    }

   private:
    static constexpr Row chart_rows = 14;

    /// A row of the table by years: its label and the column of the calculation.
    struct YearRow {
        const char* label;
        const char* key;
    };

    /// The uncapped rate where the goals' sheets have it too.
    std::vector<YearRow> rows_of_years() const {
        std::vector<YearRow> rows = {{"year", ""}, {"target", "target"}, {"actual", "actual"}, {"rate", "shown"}};
        if (places_.offset("uncapped")) rows.push_back({"uncapped", "uncapped"});
        rows.insert(rows.end(), {{"rating", "rating"}, {"reason", "reason"}});
        return rows;
    }
    Row year_rows() const { return static_cast<Row>(rows_of_years().size()); }

    const std::string& label(std::string_view key) const { return plan_.label(key); }

    void set_up() {
        sheet_.no_grid();
        std::vector<WantedWidth> wanted = {{16}};
        wanted.insert(wanted.end(), last_, {10, true});
        const FittedWidths fit = fitted(wanted, printed_breadth(plan_.a3, !plan_.portrait));
        for (std::size_t at = 0; at < fit.points.size(); ++at) {
            sheet_.column_width(static_cast<Column>(at), static_cast<Column>(at), fit.points[at]);
            breadth_ += fit.points[at];
        }
        sheet_.hide_columns(facts_, static_cast<Column>(facts_ + 2 + lines_.size()));
        PageSetup setup = council_.page(plan_);
        setup.scale = fit.scale;
        setup.area = Area{{0, 0}, {years_head + year_rows() - 1 + chart_rows + static_cast<Row>(lines_.size()), last_}};
        sheet_.page(setup);
    }

    /// The name in the list: its number, or the mark of a headline target and its number, makes it unique.
    std::string entry(std::size_t index) const {
        const bool kpi = council_.strategy().indicators[index].kind == input::IndicatorKind::kpi;
        const std::string number = std::to_string(places_.numbers[index]);
        return (kpi ? number : council_.plan.word("headline_target") + number) + " " + marked_name(council_, index);
    }

    std::string fact_range(std::size_t column) const {
        const auto at = static_cast<Column>(facts_ + column);
        return fixed_cell({facts_first, at}) + ":" +
               fixed_cell({facts_first + static_cast<Row>(indicators_.size()) - 1, at});
    }

    /// The place of the chosen one among the facts.
    std::string chosen() const { return fmt::format("MATCH({},{},0)", fixed_cell({chosen_row, 0}), fact_range(0)); }

    void card(Row row) {
        switch (row) {
            case 0:
                sheet_.row_height(row, 24);
                sheet_.text({0, 0}, council_.worded(plan_.title), title_look(), plan_.span);
                return;
            case 1: sheet_.text({1, 0}, label("choose"), lead_look()); return;
            case chosen_row: choice(); return;
            default: break;
        }
        if (row >= years_head && row < years_head + year_rows()) {
            years(row, row - years_head);
        } else if (row >= years_head + year_rows() + chart_rows) {
            words(row, row - years_head - year_rows() - chart_rows);
        }
    }

    void choice() {
        Look look = text_look();
        look.bold = true;
        look.points = 14;
        look.locked = false;
        look.ground = input_ground;
        sheet_.row_height(chosen_row, 40);
        sheet_.merged({{chosen_row, 0}, {chosen_row, last_}}, entry(indicators_.front()), look);
        sheet_.accept_list({chosen_row, 0}, fact_range(0), label("choose_title"), label("choose_words"));
    }

    /// The heads, then the cells of the calculation of the chosen indicator's years.
    void years(Row row, std::size_t line) {
        const auto [label_key, key] = rows_of_years()[line];
        sheet_.text({row, 0}, label(label_key), line == 0 ? head_look() : label_look());
        for (std::size_t at = 0; at < places_.judged; ++at) {
            const base::Year year = places_.years[at];
            const At here{row, static_cast<Column>(1 + at)};
            if (line == 0) {
                sheet_.text(here, council_.year_label(year), head_look());
                continue;
            }
            sheet_.formula(here, looked_up(key, at), value(key, year), look_of(key, year));
        }
    }

    Look look_of(std::string_view key, base::Year year) const {
        if (key == "rating" || key == "reason") return centred_look();
        const bool rate = key == "shown" || key == "uncapped";
        Look look = number_look(rate ? rate_format(council_.inputs().policy, council_.inputs().policy.decimals) : "");
        look.points = 11;
        return year == council_.evaluated_year() ? emphasised(look) : look;
    }

    /// The facts name the row of the calculation where the indicator's years begin.
    std::string looked_up(const char* key, std::size_t year) const {
        const TableSheet& calculation = places_.calculation;
        const Column column = calculation.columns.find(key)->second;
        const std::string area =
            area_of(calculation.sheet->name(), {{0, column}, {places_.last_calculation(), column}});
        return fmt::format("IFERROR(INDEX({},INDEX({},{})+{}),\"\")", area, fact_range(1), chosen(), year);
    }

    Computed value(std::string_view key, base::Year year) const {
        const evaluate::Result& result = council_.assessment.indicators[indicators_.front()].in(year);
        const bool live = result.evaluated();
        if (key == "target") return figure_value(result.target);
        if (key == "actual") return shown_actual(result);
        if (key == "rating") return rating_of(live ? result.band : nullptr);
        if (key == "reason") return result.reason;
        if (!live || !result.rate) return std::string();
        return key == "shown" ? result.rate->shown : result.rate->uncapped;
    }

    void words(Row row, std::size_t line) {
        if (line >= lines_.size()) return;
        sheet_.row_height(row, row_height_of(static_cast<std::size_t>(lines_[line].lines)));
        sheet_.text({row, 0}, label(lines_[line].label), label_look());
        sheet_.merged({{row, 1}, {row, last_}}, "", text_look());
        sheet_.formula({row, 1}, fmt::format("IFERROR(INDEX({},{})&\"\",\"\")", fact_range(2 + line), chosen()),
                       texts_[line].front(), text_look());
    }

    /// Beside the card, in hidden columns: the entry, the first row of the calculation, the words.
    void facts(Row row) {
        const std::size_t index = indicators_[row];
        Column column = facts_;
        Look plain;
        sheet_.text({row, column++}, entry(index), plain);
        sheet_.number({row, column++}, whole(std::size_t{places_.calculated[index]} + 1), plain);
        for (const std::vector<std::string>& texts : texts_) {
            sheet_.text({row, column++}, texts[row], plain, council_.strategy().indicators[index].span);
        }
    }

    std::string fact(std::string_view key, std::size_t index) const {
        const KpiRow row(council_, index, "");
        const input::Indicator& indicator = row.indicator;
        const input::Strategy& strategy = council_.strategy();
        const auto numbered = [](int number, const std::string& title) { return std::to_string(number) + " " + title; };
        if (key == "goal") return numbered(strategy.goals[indicator.goal].number, strategy.goals[indicator.goal].title);
        if (key == "measure" || key == "initiative") {
            if (!row.kpi()) return "";
            const input::Measure& measure = strategy.measures[indicator.measure];
            const input::Initiative& initiative = strategy.initiatives[indicator.initiative];
            return key == "measure" ? numbered(measure.number, measure.title)
                                    : numbered(initiative.number, initiative.title);
        }
        if (key == "unit") return indicator.unit;
        if (key == "direction") return row.word(indicator.direction == input::Direction::higher ? "higher" : "lower");
        if (key == "baseline") return baseline(indicator);
        if (key == "section") return indicator.section;
        if (key == "source") return indicator.source;
        if (key == "definition") return indicator.definition;
        if (key == "next_publication") return indicator.next_publication;
        if (key == "remarks") return remarks(council_.assessment, council_.plan, index, places_.years);
        return std::get<std::string>(kpi_column("projects")->content(row).value);
    }

    std::string baseline(const input::Indicator& indicator) const {
        if (!indicator.baseline) return "";
        std::string text = indicator.baseline->amount
                               ? base::to_text(*indicator.baseline->amount, council_.inputs().policy.numbers)
                               : indicator.baseline->words;
        if (!indicator.baseline_year) return text;
        return text + "（" +
               base::era_year(council_.inputs().eras, *indicator.baseline_year, indicator.baseline_year_kind) + "）";
    }

    void chart() {
        const auto across = [&](Row row) { return Area{{row, 1}, {row, static_cast<Column>(places_.judged)}}; };
        Chart chart;
        chart.kind = Chart::Kind::lines;
        chart.title = label("target") + "・" + label("actual");
        chart.description = label("chart_description");
        chart.series = {{{years_head + 1, 0},
                         across(years_head),
                         across(years_head + 1),
                         base::Colour{0x7F, 0x97, 0xAD},
                         true,
                         false},
                        {{years_head + 2, 0}, across(years_head), across(years_head + 2), indigo, false, true}};
        chart.from_zero = false;
        chart.axis_format = axis_format(council_);
        chart.value_labels = true;
        chart.width = static_cast<int>(breadth_ * 4 / 3);
        chart.height = static_cast<int>(chart_rows) * 20 - 10;
        sheet_.chart({years_head + year_rows(), 0}, chart);
    }

    const Council& council_;
    const Places& places_;
    Sheet& sheet_;
    const SheetPlan& plan_;
    std::vector<std::size_t> indicators_;
    std::vector<CardLine> lines_;                  ///< those that anybody filled
    std::vector<std::vector<std::string>> texts_;  ///< of a line, then by indicator
    Column facts_ = 0, last_ = 0;
    double breadth_ = 0;  ///< points
};

}  // namespace

void write_card(const Council& council, Sheet& sheet, const SheetPlan& plan) {
    CardWriter(council, sheet, plan).write();
}

}  // namespace workbook
