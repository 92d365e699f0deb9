// A number as printed, and the exact fraction it stands for. No binary floating point anywhere.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace base {

/// A decimal exactly as it is printed: 18,405 has the digits "18405" and no decimals; 0.70 has "070"
/// trimmed to "70" and two decimals. Zero is never negative.
struct Decimal {
    bool negative = false;
    std::string digits = "0";  ///< ASCII, without leading zeros but for a single "0"
    int decimals = 0;          ///< how many of the digits stand after the point, 0 or more

    bool operator==(const Decimal&) const = default;
};

/// Why a text is not a number.
enum class DecimalFault {
    none,
    empty,
    full_width,  ///< full-width digits or signs
    exponent,    ///< 1.8e4
    grouping,    ///< 18,40
    letter,      ///< 18,4O5
    malformed,   ///< anything else: two points, a sign inside, a point at an end
    too_long     ///< more than max_digits digits
};

struct ParsedDecimal {
    std::optional<Decimal> value;
    DecimalFault fault = DecimalFault::none;
    std::size_t at = 0;  ///< byte offset of the first wrong character
};

inline constexpr std::size_t max_digits = 60;

/// Reads "18,405", "-1.6", "△1.6", "−1.6", "0.70". Commas are optional but, where used, stand every three digits.
ParsedDecimal parse_decimal(std::string_view text);

Decimal whole(std::int64_t value);

/// "18405", "-0.70": ASCII, without grouping. Reads back to the same Decimal.
std::string plain(const Decimal& value);

enum class Rounding { half_up, half_even, truncate };

/// An exact fraction in lowest terms.
class Ratio {
   public:
    Ratio() = default;  ///< zero
    explicit Ratio(std::int64_t whole);
    explicit Ratio(const Decimal& value);

    /// "23/1", "-1841/1800": always with a denominator.
    std::string fraction() const;
    int sign() const;  ///< -1, 0, 1
    bool is_zero() const { return sign() == 0; }

    friend Ratio operator+(const Ratio& a, const Ratio& b);
    friend Ratio operator-(const Ratio& a, const Ratio& b);
    friend Ratio operator*(const Ratio& a, const Ratio& b);
    /// The divisor must not be zero.
    friend Ratio operator/(const Ratio& a, const Ratio& b);
    friend bool operator==(const Ratio& a, const Ratio& b);
    friend std::strong_ordering operator<=>(const Ratio& a, const Ratio& b);

    /// Rounded once from the exact value to `decimals` digits after the point; half_up is away from zero.
    Decimal rounded(int decimals, Rounding mode = Rounding::half_up) const;
    /// The nearest multiple of 1/1000, for drawing only.
    std::int64_t thousandths() const;

   private:
    struct Large;
    struct Number;
    std::int64_t numerator_ = 0, denominator_ = 1;
    std::shared_ptr<const Large> large_;  ///< null where the two words hold it; they are not read otherwise
};

/// The sum, in a tree, so that ten thousand unlike denominators stay cheap.
Ratio sum(const std::vector<Ratio>& terms);
/// Without its sign.
Ratio magnitude(const Ratio& value);

}  // namespace base
