// Year, month and day are what stands between signs, whichever; the calendar of the library says whether there is such
// a day.
#include "forms/typed_day.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

#include "forms/typed_number.h"

namespace forms {

namespace {

constexpr int longest_count = 99'999;  // of days: the year 2173

/// 2024-05-20 of 年月日 and of any other signs between the three.
std::string with_hyphens(std::string text) {
    for (const auto& [sign, instead] : {std::pair{" ", ""}, std::pair{"年", "-"}, std::pair{"月", "-"},
                                        std::pair{"日", ""}, std::pair{"/", "-"}, std::pair{".", "-"}}) {
        const std::string_view letters = sign;
        for (std::size_t at = text.find(letters); at != std::string::npos; at = text.find(letters, at))
            text.replace(at, letters.size(), instead);
    }
    return text;
}

/// All of the text, without a sign.
std::optional<unsigned> whole(std::string_view text) {
    unsigned number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    return fault == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::optional<std::chrono::year_month_day> counted(const std::string& text) {
    const std::optional<unsigned> days = whole(text.substr(0, text.find('.')));  // behind the point: the hour
    if (!days || *days == 0 || *days > longest_count) return std::nullopt;
    return std::chrono::sys_days(std::chrono::year(1899) / 12 / 30) + std::chrono::days(*days);
}

std::optional<std::chrono::year_month_day> written(const std::string& text, const base::Eras& eras) {
    const std::string plain = with_hyphens(half_width(text));
    const std::size_t first = plain.find('-'), second = plain.find('-', first + 1);
    if (first == std::string::npos || second == std::string::npos) return std::nullopt;
    const std::optional<base::Year> year = base::parse_year(eras, plain.substr(0, first));
    const std::optional<unsigned> month = whole(plain.substr(first + 1, second - first - 1));
    const std::optional<unsigned> day = whole(plain.substr(second + 1));
    if (!year || !month || !day) return std::nullopt;
    return std::chrono::year(year->western) / std::chrono::month(*month) / std::chrono::day(*day);
}

}  // namespace

std::optional<std::string> read_day(const Cell& cell, const base::Eras& eras) {
    const bool is_count = cell.kind == Cell::Kind::date || cell.kind == Cell::Kind::number;
    const auto day = is_count ? counted(cell.text) : written(cell.text, eras);
    if (!day || !day->ok()) return std::nullopt;
    return fmt::format("{:04}-{:02}-{:02}", int{day->year()}, unsigned{day->month()}, unsigned{day->day()});
}

}  // namespace forms
