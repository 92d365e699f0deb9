// Digits as printed, with the first wrong character named; GMP fractions stay exact until they are rounded once.
#include "base/decimal.h"

#include <gmpxx.h>

#include <array>
#include <cassert>
#include <span>

#include "base/utf8.h"

namespace base {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The bytes a leading minus takes, in any of the shapes people type, or 0.
std::size_t minus_length(std::string_view text) {
    for (std::string_view minus : {"-", "−", "△", "▲", "－"}) {
        if (text.starts_with(minus)) return minus.size();
    }
    return 0;
}

DecimalFault fault_of(std::string_view text, std::size_t at) {
    const char32_t c = decode_at(text, at).character;
    if (c >= 0xFF01 && c <= 0xFF5E) return DecimalFault::full_width;
    if (c == 'e' || c == 'E') return DecimalFault::exponent;
    if (c == ',') return DecimalFault::grouping;
    if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c >= 0x80) return DecimalFault::letter;
    return DecimalFault::malformed;
}

/// The length of the whole part with its commas, or the place of the comma that is wrong.
struct WholePart {
    std::size_t end;
    std::optional<std::size_t> wrong_comma;
};

WholePart scan_whole(std::string_view text, std::size_t begin) {
    std::size_t at = begin;
    std::size_t run = 0;
    std::optional<std::size_t> last_comma;
    for (; at < text.size() && (is_digit(text[at]) || text[at] == ','); ++at) {
        if (text[at] != ',') {
            ++run;
            continue;
        }
        const bool short_run = last_comma ? run != 3 : run == 0 || run > 3;
        if (short_run) return {at, last_comma.value_or(at)};
        last_comma = at;
        run = 0;
    }
    if (last_comma && run != 3) return {at, last_comma};
    return {at, std::nullopt};
}

}  // namespace

ParsedDecimal parse_decimal(std::string_view text) {
    const auto fail = [](DecimalFault fault, std::size_t at) { return ParsedDecimal{std::nullopt, fault, at}; };
    if (text.empty()) return fail(DecimalFault::empty, 0);
    Decimal value;
    const std::size_t begin = minus_length(text);
    const WholePart whole = scan_whole(text, begin);
    std::size_t at = whole.end;
    if (at < text.size() && text[at] != '.') return fail(fault_of(text, at), at);
    if (whole.wrong_comma) return fail(DecimalFault::grouping, *whole.wrong_comma);
    if (at == begin) return fail(DecimalFault::malformed, at < text.size() ? at : 0);
    // 010 is no number that anybody publishes: a digit or a point is missing, or it is a code.
    if (at > begin + 1 && text[begin] == '0') return fail(DecimalFault::malformed, begin);
    std::string digits;
    for (char c : text.substr(begin, at - begin)) {
        if (c != ',') digits += c;
    }
    if (at < text.size()) {
        const std::size_t point = at++;
        while (at < text.size() && is_digit(text[at])) digits += text[at++];
        value.decimals = static_cast<int>(at - point - 1);
        if (at < text.size()) return fail(fault_of(text, at), at);
        if (value.decimals == 0) return fail(DecimalFault::malformed, point);
    }
    if (digits.size() > max_digits) return fail(DecimalFault::too_long, begin);
    const std::size_t first = digits.find_first_not_of('0');
    value.digits = first == std::string::npos ? "0" : digits.substr(first);
    value.negative = begin > 0 && value.digits != "0";
    return {value, DecimalFault::none, 0};
}

Decimal whole(std::int64_t value) {
    std::string digits = std::to_string(value);
    if (value < 0) digits.erase(0, 1);
    return {value < 0, std::move(digits), 0};
}

std::string plain(const Decimal& value) {
    std::string digits = value.digits;
    const auto decimals = static_cast<std::size_t>(value.decimals);
    if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
    if (decimals > 0) digits.insert(digits.size() - decimals, 1, '.');
    return value.negative ? "-" + digits : digits;
}

struct Ratio::Number {
    mpq_class value;
};

namespace {

mpz_class power_of_ten(int exponent) {
    mpz_class power;
    mpz_ui_pow_ui(power.get_mpz_t(), 10, static_cast<unsigned long>(exponent));
    return power;
}

/// numerator / denominator (both positive) to the nearest whole number.
mpz_class divide_rounded(const mpz_class& numerator, const mpz_class& denominator, Rounding mode) {
    mpz_class quotient;
    mpz_class rest;
    mpz_fdiv_qr(quotient.get_mpz_t(), rest.get_mpz_t(), numerator.get_mpz_t(), denominator.get_mpz_t());
    const int half = cmp(mpz_class(rest * 2), denominator);
    const bool up = mode == Rounding::half_up     ? half >= 0
                    : mode == Rounding::half_even ? half > 0 || (half == 0 && mpz_odd_p(quotient.get_mpz_t()))
                                                  : false;
    return up ? mpz_class(quotient + 1) : quotient;
}

}  // namespace

Ratio::Ratio() : Ratio(std::int64_t{0}) {}
Ratio::Ratio(std::shared_ptr<const Number> number) : number_(std::move(number)) {}
Ratio::Ratio(std::int64_t whole) : number_(std::make_shared<Number>(Number{mpq_class(static_cast<long>(whole))})) {}

Ratio::Ratio(const Decimal& value) {
    mpq_class number(mpz_class(value.digits, 10), power_of_ten(value.decimals));
    number.canonicalize();
    if (value.negative) number = -number;
    number_ = std::make_shared<Number>(Number{std::move(number)});
}

std::string Ratio::fraction() const {
    return number_->value.get_num().get_str() + "/" + number_->value.get_den().get_str();
}

int Ratio::sign() const { return sgn(number_->value); }

Ratio operator+(const Ratio& a, const Ratio& b) {
    return Ratio(std::make_shared<Ratio::Number>(Ratio::Number{a.number_->value + b.number_->value}));
}
Ratio operator-(const Ratio& a, const Ratio& b) {
    return Ratio(std::make_shared<Ratio::Number>(Ratio::Number{a.number_->value - b.number_->value}));
}
Ratio operator*(const Ratio& a, const Ratio& b) {
    return Ratio(std::make_shared<Ratio::Number>(Ratio::Number{a.number_->value * b.number_->value}));
}
Ratio operator/(const Ratio& a, const Ratio& b) {
    assert(!b.is_zero());
    return Ratio(std::make_shared<Ratio::Number>(Ratio::Number{a.number_->value / b.number_->value}));
}
bool operator==(const Ratio& a, const Ratio& b) { return a.number_->value == b.number_->value; }
std::strong_ordering operator<=>(const Ratio& a, const Ratio& b) {
    return cmp(a.number_->value, b.number_->value) <=> 0;
}

Decimal Ratio::rounded(int decimals, Rounding mode) const {
    const mpz_class numerator = abs(number_->value.get_num()) * power_of_ten(decimals);
    const mpz_class quotient = divide_rounded(numerator, number_->value.get_den(), mode);
    return {sign() < 0 && quotient != 0, quotient.get_str(), decimals};
}

std::int64_t Ratio::thousandths() const {
    const mpz_class numerator = abs(number_->value.get_num()) * 1000;
    const mpz_class quotient = divide_rounded(numerator, number_->value.get_den(), Rounding::half_up);
    const std::int64_t magnitude = quotient.fits_slong_p() ? quotient.get_si() : INT64_MAX / 4;
    return sign() < 0 ? -magnitude : magnitude;
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

}  // namespace base
