// Lengths in integer thousandths of a point, so that no page depends on how a machine rounds.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>

namespace base {

/// A length in thousandths of a point (1 pt = 1/72 inch).
struct Length {
    std::int64_t value = 0;

    static constexpr Length points(std::int64_t whole) { return {whole * 1000}; }

    constexpr auto operator<=>(const Length&) const = default;
    constexpr Length operator-() const { return {-value}; }
    constexpr Length& operator+=(Length other) {
        value += other.value;
        return *this;
    }
    constexpr Length& operator-=(Length other) {
        value -= other.value;
        return *this;
    }
    friend constexpr Length operator+(Length a, Length b) { return {a.value + b.value}; }
    friend constexpr Length operator-(Length a, Length b) { return {a.value - b.value}; }
    friend constexpr Length operator*(Length a, std::int64_t n) { return {a.value * n}; }
    friend constexpr Length operator*(std::int64_t n, Length a) { return {a.value * n}; }
    friend constexpr Length operator/(Length a, std::int64_t n) { return {a.value / n}; }
    /// How many whole times b goes into a; b must not be zero.
    friend constexpr std::int64_t operator/(Length a, Length b) { return a.value / b.value; }
    /// a × numerator / denominator, rounded towards zero.
    friend constexpr Length scaled(Length a, std::int64_t numerator, std::int64_t denominator) {
        return {a.value * numerator / denominator};
    }
};

struct Point {
    Length x, y;
    constexpr auto operator<=>(const Point&) const = default;
};

/// x and y are the top left corner; y grows downwards.
struct Rect {
    Length x, y, width, height;
    constexpr auto operator<=>(const Rect&) const = default;
    constexpr Length right() const { return x + width; }
    constexpr Length bottom() const { return y + height; }
};

/// The smallest rectangle that holds both.
constexpr Rect united(const Rect& a, const Rect& b) {
    const Length x = std::min(a.x, b.x), y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

/// An sRGB colour.
struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0;
    constexpr auto operator<=>(const Colour&) const = default;
};

}  // namespace base
