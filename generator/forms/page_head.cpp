// The head of a form, which counts what stands below it, and how its sheet is printed and protected.
#include "forms/form_page.h"
#include "forms/sheet.h"

namespace forms {

void set_up(FormPage& page) {
    constexpr double points_of_pixel = 0.75;
    constexpr int widths[] = {208, 48, 86, 86, 86, 112, 120, 92, 112, 206, 170, 170, 40};
    for (std::size_t i = 0; i < std::size(widths); ++i) {
        const auto column = static_cast<workbook::Column>(i);
        page.sheet.column_width(column, column, widths[i] * points_of_pixel);
    }
    page.sheet.no_grid();
    for (const input::StatusWord& status : page.inputs.policy.statuses) {
        if (status.word != page.inputs.awaited) page.statuses.push_back(status.word);
    }
}

namespace {

/// 2024-05-31（あと12日）: the days are counted when the form is opened.
std::string deadline(const FormPage& page) {
    std::string day = workbook::formula_text(page.inputs.forms.deadline);
    if (page.inputs.forms.deadline.empty()) return day;
    return day + "&IFERROR(IF(DATEVALUE(" + day + ")>=TODAY(),\"（あと\"&(DATEVALUE(" + day +
           ")-TODAY())&\"日）\",\"（過ぎています）\"),\"\")";
}

/// ■■■■■■■□□□ 21 / 24欄
std::string bar(const std::string& filled, const std::string& fields) {
    const std::string tenths = "ROUNDDOWN(10*(" + filled + ")/" + fields + ",0)";
    return "REPT(\"■\"," + tenths + ")&REPT(\"□\",10-" + tenths + ")&\" \"&" + filled + "&\" / " + fields + "欄\"";
}

/// Rows 2 to 4 stand above all others and count them: the number of rows is known from the form.
void write_counts(FormPage& page, Row last_row) {
    const std::string fields = std::to_string(page.form.fields.size());
    const std::string filled = "SUM(" + cell({4, sheet::filled}) + ":" + cell({last_row, sheet::filled}) + ")";
    const std::string checks = cell({4, sheet::check}) + ":" + cell({last_row, sheet::check});
    page.row = 1;
    page.sheet.row_height(1, 22);
    page.sheet.text({1, 0}, "課名", label());
    page.sheet.merged({{1, 1}, {1, 2}}, page.form.section, bold(framed()));
    page.sheet.text({1, 3}, "期限", label());
    page.sheet.merged({{1, 4}, {1, 5}}, "", framed());
    page.sheet.formula({1, 4}, deadline(page), page.inputs.forms.deadline, framed());
    page.sheet.text({1, 6}, "記入日", label());
    page.sheet.text({1, sheet::date}, "", input(framed()));
    page.sheet.text({1, 8}, "記入者", label());
    page.sheet.text({1, 9}, "", input(framed()));
    page.sheet.accept({{1, sheet::date}, {1, sheet::date}}, "TRUE", "記入日", "2024-05-20 のように半角で記入");
    define(page, "kensho_date", {1, sheet::date});
    page.sheet.row_height(2, 22);
    page.sheet.text({2, 0}, "記入の状況", label());
    page.sheet.merged({{2, 1}, {2, 4}}, "", framed());
    page.sheet.formula({2, 1}, bar(filled, fields), std::string(), framed());
    page.sheet.text({2, 5}, "未記入", label());
    page.sheet.formula({2, 6}, fields + "-" + filled, std::string(), centred(framed()));
    page.sheet.text({2, 7}, "要確認", label());
    page.sheet.formula({2, 8}, "COUNTIF(" + checks + ",\"×*\")+COUNTIF(" + checks + ",\"△*\")", std::string(),
                       centred(framed()));
    Look warning = bold(plain());
    warning.ink = red;
    page.sheet.formula({2, 9}, "IF(" + cell({2, 8}) + ">0,\"赤と橙の欄を見てください\",\"\")", std::string(), warning);
    page.sheet.row_height(3, 48);
    page.sheet.merged({{3, 0}, {3, sheet::check}},
                      "黄色の欄だけに記入してください。ほかの欄は保護してあります。達成率と評価は自動で出ます。\n"
                      "値は数字だけを半角で記入し、値がないときは値の状態を選びます。右の確認欄に × や △ "
                      "が出たら、値を確かめてください。\n"
                      "保存して、そのまま提出先に置けば取り込まれます。行や列は足したり消したりせず、灰色の符号も変えな"
                      "いでください。",
                      wrapped(plain()));
}

}  // namespace

void write_head(FormPage& page) {
    Look title = plain();
    title.bold = true;
    title.points = 16;
    title.ink = indigo;
    page.sheet.row_height(0, 30);
    page.sheet.text({0, 0}, full_year(page) + "　効果検証　調査票", title);
    page.sheet.text({0, sheet::status}, "提出先", label());
    page.sheet.merged({{0, sheet::rate}, {0, sheet::check}}, page.inputs.forms.return_to, framed());
    page.sheet.text({0, sheet::code}, std::string(sheet::mark) + project_mark(page.inputs), small_grey());
    const std::size_t kpi_rows = kpis(page) > 0 ? 2 + 4 * kpis(page) : 0;
    const std::size_t annex_rows = project_rows(page) > 0 ? 2 + project_rows(page) : 0;
    write_counts(page, static_cast<Row>(4 + kpi_rows + annex_rows));
    page.row = 4;
    page.used = head_room;
}

void finish(FormPage& page) {
    workbook::PageSetup setup;
    setup.scale = print_scale;  // not fitted, since Excel ignores the breaks of a fitted sheet
    setup.breaks = page.breaks;
    setup.header_left = page.inputs.municipality.name + "　" + full_year(page) + "　調査票";
    setup.header_right = page.form.section;
    setup.repeated_rows = std::pair<Row, Row>(0, 3);
    page.sheet.page(setup);
    page.sheet.print_area({{0, 0}, {page.row > 0 ? page.row - 1 : 0, sheet::check}});
    page.sheet.freeze({4, 1});
    page.sheet.protect();
}

}  // namespace forms
