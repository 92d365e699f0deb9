// The calculation: a row an indicator and year, from the inputs on the goals' sheets to rate and rating.
#include <fmt/format.h>

#include "workbook/council.h"
#include "workbook/formulas.h"
#include "workbook/looks.h"

namespace workbook {

namespace {

using evaluate::Exclusion;
using evaluate::Result;

/// One row being written.
class RowWriter {
   public:
    RowWriter(const Council& council, std::size_t index, base::Year year)
        : council_(council),
          table_(council.places.calculation),
          indicator_(*council.assessment.indicators[index].source),
          result_(council.assessment.indicators[index].in(year)),
          index_(index),
          row_(council.places.calculated_row(index, year)) {}

    void write() {
        identity();
        inputs();
        const RowFormulas formulas = row_formulas(council_.assessment, council_.places, index_, result_.year);
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
        sheet().formula(at(key), formula.empty() ? "\"\"" : formula, value, number_look(format));
    }

    void identity() {
        const bool kpi = indicator_.kind == input::IndicatorKind::kpi;
        text("id", indicator_.id, indicator_.span);
        text("kind", council_.plan.word(kpi ? "kpi" : "headline_target"));
        number("goal", whole(std::int64_t{council_.strategy().goals[indicator_.goal].number}));
        text("name", indicator_.name, indicator_.span);
        number("year", whole(std::int64_t{result_.year.western}));
        number("in_force", whole(std::int64_t{result_.exclusion == Exclusion::not_valid ? 0 : 1}));
        const bool fixed = result_.exclusion == Exclusion::not_valid || result_.exclusion == Exclusion::reference_value;
        text("fixed", fixed ? result_.reason : "");
    }

    void inputs() {
        const Places& places = council_.places;
        const std::string format = number_format(council_, places.decimals[index_]);
        formula("target", target_formula(), target_value(), format);
        const std::string actual = places.block_ref(index_, "actual", result_.year);
        formula("actual", fmt::format("IF({0}=\"\",\"\",{0})", actual), shown_actual(result_), format);
        const std::string baseline = places.baseline_ref(index_);
        formula("baseline", fmt::format("IF({0}=\"\",\"\",{0})", baseline),
                figure_value(indicator_.baseline ? &*indicator_.baseline : nullptr), format);
    }

    bool on_line() const {
        return result_.target_value && result_.target != nullptr && result_.rule == input::Formula::linear &&
               !indicator_.targets.contains(result_.year);
    }

    /// Another year's or a part of it, on the line from the baseline to the plan's last target, or as typed.
    std::string target_formula() const {
        const Places& places = council_.places;
        if (result_.target_from) {
            const std::string source = places.block_ref(index_, "target", *result_.target_from);
            if (!result_.target_part) return fmt::format("IF({0}=\"\",\"\",{0})", source);
            return fmt::format("{}*({})", source, result_.target_part->fraction());
        }
        if (!on_line()) {
            return fmt::format("IF({0}=\"\",\"\",{0})", places.block_ref(index_, "target", result_.year));
        }
        const base::Year last = last_target_year();
        const int from = indicator_.baseline_year->western;
        return fmt::format("{0}+({1}-{0})*{2}/{3}", places.baseline_ref(index_),
                           places.block_ref(index_, "target", last), result_.year.western - from, last.western - from);
    }

    base::Year last_target_year() const {
        base::Year last = indicator_.targets.begin()->first;
        for (const auto& [year, target] : indicator_.targets) {
            const auto counts = [](const input::RevisedTarget& revision) { return revision.figure.amount.has_value(); };
            const bool number = (target.original && target.original->amount) ||
                                std::any_of(target.revised.begin(), target.revised.end(), counts);
            if (number) last = year;
        }
        return last;
    }

    Computed target_value() const {
        const bool made = on_line() || result_.target_part;
        return made ? Computed(kept(*result_.target_value)) : figure_value(result_.target);
    }

    void judgement(const RowFormulas& formulas) {
        const input::Policy& policy = *result_.policy;
        const auto place = [](std::optional<std::size_t> number) {
            return number ? Computed(whole(*number)) : Computed(std::string());
        };
        formula("reason", formulas.reason, result_.reason, "");
        formula("evaluated", formulas.evaluated, whole(std::int64_t{result_.evaluated() ? 1 : 0}), "0");
        formula("band", formulas.band, place(band_place(policy.bands, result_.band)), "0");
        formula("class", formulas.klass, place(band_place(policy.class_bands, result_.band)), "0");
        formula("rating", formulas.rating, rating_of(result_.band), "");
        formula("achieved", formulas.achieved,
                result_.evaluated() ? Computed(whole(std::int64_t{result_.achieved ? 1 : 0})) : std::string(), "0");
        const auto points = result_.band == nullptr ? std::nullopt : result_.band->points;
        formula("points", formulas.points, number_or_blank(points), "0.##");
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
        formula("term", formulas.term, number_or_blank(term), "0.###########");
        formula("weight", formulas.weight, number_or_blank(weight), "0.##");
        formula("weighted", formulas.weighted, number_or_blank(weighted), "0.###########");
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
    Row row_;
};

void write_head(const Council& council) {
    const TableSheet& table = council.places.calculation;
    begin_table(council, table);
    Column at = 0;
    for (const ColumnPlan& column : table.plan->columns) {
        table.sheet->column_width(at, at, column.width > 0 ? column.width : 10);
        table.sheet->text({TableSheet::head, at++}, column.label, head_look(), column.span);
    }
}

/// The ranges that the tallies count and average.
void name_columns(const Council& council) {
    const Row last = council.places.last_calculated;
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
    const Row last = places.last_calculated;
    for (std::size_t index = 0; index < places.originals.size(); ++index) {
        if (places.originals[index] != index) continue;
        for (std::size_t year = 0; year < places.judged; ++year) {
            RowWriter(council, index, places.years[year]).write();
        }
    }
    name_columns(council);
    table.sheet->filter({{TableSheet::head, 0}, {last, static_cast<Column>(table.plan->columns.size() - 1)}});
    const Column rating = table.columns.find("rating")->second;
    colour_ratings(council, *table.sheet, {{TableSheet::first, rating}, {last, rating}},
                   cell({TableSheet::first, rating}));
}

}  // namespace workbook
