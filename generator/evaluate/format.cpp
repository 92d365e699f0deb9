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

enum class Numerals { half, full, kanji, tsu };
enum class Sign { automatic, absolute, triangle, minus, plus };

/// What the format words ask for, put together.
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

std::string sign_text(const Decimal& value, Sign sign, bool change, const base::NumberStyle& style) {
    if (value.digits == "0") return "";
    switch (sign) {
        case Sign::absolute: return "";
        case Sign::triangle: return value.negative ? "△" : "";
        case Sign::minus: return value.negative ? "−" : "";
        case Sign::plus: return value.negative ? style.minus : style.plus;
        case Sign::automatic: break;
    }
    return value.negative && !change ? style.minus : "";
}

/// 一つ to 九つ; beyond that Japanese has no such counter and the digits stand alone.
std::string tsu(const Decimal& value, const base::NumberStyle& style) {
    const bool counted = value.decimals == 0 && value.digits.size() == 1 && value.digits != "0";
    return counted ? kanji_numeral(value) + "つ" : base::to_text(value, style);
}

std::string number_text(const Quantity& quantity, const Format& format, const base::NumberStyle& style) {
    Decimal magnitude = quantity.number;
    magnitude.negative = false;
    std::string text = sign_text(quantity.number, format.sign, quantity.kind == Quantity::Kind::change, style);
    switch (format.numerals) {
        case Numerals::kanji: text += kanji_numeral(magnitude); break;
        case Numerals::tsu: text += tsu(magnitude, style); break;
        default: text += base::to_text(magnitude, style); break;
    }
    if (quantity.kind == Quantity::Kind::percent && !format.bare) text += style.percent;
    if (format.numerals == Numerals::full) text = full_width(text);
    return text + format.counter;
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

std::string word_by_sign(const Decimal& value, std::string_view words) {
    const std::vector<std::string_view> parts = split(words, '/');
    return std::string(parts[value.negative ? 1 : value.digits == "0" ? 2 : 0]);
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c > 0 && c < 0x7F; });
}

struct Word {
    std::string_view word;
    void (*apply)(Format&);
};

constexpr Word words[] = {
    {"半角", [](Format& f) { f.numerals = Numerals::half; }},
    {"全角", [](Format& f) { f.numerals = Numerals::full; }},
    {"漢数字", [](Format& f) { f.numerals = Numerals::kanji; }},
    {"つ", [](Format& f) { f.numerals = Numerals::tsu; }},
    {"数", [](Format& f) { f.bare = true; }},
    {"符号なし", [](Format& f) { f.sign = Sign::absolute; }},
    {"△", [](Format& f) { f.sign = Sign::triangle; }},
    {"−", [](Format& f) { f.sign = Sign::minus; }},
    {"+", [](Format& f) { f.sign = Sign::plus; }},
};

/// A word that is nearly a known one is a slip, not a counter.
bool is_counter(std::string_view word) {
    if (word.empty() || is_ascii(word) || base::decode(word).size() > 8) return false;
    for (const Word& known : words) {
        const std::u32string letters = base::decode(known.word);
        if (letters.size() > 2 && base::nearest(word, {known.word}) && word.substr(0, 3) == known.word.substr(0, 3)) {
            return false;
        }
    }
    return true;
}

std::optional<Fault> apply(Format& format, std::string_view word) {
    const auto known = std::find_if(std::begin(words), std::end(words), [&](const Word& w) { return w.word == word; });
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
        return unknown_word(base::to_translate("unknown format `{}`"), word, format_words(), "", "");
    }
    return std::nullopt;
}

}  // namespace

const std::vector<std::string>& format_words() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> result;
        for (const Word& word : words) result.emplace_back(word.word);
        return result;
    }();
    return names;
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

std::variant<std::string, Fault> formatted(const Quantity& quantity, const std::vector<std::string_view>& formats,
                                           const base::NumberStyle& style) {
    Format format;
    for (const std::string_view word : formats) {
        if (auto fault = apply(format, word)) return *fault;
    }
    if (quantity.is_number()) {
        return format.words.empty() ? number_text(quantity, format, style)
                                    : word_by_sign(quantity.number, format.words);
    }
    if (!formats.empty()) {
        if (!quantity.missing) return Fault{say("only a number has a format, and this is `{}`", quantity.text), ""};
        return Fault{quantity.text.empty() ? say("there is no figure to format")
                                           : say("there is no figure to format: {}", quantity.text),
                     ""};
    }
    if (quantity.missing && quantity.text.empty()) return Fault{say("there is no figure for the year"), ""};
    return quantity.text;
}

}  // namespace evaluate
