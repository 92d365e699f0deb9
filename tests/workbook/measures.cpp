// How much room a cell's content takes: a column is as wide as the longest of its numbers is shown, a row as high as
// its text has lines.
#include "workbook/measures.h"

#include <doctest/doctest.h>

#include "workbook/looks.h"

namespace {

base::Decimal decimal(const char* text) { return *base::parse_decimal(text).value; }

/// In points; of nothing but this number.
double shown(const char* number, const char* format) {
    workbook::ColumnMeasure measure("", 1);
    measure.add(decimal(number), workbook::number_look(format));
    return measure.width(1, false).characters * 5.4;
}

constexpr double digit = 6.9, point = 3, full = 9;  // of BIZ UDPGothic at 9 points

}  // namespace

TEST_CASE("a number takes the room of what its format shows") {
    CHECK(shown("7", "0") == doctest::Approx(digit));
    CHECK(shown("1234", "0") == doctest::Approx(4 * digit));
    CHECK(shown("1234", "#,##0") == doctest::Approx(4 * digit + point));
    CHECK(shown("123", "#,##0") == doctest::Approx(3 * digit));
    CHECK(shown("1234567", "#,##0") == doctest::Approx(7 * digit + 2 * point));
    CHECK(shown("12.5", "#,##0.0") == doctest::Approx(3 * digit + point));
    CHECK(shown("12", "#,##0.00") == doctest::Approx(4 * digit + point));
    CHECK(shown("12", "0\"％\"") == doctest::Approx(2 * digit + full));
    CHECK(shown("0.5", "0.0") == doctest::Approx(2 * digit + point));
}

TEST_CASE("a number below zero takes the room of its sign") {
    CHECK(shown("-1234", "#,##0") == doctest::Approx(4 * digit + point + full));  // its own
    CHECK(shown("-1234", "#,##0;\"△\"#,##0") == doctest::Approx(4 * digit + point + full));
    CHECK(shown("1234", "#,##0;\"△\"#,##0") == doctest::Approx(4 * digit + point));
    CHECK(shown("-5", "\"＋\"0;\"△\"0\"点\";0") == doctest::Approx(digit + 2 * full));
    CHECK(shown("5", "\"＋\"0;\"△\"0\"点\";0") == doctest::Approx(digit + full));
}

TEST_CASE("a text takes the lines that its column breaks it into") {
    CHECK(workbook::lines_in_cell("", 60) == 1);
    CHECK(workbook::lines_in_cell("六字の文です", 60) == 1);
    CHECK(workbook::lines_in_cell("七字の文ですよ", 60) == 2);
    CHECK(workbook::lines_in_cell("一行\n二行", 60) == 2);
    CHECK(workbook::lines_in_cell("一行\n\n三行", 60) == 3);
    CHECK(workbook::lines_in_cell("十二字ある文は二行になる", 60) >= 2);
    CHECK(workbook::lines_in_cell("字", 1) == 1);
}

TEST_CASE("a column is as wide as its longest number, and as its head on so many lines") {
    workbook::ColumnMeasure measure("達成率", 1);
    measure.add(decimal("5"), workbook::number_look("0"));
    CHECK(measure.width(1, false).characters * 5.4 == doctest::Approx(3 * full));
    measure.add(decimal("12345678"), workbook::number_look("0"));
    measure.add(decimal("3"), workbook::number_look("0"));
    CHECK(measure.width(1, false).characters * 5.4 == doctest::Approx(8 * digit));
    CHECK(measure.width(30, true).flexible);
    CHECK(workbook::head_points("目標達成率平均", 1) == doctest::Approx(7 * full));
    CHECK(workbook::head_points("目標達成率平均", 2) == doctest::Approx(7 * full / 2 + full));
}
