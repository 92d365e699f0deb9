// The order in which a sheet takes its cells.
#include "workbook/book.h"

#include <doctest/doctest.h>

#include <stdexcept>

#include "forms/archive.h"

using workbook::Book;
using workbook::Look;
using workbook::Sheet;

TEST_CASE("a sheet refuses a cell of a row that is done, and takes those of a row in any order") {
    base::Diagnostics diagnostics;
    Book book({}, "BIZ UDPGothic", diagnostics);
    Sheet& sheet = book.add_sheet("a");
    sheet.text({1, 4}, "e", Look{});
    sheet.text({1, 0}, "a", Look{});
    sheet.merged({{1, 1}, {2, 1}}, "b", Look{});
    sheet.row_height(1, 30);
    CHECK_THROWS_AS(sheet.text({0, 0}, "above", Look{}), std::logic_error);
    sheet.text({2, 0}, "a", Look{});
    CHECK_THROWS_AS(sheet.row_height(1, 20), std::logic_error);
    CHECK_THROWS_AS(sheet.merged({{1, 2}, {2, 2}}, "c", Look{}), std::logic_error);
    CHECK(book.bytes().size() > 0);
    CHECK_FALSE(diagnostics.has_errors());
}

TEST_CASE("of more page breaks than Excel takes in a sheet the first are set") {
    base::Diagnostics diagnostics;
    Book book({}, "BIZ UDPGothic", diagnostics);
    Sheet& sheet = book.add_sheet("a");
    workbook::PageSetup setup;
    for (workbook::Row row = 1; row <= 1'100; ++row) setup.breaks.push_back(row);
    sheet.page(setup);
    sheet.text({0, 0}, "a", Look{});
    const std::string xml = forms::unpack(book.bytes().whole()).at("xl/worksheets/sheet1.xml");
    CHECK(xml.find("<rowBreaks count=\"1023\" manualBreakCount=\"1023\"><brk id=\"1\"") != std::string::npos);
    CHECK(xml.find("<brk id=\"1023\"") != std::string::npos);
    CHECK(xml.find("<brk id=\"1024\"") == std::string::npos);
}

TEST_CASE(
    "links stand in the order of their cells, the words of one escaped; more than Excel takes in a sheet are left "
    "out") {
    base::Diagnostics diagnostics;
    Book book({}, "BIZ UDPGothic", diagnostics);
    Sheet& sheet = book.add_sheet("a");
    for (workbook::Row row = 0; row < 32'766; ++row) {
        sheet.link({row, 2}, "'A&B \"1\"'!$A$1");
        sheet.link({row, 0}, "'b'!$A$1");
        sheet.text({row, 0}, "a", Look{});
    }
    const std::string xml = forms::unpack(book.bytes().whole()).at("xl/worksheets/sheet1.xml");
    CHECK(xml.find("</sheetData><hyperlinks><hyperlink ref=\"A1\" location=\"'b'!$A$1\" display=\"'b'!$A$1\"/>"
                   "<hyperlink ref=\"C1\" location=\"'A&amp;B &quot;1&quot;'!$A$1\"") != std::string::npos);
    CHECK(xml.find("<hyperlink ref=\"C32765\"") != std::string::npos);
    CHECK(xml.find("<hyperlink ref=\"A32765\"") != std::string::npos);
    CHECK(xml.find("<hyperlink ref=\"C32766\"") == std::string::npos);
    CHECK(xml.find("</hyperlinks><pageMargins ") != std::string::npos);
    CHECK_FALSE(diagnostics.has_errors());
}
