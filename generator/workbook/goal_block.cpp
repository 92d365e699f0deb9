// Typed figures are input cells with a rule on what they accept; reprints and derived targets are shown, not typed.
#include "workbook/goal_block.h"

#include <fmt/format.h>

#include "workbook/formulas.h"
#include "workbook/looks.h"
#include "workbook/notes.h"
#include "workbook/remarks.h"
#include "workbook/subjects.h"
#include "workbook/summary_parts.h"

namespace workbook {

using evaluate::Result;
using input::Indicator;

namespace {

/// Words that are no status stay as they were typed: 設置, 増加.
bool other_words(const input::Figure* figure, const input::Policy& policy) {
    return figure != nullptr && !figure->amount && !figure->words.empty() && !policy.is_status(figure->words);
}

}  // namespace

GoalBlock::GoalBlock(const Council& council, const SheetPlan& plan, Sheet& sheet)
    : council_(council), places_(council.places), plan_(plan), sheet_(sheet) {}

void GoalBlock::write(const GoalLine& line, Heights heights, const std::string& remarks) {
    const Indicator& indicator = *source(line.index);
    const bool reprint = places_.originals[line.index] != line.index;
    const Row end = line.row + places_.block_rows(), last = remarks.empty() ? end - 1 : end;
    std::string name = marked_name(council_, line.index);
    if (reprint) name += "（" + council_.plan.word("reprint") + "）";
    sheet_.merged({{line.row, name_column}, {last, name_column}}, name, text_look(), indicator.span);
    sheet_.merged({{line.row, unit_column}, {last, unit_column}}, indicator.unit, centred_look(), indicator.span);
    baseline(line, indicator, reprint);
    for (Row at = 0; at < places_.block_rows(); ++at) {
        const ColumnPlan& row = plan_.rows[at];
        sheet_.row_height(line.row + at, heights.row);
        if (at == 1) baseline_year({line.row + at, baseline_column}, last, indicator);
        row_label({line.row + at, row_column}, line.index, row);
        for (const base::Year year : places_.years) value(line.index, row.key, year, reprint);
    }
    accept_run();
    if (remarks.empty()) return;
    sheet_.row_height(end, heights.remarks);
    sheet_.text({end, row_column}, plan_.label("remarks"), label_look());
    sheet_.merged({{end, first_year_column}, {end, places_.last_column()}}, remarks, text_look(), indicator.span);
}

/// From the actual to questions and answers, from the rating to the list. Not from the name: LibreOffice does not wrap
/// a cell with a link.
void GoalBlock::row_label(At at, std::size_t index, const ColumnPlan& row) {
    std::string link;
    if (row.key == "actual") link = places_.answer_cell(index);
    if (row.key == "rating") link = places_.list_cell(index);
    if (!link.empty()) sheet_.link(at, link);
    sheet_.text(at, row.label, link.empty() ? label_look() : link_look(label_look()), row.span);
}

void GoalBlock::baseline(const GoalLine& line, const Indicator& indicator, bool reprint) {
    const At at{line.row, baseline_column};
    const std::string format = number_format(council_, places_.decimals[line.index]);
    const input::Figure* figure = indicator.baseline ? &*indicator.baseline : nullptr;
    sheet_.shows(indicator_in(line.index, council_.evaluated_year()), "baseline");
    if (reprint) {
        reference(at, places_.baseline_ref(places_.originals[line.index]), figure_value(figure), number_look(format));
    } else {
        figure_cell(at, figure, input_look(figure_format(figure, format)));
        accept(at, other_words(figure, council_.inputs().policy));
    }
}

void GoalBlock::baseline_year(At at, Row last, const Indicator& indicator) {
    std::string year;
    if (indicator.baseline_year) {
        year = "（" + base::era_year(council_.inputs().eras, *indicator.baseline_year, indicator.baseline_year_kind) +
               "）";
    }
    sheet_.merged({at, {last, at.column}}, year, centred_look(), indicator.span);
}

/// A figure keeps the decimals it was printed with, and shows its mark.
std::string GoalBlock::figure_format(const input::Figure* figure, const std::string& otherwise) const {
    if (figure == nullptr || !figure->amount) return otherwise;
    return marked(council_.plan, number_format(council_, figure->amount->decimals), figure);
}

void GoalBlock::figure_cell(At at, const input::Figure* figure, const Look& look) {
    if (figure == nullptr) {
        sheet_.blank(at, look);
    } else if (figure->amount) {
        sheet_.number(at, *figure->amount, look, figure->span);
    } else {
        sheet_.text(at, figure->words, look, figure->span);
    }
}

/// An error that somebody pasted there is told as what is no value is.
void GoalBlock::reference(At at, const std::string& source, const Computed& value, const Look& look) {
    sheet_.formula(at, fmt::format("IFERROR(IF({0}=\"\",\"\",{0}),\"#\")", source), value, look);
}

/// Cells side by side share one rule. Cells that may hold any words have none.
void GoalBlock::accept(At at, bool any_words) {
    if (any_words) return;
    const bool beside = run_ && run_->last.row == at.row && run_->last.column + 1 == at.column;
    if (!beside) {
        accept_run();
        run_ = Area{at, at};
    }
    run_->last = at;
}

void GoalBlock::accept_run() {
    if (!run_) return;
    accept_values(council_, sheet_, *run_, plan_);
    run_.reset();
}

void GoalBlock::value(std::size_t index, const std::string& key, base::Year year, bool reprint) {
    const Result& result = council_.assessment.indicators[index].in(year);
    const At at{places_.block[index] + *places_.offset(key), places_.year_column(year)};
    sheet_.shows(indicator_in(index, year), key == "uncapped" ? "uncapped_rate" : key);
    if (key == "target" || key == "actual") {
        figure_value_cell(index, key, result, at, reprint);
    } else {
        computed(index, key, result, at);
    }
}

Look GoalBlock::of_year(const Look& look, base::Year year) const {
    return year == council_.evaluated_year() ? emphasised(look) : look;
}

void GoalBlock::figure_value_cell(std::size_t index, const std::string& key, const Result& result, At at,
                                  bool reprint) {
    const Indicator& indicator = *source(index);
    const std::string format = number_format(council_, places_.decimals[index]);
    const bool target = key == "target";
    const input::Figure* figure = target ? result.target : result.actual;
    const bool absent = result.exclusion == evaluate::Exclusion::not_valid;
    const bool derived = target && result.target_from;  // taken over from another year
    if (reprint) {
        const Computed value = target ? figure_value(figure) : shown_actual(result);
        reference(at, places_.block_ref(places_.originals[index], key, result.year), value,
                  of_year(number_look(format), result.year));
    } else if (target && (result.target_line || (result.target_from && figure != nullptr && figure->amount))) {
        made_target(index, result, at, format);
    } else if (absent && figure == nullptr && !derived) {
        sheet_.text(at, target ? "" : result.reason, of_year(number_look(""), result.year));
    } else if (derived || absent || (!target && !places_.is_judged(result.year))) {
        figure_cell(at, figure, of_year(number_look(figure_format(figure, format)), result.year));
    } else {
        figure_cell(at, figure, of_year(input_look(figure_format(figure, format)), result.year));
        accept(at, evaluate::judged_without_rate(result, indicator) || other_words(figure, council_.inputs().policy));
    }
}

/// A target that nobody typed for the year. The calculation holds the exact one.
void GoalBlock::made_target(std::size_t index, const Result& result, At at, const std::string& format) {
    const Look look = of_year(number_look(format), result.year);
    if (!places_.is_judged(result.year)) {
        sheet_.number(at, *result.target->amount, look);
        return;
    }
    const std::string source = places_.calculated_ref(index, result.year, "target");
    sheet_.formula(at, fmt::format("IF(ISNUMBER({0}),ROUND({0},{1}),{0})", source, result.target->amount->decimals),
                   *result.target->amount, look);
}

void GoalBlock::computed(std::size_t index, const std::string& key, const Result& result, At at) {
    const bool rating = key == "rating";
    const input::Policy& policy = *result.policy;
    const Look look = of_year(rating ? centred_look() : number_look(rate_format(policy, policy.decimals)), result.year);
    if (!places_.is_judged(result.year)) {
        sheet_.blank(at, look);
        return;
    }
    if (rating) {
        Content chip = chip_of_result(KpiRow(council_, places_.originals[index], ""), original(index, result.year));
        put(sheet_, at, chip);
        return;
    }
    sheet_.formula(at, places_.calculated_ref(index, result.year, key == "rate" ? "shown" : "uncapped"),
                   computed_value(index, key, result.year), look);
    if (key == "rate" && result.year == council_.evaluated_year()) {
        sheet_.note(at, note_on_rate(council_, original(index, result.year), *source(index)));
    }
}

Computed GoalBlock::computed_value(std::size_t index, const std::string& key, base::Year year) const {
    const Result& result = original(index, year);
    if (!result.evaluated()) return std::string();
    if (!result.rate) return std::string();
    return key == "rate" ? result.rate->shown : result.rate->uncapped;
}

}  // namespace workbook
