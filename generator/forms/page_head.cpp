// The head of a form, which counts what stands below it, and how its sheet is printed and protected.
#include "forms/form_page.h"
#include "forms/sheet.h"

namespace forms {

void set_up(FormPage& page) {
    // Pixels of the picture, in characters.
    constexpr int widths[] = {222, 48, 88, 88, 88, 116, 128, 100, 108, 218, 170, 170, 40};
    for (std::size_t i = 0; i < std::size(widths); ++i) {
        const auto column = static_cast<workbook::Column>(i);
        page.sheet.column_width(column, column, (widths[i] - 5) / 7.0);
    }
    page.sheet.no_grid();
    for (const input::StatusWord& status : page.inputs.policy.statuses) {
        if (status.word != page.inputs.awaited) page.statuses.push_back(status.word);
    }
}

namespace {

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
    page.sheet.text({1, 4}, page.inputs.forms.deadline, framed());
    page.sheet.text({1, 5}, "記入日", label());
    page.sheet.text({1, 6}, "", input(framed()));
    page.sheet.text({1, 7}, "記入者", label());
    page.sheet.merged({{1, 8}, {1, 9}}, "", input(framed()));
    page.sheet.accept({{1, 6}, {1, 6}}, "TRUE", "記入日", "2024-05-20 のように半角で記入");
    define(page, "kensho_date", {1, 6});
    page.sheet.row_height(2, 22);
    page.sheet.text({2, 0}, "記入の状況", label());
    page.sheet.formula({2, 1}, filled + "&\" / " + fields + "欄\"", std::string(), plain());
    page.sheet.text({2, 3}, "未記入", label());
    page.sheet.formula({2, 4}, fields + "-" + filled, std::string(), number("0"));
    page.sheet.text({2, 5}, "要確認", label());
    page.sheet.formula({2, 6}, "COUNTIF(" + checks + ",\"×*\")+COUNTIF(" + checks + ",\"△*\")", std::string(),
                       number("0"));
    page.sheet.formula({2, 7}, "IF(" + cell({2, 6}) + ">0,\"赤と橙の欄を見てください\",\"\")", std::string(), plain());
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
    const std::size_t kpi_rows = kpis(page) > 0 ? 2 + 3 * kpis(page) : 0;
    const std::size_t annex_rows = project_rows(page) > 0 ? 2 + project_rows(page) : 0;
    write_counts(page, static_cast<Row>(4 + kpi_rows + annex_rows));
    page.row = 4;
}

void finish(FormPage& page) {
    workbook::PageSetup setup;
    setup.header_left = page.inputs.municipality.name + "　" + full_year(page) + "　調査票";
    setup.header_right = page.form.section;
    setup.repeated_rows = std::pair<Row, Row>(0, 3);
    page.sheet.page(setup);
    page.sheet.print_area({{0, 0}, {page.row > 0 ? page.row - 1 : 0, sheet::check}});
    page.sheet.freeze({4, 1});
    page.sheet.protect();
}

}  // namespace forms
