// Names of sheets, ranges and cells that Excel takes.
#include "workbook/names.h"

#include <doctest/doctest.h>

using workbook::fault_of_name;
using workbook::NameFault;

TEST_CASE("upper and lower case are one, of full width too") {
    CHECK(workbook::folded("ABZabz") == "abzabz");
    CHECK(workbook::folded("ＡＢＺａｚ") == "ａｂｚａｚ");
    CHECK(workbook::folded("@[目標1") == "@[目標1");
}

TEST_CASE("sheets of a book have names of their own, without what Excel does not take, of 31 letters at most") {
    workbook::SheetNames names;
    CHECK(names.take("目標") == "目標");
    CHECK(names.take("目標") == "目標(2)");
    CHECK(names.take("目標") == "目標(3)");
    CHECK(names.take("KPI") == "KPI");
    CHECK(names.take("ｋpi") == "ｋpi");
    CHECK(names.take("kpi") == "kpi(2)");
    CHECK(names.take("a:b/c") == "a_b_c");
    CHECK(names.take("'a'b'") == "a'b");
    CHECK(names.take("") == "Sheet");
    CHECK(names.take("History") == "History(2)");
    const std::string long_name(31, 'x');
    CHECK(names.take(long_name + "y") == long_name);
    CHECK(names.take(long_name) == std::string(28, 'x') + "(2)");
}

TEST_CASE("a range has a name of letters, digits and _, that is no cell's") {
    for (const char* good : {"集計_種別", "abc", "_a1", "a.b", "ABCD1", "XFE1", "rc_", "率"}) {
        CAPTURE(good);
        CHECK(fault_of_name(good) == NameFault::none);
    }
    for (const char* address : {"A1", "xfd1048576", "AB12", "R1C1", "r", "C", "rc", "R12C"}) {
        CAPTURE(address);
        CHECK(fault_of_name(address) == NameFault::address);
    }
    for (const char* wrong : {"", "1a", ".a", "a b", "a　b", "（a）", "a-b", "a・b"}) {
        CAPTURE(wrong);
        CHECK(fault_of_name(wrong) == NameFault::character);
    }
    CHECK(fault_of_name("TRUE") == NameFault::kept);
    CHECK(fault_of_name("false") == NameFault::kept);
    CHECK(fault_of_name(std::string(255, 'a')) == NameFault::none);
    CHECK(fault_of_name(std::string(256, 'a')) == NameFault::length);
}

TEST_CASE("columns are counted in letters, cells from 1") {
    CHECK(workbook::column_name(0) == "A");
    CHECK(workbook::column_name(25) == "Z");
    CHECK(workbook::column_name(26) == "AA");
    CHECK(workbook::column_name(701) == "ZZ");
    CHECK(workbook::column_name(16'383) == "XFD");
    CHECK(workbook::cell({4, 27}) == "AB5");
    CHECK(workbook::cell_of("it's", {4, 27}) == "'it''s'!$AB$5");
    CHECK(workbook::area_of("a", {{0, 0}, {1, 2}}) == "'a'!$A$1:$C$2");
    CHECK(workbook::formula_text("a\"b") == "\"a\"\"b\"");
}

TEST_CASE("Excel counts in units of UTF-16, and texts are cut between letters") {
    CHECK(workbook::utf16_length("a目𠮷") == 4);
    CHECK(workbook::utf16_head("a目𠮷b", 3) == "a目");
    CHECK(workbook::utf16_head("a目𠮷b", 4) == "a目𠮷");
    CHECK(workbook::utf16_head("ab", 9) == "ab");
    CHECK(workbook::shortened("長い名前", [](const std::string& text) { return workbook::utf16_length(text) <= 3; }) ==
          "長い…");
    CHECK(workbook::shortened("名", [](const std::string&) { return true; }) == "名");
    CHECK(workbook::lines_of("", 10) == 1);
    CHECK(workbook::lines_of("十字の文です", 12) == 1);
    CHECK(workbook::lines_of("十字の文です", 11) == 2);
    CHECK(workbook::lines_of("a\nb", 10) == 2);
}
