// Numbers keep their printed decimals, faults are told by kind and place, fractions stay exact until rounded.
#include "base/decimal.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>

using base::Decimal;
using base::DecimalFault;
using base::parse_decimal;
using base::plain;
using base::Ratio;
using base::Rounding;

namespace {

Decimal number(std::string_view text) {
    const auto parsed = parse_decimal(text);
    REQUIRE_MESSAGE(parsed.value, text);
    return *parsed.value;
}

struct Faulty {
    std::string_view text;
    DecimalFault fault;
    std::size_t at;
};

std::string rounded(std::string_view text, int decimals, Rounding mode) {
    return plain(Ratio(number(text)).rounded(decimals, mode));
}

}  // namespace

TEST_CASE("numbers as printed keep their decimals") {
    CHECK(number("18,405") == Decimal{false, "18405", 0});
    CHECK(number("18405") == Decimal{false, "18405", 0});
    CHECK(number("0.70") == Decimal{false, "70", 2});
    CHECK(number("2,096,170.5") == Decimal{false, "20961705", 1});
    for (std::string_view minus : {"-1.6", "△1.6", "▲1.6", "−1.6", "－1.6"})
        CHECK(number(minus) == Decimal{true, "16", 1});
    CHECK(number("-0.0") == Decimal{false, "0", 1});
    CHECK(number("123456789012345678901234567890.12345").digits == "12345678901234567890123456789012345");
}

TEST_CASE("whole numbers") {
    CHECK(base::whole(0) == Decimal{});
    CHECK(base::whole(-12) == Decimal{true, "12", 0});
    CHECK(plain(base::whole(std::numeric_limits<std::int64_t>::min())) == "-9223372036854775808");
}

TEST_CASE("what is no number says why and where") {
    const Faulty cases[] = {{"", DecimalFault::empty, 0},
                            {"18,40", DecimalFault::grouping, 2},
                            {"1,8405", DecimalFault::grouping, 1},
                            {"1234,567", DecimalFault::grouping, 4},
                            {"1,234,56", DecimalFault::grouping, 5},
                            {",123", DecimalFault::grouping, 0},
                            {"0.1,234", DecimalFault::grouping, 3},
                            {"18,4O5", DecimalFault::letter, 4},
                            {"18,405人", DecimalFault::letter, 6},
                            {"五", DecimalFault::letter, 0},
                            {"1.8e4", DecimalFault::exponent, 3},
                            {"1E4", DecimalFault::exponent, 1},
                            {"１８", DecimalFault::full_width, 0},
                            {"1８", DecimalFault::full_width, 1},
                            {"1．5", DecimalFault::full_width, 1},
                            {"1.2.3", DecimalFault::malformed, 3},
                            {"1.", DecimalFault::malformed, 1},
                            {".5", DecimalFault::malformed, 0},
                            {"-", DecimalFault::malformed, 0},
                            {"--1", DecimalFault::malformed, 1},
                            {"+1", DecimalFault::malformed, 0},
                            {" 1", DecimalFault::malformed, 0},
                            {"1 ", DecimalFault::malformed, 1}};
    for (const Faulty& faulty : cases) {
        CAPTURE(faulty.text);
        const auto parsed = parse_decimal(faulty.text);
        CHECK_FALSE(parsed.value);
        CHECK(parsed.fault == faulty.fault);
        CHECK(parsed.at == faulty.at);
    }
    CHECK(parse_decimal(std::string(base::max_digits, '9')).value);
    CHECK(parse_decimal(std::string(base::max_digits + 1, '9')).fault == DecimalFault::too_long);
}

TEST_CASE("plain text reads back to the same number") {
    for (std::string_view text : {"0", "0.0", "18405", "0.70", "-0.05", "-12345678901234567890.001"}) {
        CHECK(plain(number(text)) == text);
        CHECK(number(plain(number(text))) == number(text));
    }
}

TEST_CASE("rounding happens once, from the exact value") {
    CHECK(rounded("102.25", 1, Rounding::half_up) == "102.3");
    CHECK(rounded("102.25", 1, Rounding::half_even) == "102.2");
    CHECK(rounded("102.35", 1, Rounding::half_even) == "102.4");
    CHECK(rounded("102.2500001", 1, Rounding::half_even) == "102.3");
    CHECK(rounded("102.29", 1, Rounding::truncate) == "102.2");
    CHECK(rounded("-102.25", 1, Rounding::half_up) == "-102.3");
    CHECK(rounded("-102.25", 1, Rounding::half_even) == "-102.2");
    CHECK(rounded("-102.29", 1, Rounding::truncate) == "-102.2");
    CHECK(rounded("99.95", 1, Rounding::half_up) == "100.0");
    CHECK(rounded("2.5", 0, Rounding::half_up) == "3");
    CHECK(rounded("2.5", 0, Rounding::half_even) == "2");
    CHECK(rounded("-0.04", 1, Rounding::half_up) == "0.0");
    CHECK(rounded("7", 3, Rounding::half_up) == "7.000");
    // printf("%.1f") of the double makes 102.2 of it
    CHECK(plain((Ratio(18405) / Ratio(18000) * Ratio(100)).rounded(1)) == "102.3");
}

TEST_CASE("fractions are exact and in lowest terms") {
    CHECK((Ratio(18405) / Ratio(18000)).fraction() == "409/400");
    CHECK((Ratio(1) / Ratio(3) + Ratio(1) / Ratio(6)).fraction() == "1/2");
    CHECK((Ratio(-4) / Ratio(6)).fraction() == "-2/3");
    CHECK(Ratio(number("0.70")).fraction() == "7/10");
    CHECK(Ratio().fraction() == "0/1");
    CHECK(Ratio(number("0.1")) + Ratio(number("0.2")) == Ratio(number("0.3")));
    CHECK(Ratio(1) / Ratio(3) < Ratio(number("0.34")));
    CHECK(Ratio(-1).sign() == -1);
    CHECK(Ratio(0).is_zero());
    const Ratio big(number("123456789012345678901234567890"));
    CHECK(big / big == Ratio(1));
    CHECK((big * big).fraction() == "15241578753238836750495351562536198787501905199875019052100/1");
    CHECK(plain((big / Ratio(7)).rounded(30)) == "17636684144620811271604938270.000000000000000000000000000000");
}

TEST_CASE("thousandths for drawing") {
    CHECK((Ratio(2) / Ratio(3)).thousandths() == 667);
    CHECK((Ratio(-2) / Ratio(3)).thousandths() == -667);
    CHECK(Ratio(number("999999999999999999999999")).thousandths() > 1'000'000'000'000);
}

TEST_CASE("ten thousand unlike fractions are summed") {
    std::vector<Ratio> terms;
    for (int i = 1; i <= 10'000; ++i) terms.push_back(Ratio(i) / Ratio(i + 1));
    const Ratio total = base::sum(terms);
    // 10,000 − (H(10,001) − 1), H by Euler's series to far more than six decimals
    CHECK(plain(total.rounded(6)) == "9991.212294");
    CHECK(base::sum({}) == Ratio(0));
}
