// The projects of a form: results, and a row for each activity indicator.
#include <algorithm>

#include "forms/form_page.h"
#include "forms/formulas.h"
#include "forms/sheet.h"

namespace forms {

namespace {

std::string join(const std::vector<std::string>& lines) {
    std::string out;
    for (const std::string& line : lines) out += (out.empty() ? "" : "\n") + line;
    return out;
}

std::string results_text(const input::Project& project) {
    std::vector<std::string> lines;
    for (const input::ResultLine& line : project.results) {
        lines.push_back(line.text);
        for (const std::string& detail : line.details) lines.push_back("・" + detail);
    }
    return join(lines);
}

void area(FormPage& page, Area area, const std::string& text, const Look& look) {
    if (area.first.row == area.last.row) {
        page.sheet.text(area.first, text, look);
    } else {
        page.sheet.merged(area, text, look);
    }
}

void write_activity(FormPage& page, std::size_t index, const std::string& also_filled) {
    const Field& field = page.form.fields[index];
    const input::ActivityIndicator& indicator = page.inputs.projects[field.project].indicators[field.activity];
    const int decimals = decimals_of(page, field);
    const input::Figure* typed = known(page, field);
    const RowCells cells = {cell({page.row, sheet::activity_value}), "", "",
                            cell({page.row, sheet::activity_last}),  "", decimals};
    page.sheet.text({page.row, sheet::activity},
                    indicator.name + (indicator.unit.empty() ? "" : "（" + indicator.unit + "）"), framed());
    figure(page, {page.row, sheet::activity_last}, figure_of(page.inputs, field, {page.year.western - 1}), number(""));
    const Look look = input(number(format_for(page, decimals)));
    if (typed == nullptr) {
        page.sheet.blank({page.row, sheet::activity_value}, look);
    } else {
        figure(page, {page.row, sheet::activity_value}, typed, look);
    }
    page.sheet.formula({page.row, sheet::check}, check_formula(cells), std::string(), computed(framed()));
    page.sheet.text({page.row, sheet::code}, field.code, small_grey());
    const std::string own = "IF(" + cells.value + "<>\"\",1,0)";
    page.sheet.formula({page.row, sheet::filled}, also_filled.empty() ? own : own + "+" + also_filled, std::string(),
                       small_grey());
    const std::string check = cell({page.row, sheet::check});
    alarms(page, {{page.row, sheet::activity_value}, {page.row, sheet::activity_value}}, check);
    alarms(page, {{page.row, sheet::check}, {page.row, sheet::check}}, check);
    tip(page, {page.row, sheet::activity_value}, indicator.unit,
        figure_of(page.inputs, field, {page.year.western - 1}));
    define(page, range_name(field, index), {page.row, sheet::activity_value});
}

void write_project(FormPage& page, std::size_t first, std::size_t end) {
    const Field& field = page.form.fields[first];
    const input::Project& project = page.inputs.projects[field.project];
    const std::size_t rows = std::max<std::size_t>(1, end - first - 1);
    std::string name = project.name;
    if (!project.formerly.empty()) name += "\n（旧 " + project.formerly + "）";
    if (project.ended)
        name += "\n（" + base::era_year(page.inputs.eras, project.ended->year, base::YearKind::fiscal) + "で終了）";
    if (!project.content.empty()) name += "\n" + join(project.content);
    const std::string results = results_text(project);
    const std::size_t lines = std::max<std::size_t>({workbook::lines_of(name, 24), workbook::lines_of(results, 54), 4});
    const double height = std::clamp(16.0 * static_cast<double>(lines) / static_cast<double>(rows) + 6, 36.0, 300.0);
    keep_together(page, height * static_cast<double>(rows));
    const Row last = page.row + static_cast<Row>(rows) - 1;
    area(page, {{page.row, sheet::name}, {last, sheet::name}}, name, top(framed()));
    page.sheet.merged({{page.row, sheet::results}, {last, sheet::results_end}}, results, top(input(framed())));
    page.sheet.text({page.row, sheet::results_code}, field.code, small_grey());
    define(page, range_name(field, first), {page.row, sheet::results});
    const std::string filled = "IF(" + cell({page.row, sheet::results}) + "<>\"\",1,0)";
    for (std::size_t i = 0; i < rows; ++i) {
        row_height(page, height);
        if (first + 1 + i < end) {
            write_activity(page, first + 1 + i, i == 0 ? filled : "");
        } else {
            for (const workbook::Column column :
                 {sheet::activity, sheet::activity_last, sheet::activity_value, sheet::check}) {
                page.sheet.text({page.row, column}, column == sheet::activity ? "（取組指標の欄なし）" : "",
                                computed(framed()));
            }
            page.sheet.formula({page.row, sheet::filled}, filled, std::string(), small_grey());
        }
        ++page.row;
    }
}

}  // namespace

void write_projects(FormPage& page) {
    if (project_rows(page) == 0) return;
    keep_together(page, 48 + 120);  // the heads and a first project of the usual size
    section(page, (kpis(page) > 0 ? "2　" : "1　") + std::string("主な取組　") + full_year(page) + "の実績");
    row_height(page, 24);
    page.sheet.text({page.row, sheet::name}, "事業・取組内容", head());
    page.sheet.merged({{page.row, sheet::results}, {page.row, sheet::results_end}},
                      "取組実績（一つの行に一つ。細目は「・」で始める）", head());
    row_of(page,
           {{sheet::activity, "取組指標"},
            {sheet::activity_last, short_year(page, 1)},
            {sheet::activity_value, short_year(page, 0)},
            {sheet::check, "確認"},
            {sheet::code, "符号（変えない）"},
            {sheet::results_code, "符号（変えない）"},
            {sheet::filled, "済"}},
           head());
    ++page.row;
    for (std::size_t i = 0; i < page.form.fields.size(); ++i) {
        if (page.form.fields[i].part != Part::results) continue;
        std::size_t end = i + 1;
        while (end < page.form.fields.size() && page.form.fields[end].part == Part::value &&
               !page.form.fields[end].is_kpi())
            ++end;
        write_project(page, i, end);
    }
}

}  // namespace forms
