// How numbers, names, strings and colours are spelled in a PDF, down to the bytes that must be escaped.
#include "pdf/syntax.h"

#include <doctest/doctest.h>

TEST_CASE("numbers are points, trimmed") {
    CHECK(pdf::number({0}) == "0");
    CHECK(pdf::number({12'000}) == "12");
    CHECK(pdf::number({500}) == ".5");
    CHECK(pdf::number({-3'125}) == "-3.125");
    CHECK(pdf::number({-7}) == "-.007");
    CHECK(pdf::number({841'890}) == "841.89");
}

TEST_CASE("names hide what would end them") {
    CHECK(pdf::name("TD") == "/TD");
    CHECK(pdf::name("text/csv") == "/text#2Fcsv");
    CHECK(pdf::name("A B#(") == "/A#20B#23#28");
}

TEST_CASE("text strings are plain or UTF-16") {
    CHECK(pdf::text_string("a(b)\\") == "(a\\(b\\)\\\\)");
    CHECK(pdf::text_string("あ") == "(\xFE\xFF\x30\x42)");
    // U+5C0A has the byte of a line feed, U+0D28 those of a carriage return and a bracket, U+5C5C backslashes.
    CHECK(pdf::text_string("尊\xE0\xB4\xA8\xE5\xB1\x9C") == "(\xFE\xFF\\\\\\n\\r\\(\\\\\\\\)");
    CHECK(pdf::hex_text_string("𠮟") == "<FEFFD842DF9F>");
    CHECK(pdf::hex_text_string("(1)") == "(\\(1\\))");
}

TEST_CASE("colours are fractions, greys one number") {
    CHECK(pdf::colour_operands({0x18, 0x3A, 0x5A}) == ".094 .227 .353");
    CHECK(pdf::colour_operands({255, 255, 255}) == "1");
    CHECK(pdf::colour_operands({0, 0, 0}) == "0");
}
