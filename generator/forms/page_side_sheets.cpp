// The sheets behind a form: how it is filled in, what each status means, and the hidden list of its fields.
#include "forms/form_page.h"
#include "forms/sheet.h"

namespace forms {

namespace {

void lines(FormPage& page, const std::string& name, const std::vector<std::pair<std::string, std::string>>& rows) {
    workbook::Sheet& help = page.book.add_sheet(name);
    help.no_grid();
    help.column_width(0, 0, 120);
    help.column_width(1, 1, 480);
    Row row = 0;
    for (const auto& [left, right] : rows) {
        const std::size_t count = workbook::lines_of(right, 88);
        help.row_height(row, 16.0 * static_cast<double>(count) + 8);
        help.text({row, 0}, left, label());
        help.text({row++, 1}, right, framed());
    }
    workbook::PageSetup setup;
    setup.fit_width = true;
    setup.header_left = name;
    help.page(setup);
    help.protect();
}

void write_help(FormPage& page) {
    lines(page, "記入のしかた",
          {{"どこに書くか", "黄色の欄だけです。白と灰色の欄は保護してあります。"},
           {"実績値", "数字だけを半角で書きます。単位、「約」、括弧は書きません。負の数は -58 か △58 と書きます。"},
           {"値がないとき", "実績値は空のまま、値の状態から 未公表、調査なし などを選びます。"},
           {"速報値のとき", "実績値を書き、値の状態で 速報 を選びます。"},
           {"要因・今後の取組", "報告書に載る文章です。数の増減の理由と、これからすることを一、二文で書きます。"},
           {"取組実績", "一つの行に一つずつ書きます（Alt+Enter で改行）。細目は「・」で始めます。"},
           {"取組指標", "値がないときは、未公表 などの語を書きます。"},
           {"確認欄",
            "× は誤りと思われるもの、△ "
            "は確かめてほしいものです。値が正しければ、そのままで構いません。要因に一言あると助かります。"},
           {"提出",
            "名前を付け替えても構いません。.xlsx のまま保存してください（.xls、.ods、PDF では取り込めません）。"}});
}

void write_statuses(FormPage& page) {
    std::vector<std::pair<std::string, std::string>> rows = {
        {"確定", "その値で公表してよい"}, {"速報", "後で改まることがある値（速報値として公表する）"}};
    for (const input::StatusWord& status : page.inputs.policy.statuses) {
        if (status.word != page.inputs.awaited) rows.emplace_back(status.word, status.meaning);
    }
    lines(page, "値の状態の一覧", rows);
}

/// The hidden list: which name stands for which fact.
void write_list(FormPage& page) {
    workbook::Sheet& list = page.book.add_sheet("_kensho");
    list.text({0, 0}, std::string(sheet::mark) + project_mark(page.inputs), plain());
    list.text({0, 1}, page.form.section, plain());
    for (std::size_t i = 0; i < page.form.fields.size(); ++i) {
        const Row row = static_cast<Row>(i) + 1;
        list.text({row, 0}, range_name(page.form.fields[i], i), plain());
        list.text({row, 1}, page.form.fields[i].code, plain());
    }
    list.hide();
}

}  // namespace

void write_side_sheets(FormPage& page) {
    write_help(page);
    write_statuses(page);
    write_list(page);
}

}  // namespace forms
