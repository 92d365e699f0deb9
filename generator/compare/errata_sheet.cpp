// The 正誤表 as a sheet: a row a place, for offices that paste it into their own papers.
#include <algorithm>

#include "compare/errata.h"
#include "workbook/book.h"
#include "workbook/names.h"

namespace compare {

namespace {

using workbook::At;
using workbook::Column;
using workbook::Look;

const Look head_look{
    .bold = true, .wrap = true, .lines = workbook::Lines::thin, .ground = base::Colour{0xE3, 0xEA, 0xF1}};
const Look row_look{.wrap = true, .vertical = workbook::Vertical::top, .lines = workbook::Lines::thin};
const Look cause_look{.bold = true,
                      .wrap = true,
                      .vertical = workbook::Vertical::top,
                      .lines = workbook::Lines::thin,
                      .ground = base::Colour{0xE3, 0xEA, 0xF1}};

constexpr double widths[] = {36, 110, 48, 150, 120, 160, 160, 110};  // in points
constexpr double half_letter = 5.6, line_height = 13;                // of letters of 10 points

void write_row(workbook::Sheet& sheet, workbook::Row number, const ErrataRow& row, const std::string& remark,
               const Look& look) {
    const bool data = row.volume.empty() && !row.page.empty();
    const std::vector<std::string> words = {row.number, data ? row.page : row.file, data ? "" : row.page, row.place,
                                            row.what,   flat(row.before),           flat(row.after),      remark};
    std::size_t lines = 1;
    for (std::size_t at = 0; at < words.size(); ++at) {
        lines = std::max(lines, workbook::lines_of(words[at], static_cast<std::size_t>(widths[at] / half_letter)));
    }
    sheet.row_height(number, line_height * static_cast<double>(lines) + 3);
    for (std::size_t at = 0; at < words.size(); ++at) {
        const At cell{number, static_cast<Column>(at)};
        if (words[at].empty()) {
            sheet.blank(cell, look);
        } else {
            sheet.text(cell, words[at], look);
        }
    }
}

}  // namespace

std::string to_sheet(const Errata& errata, const Occasion& occasion, const std::string& title, const std::string& city,
                     int year, base::Diagnostics& diagnostics) {
    workbook::Book book({"正誤表　" + title, city, year}, "BIZ UDPゴシック", diagnostics);
    workbook::Sheet& sheet = book.add_sheet("正誤表");
    for (std::size_t at = 0; at < std::size(widths); ++at) {
        sheet.column_width(static_cast<Column>(at), static_cast<Column>(at), widths[at]);
    }
    sheet.text({0, 0}, "正誤表", {.bold = true, .points = 16});
    sheet.text({1, 0}, title, {.bold = true});
    sheet.text({2, 0}, occasion.date, {});
    const char* heads[] = {"番号", "資料", "ページ", "箇所", "項目", "誤", "正", "備考"};
    for (std::size_t at = 0; at < std::size(heads); ++at)
        sheet.text({4, static_cast<Column>(at)}, heads[at], head_look);
    workbook::Row next = 5;
    for (const ErrataCause& cause : errata.causes) {
        write_row(sheet, next++, cause.head, cause.reason, cause_look);
        for (const ErrataRow& row : cause.rows)
            write_row(sheet, next++, row, row.reworded ? "文を改めた箇所" : "", row_look);
        for (const AlsoPrinted& also : cause.also) {
            ErrataRow row;
            row.place = "版「" + also.edition + "」（" + also.year + "）にも同じ誤りがある。" + also.pages;
            write_row(sheet, next++, row, {}, row_look);
        }
    }
    if (!errata.unchanged.empty()) {
        std::string all;
        for (const std::string& each : errata.unchanged) all += (all.empty() ? "変わらないもの　" : "、") + each;
        sheet.text({next + 1, 0}, all, {});
    }
    workbook::PageSetup setup;
    setup.fit_width = true;
    setup.repeated_rows = {4, 4};
    setup.footer = "正誤表";
    sheet.page(setup);
    return book.bytes().whole();
}

}  // namespace compare
