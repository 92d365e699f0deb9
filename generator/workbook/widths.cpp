// Flexible columns share what firm ones leave; if that is too little, firm ones give up slack, then all are scaled.
#include "workbook/widths.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace workbook {

namespace {

constexpr double short_a4 = 595.3, long_a4 = 841.9, long_a3 = 1190.6;  // points
constexpr double side_margins = 72, end_margins = 90, safety = 0.97;   // points; the share of the rest that is used
constexpr double character = 5.4, padding = 6;                         // points
constexpr double wrapped_character = 4.45;            // of Japanese text, whose full-width letters count two
constexpr double least_flexible = 64;                 // points: seven letters
constexpr double line_height = 11.6, room = 4.5;      // points
constexpr double lowest_row = 15, highest_row = 405;  // Excel's limit is 409

double natural(const WantedWidth& width) { return width.characters * character + padding; }
double slack(const WantedWidth& width) {
    return width.flexible || width.least <= 0 ? 0 : std::max(0.0, width.characters - width.least) * character;
}

/// The share of their slack that columns give up so that the flexible ones keep their least.
double given_up(const std::vector<WantedWidth>& wanted, double breadth) {
    double needed = 0, slacks = 0;
    for (const WantedWidth& width : wanted) {
        needed += width.flexible ? least_flexible : natural(width);
        slacks += slack(width);
    }
    return slacks > 0 ? std::clamp((needed - breadth) / slacks, 0.0, 1.0) : 0;
}

/// The height of the page, in points.
double between_margins(bool a3, bool landscape) {
    const double paper = a3 ? (landscape ? long_a4 : long_a3) : (landscape ? short_a4 : long_a4);
    return paper - end_margins;
}

}  // namespace

double printed_breadth(bool a3, bool landscape) {
    const double paper = a3 ? (landscape ? long_a3 : long_a4) : (landscape ? long_a4 : short_a4);
    return (paper - side_margins) * safety;
}

double whole_height(bool a3, bool landscape) {
    constexpr double rounding = 3;  // points, of some fifty rows
    return between_margins(a3, landscape) - rounding;
}

double printed_height(bool a3, bool landscape) { return between_margins(a3, landscape) * safety; }

FittedWidths fitted(const std::vector<WantedWidth>& wanted, double breadth) {
    FittedWidths result;
    double fixed = 0, shares = 0;
    const double share_given = given_up(wanted, breadth);
    const auto kept = [&](const WantedWidth& width) { return natural(width) - share_given * slack(width); };
    for (const WantedWidth& width : wanted) (width.flexible ? shares : fixed) += kept(width);
    for (const WantedWidth& width : wanted) {
        const double share = width.flexible ? (breadth - fixed) * natural(width) / shares : kept(width);
        result.points.push_back(width.flexible ? std::max(share, least_flexible) : share);
    }
    const double total = std::accumulate(result.points.begin(), result.points.end(), 0.0);
    if (total > breadth + 0.5) result.scale = std::max(10, static_cast<int>(std::floor(100 * breadth / total)));
    return result;
}

std::size_t characters_in(double points) {
    return static_cast<std::size_t>(std::max(2.0, (points - padding) / wrapped_character));
}

double height_of_lines(std::size_t lines) { return static_cast<double>(lines) * line_height + room; }

double row_height_of(std::size_t lines) { return std::clamp(height_of_lines(lines), lowest_row, highest_row); }

}  // namespace workbook
