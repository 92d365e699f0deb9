// All KPIs in a row each: target, actual, rate, and the ratings of the last years beside one another.
#include <fmt/format.h>

#include <algorithm>

#include "workbook/formulas.h"
#include "workbook/looks.h"
#include "workbook/measures.h"
#include "workbook/remarks.h"
#include "workbook/summary_parts.h"
#include "workbook/widths.h"

namespace workbook {

namespace {

using evaluate::Result;

Look chip_look(const input::Band* band) {
    Look look = centred_look();
    look.wrap = false;
    look.shrink = true;
    look.bold = true;
    if (band != nullptr) {
        look.ground = band->colour;
        look.ink = band->on_colour;
    }
    return look;
}

Content chip(const std::string& formula, const input::Band* band) {
    return {formula, band == nullptr ? std::string() : band_chip(*band), chip_look(band)};
}

/// The first letter of the words for up, down and level is their arrow.
std::string arrow_of(const std::string& word) {
    const std::size_t blank = word.find(' ');
    return blank == std::string::npos ? word : word.substr(0, blank);
}

Content arrow(const Council& council, const std::string& now, const std::string& before,
              const std::optional<int>& sign) {
    const auto of = [&](const char* key) { return arrow_of(council.plan.word(key)); };
    const std::string value = !sign ? "" : *sign > 0 ? of("up") : *sign < 0 ? of("down") : of("level");
    return {sign_formula(now, before, of("up"), of("down"), of("level")), value, centred_look()};
}

class LineWriter {
   public:
    LineWriter(const SummaryContext& context, Sheet& sheet, Row row)
        : context_(context), council_(context.council), sheet_(sheet), row_(row) {}

    void goal(std::size_t index) {
        const input::Goal& goal = council_.strategy().goals[index];
        const evaluate::Tally& tally = council_.assessment.goals[index].kpis_in(council_.evaluated_year());
        Look look = text_look();
        look.bold = true;
        look.ground = panel;
        look.ink = indigo;
        Look number = look;
        number.horizontal = Horizontal::centre;
        sheet_.number(at(0), whole(std::int64_t{goal.number}), number);
        sheet_.merged({at(1), at(3)}, short_name(goal), look, goal.span);
        look.wrap = false;
        look.horizontal = Horizontal::end;
        sheet_.text(at(4), context_.plan.label("mean"), look);
        const std::string mean = mean_ref(council_.evaluated_year(), index);
        Look value = look;
        value.number_format = mean_format(council_, tally);
        sheet_.shows(goal_in(index, tally.year), "mean");
        sheet_.formula(at(5), mean, number_or_blank(tally.mean), value);
        const Content chip = chip_of_tally(council_, tally, index);
        const std::size_t last = 5 + context_.columns.years;
        if (tally.band != nullptr && tally.band->symbol.empty() && last > 6) {  // a word needs the years before too
            sheet_.merged({at(6), at(last)}, "", chip.look);
            put(sheet_, at(6), chip);
        } else {
            for (std::size_t year = 6; year < last; ++year) sheet_.blank(at(year), look);
            put(sheet_, at(last), chip);
        }
        std::optional<int> sign;
        if (tally.mean_change) sign = base::Ratio(*tally.mean_change).sign();
        look.horizontal = Horizontal::centre;
        const auto& tallies = council_.assessment.goals[index];
        const base::Year last_year{council_.evaluated_year().western - 1};
        if (council_.places.judged < 2 || tallies.kpis_in(last_year).in_points != tally.in_points) {
            sheet_.blank({row_, context_.columns.arrow()}, look);
        } else {
            Content content = arrow(council_, mean, mean_ref(last_year, index), sign);
            content.look = look;
            put(sheet_, {row_, context_.columns.arrow()}, content);
        }
    }

    void kpi(std::size_t index) {
        const KpiRow row(council_, index, "");
        const std::string list = council_.places.list_cell(index);
        put(sheet_, at(0),
            {"",
             whole(std::int64_t{council_.places.numbers[index]}),
             list.empty() ? centred_look() : link_look(centred_look()),
             {},
             list});
        put(sheet_, at(1), {"", marked_name(council_, index), text_look(), row.indicator.span});
        put(sheet_, at(2), {"", row.indicator.unit, centred_look(), row.indicator.span});
        put(sheet_, at(3), row.figure("target", row.now));
        Content actual = row.figure("actual", row.now);
        actual.look = emphasised(actual.look);
        put(sheet_, at(4), actual);
        put(sheet_, at(5), row.rate("shown", row.now));
        for (std::size_t year = 0; year < context_.columns.years; ++year) {
            const base::Year of = council_.places.years[council_.places.judged - context_.columns.years + year];
            put(sheet_, at(6 + year), chip_of_result(row, row.in(of)));
        }
        Content trend = row.nothing();
        if (row.before != nullptr) {
            std::optional<int> sign;
            if (row.now.rate_change) sign = base::Ratio(*row.now.rate_change).sign();
            trend = arrow(council_, row.printed_ref(row.now), row.printed_ref(*row.before), sign);
        }
        put(sheet_, {row_, context_.columns.arrow()}, trend);
        hidden(row, list);
    }

   private:
    At at(std::size_t column) const { return {row_, context_.matrix(column)}; }

    std::string mean_ref(base::Year year, std::size_t goal) const {
        return council_.places.tallies.ref(council_.places.tally_row(true, year, goal), "mean");
    }

    /// What the list of those that lag takes from here.
    void hidden(const KpiRow& row, const std::string& list) {
        const SummaryColumns& columns = context_.columns;
        sheet_.formula({row_, columns.order()}, order_formula(row), order_value(row), number_look("0"));
        sheet_.text({row_, columns.target()}, list.empty() ? council_.places.goal_cell(row.index) : list, Look());
        sheet_.formula({row_, columns.distance()}, distance_formula(row),
                       distance_words(council_, context_.plan, row.index), Look());
        sheet_.text({row_, columns.cause()}, cause_words(council_, row.index), Look());
    }

    /// Bands from below, then rates, then the order of the plan: one number, worst least. AND would calculate with the
    /// empty text of what has no band.
    std::string order_formula(const KpiRow& row) const {
        const auto part = [&](const char* key, std::size_t bands) {
            const std::string number = row.ref(row.now, key);
            const std::string below = fmt::format("({}-{})", bands, number);
            return fmt::format(
                "IF(IF(ISNUMBER({0}),{1}<{2},FALSE),{1}*10^12+ROUND((MIN(8999,MAX(-1000,N({3})))+1000)*1000,0)*10^5+{4}"
                ",",
                number, below, bands / 2, row.ref(row.now, "shown"), council_.places.numbers[row.index]);
        };
        const input::Policy& policy = *row.now.policy;
        std::string formula = part("band", policy.bands.size());
        if (policy.class_bands.empty()) return formula + "\"\")";
        return formula + part("class", policy.class_bands.size()) + "\"\"))";
    }

    Computed order_value(const KpiRow& row) const {
        const Result& now = row.now;
        const auto below = steps_from_below(now);
        if (!below) return std::string();
        base::Ratio rate = now.rate ? base::Ratio(now.rate->shown) : base::Ratio();
        rate = std::min(base::Ratio(8999), std::max(base::Ratio(-1000), rate)) + base::Ratio(1000);
        const base::Ratio steps((rate * base::Ratio(1000)).rounded(0));
        const base::Ratio order = base::Ratio(static_cast<std::int64_t>(*below)) * base::Ratio(1'000'000'000'000) +
                                  steps * base::Ratio(100'000) +
                                  base::Ratio(std::int64_t{council_.places.numbers[row.index]});
        return order.rounded(0);
    }

    std::string distance_formula(const KpiRow& row) const {
        const std::string actual = row.ref(row.now, "actual"), target = row.ref(row.now, "target");
        const bool higher = row.indicator.direction == input::Direction::higher;
        base::NumberStyle style = council_.inputs().policy.numbers;
        style.minus = "-";
        const std::string number = fmt::format("TEXT(ABS({}-{}),{})", actual, target,
                                               formula_text(base::spreadsheet_format(row.decimals(), style)));
        const std::string& words = context_.plan.label(higher ? "short_of" : "over");
        const std::size_t gap = words.find("{gap}");
        const std::string tail =
            unit_of_gap(council_, row.indicator) + (gap == std::string::npos ? "" : words.substr(gap + 5));
        return fmt::format("IF(AND(ISNUMBER({0}),ISNUMBER({1})),IF(ROUND({2},9)<0,{3}&{4}&{5},\"\"),\"\")", actual,
                           target, higher ? actual + "-" + target : target + "-" + actual,
                           formula_text(words.substr(0, gap)), number, formula_text(tail));
    }

   public:
    /// The difference of two shares is one of points.
    static std::string unit_of_gap(const Council& council, const input::Indicator& indicator) {
        const bool share = indicator.unit == "%" || indicator.unit == "％";
        return share ? council.plan.word("points_unit") : indicator.unit;
    }

   private:
    const SummaryContext& context_;
    const Council& council_;
    Sheet& sheet_;
    Row row_;
};

}  // namespace

std::vector<MatrixLine> matrix_lines(const Council& council) {
    std::vector<MatrixLine> lines;
    const input::Strategy& strategy = council.strategy();
    for (std::size_t goal = 0; goal < strategy.goals.size(); ++goal) {
        lines.push_back({true, goal});
        for (std::size_t index = 0; index < strategy.indicators.size(); ++index) {
            const input::Indicator& indicator = strategy.indicators[index];
            const bool kpi = indicator.kind == input::IndicatorKind::kpi && indicator.goal == goal;
            if (!kpi || council.places.originals[index] != index) continue;
            const auto exclusion = council.assessment.indicators[index].in(council.evaluated_year()).exclusion;
            if (exclusion != evaluate::Exclusion::not_valid) lines.push_back({false, index});
        }
    }
    return lines;
}

void SummaryContext::measure() {
    double top = 0, page_top = 0;
    for (const MatrixLine& line : lines) {
        tops.push_back(top);
        heights.push_back(matrix_height(*this, line));
        top += heights.back();
        if (top - page_top <= page) continue;
        page_top = tops.back();
        page_rows.push_back(summary_first + static_cast<Row>(tops.size()) - 1);
    }
    tops.push_back(top);
    Row below = last() + 1;
    for (double used = top - page_top; used + usual_height <= page; used += usual_height) ++below;
    page_rows.push_back(below);
}

double matrix_height(const SummaryContext& context, const MatrixLine& line) {
    const auto width = [&](std::size_t at) { return context.points[context.matrix(at)]; };
    const auto lines = line.goal ? lines_in_cell(short_name(context.council.strategy().goals[line.index]),
                                                 width(1) + width(2) + width(3))
                                 : lines_in_cell(marked_name(context.council, line.index), width(1));
    const double one = line.goal ? 13.5 : 12;  // all are whole pixels, so that no program rounds fifty rows up
    return lines < 2 ? one : static_cast<double>(lines) * 10.5 + 1.5;
}

void write_matrix_line(const SummaryContext& context, Sheet& sheet, const MatrixLine& line, Row row) {
    LineWriter writer(context, sheet, row);
    line.goal ? writer.goal(line.index) : writer.kpi(line.index);
}

Content chip_of_result(const KpiRow& row, const Result& result) {
    const std::string band = row.ref(result, "band"), other = row.ref(result, "class");
    const std::string classes = result.policy->class_bands.empty()
                                    ? "\"\""
                                    : fmt::format("IF(ISNUMBER({0}),INDEX({1},{0}),\"\")", other,
                                                  row.places.name_of("class_chip", result.policy));
    return showing(chip(fmt::format("IF(ISNUMBER({0}),INDEX({1},{0}),{2})", band,
                                    row.places.name_of("band_chip", result.policy), classes),
                        result.evaluated() ? result.band : nullptr),
                   indicator_in(row.index, result.year), "rating");
}

Content chip_of_tally(const Council& council, const evaluate::Tally& tally, std::optional<std::size_t> goal) {
    const Places& places = council.places;
    const input::Policy& policy = *tally.policy;
    const char* names = !policy.group_bands.empty()                                    ? "group_chip"
                        : tally.in_points && policy.formula == input::Formula::classes ? "class_chip"
                                                                                       : "band_chip";
    const std::string band = places.tallies.ref(places.tally_row(true, tally.year, goal), "band");
    return showing(
        chip(fmt::format("IF(ISNUMBER({0}),INDEX({1},{0}),\"\")", band, places.name_of(names, &policy)), tally.band),
        goal_in(goal, tally.year), "rating");
}

std::string distance_words(const Council& council, const SheetPlan& plan, std::size_t index) {
    const KpiRow row(council, index, "");
    const Result& now = row.now;
    if (now.actual == nullptr || !now.actual->amount || now.exclusion == evaluate::Exclusion::not_valid) return "";
    if (!now.target_value) return "";
    const bool higher = row.indicator.direction == input::Direction::higher;
    const base::Ratio actual(*now.actual->amount), target = *now.target_value;
    const base::Ratio gap = higher ? target - actual : actual - target;
    if (gap.sign() <= 0) return "";
    return filled(plan.label(higher ? "short_of" : "over"),
                  {{"gap", base::to_text(gap.rounded(row.decimals()), council.inputs().policy.numbers) +
                               LineWriter::unit_of_gap(council, row.indicator)}});
}

}  // namespace workbook
