// Years in the Western count and in Japanese eras (元号).
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace base {

/// 年度 runs from April to March, 年 from January to December.
enum class YearKind { fiscal, calendar };

/// A year by its Western number; whether it is a fiscal one is a property of the indicator.
struct Year {
    int western = 0;
    constexpr bool operator==(const Year&) const = default;
    constexpr std::strong_ordering operator<=>(const Year& other) const { return western <=> other.western; }
};

struct Era {
    std::string name;     ///< 令和
    std::string initial;  ///< R
    int first_year;       ///< 2019, which is 令和元年
};

/// Newest first; config/eras.yaml.
using Eras = std::vector<Era>;

/// Reads R5, r5, Ｒ５, 令和5年度, 令和５年, 令和元年度, 2023, 2023年度. The year 31 of 平成 is 2019 as is 令和元年.
std::optional<Year> parse_year(const Eras& eras, std::string_view text);
/// 年 or 年度, if the text says.
std::optional<YearKind> kind_of_year(std::string_view text);

/// R5
std::string short_year(const Eras& eras, Year year);
/// 令和5年度, 令和元年
std::string era_year(const Eras& eras, Year year, YearKind kind);
/// 令和5（2023）年度
std::string full_year(const Eras& eras, Year year, YearKind kind);
/// 令和6年11月28日 of 2024-11-28, by the era in which the year ends; empty of an empty text.
std::string era_date(const Eras& eras, const std::string& date);

}  // namespace base
