// The indicators of a form: a row of values, and below it the reason and the next steps.
#include <algorithm>

#include "forms/form_page.h"
#include "forms/formulas.h"
#include "forms/sheet.h"

namespace forms {

namespace {

constexpr double text_height = 33, source_height = 20;

/// Of the row whose name and definition take so many lines.
double height_of(const std::string& words) {
    return std::max(46.0, 16.0 * static_cast<double>(workbook::lines_of(words, 24)) + 6);
}

void value_cell(FormPage& page, At at, const input::Figure* typed, int decimals) {
    const Look look = input(number(format_for(page, decimals)));
    const bool own_words = typed != nullptr && !typed->amount && !page.inputs.policy.is_status(typed->words);
    if (typed != nullptr && (typed->amount || own_words)) {
        figure(page, at, typed, look);
    } else {
        page.sheet.blank(at, look);
    }
}

void status_cell(FormPage& page, const input::Figure* typed) {
    std::string word;
    if (typed != nullptr)
        word = page.inputs.policy.is_status(typed->words)
                   ? typed->words
                   : std::string(typed->provisional ? sheet::provisional_word : sheet::final_word);
    page.sheet.text({page.row, sheet::status}, word, input(framed()));
    std::vector<std::string> words = {std::string(sheet::final_word), std::string(sheet::provisional_word)};
    words.insert(words.end(), page.statuses.begin(), page.statuses.end());
    page.sheet.choose({{page.row, sheet::status}, {page.row, sheet::status}}, words, "値の状態",
                      "値がないときは、その理由を選びます。");
}

Look label_at_end() {
    Look side = label();
    side.horizontal = workbook::Horizontal::end;
    return side;
}

/// A row of a text; beside it, in grey, what was written the year before, where something was.
void text_row(FormPage& page, const std::string& title, const std::string& key, const Field& field, std::size_t index,
              const std::string& text, const std::string& last) {
    const workbook::Column end = last.empty() ? sheet::text_end : sheet::value;
    const double lines = static_cast<double>(workbook::lines_of(last, 52));
    row_height(page, std::max(text_height, 14 * lines + 6));
    page.sheet.text({page.row, sheet::name}, title, label_at_end());
    page.sheet.merged({{page.row, sheet::text}, {page.row, end}}, text, top(input(framed())));
    if (!last.empty()) {
        const std::string words = short_year(page, 1) + "：" + last;
        Look grey = top(computed(framed()));
        grey.ink = small_grey().ink;
        page.sheet.merged({{page.row, sheet::status}, {page.row, sheet::text_end}}, words, grey);
    }
    page.sheet.text({page.row, sheet::code}, sibling_code(field.code, key), small_grey());
    define(page, range_name(key, index), {page.row, sheet::text});
    ++page.row;
}

/// 根拠資料: the paper, who gave the value and who agreed.
void source_row(FormPage& page, const Field& field, std::size_t index, const input::Figure* typed) {
    const input::Evidence none;
    const input::Evidence& known = typed != nullptr && typed->beside->evidence ? *typed->beside->evidence : none;
    row_height(page, source_height);
    page.sheet.text({page.row, sheet::name}, "根拠資料（ファイル名など）", label_at_end());
    page.sheet.merged({{page.row, sheet::text}, {page.row, sheet::value - 1}}, known.paper, input(framed()));
    page.sheet.text({page.row, sheet::value}, "値を出した人", label_at_end());
    page.sheet.merged({{page.row, sheet::given_by}, {page.row, sheet::given_by + 1}}, known.given_by, input(framed()));
    page.sheet.text({page.row, sheet::agreed_by - 1}, "確かめた人", label_at_end());
    page.sheet.text({page.row, sheet::agreed_by}, known.agreed_by, input(framed()));
    page.sheet.text({page.row, sheet::code}, sibling_code(field.code, "source"), small_grey());
    define(page, range_name("source", index), {page.row, sheet::text});
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

std::string rate_format(const FormPage& page) {
    const input::Policy& policy = page.inputs.policy;
    return base::spreadsheet_format(policy.decimals, policy.numbers, policy.numbers.percent);
}

void computed_cell(FormPage& page, workbook::Column column, const std::string& formula, const Look& look) {
    if (formula.empty()) {
        page.sheet.text({page.row, column}, "―", computed(centred(framed())));
    } else {
        page.sheet.formula({page.row, column}, formula, std::string(), computed(look));
    }
}

void write_kpi(FormPage& page, std::size_t index) {
    const Field& field = page.form.fields[index];
    const input::Indicator& indicator = page.inputs.strategy.indicators[*field.indicator];
    const std::string words = described(page, indicator);
    const double height = height_of(words);
    const input::Figure* before = figure_of(page.inputs, field, {page.year.western - 1});
    const input::Figure none;
    const input::Figure& last = before == nullptr ? none : *before;
    keep_together(page, height + 2 * text_height + source_height);
    const int decimals = decimals_of(page, field);
    const input::Figure* typed = known(page, field);
    const RowCells cells = {cell({page.row, sheet::value}),
                            cell({page.row, sheet::status}),
                            cell({page.row, sheet::target}),
                            cell({page.row, sheet::last}),
                            cell({page.row, sheet::before_last}),
                            decimals,
                            input::formula_of(indicator, page.inputs.policy) == input::Formula::words};
    const std::string check = cell({page.row, sheet::check});
    row_height(page, height);
    page.sheet.text({page.row, sheet::name}, words, framed());
    page.sheet.text({page.row, sheet::unit}, indicator.unit, centred(framed()));
    const LiveRating live = live_rating(page.inputs, indicator, cells, {check, cell({page.row, sheet::rate})});
    if (live.target) {
        page.sheet.number({page.row, sheet::target}, *live.target, number(format_for(page, live.target->decimals)));
    } else {
        figure(page, {page.row, sheet::target}, target_of(indicator, page.year, page.year), number(""));
    }
    figure(page, {page.row, sheet::before_last}, figure_of(page.inputs, field, {page.year.western - 2}), number(""));
    figure(page, {page.row, sheet::last}, before, number(""));
    value_cell(page, {page.row, sheet::value}, typed, decimals);
    status_cell(page, typed);
    computed_cell(page, sheet::rate, live.rate, number(rate_format(page)));
    computed_cell(page, sheet::rating, live.rating, centred(framed()));
    page.sheet.formula({page.row, sheet::check}, check_formula(cells), std::string(), computed(framed()));
    page.sheet.text({page.row, sheet::code}, field.code, small_grey());
    const std::string is_filled = "IF(OR(" + cells.value + "<>\"\",AND(" + cells.status + "<>\"\"," + cells.status +
                                  "<>\"確定\"," + cells.status + "<>\"速報\")),1,0)";
    page.sheet.formula({page.row, sheet::filled}, is_filled, std::string(), small_grey());
    alarms(page, {{page.row, sheet::value}, {page.row, sheet::value}}, check);
    alarms(page, {{page.row, sheet::check}, {page.row, sheet::check}}, check);
    tip(page, {page.row, sheet::value}, indicator.unit, before);
    define(page, range_name(field, index), {page.row, sheet::value});
    ++page.row;
    text_row(page, "要因", "cause", field, index, typed == nullptr ? "" : typed->beside->cause, last.beside->cause);
    text_row(page, "今後の取組", "next_steps", field, index, typed == nullptr ? "" : typed->beside->next_steps,
             last.beside->next_steps);
    source_row(page, field, index, typed);
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
