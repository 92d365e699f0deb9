// Widths by classes of characters in the widest face, numbers by the section of their format that shows their sign.
#include "workbook/measures.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "workbook/heads.h"

namespace workbook {

namespace {

// Of BIZ UDPGothic Bold at 9 points, the widest of the faces in use.
constexpr double digit = 6.9, point = 3.0, space = 3.0, full = 9.0, other = 6.6;
constexpr double least_text = 4 * full;  // a column of wrapped text is never narrower

double points_of(char32_t c) {
    if (c >= U'0' && c <= U'9') return digit;
    if (c == U',' || c == U'.') return point;
    if (c == U' ') return space;
    return c < 0x80 && c != U'%' && c != U'+' ? other : full;
}

/// The section of the format that shows the sign.
std::string_view section_of(std::string_view format, bool negative) {
    const std::size_t end = format.find(';');
    if (!negative || end == std::string_view::npos) return format.substr(0, end);
    const std::string_view rest = format.substr(end + 1);
    return rest.substr(0, rest.find(';'));
}

double points_of(const base::Decimal& value, std::string_view format) {
    const std::string_view section = section_of(format, value.negative);
    std::size_t decimals = 0, places_begin = std::string_view::npos;
    double points = value.negative && format.find(';') == std::string_view::npos ? full : 0;
    bool quoted = false;
    for (std::size_t at = 0; at < section.size();) {
        const base::Decoded next = base::decode_at(section, at);
        at += next.length;
        if (next.character == U'"') {
            quoted = !quoted;
        } else if (quoted || (next.character != U'#' && next.character != U'0' && next.character != U',' &&
                              next.character != U'.')) {
            points += points_of(next.character);
        } else if (next.character == U'.') {
            places_begin = at;
        } else if (next.character == U'0' && places_begin != std::string_view::npos) {
            ++decimals;
        }
    }
    const std::size_t whole =
        std::max<std::size_t>(1, value.digits.size() > static_cast<std::size_t>(value.decimals)
                                     ? value.digits.size() - static_cast<std::size_t>(value.decimals)
                                     : 1);
    const bool grouped = section.find(',') != std::string_view::npos;
    points += static_cast<double>(whole + decimals) * digit + (decimals > 0 ? point : 0);
    const std::size_t commas = grouped ? (whole - 1) / 3 : 0;
    return points + static_cast<double>(commas) * point;
}

/// At the 9 points of a table's body: a number with its format, a text on one line.
double shown_points(const Computed& value, const Look& look) {
    if (const auto* number = std::get_if<base::Decimal>(&value)) return points_of(*number, look.number_format);
    return points_of_text(std::get<std::string>(value));
}

}  // namespace

double points_of_text(std::string_view text) {
    double points = 0;
    for (const char32_t c : base::decode(text)) points += points_of(c);
    return points;
}

std::size_t lines_in_cell(std::string_view text, double points) {
    constexpr double sides = 5.9;  // of the 6 points that a column is wider than the longest of its texts
    // A column was made for the texts that fit it in the widest face; others are counted by two measures, of which the
    // one knows what the end of a line wastes, the other that digits are wider than half a letter.
    const double room = std::max(full, points - sides);
    std::size_t lines = 0;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        const auto by_width =
            std::max<std::size_t>(1, static_cast<std::size_t>(std::ceil(points_of_text(line) / room)));
        lines += by_width == 1 ? 1 : std::max(by_width, lines_of(line, characters_in(points)));
        at = end + 1;
    }
    return lines;
}

double head_points(std::string_view label, std::size_t lines) {
    double points = points_of_text(label) / static_cast<double>(lines) + (lines > 1 ? full : 0);
    if (lines == 1) return points;
    for (const std::string& piece : head_pieces(label)) points = std::max(points, points_of_text(piece));
    return std::min(points, points_of_text(label));
}

void ColumnMeasure::add(const Computed& value, const Look& look) {
    double& longest = look.wrap && std::holds_alternative<std::string>(value) ? texts_ : numbers_;
    longest = std::max(longest, shown_points(value, look));
}

WantedWidth ColumnMeasure::width(int characters, bool flexible) const {
    constexpr double points_of_character = 5.4;
    const double asked = characters > 0 ? characters : 12;
    if (flexible) return {asked, true};
    const double text = std::min(texts_, asked * points_of_character), firm = std::max(head_, numbers_);
    return {std::max(firm, text) / points_of_character, false,
            std::max(firm, std::min(text, least_text)) / points_of_character};
}

}  // namespace workbook
