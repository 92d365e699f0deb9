// Names, texts and CSV: the pieces that do not need a book.
#include <doctest/doctest.h>

#include "workbook/csv.h"
#include "workbook/data_text.h"
#include "workbook/formulas.h"
#include "workbook/limits.h"
#include "workbook/names.h"
#include "workbook/plan.h"
#include "workbook/widths.h"

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
    CHECK(workbook::without_machine_characters("㉑㉟㊱⑴⒇ⅠⅫⅰⅻ") == "(21)(35)(36)(1)(20)IXIIixii");
    CHECK(workbook::without_machine_characters("８０％～→◎") == "８０％～→◎");
}

TEST_CASE("a guarded CSV keeps formulas from a spreadsheet, and numbers and words as they are") {
    workbook::Csv csv(true);
    for (const char* text : {"=1", "+1", "@a", "\ta", "\na", "＝1", "－5人", "－", "a=1", ""}) csv.field(text);
    csv.number("-0.7");
    csv.end_line();
    CHECK(csv.take() == "\xEF\xBB\xBF'=1,'+1,'@a,'\ta,\"'\na\",'＝1,'－5人,－,a=1,,-0.7\r\n");
}

TEST_CASE("CSV is quoted by RFC 4180 and otherwise verbatim") {
    workbook::Csv csv;
    for (const char* field : {"=1+1", "a,b", "say \"x\"", "", "@x"}) csv.field(field);
    csv.end_line();
    csv.field("二行");
    csv.end_line();
    CHECK(csv.take() == "\xEF\xBB\xBF=1+1,\"a,b\",\"say \"\"x\"\"\",,@x\r\n二行\r\n");
}

TEST_CASE("a long table is kept in pieces, each of whole lines") {
    workbook::Csv csv;
    std::string lines = "\xEF\xBB\xBF";
    for (int at = 0; at < 300'000; ++at) {
        csv.number(std::to_string(at));
        csv.end_line();
        lines += std::to_string(at) + "\r\n";
    }
    const base::Bytes table = csv.take();
    CHECK(table.pieces().size() == 3);
    for (const std::string& piece : table.pieces()) CHECK(piece.ends_with("\r\n"));
    CHECK(table == lines);
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

TEST_CASE("names of ranges that Excel takes, and those it refuses") {
    using workbook::fault_of_name;
    using workbook::NameFault;
    for (const char* name : {"計算_種別", "区分_超", "_x", "語_目標値0", "Rate.1", "ABCD1", "R2D2X"}) {
        CAPTURE(name);
        CHECK(fault_of_name(name) == NameFault::none);
    }
    for (const char* name : {"計算 種別", "計算　種別", "1番", "a-b", "", "（計算）"}) {
        CAPTURE(name);
        CHECK(fault_of_name(name) == NameFault::character);
    }
    for (const char* name : {"A1", "xfd1048576", "R1C1", "rc", "R", "c", "R5"}) {
        CAPTURE(name);
        CHECK(fault_of_name(name) == NameFault::address);
    }
    CHECK(fault_of_name(std::string(256, 'a')) == NameFault::length);
}

TEST_CASE("units lose their full-width letters") {
    CHECK(workbook::half_width("ｍ") == "m");
    CHECK(workbook::half_width("１０％") == "10%");
    CHECK(workbook::half_width("㎡／人") == "㎡/人");
    CHECK(workbook::half_width("件") == "件");
}

TEST_CASE("columns fill the page; only what must keep its width makes it smaller") {
    const double breadth = workbook::printed_breadth(false, true);
    const auto filled = workbook::fitted({{10}, {30, true}, {10, true}}, breadth);
    CHECK(filled.scale == 100);
    CHECK(filled.points[0] + filled.points[1] + filled.points[2] == doctest::Approx(breadth));
    CHECK(filled.points[1] > filled.points[2]);
    const auto narrow = workbook::fitted({{10}, {10}}, breadth);
    CHECK(narrow.scale == 100);
    CHECK(narrow.points[0] + narrow.points[1] < breadth);
    CHECK(workbook::fitted(std::vector<workbook::WantedWidth>(40, {10}), breadth).scale < 60);
}

TEST_CASE("limits keep their order and their scale") {
    std::vector<input::Band> bands(3);
    bands[0].lower = base::parse_decimal("100").value;
    bands[1].lower = base::parse_decimal("80").value;
    const auto conditions = workbook::limit_conditions(bands, {"E1", "E2", "E3"});
    CHECK(conditions[0] == "AND(ISNUMBER(E1),E2<E1,OR(E1<=0,E1>=2))");
    CHECK(conditions[1] == "AND(ISNUMBER(E2),E2<E1,OR(E2<=0,E2>=2))");
    CHECK(conditions[2] == "E3=\"\"");
    bands[1].lower = base::parse_decimal("1.5").value;  // points: no per cents
    CHECK(workbook::limit_conditions(bands, {"E1", "E2", "E3"})[1] == "AND(ISNUMBER(E2),E2<E1)");
}
