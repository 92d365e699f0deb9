// Eras are tried newest first; a number in an era must not run past the year in which the next one begins.
#include "base/year.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/utf8.h"

namespace base {

namespace {

constexpr int most_in_era = 99;

/// Full-width letters and digits to ASCII; everything else as it is.
std::string narrowed(std::string_view text) {
    std::string out;
    for (char32_t c : decode(text)) append_utf8(out, half_width(c));
    return out;
}

bool take_suffix(std::string_view& text, std::string_view suffix) {
    if (!text.ends_with(suffix)) return false;
    text.remove_suffix(suffix.size());
    return true;
}

std::optional<int> whole_number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 1 || value > 9999) return std::nullopt;
    return value;
}

const Era* era_of(const Eras& eras, Year year) {
    const auto found =
        std::find_if(eras.begin(), eras.end(), [&](const Era& era) { return year.western >= era.first_year; });
    return found == eras.end() ? nullptr : &*found;
}

std::string number_in_era(const Era& era, Year year) {
    const int number = year.western - era.first_year + 1;
    return number == 1 ? "元" : std::to_string(number);
}

const char* kind_suffix(YearKind kind) { return kind == YearKind::fiscal ? "年度" : "年"; }

}  // namespace

std::optional<YearKind> kind_of_year(std::string_view text) {
    if (text.ends_with("年度")) return YearKind::fiscal;
    if (text.ends_with("年")) return YearKind::calendar;
    return std::nullopt;
}

std::optional<Year> parse_year(const Eras& eras, std::string_view text) {
    const std::string narrow = narrowed(text);
    std::string_view rest = narrow;
    const bool suffixed = take_suffix(rest, "年度") || take_suffix(rest, "年");
    int last_year = 9999;  // of an era: the first one of that after it
    for (const Era& era : eras) {
        const int last = std::exchange(last_year, era.first_year);
        std::string_view number = rest;
        const bool initial = !suffixed && (number.starts_with(era.initial) ||
                                           (number.size() > 1 && (number[0] & ~0x20) == era.initial[0]));
        if (initial) {
            number.remove_prefix(era.initial.size());
        } else if (number.starts_with(era.name)) {
            number.remove_prefix(era.name.size());
        } else {
            continue;
        }
        const std::optional<int> count = number == "元" ? std::optional(1) : whole_number(number);
        if (!count || *count > most_in_era || era.first_year + *count - 1 > last) return std::nullopt;
        return Year{era.first_year + *count - 1};
    }
    // As far as the newest era counts, so that what is printed can be read again.
    const int latest = eras.empty() ? 2200 : eras.front().first_year + most_in_era - 1;
    const std::optional<int> western = whole_number(rest);
    if (!western || *western < 1868 || *western > latest) return std::nullopt;
    return Year{*western};
}

std::string short_year(const Eras& eras, Year year) {
    const Era* era = era_of(eras, year);
    if (era == nullptr) return std::to_string(year.western);
    return era->initial + std::to_string(year.western - era->first_year + 1);
}

std::string era_year(const Eras& eras, Year year, YearKind kind) {
    const Era* era = era_of(eras, year);
    if (era == nullptr) return std::to_string(year.western) + kind_suffix(kind);
    return era->name + number_in_era(*era, year) + kind_suffix(kind);
}

std::string full_year(const Eras& eras, Year year, YearKind kind) {
    const Era* era = era_of(eras, year);
    if (era == nullptr) return std::to_string(year.western) + kind_suffix(kind);
    return era->name + number_in_era(*era, year) + "（" + std::to_string(year.western) + "）" + kind_suffix(kind);
}

std::string era_date(const Eras& eras, const std::string& date) {
    if (date.size() != 10) return {};
    return era_year(eras, {std::stoi(date.substr(0, 4))}, YearKind::calendar) +
           std::to_string(std::stoi(date.substr(5, 2))) + "月" + std::to_string(std::stoi(date.substr(8, 2))) + "日";
}

}  // namespace base
