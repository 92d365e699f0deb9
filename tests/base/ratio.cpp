// Fractions in and beyond two machine words come out as GMP has them.
#include <doctest/doctest.h>
#include <gmpxx.h>

#include <cstdint>
#include <random>
#include <string>
#include <utility>

#include "base/decimal.h"

using base::Ratio;

namespace {

/// A number of up to 22 digits, up to 21 of them decimals, often close to the end of a word.
base::Decimal number(std::mt19937& random) {
    static const char* const edges[] = {"9223372036854775807", "9223372036854775808", "18446744073709551616",
                                        "999999999999999999",  "1000000000000000000", "0"};
    base::Decimal made;
    if (random() % 4 == 0) {
        made.digits = edges[random() % std::size(edges)];
    } else {
        made.digits = static_cast<char>('1' + random() % 9);
        for (auto more = random() % 22; more > 0; --more) made.digits += static_cast<char>('0' + random() % 10);
    }
    made.decimals = random() % 2 == 0 ? 0 : static_cast<int>(random() % 22);
    made.negative = made.digits != "0" && random() % 2 == 0;
    return made;
}

mpq_class exact(const base::Decimal& value) {
    mpz_class under;
    mpz_ui_pow_ui(under.get_mpz_t(), 10, static_cast<unsigned long>(value.decimals));
    mpq_class made(mpz_class(value.digits), under);
    made.canonicalize();
    return value.negative ? mpq_class(-made) : made;
}

std::string fraction(const mpq_class& value) { return value.get_num().get_str() + "/" + value.get_den().get_str(); }

/// By GMP alone: the nearest, halves away from zero.
std::string rounded(const mpq_class& value, int decimals) {
    mpz_class power;
    mpz_ui_pow_ui(power.get_mpz_t(), 10, static_cast<unsigned long>(decimals));
    const mpz_class twice_under = value.get_den() * 2;
    const mpz_class nearest = (abs(value.get_num()) * power * 2 + value.get_den()) / twice_under;
    return base::plain({value < 0 && nearest != 0, nearest.get_str(), decimals});
}

}  // namespace

TEST_CASE("fractions are as GMP has them") {
    std::mt19937 random(1);
    int wrong = 0;
    for (int round = 0; round < 20'000; ++round) {
        const base::Decimal numbers[] = {number(random), number(random), number(random)};
        const Ratio a = Ratio(numbers[0]), b(numbers[1]), c(numbers[2]);
        const mpq_class x = exact(numbers[0]), y = exact(numbers[1]), z = exact(numbers[2]);
        std::pair<Ratio, mpq_class> made[] = {{a, x}, {a + b, x + y}, {a - b, x - y}, {a * b, x * y}, {a, x}, {a, x}};
        if (y != 0) made[4] = {a / b, x / y};
        if (y != 0) made[5] = {a / b * c + a, x / y * z + x};
        for (const auto& [ratio, meant] : made) {
            const int decimals = static_cast<int>(random() % 24);
            const std::int64_t thousandths = ratio.thousandths();
            wrong += ratio.fraction() != fraction(meant);
            wrong += ratio.sign() != sgn(meant);
            wrong += base::plain(ratio.rounded(decimals)) != rounded(meant, decimals);
            wrong += (ratio <=> c) != (cmp(meant, z) <=> 0);
            wrong += (ratio == c) != (meant == z);
            wrong += (thousandths < 0) != (meant < 0 && rounded(meant, 3) != "0.000");
        }
        CHECK_MESSAGE(wrong == 0, base::plain(numbers[0]), " ", base::plain(numbers[1]), " ", base::plain(numbers[2]));
        if (wrong != 0) break;
    }
}

TEST_CASE("the ends of a word") {
    const std::int64_t least = INT64_MIN;
    CHECK(Ratio(least).fraction() == "-9223372036854775808/1");
    CHECK((Ratio(least) - Ratio(1)).fraction() == "-9223372036854775809/1");
    CHECK((Ratio(least) + Ratio(1)).fraction() == "-9223372036854775807/1");
    CHECK((Ratio(1) / Ratio(least)).fraction() == "-1/9223372036854775808");
    CHECK((Ratio(least) / Ratio(least)).fraction() == "1/1");
    CHECK((Ratio() - Ratio(least)).fraction() == "9223372036854775808/1");
}
