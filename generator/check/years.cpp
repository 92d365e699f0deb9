// Years in sentences: 令和５（2023）年度, ４年度, Ｒ５, 前年度, 昨年.
#include <algorithm>

#include "check/letters.h"
#include "check/lexicon.h"

namespace check {

namespace {

struct Relative {
    Letters word;
    int years;  ///< before the evaluated one
    std::optional<base::YearKind> kind;
};

constexpr auto fiscal = base::YearKind::fiscal;
constexpr auto calendar = base::YearKind::calendar;
constexpr Relative relatives[] = {
    {U"一昨年度", 2, fiscal}, {U"前々年度", 2, fiscal}, {U"一昨年", 2, calendar}, {U"前々年", 2, calendar},
    {U"前の年度", 1, fiscal}, {U"前の年", 1, calendar}, {U"前年度", 1, fiscal},   {U"昨年度", 1, fiscal},
    {U"前年", 1, calendar},   {U"昨年", 1, calendar},   {U"今年度", 0, fiscal},   {U"本年度", 0, fiscal},
    {U"当年度", 0, fiscal},   {U"当該年度", 0, fiscal}, {U"評価年度", 0, fiscal}, {U"対象年度", 0, fiscal},
    {U"対前年度", 1, fiscal}, {U"対前年", 1, calendar}, {U"次年度", -1, fiscal},  {U"来年度", -1, fiscal},
    {U"翌年度", -1, fiscal},  {U"翌年", -1, calendar}};

std::size_t digits_behind(const std::u32string& letters, std::size_t at, std::string& out) {
    const std::size_t begin = at;
    for (; at < letters.size() && at < begin + 4 && letters[at] >= U'0' && letters[at] <= U'9'; ++at) {
        out += static_cast<char>(letters[at]);
    }
    if (at == begin && at < letters.size() && letters[at] == U'元') {
        out += "元";
        ++at;
    }
    return at;
}

/// （2023） between the year of the era and 年度.
std::size_t skip_western(const std::u32string& letters, std::size_t at) {
    if (at >= letters.size() || letters[at] != U'（') return at;
    std::string digits;
    const std::size_t end = digits_behind(letters, at + 1, digits);
    return digits.size() == 4 && end < letters.size() && letters[end] == U'）' ? end + 1 : at;
}

std::optional<Token> counted_year(const std::u32string& letters, std::size_t at, const YearWords& words,
                                  const input::Inputs& inputs) {
    std::string era;
    std::size_t next = at;
    for (const auto& [name, text] : words.eras) {
        if (!tail(letters, at).starts_with(name)) continue;
        era = text;
        next = at + name.size();
        break;
    }
    std::string digits;
    std::size_t end = digits_behind(letters, next, digits);
    if (digits.empty()) return std::nullopt;
    end = skip_western(letters, end);
    Token token;
    token.sort = Sort::year;
    token.year_named = true;
    token.begin = at;
    const Letters rest = tail(letters, end);
    if (rest.starts_with(U"年度")) {
        token.year_kind = fiscal;
        token.end = end + 2;
    } else if (rest.starts_with(U"年") &&
               !begins(rest, {U"年間", U"年連続", U"年続", U"年ぶり", U"年ごと", U"年目", U"年前", U"年後"})) {
        token.year_kind = calendar;
        token.end = end + 1;
    } else if (era.size() == 1) {
        token.end = end;
    } else {
        return std::nullopt;
    }
    // ５年 alone is a length of time, ５年度 the year of the era the report is in.
    std::string text = era + digits;
    if (era.empty() && digits.size() < 4) {
        if (token.year_kind != fiscal || inputs.eras.empty()) return std::nullopt;
        text = inputs.eras.front().name + digits;
    }
    const auto year = base::parse_year(inputs.eras, text);
    if (!year) return std::nullopt;
    token.year = *year;
    return token;
}

}  // namespace

YearWords year_words(const base::Eras& eras) {
    YearWords words;
    for (const base::Era& era : eras) words.eras.emplace_back(narrowed(era.name), era.name);
    for (const base::Era& era : eras) words.eras.emplace_back(narrowed(era.initial), era.initial);
    return words;
}

std::optional<Token> year_at(const std::u32string& letters, std::size_t at, const YearWords& words,
                             const input::Inputs& inputs) {
    Token token;
    token.sort = Sort::year;
    token.begin = at;
    for (const Relative& relative : relatives) {
        if (!tail(letters, at).starts_with(relative.word)) continue;
        token.end = at + relative.word.size();
        token.year = {inputs.evaluated_year.western - relative.years};
        token.year_kind = relative.kind;
        return token;
    }
    std::string digits;
    const std::size_t end = digits_behind(letters, at, digits);
    if (!digits.empty() && digits.size() < 3 && digits != "元" && tail(letters, end).starts_with(U"年前")) {
        token.end = end + 2;
        token.year = {inputs.evaluated_year.western - std::stoi(digits)};
        return token;
    }
    if (tail(letters, at).starts_with(U"最終年度")) {
        token.end = at + 4;
        token.year = inputs.strategy.last_year;
        return token;
    }
    return counted_year(letters, at, words, inputs);
}

}  // namespace check
