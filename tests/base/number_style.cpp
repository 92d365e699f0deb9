// Numbers, differences and spreadsheet formats must show the same letters in the same style.
#include "base/number_style.h"

#include <doctest/doctest.h>

using base::difference_text;
using base::NumberStyle;
using base::spreadsheet_format;
using base::to_text;

namespace {

base::Decimal decimal_of(std::string_view text) { return base::parse_decimal(text).value.value(); }

}  // namespace

TEST_CASE("numbers as text") {
    const NumberStyle style;
    CHECK(to_text(decimal_of("18405"), style) == "18,405");
    CHECK(to_text(decimal_of("123"), style) == "123");
    CHECK(to_text(decimal_of("1234567.890"), style) == "1,234,567.890");
    CHECK(to_text(decimal_of("-0.7"), style) == "−0.7");
    CHECK(to_text(decimal_of("-1234"), {.minus = "△"}) == "△1,234");
    CHECK(to_text(decimal_of("18405"), {.grouping = false}) == "18405");
    CHECK(to_text(decimal_of("0.00"), style) == "0.00");
}

TEST_CASE("differences have a sign unless they are zero as shown") {
    CHECK(difference_text(decimal_of("1.3"), {}) == "+1.3");
    CHECK(difference_text(decimal_of("-1.6"), {}) == "−1.6");
    CHECK(difference_text(decimal_of("-0.0"), {}) == "0.0");
    CHECK(difference_text(decimal_of("1200"), {.plus = "＋"}) == "＋1,200");
}

TEST_CASE("spreadsheet formats show the same letters") {
    CHECK(spreadsheet_format(0, {}) == R"(#,##0;"−"#,##0)");
    CHECK(spreadsheet_format(1, {.minus = "△"}) == R"(#,##0.0;"△"#,##0.0)");
    CHECK(spreadsheet_format(2, {.grouping = false, .minus = "-"}) == "0.00");
    CHECK(spreadsheet_format(1, {.minus = "-"}, "%") == R"(#,##0.0"%")");
    CHECK(spreadsheet_format(0, {.minus = "-"}, "3\"人") == R"(#,##0"3"\""人")");
}
