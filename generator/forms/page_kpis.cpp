// The indicators of a form: a row of values, and below it the reason and the next steps.
#include <algorithm>

#include "forms/form_page.h"
#include "forms/formulas.h"
#include "forms/sheet.h"

namespace forms {

namespace {

constexpr double text_height = 33;

/// Of the row whose name and definition take so many lines.
double height_of(const std::string& words) {
    return std::max(46.0, 16.0 * static_cast<double>(workbook::lines_of(words, 24)) + 6);
}

void value_cell(FormPage& page, At at, const input::Figure* typed, int decimals) {
    const Look look = input(number(format_for(page, decimals)));
    if (typed != nullptr && typed->amount) {
        figure(page, at, typed, look);
    } else {
        page.sheet.blank(at, look);
    }
}

void status_cell(FormPage& page, const input::Figure* typed) {
    std::string word;
    if (typed != nullptr)
        word = typed->words.empty() ? std::string(typed->provisional ? sheet::provisional_word : sheet::final_word)
                                    : typed->words;
    page.sheet.text({page.row, sheet::status}, word, input(framed()));
    std::vector<std::string> words = {std::string(sheet::final_word), std::string(sheet::provisional_word)};
    words.insert(words.end(), page.statuses.begin(), page.statuses.end());
    page.sheet.choose({{page.row, sheet::status}, {page.row, sheet::status}}, words, "値の状態",
                      "値がないときは、その理由を選びます。");
}

void text_row(FormPage& page, const std::string& title, const std::string& key, const Field& field, std::size_t index,
              const std::string& text) {
    Look side = label();
    side.horizontal = workbook::Horizontal::end;
    row_height(page, text_height);
    page.sheet.text({page.row, sheet::name}, title, side);
    page.sheet.merged({{page.row, sheet::text}, {page.row, sheet::text_end}}, text, top(input(framed())));
    page.sheet.text({page.row, sheet::code}, sibling_code(field.code, key), small_grey());
    define(page, range_name(key, index), {page.row, sheet::text});
    ++page.row;
}

/// The name, the definition, and what the plan says of the target where it was revised.
std::string described(const FormPage& page, const input::Indicator& indicator) {
    std::string words = indicator.name;
    if (!indicator.definition.empty()) words += "\n" + indicator.definition;
    const auto target = indicator.targets.find(page.year);
    if (target == indicator.targets.end()) return words;
    const input::Figure* original = target->second.original ? &*target->second.original : nullptr;
    if (original != nullptr && target->second.in_force(page.year) != original)
        words += "\n目標値は改定後（当初 " + printed(page.inputs, original) + "）";
    for (const input::TargetRevision& revision : indicator.revisions) {
        if (revision.from <= page.year && !revision.reason.empty()) words += "\n" + revision.reason;
    }
    return words;
}

void write_kpi(FormPage& page, std::size_t index) {
    const Field& field = page.form.fields[index];
    const input::Indicator& indicator = page.inputs.strategy.indicators[*field.indicator];
    const std::string words = described(page, indicator);
    const double height = height_of(words);
    keep_together(page, height + 2 * text_height);
    const int decimals = decimals_of(page, field);
    const input::Figure* typed = known(page, field);
    const RowCells cells = {cell({page.row, sheet::value}),       cell({page.row, sheet::status}),
                            cell({page.row, sheet::target}),      cell({page.row, sheet::last}),
                            cell({page.row, sheet::before_last}), decimals};
    const std::string check = cell({page.row, sheet::check});
    row_height(page, height);
    page.sheet.text({page.row, sheet::name}, words, framed());
    page.sheet.text({page.row, sheet::unit}, indicator.unit, centred(framed()));
    figure(page, {page.row, sheet::target}, target_of(indicator, page.year, page.year), number(""));
    figure(page, {page.row, sheet::before_last}, figure_of(page.inputs, field, {page.year.western - 2}), number(""));
    figure(page, {page.row, sheet::last}, figure_of(page.inputs, field, {page.year.western - 1}), number(""));
    value_cell(page, {page.row, sheet::value}, typed, decimals);
    status_cell(page, typed);
    const LiveRating live = live_rating(page.inputs, indicator, cells, check, cell({page.row, sheet::rate}));
    if (live.rate.empty()) {
        page.sheet.text({page.row, sheet::rate}, "―", computed(centred(framed())));
        page.sheet.text({page.row, sheet::rating}, "―", computed(centred(framed())));
    } else {
        const input::Policy& policy = page.inputs.policy;
        const std::string percent = base::spreadsheet_format(policy.decimals, policy.numbers, policy.numbers.percent);
        page.sheet.formula({page.row, sheet::rate}, live.rate, std::string(), computed(number(percent)));
        page.sheet.formula({page.row, sheet::rating}, live.rating, std::string(), computed(centred(framed())));
    }
    page.sheet.formula({page.row, sheet::check}, check_formula(cells), std::string(), computed(framed()));
    page.sheet.text({page.row, sheet::code}, field.code, small_grey());
    const std::string is_filled = "IF(OR(" + cells.value + "<>\"\",AND(" + cells.status + "<>\"\"," + cells.status +
                                  "<>\"確定\"," + cells.status + "<>\"速報\")),1,0)";
    page.sheet.formula({page.row, sheet::filled}, is_filled, std::string(), small_grey());
    alarms(page, {{page.row, sheet::value}, {page.row, sheet::value}}, check);
    alarms(page, {{page.row, sheet::check}, {page.row, sheet::check}}, check);
    tip(page, {page.row, sheet::value}, indicator.unit, figure_of(page.inputs, field, {page.year.western - 1}));
    define(page, range_name(field, index), {page.row, sheet::value});
    ++page.row;
    text_row(page, "要因", "cause", field, index, typed == nullptr ? "" : typed->cause);
    text_row(page, "今後の取組", "next_steps", field, index, typed == nullptr ? "" : typed->next_steps);
}

}  // namespace

void write_kpis(FormPage& page) {
    if (kpis(page) == 0) return;
    section(page, "1　指標（数値目標・KPI）");
    row_height(page, 24);
    row_of(page,
           {{sheet::name, "指標・定義"},
            {sheet::unit, "単位"},
            {sheet::target, "目標値 " + short_year(page, 0)},
            {sheet::before_last, "実績値 " + short_year(page, 2)},
            {sheet::last, "実績値 " + short_year(page, 1)},
            {sheet::value, "実績値 " + short_year(page, 0)},
            {sheet::status, "値の状態"},
            {sheet::rate, page.inputs.policy.rate_name},
            {sheet::rating, "評価"},
            {sheet::check, "確認"},
            {sheet::code, "符号（変えない）"},
            {sheet::filled, "済"}},
           head());
    ++page.row;
    for (std::size_t i = 0; i < page.form.fields.size(); ++i) {
        if (page.form.fields[i].is_kpi()) write_kpi(page, i);
    }
}

}  // namespace forms
