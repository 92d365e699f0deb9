// Filters fill in one Format, which then writes the number; a short Japanese word that is none is a counter.
#include "evaluate/format.h"

#include <algorithm>
#include <array>

#include "base/message.h"
#include "base/utf8.h"

namespace evaluate {

namespace {

using base::Decimal;
using base::say;

constexpr std::string_view kanji_digits[] = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

enum class Numerals { half, full, single, kanji, tsu, circled, kana };  ///< digits first
enum class Sign { automatic, absolute, triangle, minus, plus };

/// What the filters ask for, put together.
struct Format {
    Numerals numerals = Numerals::half;
    Sign sign = Sign::automatic;
    bool bare = false;       ///< without the per cent sign
    std::string counter;     ///< 項目, ポイント
    std::string_view words;  ///< 増加/減少/横ばい
};

std::string full_width(std::string_view text) {
    std::string out;
    for (const char32_t c : base::decode(text)) base::append_utf8(out, c > 0x20 && c < 0x7F ? c + 0xFEE0 : c);
    return out;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// 令和５年, but 令和10年: only a digit on its own is wide.
std::string single_width(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool alone = is_digit(text[at]) && (at == 0 || !is_digit(text[at - 1])) &&
                           (at + 1 == text.size() || !is_digit(text[at + 1]));
        out += alone ? full_width(text.substr(at, 1)) : std::string(1, text[at]);
    }
    return out;
}

/// ① to ㊿; beyond them (51).
std::string circled(const std::string& digits) {
    const int value = digits.size() <= 2 ? std::stoi(digits) : 0;
    std::string out;
    if (value >= 1 && value <= 20) base::append_utf8(out, 0x2460 + static_cast<char32_t>(value) - 1);
    if (value >= 21 && value <= 35) base::append_utf8(out, 0x3251 + static_cast<char32_t>(value) - 21);
    if (value >= 36 && value <= 50) base::append_utf8(out, 0x32B1 + static_cast<char32_t>(value) - 36);
    return out.empty() ? "(" + digits + ")" : out;
}

/// ア to ト; beyond them the digits.
std::string kana(const std::string& digits) {
    static const std::u32string_view names = U"アイウエオカキクケコサシスセソタチツテト";
    const std::size_t value = digits.size() <= 2 ? std::stoul(digits) : 0;
    return value < 1 || value > names.size() ? digits : base::encode(names.substr(value - 1, 1));
}

/// The digits of four places: 三百五 for 0305.
std::string kanji_group(std::string_view digits) {
    constexpr std::array<std::string_view, 4> places = {"", "十", "百", "千"};
    std::string out;
    for (std::size_t at = 0; at < digits.size(); ++at) {
        const auto digit = static_cast<std::size_t>(digits[at] - '0');
        const std::string_view place = places[digits.size() - 1 - at];
        if (digit == 0) continue;
        if (digit > 1 || place.empty()) out += kanji_digits[digit];
        out += place;
    }
    return out;
}

std::string sign_text(const Number& number, Sign sign) {
    const Decimal& value = number.value;
    if (value.digits == "0") return "";
    switch (sign) {
        case Sign::absolute: return "";
        case Sign::triangle: return value.negative ? "△" : "";
        case Sign::minus: return value.negative ? "−" : "";
        case Sign::plus: return value.negative ? number.style->minus : number.style->plus;
        case Sign::automatic: break;
    }
    if (value.negative) return number.style->minus;
    return number.as == Number::As::change ? number.style->plus : "";
}

/// 一つ to 九つ; beyond that Japanese has no such counter and the digits stand alone.
std::string tsu(const Decimal& value, const base::NumberStyle& style) {
    const bool counted = value.decimals == 0 && value.digits.size() == 1 && value.digits != "0";
    return counted ? kanji_numeral(value) + "つ" : base::to_text(value, style);
}

std::string digits_text(const Number& number, Numerals numerals) {
    Decimal magnitude = number.value;
    magnitude.negative = false;
    const bool whole = magnitude.decimals == 0;
    switch (numerals) {
        case Numerals::kanji: return kanji_numeral(magnitude);
        case Numerals::tsu: return tsu(magnitude, *number.style);
        case Numerals::circled: return whole ? circled(magnitude.digits) : base::to_text(magnitude, *number.style);
        case Numerals::kana: return whole ? kana(magnitude.digits) : base::to_text(magnitude, *number.style);
        default: return base::to_text(magnitude, *number.style);
    }
}

std::string in_width(std::string text, Numerals numerals) {
    if (numerals == Numerals::full) return full_width(text);
    if (numerals == Numerals::single) return single_width(text);
    return text;
}

/// The point is known from the number: as many letters before the end as it has decimals, and itself.
Printed number_text(const Number& number, const Format& format) {
    const auto add = [&](Printed& printed, std::string text) {
        printed.text += in_width(std::move(text), format.numerals);
        return static_cast<std::uint32_t>(printed.text.size());
    };
    const std::string digits = digits_text(number, format.numerals);
    const bool in_digits = format.numerals <= Numerals::single;
    const int decimals = number.value.decimals;
    const std::size_t whole =
        in_digits && decimals > 0 ? digits.size() - 1 - static_cast<std::size_t>(decimals) : digits.size();
    Printed printed;
    base::Digits place;
    place.begin = add(printed, sign_text(number, format.sign));
    place.point = add(printed, digits.substr(0, whole));
    place.end = add(printed, digits.substr(whole));
    if (in_digits) printed.digits = place;
    if (number.as == Number::As::percent && !format.bare) add(printed, number.style->percent);
    printed.text += format.counter;
    return printed;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(separator, at), text.size());
        parts.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

Printed word_by_sign(const Decimal& value, std::string_view words) {
    const std::vector<std::string_view> parts = split(words, '/');
    return {std::string(parts[value.negative ? 1 : value.digits == "0" ? 2 : 0])};
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c > 0 && c < 0x7F; });
}

struct Word {
    Filter filter;
    void (*apply)(Format&);
};

constexpr Word words[] = {
    {{"半角", "半角（何も書かないのと同じ）", "8"}, [](Format& f) { f.numerals = Numerals::half; }},
    {{"全角", "全角。文字にも使える（Ｒ５）", "８"}, [](Format& f) { f.numerals = Numerals::full; }},
    {{"一桁全角", "一桁の数字だけ全角。文字にも使える（令和５年度、令和10年度）", "８"},
     [](Format& f) { f.numerals = Numerals::single; }},
    {{"漢数字", "漢数字", "八"}, [](Format& f) { f.numerals = Numerals::kanji; }},
    {{"つ", "一つから九つまで。10以上と0は数字だけ", "八つ"}, [](Format& f) { f.numerals = Numerals::tsu; }},
    {{"丸数字", "①から㊿まで。ほかは括弧に入れる", "⑧"}, [](Format& f) { f.numerals = Numerals::circled; }},
    {{"カナ", "アからトまで。ほかは数字のまま", "ク"}, [](Format& f) { f.numerals = Numerals::kana; }},
    {{"数", "％を付けない", "83.8"}, [](Format& f) { f.bare = true; }},
    {{"符号なし", "符号を付けない", "1.6"}, [](Format& f) { f.sign = Sign::absolute; }},
    {{"△", "減に △ を付ける", "△1.6"}, [](Format& f) { f.sign = Sign::triangle; }},
    {{"−", "減に − を付ける", "−1.6"}, [](Format& f) { f.sign = Sign::minus; }},
    {{"+", "増に +、減に評価の決まりの負の符号を付ける", "+1.3"}, [](Format& f) { f.sign = Sign::plus; }},
};

std::vector<std::string> names() {
    std::vector<std::string> result;
    for (const Word& word : words) result.emplace_back(word.filter.word);
    return result;
}

/// A word that is nearly a known one is a slip, not a counter.
bool is_counter(std::string_view word) {
    if (word.empty() || is_ascii(word) || base::decode(word).size() > 8) return false;
    for (const Word& known : words) {
        const std::u32string letters = base::decode(known.filter.word);
        const bool cut = base::decode(word).size() > 1 && known.filter.word.starts_with(word);
        if (cut) return false;
        if (letters.size() > 2 && base::nearest(word, {known.filter.word}) &&
            word.substr(0, 3) == known.filter.word.substr(0, 3)) {
            return false;
        }
    }
    return true;
}

std::optional<Fault> take(Format& format, std::string_view word) {
    const auto known =
        std::find_if(std::begin(words), std::end(words), [&](const Word& w) { return w.filter.word == word; });
    if (known != std::end(words)) {
        known->apply(format);
    } else if (word.find('/') != std::string_view::npos) {
        if (split(word, '/').size() != 3) {
            return Fault{say("`{}` must have three words: for more, for less, for the same", word),
                         say("for example: {}", "増加/減少/横ばい")};
        }
        format.words = word;
    } else if (is_counter(word)) {
        format.counter += word;
    } else {
        return unknown_word(base::to_translate("unknown filter `{}`"), word, names(), "", "");
    }
    return std::nullopt;
}

std::optional<Fault> read(Format& format, const std::vector<std::string>& filters) {
    for (const std::string& word : filters) {
        if (auto fault = take(format, word)) return fault;
    }
    return std::nullopt;
}

/// Letters can be made wide; for the other filters digits alone are a number.
std::variant<Printed, Fault> letters(const Context& context, const std::string& text, const Format& format) {
    const bool plain = format.sign == Sign::automatic && !format.bare && format.counter.empty() && format.words.empty();
    if (plain && format.numerals <= Numerals::single) return Printed{in_width(text, format.numerals)};
    const bool digits = !text.empty() && text.size() <= 16 && std::all_of(text.begin(), text.end(), is_digit);
    const auto value = digits ? base::parse_decimal(text).value : std::nullopt;
    if (!value) return Fault{say("only a number has such a filter, and this is `{}`", text), ""};
    base::NumberStyle ungrouped = context.inputs().policy.numbers;
    ungrouped.grouping = false;
    return number_text({*value, Number::As::count, &ungrouped}, format);
}

std::variant<Printed, Fault> missing(const std::string& reason, bool filtered) {
    if (!reason.empty() && !filtered) return Printed{reason};
    if (!filtered) return Fault{say("there is no figure for the year"), ""};
    return Fault{reason.empty() ? say("there is no figure to format") : say("there is no figure to format: {}", reason),
                 ""};
}

std::variant<Printed, Fault> of_subject(const Context& context, const Subject& subject, const Format& format,
                                        bool filtered) {
    if (subject.topic == Topic::band) return letters(context, subject.band->word, format);
    if (subject.topic == Topic::year) {
        return letters(context, base::short_year(context.inputs().eras, subject.year), format);
    }
    if (subject.topic == Topic::section) return letters(context, sections_of(context.inputs())[subject.index], format);
    if (subject.topic != Topic::figure) return Printed{};
    const input::Figure& figure = *subject.figure;
    if (!figure.amount) return missing(figure.words, filtered);
    const Number number{*figure.amount, Number::As::plain, &subject.policy->numbers};
    return format.words.empty() ? number_text(number, format) : word_by_sign(number.value, format.words);
}

}  // namespace

std::vector<Filter> filters() {
    std::vector<Filter> all;
    for (const Word& word : words) all.push_back(word.filter);
    return all;
}

std::string kanji_numeral(const Decimal& value) {
    constexpr std::array<std::string_view, 4> myriads = {"", "万", "億", "兆"};
    if (value.decimals > 0 || value.digits.size() > 16) return base::plain(value);
    if (value.digits == "0") return "〇";
    std::string out;
    for (std::size_t at = 0; at < value.digits.size();) {
        const std::size_t left = value.digits.size() - at;
        const std::size_t length = left % 4 == 0 ? 4 : left % 4;
        const std::string group = kanji_group(std::string_view(value.digits).substr(at, length));
        if (!group.empty()) out += group + std::string(myriads[(left - 1) / 4]);
        at += length;
    }
    return out;
}

std::optional<Fault> check_filters(const std::vector<std::string>& filters) {
    Format format;
    return read(format, filters);
}

std::variant<Printed, Fault> formatted(const Context& context, const Content& content,
                                       const std::vector<std::string>& filters) {
    Format format;
    if (auto fault = read(format, filters)) return *fault;
    if (const auto* number = std::get_if<Number>(&content.is)) {
        return format.words.empty() ? number_text(*number, format) : word_by_sign(number->value, format.words);
    }
    if (const auto* whole = std::get_if<std::int64_t>(&content.is)) {
        return letters(context, std::to_string(*whole), format);
    }
    if (const auto* said = std::get_if<Words>(&content.is)) return letters(context, said->text, format);
    if (const auto* subject = std::get_if<Subject>(&content.is)) {
        return of_subject(context, *subject, format, !filters.empty());
    }
    if (const auto* trend = std::get_if<Trend>(&content.is)) {
        const Wording& wording = context.wording;
        const std::string& word = *trend == Trend::up     ? wording.up
                                  : *trend == Trend::down ? wording.down
                                                          : wording.level;
        return letters(context, word, format);
    }
    if (const auto* none = std::get_if<Missing>(&content.is)) return missing(none->reason, !filters.empty());
    if (std::holds_alternative<std::monostate>(content.is)) return missing("", !filters.empty());
    return Printed{};
}

std::optional<Fault> letterless(const Form& form, const FactPath& path) {
    const bool subject = form.is == Form::Is::subject;
    const bool prints = subject ? form.topic == Topic::figure || form.topic == Topic::band ||
                                      form.topic == Topic::year || form.topic == Topic::section
                                : form.is != Form::Is::flag;
    if (prints && !form.list) return std::nullopt;
    Fault fault{say("`{}` has no letters of its own", written(path)), ""};
    for (const char* name : {"name", "title", "word", "mean", "count", "number"}) {
        if (fact(form.list ? Topic::list : form.topic, name) == nullptr || (!form.list && !subject)) continue;
        FactPath longer = path;
        longer.names.emplace_back(name);
        fault.hint = say("for instance {{{}}}", written(longer));
        break;
    }
    return fault;
}

}  // namespace evaluate
