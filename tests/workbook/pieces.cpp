// Names, texts and CSV: the pieces that do not need a book.
#include <doctest/doctest.h>

#include "workbook/csv.h"
#include "workbook/data_text.h"
#include "workbook/formulas.h"
#include "workbook/names.h"
#include "workbook/plan.h"

using workbook::SheetNames;

TEST_CASE("sheet names keep to Excel's rules and never collide") {
    SheetNames names;
    CHECK(names.take("目標1（転入促進）") == "目標1（転入促進）");
    CHECK(names.take("a/b:c*d?e[f]g\\h") == "a_b_c_d_e_f_g_h");
    CHECK(names.take("'引用'") == "引用");
    CHECK(names.take("") == "Sheet");
    CHECK(names.take("History") == "History(2)");
    CHECK(names.take("Data") == "Data");
    CHECK(names.take("DATA") == "DATA(2)");
    CHECK(names.take("ｄａｔａ") == "ｄａｔａ");
    CHECK(names.take("ＤＡＴＡ") == "ＤＡＴＡ(2)");
    const std::string long_name = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三";
    CHECK(workbook::utf16_length(names.take(long_name)) == 31);
    CHECK(names.take(long_name) == "一二三四五六七八九十一二三四五六七八九十一二三四五六七八(2)");
}

TEST_CASE("names are cut between characters, by UTF-16 units") {
    CHECK(workbook::utf16_length("𠮷野家") == 4);
    CHECK(workbook::utf16_head("𠮷野家", 1) == "");
    CHECK(workbook::utf16_head("𠮷野家", 3) == "𠮷野");
}

TEST_CASE("addresses") {
    CHECK(workbook::column_name(0) == "A");
    CHECK(workbook::column_name(25) == "Z");
    CHECK(workbook::column_name(26) == "AA");
    CHECK(workbook::column_name(701) == "ZZ");
    CHECK(workbook::column_name(702) == "AAA");
    CHECK(workbook::column_name(16383) == "XFD");
    CHECK(workbook::cell_of("町's", {4, 2}) == "'町''s'!$C$5");
    CHECK(workbook::area_of("表", {{0, 0}, {9, 1}}) == "'表'!$A$1:$B$10");
    CHECK(workbook::formula_text("a\"b") == "\"a\"\"b\"");
}

TEST_CASE("texts for machines") {
    CHECK(workbook::one_line("　前\n後  ろ　") == "前 後 ろ");
    CHECK(workbook::one_line("そのまま") == "そのまま");
    CHECK(workbook::one_line(" 　\r\n") == "");
    CHECK(workbook::without_machine_characters("①㎡Ⅳⅳ㈱№⑳㊿") == "(1)m2IViv(株)No.(20)(50)");
    CHECK(workbook::without_machine_characters("８０％～→◎") == "８０％～→◎");
}

TEST_CASE("CSV is quoted by RFC 4180 and otherwise verbatim") {
    workbook::Csv csv;
    for (const char* field : {"=1+1", "a,b", "say \"x\"", "", "@x"}) csv.field(field);
    csv.end_line();
    csv.field("二行");
    csv.end_line();
    CHECK(csv.take() == "\xEF\xBB\xBF=1+1,\"a,b\",\"say \"\"x\"\"\",,@x\r\n二行\r\n");
}

TEST_CASE("placeholders of the template are filled once") {
    CHECK(workbook::filled("{a}と{b}", {{"a", "{b}"}, {"b", "乙"}}) == "{b}と乙");
    CHECK(workbook::filled("{知らない} {", {{"a", "甲"}}) == "{知らない} {");
}

TEST_CASE("rounding as formulas") {
    CHECK(workbook::rounded("A1", "桁", base::Rounding::half_up) == "ROUND(ROUND(A1*10^桁,9),0)/10^桁");
    CHECK(workbook::rounded("A1", "桁", base::Rounding::truncate) == "TRUNC(ROUND(A1*10^桁,9))/10^桁");
    CHECK(workbook::rounded("A1", "桁", base::Rounding::half_even) ==
          "IF(MOD(ABS(ROUND(A1*10^桁,9)),1)=0.5,2*ROUND(ROUND(A1*10^桁,9)/2,0),ROUND(ROUND(A1*10^桁,9),0))/10^桁");
}
