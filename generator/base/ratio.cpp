// Fractions stay exact until they are rounded once. Those of two machine words, nearly all, are reckoned in them; what
// outgrows these is GMP's. One number has one form, so that equal ones look alike.
#include <gmpxx.h>

#include <array>
#include <cassert>
#include <cstdint>
#include <memory>
#include <numeric>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/decimal.h"

namespace base {

namespace {

__extension__ using Wide = __int128;  // holds the product of two words, and the sum of two such

constexpr int most_digits = 18;  // of a decimal, that a word surely holds

constexpr auto powers_of_ten = [] {
    std::array<std::int64_t, most_digits + 1> powers = {1};
    for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
    return powers;
}();

Wide magnitude(Wide value) { return value < 0 ? -value : value; }
bool is_word(Wide value) { return value >= -INT64_MAX && value <= INT64_MAX; }

Wide common_divisor(Wide a, Wide b) {
    while (!is_word(a) || !is_word(b)) {
        if (b == 0) return a;
        a = std::exchange(b, a % b);
    }
    return std::gcd(static_cast<std::int64_t>(a), static_cast<std::int64_t>(b));
}

mpz_class big(Wide value) {
    const Wide all = magnitude(value);
    mpz_class whole = static_cast<unsigned long>(all >> 64);
    whole <<= 64;
    whole += static_cast<unsigned long>(all);
    return value < 0 ? mpz_class(-whole) : whole;
}

mpz_class power_of_ten(int exponent) {
    mpz_class power;
    mpz_ui_pow_ui(power.get_mpz_t(), 10, static_cast<unsigned long>(exponent));
    return power;
}

/// Whether what was cut off makes it the next one: `half` compares twice the rest with the divisor.
bool goes_up(int half, bool odd, Rounding mode) {
    return mode == Rounding::half_up ? half >= 0 : mode == Rounding::half_even ? half > 0 || (half == 0 && odd) : false;
}

/// numerator / denominator (both positive) to the nearest whole number.
mpz_class divide_rounded(const mpz_class& numerator, const mpz_class& denominator, Rounding mode) {
    mpz_class quotient;
    mpz_class rest;
    mpz_fdiv_qr(quotient.get_mpz_t(), rest.get_mpz_t(), numerator.get_mpz_t(), denominator.get_mpz_t());
    const bool up = goes_up(cmp(mpz_class(rest * 2), denominator), mpz_odd_p(quotient.get_mpz_t()) != 0, mode);
    return up ? mpz_class(quotient + 1) : quotient;
}

Wide divide_rounded(Wide numerator, std::int64_t denominator, Rounding mode) {
    const Wide quotient = numerator / denominator;
    const Wide twice = numerator % denominator * 2;
    const int half = twice < denominator ? -1 : twice > denominator ? 1 : 0;
    return quotient + (goes_up(half, quotient % 2 != 0, mode) ? 1 : 0);
}

}  // namespace

struct Ratio::Large {
    mpq_class value;
};

/// Makes them: in lowest terms, the denominator positive.
struct Ratio::Number {
    static Ratio of_words(std::int64_t numerator, std::int64_t denominator);
    static Ratio of(Wide numerator, Wide denominator);
    static Ratio of(mpq_class value);
    static mpq_class exact(const Ratio& ratio) {
        return ratio.large_ ? ratio.large_->value
                            : mpq_class(static_cast<long>(ratio.numerator_), static_cast<long>(ratio.denominator_));
    }
};

Ratio Ratio::Number::of_words(std::int64_t numerator, std::int64_t denominator) {
    Ratio ratio;
    ratio.numerator_ = numerator;
    ratio.denominator_ = denominator;
    return ratio;
}

Ratio Ratio::Number::of(Wide numerator, Wide denominator) {
    const Wide divisor = (denominator < 0 ? -1 : 1) * common_divisor(magnitude(numerator), magnitude(denominator));
    if (divisor != 1) {  // dividing two words at a time is slow
        numerator /= divisor;
        denominator /= divisor;
    }
    if (!is_word(numerator) || !is_word(denominator)) return of(mpq_class(big(numerator), big(denominator)));
    return of_words(static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator));
}

/// Of a fraction in lowest terms.
Ratio Ratio::Number::of(mpq_class value) {
    const mpz_class &over = value.get_num(), &under = value.get_den();
    if (over.fits_slong_p() && under.fits_slong_p() && is_word(over.get_si())) {
        return of_words(over.get_si(), under.get_si());
    }
    Ratio ratio;
    ratio.large_ = std::make_shared<const Large>(Large{std::move(value)});
    return ratio;
}

Ratio::Ratio(std::int64_t whole) : Ratio(Number::of(Wide{whole}, 1)) {}

Ratio::Ratio(const Decimal& value) {
    const auto decimals = static_cast<std::size_t>(value.decimals);
    if (value.digits.size() <= most_digits && value.decimals <= most_digits) {
        std::int64_t digits = 0;
        for (char c : value.digits) digits = digits * 10 + (c - '0');
        *this = Number::of(value.negative ? -digits : digits, powers_of_ten[decimals]);
        return;
    }
    mpq_class number(mpz_class(value.digits, 10), power_of_ten(value.decimals));
    number.canonicalize();
    *this = Number::of(value.negative ? mpq_class(-number) : number);
}

std::string Ratio::fraction() const {
    if (!large_) return std::to_string(numerator_) + "/" + std::to_string(denominator_);
    return large_->value.get_num().get_str() + "/" + large_->value.get_den().get_str();
}

int Ratio::sign() const {
    if (large_) return sgn(large_->value);
    return numerator_ < 0 ? -1 : numerator_ > 0 ? 1 : 0;
}

Ratio operator+(const Ratio& a, const Ratio& b) {
    if (a.large_ || b.large_) return Ratio::Number::of(mpq_class(Ratio::Number::exact(a) + Ratio::Number::exact(b)));
    return Ratio::Number::of(Wide{a.numerator_} * b.denominator_ + Wide{b.numerator_} * a.denominator_,
                             Wide{a.denominator_} * b.denominator_);
}
Ratio operator-(const Ratio& a, const Ratio& b) {
    if (a.large_ || b.large_) return Ratio::Number::of(mpq_class(Ratio::Number::exact(a) - Ratio::Number::exact(b)));
    return Ratio::Number::of(Wide{a.numerator_} * b.denominator_ - Wide{b.numerator_} * a.denominator_,
                             Wide{a.denominator_} * b.denominator_);
}
Ratio operator*(const Ratio& a, const Ratio& b) {
    if (a.large_ || b.large_) return Ratio::Number::of(mpq_class(Ratio::Number::exact(a) * Ratio::Number::exact(b)));
    return Ratio::Number::of(Wide{a.numerator_} * b.numerator_, Wide{a.denominator_} * b.denominator_);
}
Ratio operator/(const Ratio& a, const Ratio& b) {
    assert(!b.is_zero());
    if (a.large_ || b.large_) return Ratio::Number::of(mpq_class(Ratio::Number::exact(a) / Ratio::Number::exact(b)));
    return Ratio::Number::of(Wide{a.numerator_} * b.denominator_, Wide{a.denominator_} * b.numerator_);
}
bool operator==(const Ratio& a, const Ratio& b) { return a <=> b == 0; }
std::strong_ordering operator<=>(const Ratio& a, const Ratio& b) {
    if (a.large_ || b.large_) return cmp(Ratio::Number::exact(a), Ratio::Number::exact(b)) <=> 0;
    return Wide{a.numerator_} * b.denominator_ <=> Wide{b.numerator_} * a.denominator_;
}

Decimal Ratio::rounded(int decimals, Rounding mode) const {
    if (!large_ && decimals <= most_digits) {
        const Wide all = magnitude(Wide{numerator_}) * powers_of_ten[static_cast<std::size_t>(decimals)];
        const Wide quotient = divide_rounded(all, denominator_, mode);
        if (is_word(quotient)) {
            return {sign() < 0 && quotient != 0, std::to_string(static_cast<std::int64_t>(quotient)), decimals};
        }
    }
    const mpq_class value = Number::exact(*this);
    const mpz_class all = abs(value.get_num()) * power_of_ten(decimals);
    const mpz_class quotient = divide_rounded(all, value.get_den(), mode);
    return {sign() < 0 && quotient != 0, quotient.get_str(), decimals};
}

std::int64_t Ratio::thousandths() const {
    constexpr std::int64_t endless = INT64_MAX / 4;
    if (!large_) {
        const Wide quotient = divide_rounded(magnitude(Wide{numerator_}) * 1000, denominator_, Rounding::half_up);
        const std::int64_t nearest = is_word(quotient) ? static_cast<std::int64_t>(quotient) : endless;
        return sign() < 0 ? -nearest : nearest;
    }
    const mpq_class value = Number::exact(*this);
    const mpz_class all = abs(value.get_num()) * 1000;
    const mpz_class quotient = divide_rounded(all, value.get_den(), Rounding::half_up);
    const std::int64_t nearest = quotient.fits_slong_p() ? quotient.get_si() : endless;
    return sign() < 0 ? -nearest : nearest;
}

namespace {

Ratio sum_of(std::span<const Ratio> terms) {
    if (terms.empty()) return {};
    if (terms.size() == 1) return terms.front();
    const std::size_t half = terms.size() / 2;
    return sum_of(terms.first(half)) + sum_of(terms.subspan(half));
}

}  // namespace

Ratio sum(const std::vector<Ratio>& terms) { return sum_of(terms); }

Ratio magnitude(const Ratio& value) { return value.sign() < 0 ? Ratio() - value : value; }

}  // namespace base
