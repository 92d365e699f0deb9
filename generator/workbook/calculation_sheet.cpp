// The calculation: a row an indicator and year, from the inputs on the goals' sheets to rate and rating. Behind them a
// row a KPI with the value that somebody tries, by the same formulas.
#include <fmt/format.h>

#include "workbook/council.h"
#include "workbook/formulas.h"
#include "workbook/looks.h"
#include "workbook/subjects.h"
#include "workbook/widths.h"

namespace workbook {

namespace {

using evaluate::Exclusion;
using evaluate::Result;

/// One row being written.
class RowWriter {
   public:
    /// Without `trial` the row of the year, else that of the trial value typed there.
    RowWriter(const Council& council, std::size_t index, base::Year year, std::optional<std::size_t> trial = {})
        : council_(council),
          table_(council.places.calculation),
          indicator_(*council.assessment.indicators[index].source),
          result_(council.assessment.indicators[index].in(year)),
          index_(index),
          trial_(trial),
          row_(trial ? council.places.trial_calculation(*trial) : council.places.calculated_row(index, year)) {}

    void write() {
        identity();
        inputs();
        const RowFormulas formulas = row_formulas(council_.assessment, council_.places, index_, result_.year, row_);
        judgement(formulas);
        rates(formulas);
    }

   private:
    Sheet& sheet() { return *table_.sheet; }
    At at(std::string_view key) const { return table_.at(row_, key); }

    void text(std::string_view key, const std::string& value, base::Span span = {}) {
        Look look = text_look();
        look.wrap = false;
        sheet().text(at(key), value, look, span);
    }
    void number(std::string_view key, const base::Decimal& value) { sheet().number(at(key), value, number_look("0")); }
    /// Where there is no formula an empty text stands, because a reference to a blank cell would give 0.
    void formula(std::string_view key, const std::string& formula, const Computed& value, const std::string& format) {
        if (!trial_) show(key);
        sheet().formula(at(key), formula.empty() ? "\"\"" : formula, value, number_look(format));
    }

    /// What a column computes anew, as the goal's sheet and the pages show it.
    void show(std::string_view key) {
        if (key == "target" || key == "actual" || key == "rating") {
            sheet().shows(indicator_in(index_, result_.year), key);
        } else if (key == "shown" || key == "uncapped") {
            sheet().shows(indicator_in(index_, result_.year), key == "shown" ? "rate" : "uncapped_rate");
        } else if (key == "baseline") {
            sheet().shows(indicator_in(index_, council_.evaluated_year()), key);
        }
    }

    void identity() {
        const bool kpi = indicator_.kind == input::IndicatorKind::kpi;
        text("id", trial_ ? indicator_.id + council_.plan.word("trial_mark") : indicator_.id, indicator_.span);
        text("kind", council_.plan.word(trial_ ? "trial_kpi" : kpi ? "kpi" : "headline_target"));
        number("goal", whole(std::int64_t{council_.strategy().goals[indicator_.goal].number}));
        text("name", indicator_.name, indicator_.span);
        number("year", whole(std::int64_t{result_.year.western}));
        number("in_force", whole(std::int64_t{result_.exclusion == Exclusion::not_valid ? 0 : 1}));
        const bool fixed = result_.exclusion == Exclusion::not_valid || result_.exclusion == Exclusion::reference_value;
        text("fixed", fixed ? result_.reason : "");
        if (table_.columns.contains("in_means")) number("in_means", whole(std::int64_t{means_entered()}));
    }

    /// Of its goal and of the whole.
    int means_entered() const {
        const input::InMeans in = input::in_means_of(indicator_, *result_.policy);
        return in == input::InMeans::all ? 2 : in == input::InMeans::goals ? 1 : 0;
    }

    void inputs() {
        const Places& places = council_.places;
        const std::string format = number_format(council_, places.decimals[index_]);
        formula("target", target_formula(), target_value(), format);
        const std::string actual = taken(places.block_ref(index_, "actual", result_.year));
        formula("actual", trial_ ? tried(actual) : actual, shown_actual(result_), format);
        const auto& later = indicator_.rate_baseline;
        if (later && later->amount) {
            sheet().number(at("baseline"), *later->amount, number_look(format));
        } else {
            formula("baseline", taken(places.baseline_ref(index_)), figure_value(input::formula_baseline(indicator_)),
                    format);
        }
    }

    /// What the cell holds; a blank one an empty text; an error, TRUE or a date a text that is no value.
    static std::string taken(const std::string& cell) {
        return fmt::format("IFERROR(IF({0}=\"\",\"\",IF({1},\"#\",{0})),\"#\")", cell, no_figure(cell));
    }
    /// The same with what is made of a number: with words there is nothing to reckon.
    static std::string made_of(const std::string& cell, const std::string& made) {
        return fmt::format("IFERROR(IF({0}=\"\",\"\",IF({1},\"#\",IF(ISNUMBER({0}),{2},{0}))),\"#\")", cell,
                           no_figure(cell), made);
    }
    /// What lies on the way from the baseline; without one there is no way.
    std::string on_way(const std::string& cell, const std::string& part) const {
        const std::string way = fmt::format("IF(ISNUMBER({0}),{0}+({1}-{0})*{2},\"\")", baseline(), cell, part);
        return made_of(cell, way);
    }

    /// The trial value where one is typed.
    std::string tried(const std::string& actual) const {
        const std::string input = cell_of(council_.places.trial->name(), council_.places.trial_input(*trial_));
        return fmt::format("IFERROR(IF({0}=\"\",{1},IF({2},\"#\",{0})),\"#\")", input, actual, no_figure(input));
    }

    /// The baseline of formulas, wherever it stands.
    std::string baseline() const {
        const auto& later = indicator_.rate_baseline;
        return later && later->amount ? base::plain(*later->amount) : council_.places.baseline_ref(index_);
    }

    /// Another year's or a part of it, on the line from the baseline to the plan's last target, or as typed.
    std::string target_formula() const {
        const Places& places = council_.places;
        if (result_.target_from) {
            const std::string source = places.block_ref(index_, "target", *result_.target_from);
            const bool way = input::target_choice_of(indicator_, *result_.policy).of == input::TargetOf::way;
            if (way && result_.target == nullptr) return "";  // where the way begins is not known
            if (!result_.target_part) return taken(source);
            const std::string part = result_.target_part->fraction();
            return way ? on_way(source, "(" + part + ")") : made_of(source, fmt::format("{}*({})", source, part));
        }
        if (!result_.target_line) return taken(places.block_ref(index_, "target", result_.year));
        const auto [begin, last] = *result_.target_line;
        return on_way(places.block_ref(index_, "target", last),
                      fmt::format("{}/{}", result_.year.western - begin.western, last.western - begin.western));
    }

    Computed target_value() const {
        const bool made = result_.target_line || result_.target_part;
        return made ? Computed(kept(*result_.target_value)) : figure_value(result_.target);
    }

    void judgement(const RowFormulas& formulas) {
        const input::Policy& policy = *result_.policy;
        const auto place = [](std::optional<std::size_t> number) {
            return number ? Computed(whole(*number)) : Computed(std::string());
        };
        formula("wrong", formulas.wrong, whole(std::int64_t{0}), "0");
        formula("reason", formulas.reason, result_.reason, "");
        formula("evaluated", formulas.evaluated, whole(std::int64_t{result_.evaluated() ? 1 : 0}), "0");
        formula("band", formulas.band, place(band_place(policy.bands, result_.band)), "0");
        formula("class", formulas.klass, place(band_place(policy.class_bands, result_.band)), "0");
        formula("rating", formulas.rating, rating_of(result_.evaluated() ? result_.band : nullptr), "");
        formula("achieved", formulas.achieved,
                result_.evaluated() ? Computed(whole(std::int64_t{result_.achieved ? 1 : 0})) : std::string(), "0");
        const bool counted = result_.evaluated() && result_.band != nullptr && !formulas.points.empty();
        const auto points = counted ? result_.band->points : std::nullopt;
        formula("points", formulas.points, number_or_blank(points), "General");
    }

    void rates(const RowFormulas& formulas) {
        const input::Policy& policy = *result_.policy;
        const std::string format = number_format(council_, policy.decimals);
        std::optional<base::Decimal> exact, clamped, uncapped, shown, term, weight, weighted;
        if (result_.rate && result_.evaluated()) {
            exact = kept(result_.rate->exact * base::Ratio(100));
            clamped = limited(*exact, policy);
            uncapped = result_.rate->uncapped;
            shown = result_.rate->shown;
            term = policy.mean_of == input::MeanOf::displayed_rates ? shown : clamped;
            weight = indicator_.weight.value_or(whole(std::int64_t{1}));
            weighted = indicator_.weight ? kept(base::Ratio(*term) * base::Ratio(*weight)) : *term;
        }
        formula("exact", formulas.exact, number_or_blank(exact), "0.00000000000");
        formula("uncapped", formulas.uncapped, number_or_blank(uncapped), format);
        formula("clamped", formulas.clamped, number_or_blank(clamped), "0.00000000000");
        formula("shown", formulas.shown, number_or_blank(shown), format);
        formula("term", formulas.term, number_or_blank(term), "General");
        formula("weight", formulas.weight, number_or_blank(weight), "General");
        formula("weighted", formulas.weighted, number_or_blank(weighted), "General");
    }

    static base::Decimal limited(const base::Decimal& percent, const input::Policy& policy) {
        const base::Ratio value(percent);
        if (policy.floor && value < base::Ratio(*policy.floor)) return *policy.floor;
        if (policy.cap && value > base::Ratio(*policy.cap)) return *policy.cap;
        return percent;
    }

    const Council& council_;
    const TableSheet& table_;
    const input::Indicator& indicator_;
    const Result& result_;
    std::size_t index_;
    std::optional<std::size_t> trial_;
    Row row_;
};

void write_head(const Council& council) {
    const TableSheet& table = council.places.calculation;
    std::vector<WantedWidth> wanted;
    for (const ColumnPlan& column : table.plan->columns) wanted.push_back({column.width > 0 ? column.width : 10.0});
    const FittedWidths fit = fitted(wanted, printed_breadth(table.plan->a3, !table.plan->portrait));
    begin_table(council, table, fit.scale);
    Column at = 0;
    for (const ColumnPlan& column : table.plan->columns) {
        table.sheet->column_width(at, at, fit.points[at]);
        table.sheet->text({TableSheet::head, at++}, column.label, head_look(), column.span);
    }
}

/// The ranges that the tallies count and average.
void name_columns(const Council& council) {
    const Row last = council.places.last_calculation();
    const TableSheet& table = council.places.calculation;
    for (const ColumnPlan& column : table.plan->columns) {
        if (column.name.empty()) continue;
        const Column at = table.columns.find(column.key)->second;
        council.book.define(column.name, area_of(table.sheet->name(), {{TableSheet::first, at}, {last, at}}));
    }
}

}  // namespace

void write_calculation(const Council& council) {
    const Places& places = council.places;
    const TableSheet& table = places.calculation;
    write_head(council);
    const Row last = places.last_calculation();
    for (std::size_t index = 0; index < places.originals.size(); ++index) {
        if (places.originals[index] != index) continue;
        for (std::size_t year = 0; year < places.judged; ++year) {
            RowWriter(council, index, places.years[year]).write();
        }
    }
    for (std::size_t at = 0; at < places.trials.size(); ++at) {
        RowWriter(council, places.trials[at], council.evaluated_year(), at).write();
    }
    name_columns(council);
    table.sheet->filter({{TableSheet::head, 0}, {last, static_cast<Column>(table.plan->columns.size() - 1)}});
    const Column rating = table.columns.find("rating")->second;
    colour_rating_column(council, *table.sheet, {TableSheet::first, rating}, last);
}

}  // namespace workbook
