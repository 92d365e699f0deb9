// Counts the height used on the page to break before what must stay together; marks go into number formats.
#include "forms/form_page.h"

#include <algorithm>

#include "forms/sheet.h"

namespace forms {

void row_height(FormPage& page, double height) {
    page.sheet.row_height(page.row, height);
    page.used += height;
}

void keep_together(FormPage& page, double height) {
    if (page.used + height <= page_room || page.used <= head_room) return;
    page.breaks.push_back(page.row);
    page.used = head_room;
}

std::string short_year(const FormPage& page, int back) {
    return base::short_year(page.inputs.eras, {page.year.western - back});
}

std::string full_year(const FormPage& page) {
    return base::era_year(page.inputs.eras, page.year, base::YearKind::fiscal);
}

std::string format_for(const FormPage& page, int decimals) {
    return base::spreadsheet_format(decimals, page.inputs.policy.numbers);
}

/// 改 or 速 before the number, by its format, so that it stays a number.
static std::string marked(std::string format, const input::Figure& figure) {
    const std::string mark = figure.revised ? "\"改 \"" : figure.provisional ? "\"速 \"" : "";
    const std::size_t negative = format.find(';');
    if (negative != std::string::npos) format.insert(negative + 1, mark);
    return mark + format;
}

void figure(FormPage& page, At at, const input::Figure* figure, const Look& look) {
    if (figure != nullptr && figure->amount) {
        Look counted = look;
        counted.number_format = format_for(page, figure->amount->decimals);
        if (look.locked) counted.number_format = marked(counted.number_format, *figure);
        page.sheet.number(at, *figure->amount, counted);
    } else {
        page.sheet.text(at, figure == nullptr ? "" : figure->words, look);
    }
}

const input::Figure* known(const FormPage& page, const Field& field) {
    const input::Figure* figure = figure_of(page.inputs, field, page.year);
    return figure != nullptr && figure->words == page.inputs.awaited && !page.inputs.awaited.empty() ? nullptr : figure;
}

int decimals_of(const FormPage& page, const Field& field) {
    for (int back = 1; back <= 6; ++back) {
        const input::Figure* figure = figure_of(page.inputs, field, {page.year.western - back});
        if (figure != nullptr && figure->amount) return figure->amount->decimals;
    }
    const input::Figure* figure =
        field.indicator ? target_of(page.inputs.strategy.indicators[*field.indicator], page.year, page.year) : nullptr;
    return figure != nullptr && figure->amount ? figure->amount->decimals : 0;
}

void alarms(FormPage& page, Area area, const std::string& check) {
    Look wrong;
    wrong.ground = red_ground;
    wrong.ink = red;
    wrong.bold = true;
    Look doubtful;
    doubtful.ground = amber_ground;
    doubtful.ink = amber;
    page.sheet.condition(area, "LEFT(" + check + ",1)=\"×\"", wrong);
    page.sheet.condition(area, "LEFT(" + check + ",1)=\"△\"", doubtful);
}

void define(FormPage& page, const std::string& name, At at) {
    page.book.define(name, workbook::cell_of(page.sheet.name(), at));
}

void tip(FormPage& page, At at, const std::string& unit, const input::Figure* last) {
    const std::string before = printed(page.inputs, last);
    page.sheet.accept({at, at}, "TRUE", "実績値 " + short_year(page, 0) + (unit.empty() ? "" : "　" + unit),
                      "数字だけを半角で記入。" + (before.empty() ? "" : "前年度は " + before + "。"));
}

void section(FormPage& page, const std::string& title) {
    Look look = plain();
    look.bold = true;
    look.points = 13;
    look.ink = indigo;
    row_height(page, 24);
    page.sheet.text({page.row++, 0}, title, look);
}

void row_of(FormPage& page, std::initializer_list<std::pair<workbook::Column, std::string>> texts, const Look& look) {
    for (const auto& [column, words] : texts) page.sheet.text({page.row, column}, words, look);
}

std::size_t kpis(const FormPage& page) {
    return static_cast<std::size_t>(std::count_if(page.form.fields.begin(), page.form.fields.end(),
                                                  [](const Field& field) { return field.is_kpi(); }));
}

std::size_t project_rows(const FormPage& page) {
    std::size_t rows = 0;
    for (std::size_t i = 0; i < page.form.fields.size(); ++i) {
        const Field& field = page.form.fields[i];
        if (field.is_kpi()) continue;
        const bool alone = i + 1 == page.form.fields.size() || page.form.fields[i + 1].part == Part::results;
        if (field.part == Part::value || alone) ++rows;
    }
    return rows;
}

}  // namespace forms
