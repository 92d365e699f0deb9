// Numbers of every spelling read to exact decimals with their unit.
#include "check/figure_words.h"

#include <algorithm>

#include "base/utf8.h"
#include "check/letters.h"

namespace check {

namespace {

using base::Ratio;

constexpr Letters usual_units[] = {
    U"%ポイント", U"ポイント", U"項目", U"指標", U"世帯", U"団体", U"か所",   U"箇所", U"ヶ所", U"カ所", U"事業",
    U"店舗",      U"施設",     U"地区", U"千円", U"万円", U"億円", U"百万円", U"千人", U"万人", U"年度", U"年間",
    U"年連続",    U"か年",     U"か月", U"時間", U"歳代", U"つ",   U"％",     U"%",    U"人",   U"件",   U"円",
    U"社",        U"回",       U"年",   U"月",   U"日",   U"歳",   U"倍",     U"割",   U"位",   U"点",   U"台",
    U"校",        U"棟",       U"戸",   U"区",   U"ha",   U"km",   U"kg",     U"m",    U"g",    U"組",   U"名",
    U"冊",        U"本",       U"期",   U"次",   U"号",   U"条",   U"章",     U"階",   U"番",   U"週",   U"分",
    U"秒",        U"代",       U"種",   U"類",   U"園",   U"床",   U"頭",     U"匹"};

constexpr std::pair<Letters, Bound> bounds_behind[] = {
    {U"以上", Bound::at_least}, {U"以下", Bound::at_most}, {U"未満", Bound::below}, {U"超", Bound::over},
    {U"程度", Bound::about},    {U"前後", Bound::about},   {U"ほど", Bound::about}, {U"余り", Bound::upward},
    {U"近く", Bound::nearly},   {U"弱", Bound::nearly},    {U"台", Bound::range},   {U"強", Bound::upward}};

/// Units written out, and what the data call them.
constexpr std::pair<Letters, std::string_view> other_names[] = {
    {U"%", "％"},          {U"パーセント", "％"},   {U"%ポイント", "ポイント"}, {U"名", "人"},
    {U"ヘクタール", "ha"}, {U"トン", "t"},          {U"キロワット", "kW"},      {U"キログラム", "kg"},
    {U"グラム", "g"},      {U"キロメートル", "km"}, {U"平方メートル", "㎡"},    {U"メートル", "m"},
    {U"パーミル", "‰"},    {U"リットル", "L"}};

/// The digits of a number with its commas and its point; the place behind them.
std::size_t digits_end(const std::u32string& letters, std::size_t from) {
    std::size_t at = from;
    while (at < letters.size() && is_digit(letters[at])) ++at;
    while (at + 3 < letters.size() && letters[at] == U',' && is_digit(letters[at + 1]) && is_digit(letters[at + 2]) &&
           is_digit(letters[at + 3])) {
        at += 4;
    }
    if (at + 1 < letters.size() && letters[at] == U'.' && is_digit(letters[at + 1])) {
        ++at;
        while (at < letters.size() && is_digit(letters[at])) ++at;
    }
    return at;
}

Ratio power_of_ten(int exponent) {
    Ratio power(1);
    for (int i = 0; i < exponent; ++i) power = power * Ratio(10);
    return power;
}

struct Part {
    Ratio value, step;
    std::size_t end;
};

std::optional<Part> part_at(const std::u32string& letters, std::size_t from) {
    const std::size_t end = digits_end(letters, from);
    if (end == from) return std::nullopt;
    std::string digits;
    for (std::size_t at = from; at < end; ++at) {
        if (letters[at] != U',') digits += static_cast<char>(letters[at]);
    }
    const auto parsed = base::parse_decimal(digits).value;
    if (!parsed) return std::nullopt;
    return Part{Ratio(*parsed), Ratio(1) / power_of_ten(parsed->decimals), end};
}

int exponent_of(char32_t letter) { return letter == U'万' ? 4 : letter == U'億' ? 8 : letter == U'兆' ? 12 : 0; }

/// 28万, 1億2,000万, ２億３千万, ８千３百万: the parts add up. 万円 and 億円 may be units of the data, so they stay
/// units; 千 and 百 are of the number before 万 or another digit, and 千 behind 万 (34万8千人); elsewhere 千 may be the
/// unit's.
Part whole_number(const std::u32string& letters, Part part) {
    const auto letter = [&](std::size_t at) { return at < letters.size() ? letters[at] : U' '; };
    Ratio sum, group;
    Ratio step = part.step;
    std::size_t end = part.end;
    const auto go_on = [&] {
        const auto next = part_at(letters, end);
        part = next.value_or(Part{Ratio(), step, end});
        end = part.end;
        return next.has_value();
    };
    for (bool more = true; more;) {
        more = false;
        const char32_t here = letter(end), behind = letter(end + 1);
        const int small = here == U'千' ? 3 : here == U'百' ? 2 : 0;
        // 41百万円 is told in a unit of its own.
        const bool millions = here == U'百' && behind == U'万' && letter(end + 2) == U'円' && sum.is_zero();
        if (millions && group.is_zero()) return {part.value, step, end};
        const bool of_number = is_digit(behind) || exponent_of(behind) > 0 || (here == U'千' && !sum.is_zero());
        if (small > 0 && of_number && !part.value.is_zero()) {
            group = group + part.value * power_of_ten(small);
            step = part.step * power_of_ten(small);
            ++end;
            go_on();
            more = true;
            continue;
        }
        const int exponent = exponent_of(here);
        const bool unit = behind == U'円' && sum.is_zero();
        group = group + part.value;
        if (!part.value.is_zero()) step = part.step;
        if (exponent == 0 || unit) return {sum + group, step, end};
        sum = sum + group * power_of_ten(exponent);
        step = step * power_of_ten(exponent);
        group = Ratio();
        ++end;
        more = go_on() || letter(end) == U'千';
    }
    return {sum + group, step, end};
}

/// ４分の１, 三分の二.
bool read_fraction(const std::u32string& letters, TypedFigure& figure) {
    if (!text_at(letters, figure.end, U"分の") || figure.value.sign() <= 0) return false;
    const std::size_t from = figure.end + 2;
    Ratio part;
    if (const auto digits = part_at(letters, from)) {
        part = digits->value, figure.end = digits->end;
    } else if (const auto kanji = kanji_at(letters, from)) {
        part = Ratio(kanji->first), figure.end = from + kanji->second;
    } else {
        return false;
    }
    set_share(figure, part / figure.value);
    for (const Letters word : {Letters(U"ほど"), Letters(U"程度"), Letters(U"近く")}) {
        if (text_at(letters, figure.end, word)) figure.end += word.size();
    }
    return true;
}

void read_behind(const std::u32string& letters, TypedFigure& figure) {
    for (const auto& [word, bound] : bounds_behind) {
        if (!text_at(letters, figure.end, word)) continue;
        figure.bound = bound;
        figure.end += word.size();
        return;
    }
}

void read_unit(const std::u32string& letters, const std::vector<std::u32string>& units, TypedFigure& figure) {
    for (const std::u32string& unit : units) {
        if (!text_at(letters, figure.end, unit)) continue;
        const auto* const other = std::find_if(std::begin(other_names), std::end(other_names),
                                               [&](const auto& each) { return each.first == unit; });
        figure.unit = other == std::end(other_names) ? base::encode(unit) : std::string(other->second);
        figure.end += unit.size();
        // ２割５分
        const auto more = figure.unit == "割" ? part_at(letters, figure.end) : std::nullopt;
        if (more && text_at(letters, more->end, U"分")) {
            figure.value = figure.value + more->value / Ratio(10);
            figure.step = more->step / Ratio(10);
            figure.end = more->end + 1;
        }
        return;
    }
}

constexpr Letters kanji_digits = U"〇一二三四五六七八九";

}  // namespace

std::optional<std::pair<int, std::size_t>> kanji_at(const std::u32string& letters, std::size_t from) {
    int sum = 0, digit = 0;
    std::size_t at = from;
    for (; at < letters.size(); ++at) {
        const std::size_t value = kanji_digits.find(letters[at]);
        if (value != Letters::npos && digit == 0) {
            digit = static_cast<int>(value);
        } else if (letters[at] == U'十' || letters[at] == U'百') {
            sum += (digit == 0 ? 1 : digit) * (letters[at] == U'十' ? 10 : 100);
            digit = 0;
        } else {
            break;
        }
    }
    if (at == from) return std::nullopt;
    return std::pair{sum + digit, at - from};
}

std::vector<std::u32string> all_units(const std::vector<std::string>& of_the_data) {
    std::vector<std::u32string> units(std::begin(usual_units), std::end(usual_units));
    for (const std::string& unit : of_the_data) {
        units.push_back(base::decode(unit));
        // 884万t: the number takes the 万.
        units.push_back(base::decode(scale_of(unit).unit));
    }
    for (const auto& [name, unit] : other_names) units.emplace_back(name);
    std::erase(units, std::u32string());
    std::sort(units.begin(), units.end(),
              [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
    units.erase(std::unique(units.begin(), units.end()), units.end());
    return units;
}

void set_share(TypedFigure& figure, const Ratio& share) {
    figure.value = share;
    figure.step = share * Ratio(3) / Ratio(10);
    figure.bound = Bound::about;
    figure.unit = "倍";
}

std::optional<TypedFigure> figure_at(const std::u32string& letters, std::size_t from,
                                     const std::vector<std::u32string>& units) {
    const char32_t first = letters[from];
    if (is_kana(first)) return std::nullopt;  // as half of all letters
    const bool worded = first == U'マ' && text_at(letters, from, U"マイナス");
    const bool sign = first == U'△' || first == U'-' || first == U'+' || worded;
    constexpr Letters kanji_of_numbers = U"〇一二三四五六七八九十百";
    const bool may_begin = sign || is_digit(first) || first == U'ゼ' || kanji_of_numbers.find(first) != Letters::npos;
    if (!may_begin) return std::nullopt;  // as nearly every letter
    TypedFigure figure;
    figure.begin = from;
    const std::size_t digits = from + (worded ? 4 : sign ? 1 : 0);
    if (const auto part = part_at(letters, digits)) {
        const Part whole = whole_number(letters, *part);
        figure.value = first == U'△' || first == U'-' || worded ? Ratio() - whole.value : whole.value;
        figure.step = whole.step;
        figure.end = whole.end;
        if (read_fraction(letters, figure)) return figure;
        read_unit(letters, units, figure);
    } else if (const auto kanji = kanji_at(letters, from)) {
        figure.value = Ratio(kanji->first);
        figure.step = Ratio(1);
        figure.end = from + kanji->second;
        figure.kanji = true;
        if (read_fraction(letters, figure)) return figure;
        // Only before a counter: 一部 and 三位一体 are no figures.
        constexpr Letters counters[] = {U"つ",   U"項目", U"件",   U"人",   U"年連続",   U"年続け",
                                        U"指標", U"割",   U"か所", U"年間", U"年度連続", U"倍",
                                        U"社",   U"校",   U"団体", U"世帯", U"ポイント"};
        const auto counted = [&](Letters counter) { return text_at(letters, figure.end, counter); };
        if (std::none_of(std::begin(counters), std::end(counters), counted)) return std::nullopt;
        read_unit(letters, units, figure);
    } else if (text_at(letters, from, U"ゼロ")) {
        // ３人からゼロになった, but ゼロカーボン
        const Letters behind = tail(letters, from + 2);
        constexpr Letters particles = U"にとでへだ、。";
        if (behind.empty() || particles.find(behind[0]) == Letters::npos) return std::nullopt;
        figure.step = Ratio(1);
        figure.end = from + 2;
        figure.kanji = true;
    } else {
        return std::nullopt;
    }
    for (const Letters word :
         {Letters(U"約"), Letters(U"およそ"), Letters(U"おおよそ"), Letters(U"ほぼ"), Letters(U"概ね")}) {
        if (stands_before(letters, from, word)) figure.bound = Bound::about;
    }
    if (figure.bound == Bound::exact) read_behind(letters, figure);
    return figure;
}

Scale scale_of(const std::string& unit) {
    constexpr std::pair<std::string_view, int> prefixes[] = {{"百万", 6}, {"千万", 7}, {"十億", 9},
                                                             {"千", 3},   {"万", 4},   {"億", 8}};
    for (const auto& [prefix, exponent] : prefixes) {
        if (unit.size() > prefix.size() && unit.starts_with(prefix))
            return {power_of_ten(exponent), unit.substr(prefix.size())};
    }
    if (unit == "%") return {Ratio(1), "％"};
    return {Ratio(1), unit};
}

bool is_percent(const std::string& unit) { return unit == "％" || unit == "%"; }

bool text_at(Letters letters, std::size_t at, Letters word) {
    return letters.substr(std::min(at, letters.size())).starts_with(word);
}

bool stands_before(Letters letters, std::size_t at, Letters word) {
    return at >= word.size() && letters.substr(at - word.size(), word.size()) == word;
}

}  // namespace check
