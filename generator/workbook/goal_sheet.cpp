// A goal's sheet: its tables as in the report, where actuals and targets are corrected.
#include <fmt/format.h>

#include <algorithm>

#include "workbook/council.h"
#include "workbook/looks.h"
#include "workbook/notes.h"

namespace workbook {

namespace {

using evaluate::Result;
using input::Indicator;

constexpr double name_width = 34, unit_width = 8, baseline_width = 12, row_width = 11, year_width = 11;
constexpr double line_height = 15;
constexpr int chart_height = 290, widest_chart = 460, all_charts = 900;  // pixels

class GoalWriter {
   public:
    GoalWriter(const Council& council, std::size_t goal, const SheetPlan& plan)
        : council_(council),
          places_(council.places),
          plan_(plan),
          goal_index_(goal),
          goal_(council.strategy().goals[goal]),
          lines_(council.places.goals[goal]),
          sheet_(*lines_.sheet) {}

    void write() {
        set_up();
        for (const GoalLine& line : lines_.lines) write(line);
        const Area area{{0, row_column}, {lines_.end, places_.last_column()}};
        colour_ratings(council_, sheet_, area, cell(area.first));
    }

   private:
    const std::string& label(std::string_view key) const { return plan_.label(key); }

    void set_up() {
        sheet_.no_grid();
        sheet_.tab_colour(indigo);
        sheet_.column_width(name_column, name_column, name_width);
        sheet_.column_width(unit_column, unit_column, unit_width);
        sheet_.column_width(baseline_column, baseline_column, baseline_width);
        sheet_.column_width(row_column, row_column, row_width);
        sheet_.column_width(first_year_column, places_.last_column(), year_width);
        sheet_.freeze({0, first_year_column});
        PageSetup setup = council_.page(plan_);
        setup.repeated_rows = {0, 0};
        setup.breaks = page_breaks();
        sheet_.page(setup);
    }

    /// Before a measure or an initiative that would not fit on the page with what stands above it.
    std::vector<Row> page_breaks() const {
        constexpr Row page_rows = 42;
        std::vector<Row> breaks;
        Row page = 0;
        for (std::size_t at = 0; at < lines_.lines.size(); ++at) {
            const GoalLine& line = lines_.lines[at];
            const bool group =
                line.kind == GoalLine::Kind::measure ||
                (line.kind == GoalLine::Kind::initiative && lines_.lines[at - 1].kind != GoalLine::Kind::measure);
            const bool block =
                line.kind == GoalLine::Kind::indicator && lines_.lines[at - 1].kind == GoalLine::Kind::indicator;
            const bool first_group = group && at > 0 && lines_.lines[at - 1].kind == GoalLine::Kind::section;
            const Row end = group ? group_end(at) : line.row + places_.block_rows();
            const bool full = (group || block) && !first_group && end - page > page_rows;
            if (full) {
                breaks.push_back(line.row);
                page = line.row;
            }
        }
        return breaks;
    }

    /// The end of the first indicator after a heading.
    Row group_end(std::size_t at) const {
        for (; at < lines_.lines.size(); ++at) {
            if (lines_.lines[at].kind == GoalLine::Kind::indicator) return lines_.lines[at].row + places_.block_rows();
        }
        return lines_.end;
    }

    void write(const GoalLine& line) {
        switch (line.kind) {
            case GoalLine::Kind::title: title(line.row); break;
            case GoalLine::Kind::slogan: slogan(line.row); break;
            case GoalLine::Kind::mean: mean(line.row); break;
            case GoalLine::Kind::section:
                sheet_.remember(line.index == 0);  // the charts are of the headline targets
                sheet_.text({line.row, 0}, label(line.index == 0 ? "headline" : "kpis"), section_look());
                break;
            case GoalLine::Kind::head: head(line.row); break;
            case GoalLine::Kind::measure: measure(line); break;
            case GoalLine::Kind::initiative: initiative(line); break;
            case GoalLine::Kind::indicator: indicator(line); break;
            case GoalLine::Kind::charts: charts(line.row); break;
        }
    }

    void title(Row row) {
        const Words values = {
            {"number", std::to_string(goal_.number)}, {"title", goal_.title}, {"slogan", goal_.slogan}};
        sheet_.row_height(row, 24);
        sheet_.text({row, 0}, filled(plan_.title, values), title_look(), goal_.span);
    }

    void slogan(Row row) {
        sheet_.text({row, 0}, label("slogan"), label_look());
        sheet_.merged({{row, 1}, {row, row_column}}, goal_.slogan, text_look(), goal_.span);
    }

    void mean(Row row) {
        const TableSheet& tallies = places_.tallies;
        const evaluate::Tally& tally = council_.assessment.goals[goal_index_].kpis_in(council_.evaluated_year());
        const Row source = places_.tally_row(true, council_.evaluated_year(), goal_index_);
        Look rate = emphasised(number_look(mean_format(tally)));
        sheet_.text({row, 0}, label("mean"), label_look());
        sheet_.formula({row, 1}, tallies.ref(source, "mean"), number_or_blank(tally.mean), rate);
        sheet_.text({row, 2}, label("rating"), label_look());
        sheet_.formula({row, 3}, tallies.ref(source, "rating"), rating_of(tally.band), emphasised(centred_look()));
    }

    std::string mean_format(const evaluate::Tally& tally) const {
        return tally.in_points ? number_format(council_, tally.policy->mean_decimals)
                               : rate_format(*tally.policy, tally.policy->mean_decimals);
    }

    void head(Row row) {
        sheet_.row_height(row, 20);
        sheet_.text({row, name_column}, label("name"), head_look());
        sheet_.text({row, unit_column}, label("unit"), head_look());
        sheet_.text({row, baseline_column}, label("baseline"), head_look());
        sheet_.text({row, row_column}, label("row"), head_look());
        for (const base::Year year : places_.years) {
            Look look = head_look();
            if (year == council_.evaluated_year()) {
                look.ground = indigo;
                look.ink = white;
            }
            sheet_.text({row, places_.year_column(year)}, council_.year_label(year), look);
        }
    }

    void measure(const GoalLine& line) {
        const input::Measure& measure = council_.strategy().measures[line.index];
        Look look = text_look();
        look.bold = true;
        look.ground = panel;
        look.ink = indigo;
        sheet_.merged({{line.row, 0}, {line.row, places_.last_column()}},
                      fmt::format("{} {} {}", label("measure"), measure.number, measure.title), look, measure.span);
    }

    void initiative(const GoalLine& line) {
        const input::Initiative& initiative = council_.strategy().initiatives[line.index];
        Look look = text_look();
        look.bold = true;
        look.ground = quiet;
        sheet_.merged({{line.row, 0}, {line.row, places_.last_column()}},
                      fmt::format("{} {} {}", label("initiative"), initiative.number, initiative.title), look,
                      initiative.span);
    }

    void indicator(const GoalLine& line) {
        const Indicator& indicator = *council_.assessment.indicators[line.index].source;
        const bool reprint = places_.originals[line.index] != line.index;
        const Row last = line.row + places_.block_rows() - 1;
        std::string name = indicator.name;
        if (indicator.year_kind == base::YearKind::calendar) name += council_.plan.word("calendar_mark");
        if (reprint) name += "（" + council_.plan.word("reprint") + "）";
        const double height = row_height(name);
        sheet_.merged({{line.row, name_column}, {last, name_column}}, name, text_look(), indicator.span);
        sheet_.merged({{line.row, unit_column}, {last, unit_column}}, indicator.unit, centred_look(), indicator.span);
        baseline(line, indicator, reprint);
        for (Row at = 0; at < places_.block_rows(); ++at) {
            const ColumnPlan& row = plan_.rows[at];
            sheet_.row_height(line.row + at, height);
            if (at == 1) baseline_year({line.row + at, baseline_column}, last, indicator);
            sheet_.text({line.row + at, row_column}, row.label, label_look(), row.span);
            for (const base::Year year : places_.years) value(line.index, row.key, year, reprint);
        }
        accept_run();
    }

    /// A long name needs more than the rows' usual height.
    double row_height(const std::string& name) const {
        const auto lines = lines_of(name, static_cast<std::size_t>(name_width) - 2);
        return std::max(line_height, static_cast<double>(lines) * 12.5 / places_.block_rows());
    }

    void baseline(const GoalLine& line, const Indicator& indicator, bool reprint) {
        const At at{line.row, baseline_column};
        const std::string format = number_format(council_, places_.decimals[line.index]);
        const input::Figure* figure = indicator.baseline ? &*indicator.baseline : nullptr;
        if (reprint) {
            reference(at, places_.baseline_ref(places_.originals[line.index]), figure_value(figure),
                      number_look(format));
        } else {
            figure_cell(at, figure, input_look(figure_format(figure, format)));
            accept(at);
        }
    }

    void baseline_year(At at, Row last, const Indicator& indicator) {
        std::string year;
        if (indicator.baseline_year) {
            year = "（" +
                   base::era_year(council_.inputs().eras, *indicator.baseline_year, indicator.baseline_year_kind) +
                   "）";
        }
        sheet_.merged({at, {last, at.column}}, year, centred_look(), indicator.span);
    }

    /// A figure keeps the decimals it was printed with.
    std::string figure_format(const input::Figure* figure, const std::string& otherwise) const {
        return figure != nullptr && figure->amount ? number_format(council_, figure->amount->decimals) : otherwise;
    }

    void figure_cell(At at, const input::Figure* figure, const Look& look) {
        if (figure == nullptr) {
            sheet_.blank(at, look);
        } else if (figure->amount) {
            sheet_.number(at, *figure->amount, look, figure->span);
        } else {
            sheet_.text(at, figure->words, look, figure->span);
        }
    }

    void reference(At at, const std::string& source, const Computed& value, const Look& look) {
        sheet_.formula(at, fmt::format("IF({0}=\"\",\"\",{0})", source), value, look);
    }

    /// Cells side by side share one rule.
    void accept(At at) {
        const bool beside = run_ && run_->last.row == at.row && run_->last.column + 1 == at.column;
        if (!beside) {
            accept_run();
            run_ = Area{at, at};
        }
        run_->last = at;
    }

    void accept_run() {
        if (!run_) return;
        sheet_.accept(*run_,
                      fmt::format("OR(ISNUMBER({0}),ISNUMBER(MATCH({0},{1},0)))", cell(run_->first),
                                  places_.name_of("statuses", &council_.inputs().policy)),
                      label("input_title"), label("input_words"));
        run_.reset();
    }

    void value(std::size_t index, const std::string& key, base::Year year, bool reprint) {
        const Result& result = council_.assessment.indicators[index].in(year);
        const At at{places_.block[index] + *places_.offset(key), places_.year_column(year)};
        if (key == "target" || key == "actual") {
            figure_value_cell(index, key, result, at, reprint);
        } else {
            computed(index, key, result, at);
        }
    }

    Look of_year(const Look& look, base::Year year) const {
        return year == council_.evaluated_year() ? emphasised(look) : look;
    }

    void figure_value_cell(std::size_t index, const std::string& key, const Result& result, At at, bool reprint) {
        const Indicator& indicator = *council_.assessment.indicators[index].source;
        const std::string format = number_format(council_, places_.decimals[index]);
        const bool target = key == "target";
        const input::Figure* figure = target ? result.target : result.actual;
        const bool absent = result.exclusion == evaluate::Exclusion::not_valid;
        const bool borrowed = target && result.target_from;  // another year's target
        if (reprint) {
            const Computed value = target ? figure_value(figure) : shown_actual(result);
            reference(at, places_.block_ref(places_.originals[index], key, result.year), value,
                      of_year(number_look(format), result.year));
        } else if (target && (on_line(result, indicator) || (borrowed && figure != nullptr && figure->amount))) {
            made_target(index, result, at, format);
        } else if (absent && figure == nullptr && !borrowed) {
            sheet_.text(at, target ? "" : result.reason, of_year(number_look(""), result.year));
        } else if (absent || borrowed || (!target && !places_.is_judged(result.year))) {
            figure_cell(at, figure, of_year(number_look(figure_format(figure, format)), result.year));
        } else {
            figure_cell(at, figure, of_year(input_look(figure_format(figure, format)), result.year));
            accept(at);
        }
    }

    static bool on_line(const Result& result, const Indicator& indicator) {
        return result.target != nullptr && result.target_value && result.rule == input::Formula::linear &&
               !indicator.targets.contains(result.year);
    }

    /// A target that nobody typed for the year. The calculation holds the exact one.
    void made_target(std::size_t index, const Result& result, At at, const std::string& format) {
        const Look look = of_year(number_look(format), result.year);
        if (!places_.is_judged(result.year)) {
            sheet_.number(at, *result.target->amount, look);
            return;
        }
        const std::string source = places_.calculated_ref(index, result.year, "target");
        sheet_.formula(at, fmt::format("ROUND({},{})", source, result.target->amount->decimals), *result.target->amount,
                       look);
    }

    void computed(std::size_t index, const std::string& key, const Result& result, At at) {
        const bool rating = key == "rating";
        const input::Policy& policy = *result.policy;
        const Look look =
            of_year(rating ? centred_look() : number_look(rate_format(policy, policy.decimals)), result.year);
        if (!places_.is_judged(result.year)) {
            sheet_.blank(at, look);
            return;
        }
        const char* column = rating ? "rating" : key == "rate" ? "shown" : "uncapped";
        sheet_.formula(at, places_.calculated_ref(index, result.year, column), computed_value(index, key, result.year),
                       look);
        if (key == "rate" && result.year == council_.evaluated_year()) {
            sheet_.note(at, note_on_rate(council_, original(index, result.year), *source(index)));
        }
    }

    const Indicator* source(std::size_t index) const { return council_.assessment.indicators[index].source; }
    /// A reprint shows what its original's row of the calculation gives.
    const Result& original(std::size_t index, base::Year year) const {
        return council_.assessment.indicators[places_.originals[index]].in(year);
    }

    Computed computed_value(std::size_t index, const std::string& key, base::Year year) const {
        const Result& result = original(index, year);
        if (!result.evaluated()) return std::string();
        if (key == "rating") return rating_of(result.band);
        if (!result.rate) return std::string();
        return key == "rate" ? result.rate->shown : result.rate->uncapped;
    }

    Area years_of(Row row) const { return {{row, first_year_column}, {row, places_.last_column()}}; }

    void charts(Row row) {
        const auto& targets = goal_.headline_targets;
        const int width =
            std::min(widest_chart, all_charts / static_cast<int>(std::max<std::size_t>(1, targets.size())));
        const std::vector<Column> starts = {name_column, row_column, static_cast<Column>(first_year_column + 3)};
        for (std::size_t at = 0; at < std::min(targets.size(), starts.size()); ++at) {
            chart(targets[at], {row, targets.size() == 1 ? name_column : starts[at]}, width - 12);
        }
    }

    void chart(std::size_t index, At at, int width) {
        const Row block = places_.block[index];
        const Row head = head_row(block);
        const auto series = [&](const char* key, base::Colour colour) {
            const Row row = block + *places_.offset(key);
            return Series{{row, row_column}, years_of(head), years_of(row), colour};
        };
        const Indicator& indicator = *source(index);
        Chart chart;
        chart.title = indicator.unit.empty() ? indicator.name : indicator.name + "（" + indicator.unit + "）";
        chart.description = indicator.name + "：" + label("chart_description");
        chart.series = {series("target", base::Colour{0xC6, 0xD3, 0xDF}), series("actual", indigo)};
        chart.width = width;
        chart.height = chart_height;
        chart.from_zero = !has_negative(index);
        sheet_.chart(at, chart);
    }

    bool has_negative(std::size_t index) const {
        const auto negative = [](const input::Figure* figure) {
            return figure != nullptr && figure->amount && figure->amount->negative;
        };
        const auto& results = council_.assessment.indicators[index].results;
        return std::any_of(results.begin(), results.end(),
                           [&](const Result& r) { return negative(r.actual) || negative(r.target); });
    }

    /// The table head above an indicator's block.
    Row head_row(Row block) const {
        Row head = 0;
        for (const GoalLine& line : lines_.lines) {
            if (line.kind == GoalLine::Kind::head && line.row < block) head = line.row;
        }
        return head;
    }

    const Council& council_;
    const Places& places_;
    const SheetPlan& plan_;
    std::size_t goal_index_;
    const input::Goal& goal_;
    const GoalSheet& lines_;
    Sheet& sheet_;
    std::optional<Area> run_;  ///< of free cells whose rule is not written yet
};

}  // namespace

void write_goal(const Council& council, std::size_t goal, const SheetPlan& plan) {
    GoalWriter(council, goal, plan).write();
}

}  // namespace workbook
