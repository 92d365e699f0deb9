// Folds widths, signs and blanks, takes off unit and stray commas; what else holds digits is refused with a hint.
#include "forms/typed_number.h"

#include <algorithm>
#include <utility>

#include "base/message.h"
#include "base/number_style.h"
#include "base/utf8.h"

namespace forms {

namespace {

using base::say;

bool take_off_end(std::string& text, const std::string& end) {
    if (end.empty() || text.size() <= end.size() || !text.ends_with(end)) return false;
    text = trimmed(text.substr(0, text.size() - end.size()));
    return true;
}

bool has_digit(const std::string& text) { return text.find_first_of("0123456789") != std::string::npos; }

std::string without_commas_out_of_place(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c != ',' && c != ' ') out += c;
    }
    return out;
}

/// A number after all, without what stands around it; for the hint. 38万 is 380,000.
std::string inner_number(const std::string& text) {
    const std::size_t first = text.find_first_of("0123456789");
    const std::size_t end = std::min(text.find_first_not_of("0123456789,.", first), text.size());
    std::string digits = text.substr(first, end - first);
    for (const auto& [word, zeros] :
         {std::pair("百万", 6), std::pair("億", 8), std::pair("万", 4), std::pair("千", 3)}) {
        if (text.compare(end, std::string_view(word).size(), word) != 0) continue;
        std::string whole = without_commas_out_of_place(digits);
        const std::size_t point = std::min(whole.find('.'), whole.size());
        std::string part = point < whole.size() ? whole.substr(point + 1) : "";
        part.resize(std::max(part.size(), static_cast<std::size_t>(zeros)), '0');
        whole = whole.substr(0, point) + part.substr(0, static_cast<std::size_t>(zeros));
        const auto value = base::parse_decimal(whole).value;
        return value ? number_for_file(*value) : digits;
    }
    return digits;
}

std::string on_one_line(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

TypedNumber from_text(const std::string& raw, const std::string& unit) {
    TypedNumber typed;
    std::string text = half_width(raw);
    if (text.empty()) return typed;
    const std::string whole = text;
    const bool unit_off = take_off_end(text, half_width(unit));
    base::ParsedDecimal parsed = base::parse_decimal(text);
    const bool regrouped = !parsed.value && parsed.fault == base::DecimalFault::grouping;
    if (regrouped) parsed = base::parse_decimal(without_commas_out_of_place(text));
    if (parsed.value) {
        typed.amount = parsed.value;
        typed.changed = regrouped || unit_off || text != raw;
        return typed;
    }
    if (!has_digit(whole)) {
        typed.words = whole;
        return typed;
    }
    typed.message = say("`{}` is no number that can be published", on_one_line(raw));
    typed.hint = say("type the digits alone, such as {}; what else is to be said belongs to 要因", inner_number(whole));
    return typed;
}

}  // namespace

std::string trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string half_width(std::string_view text) {
    std::string out;
    for (char32_t c : base::decode(text)) {
        c = base::half_width(c);
        if (c == U'　' || c == 0x00A0) c = U' ';
        if (c == U'▲' || c == U'△' || c == U'−' || c == U'‐' || c == U'–') c = U'-';
        if (c == 0x200B || c == 0xFEFF) continue;
        base::append_utf8(out, c);
    }
    // A long vowel mark in front of a digit is a minus typed with the wrong key.
    const std::string mark = "ー";
    if (out.starts_with(mark) && out.size() > mark.size() && out[mark.size()] >= '0' && out[mark.size()] <= '9')
        out = "-" + out.substr(mark.size());
    out = trimmed(out);
    // △ 25: the blank between sign and digits means nothing.
    const std::size_t digits = out.starts_with("-") ? out.find_first_not_of(' ', 1) : 1;
    if (digits != std::string::npos && digits > 1) out.erase(1, digits - 1);
    return out;
}

std::string number_for_file(const base::Decimal& amount) { return base::to_text(amount, {true, "-", "+", "%"}); }

TypedNumber read_typed(const Cell& cell, const std::string& unit) {
    TypedNumber typed;
    const bool counts_per_cent = half_width(unit) == "%";
    switch (cell.kind) {
        case Cell::Kind::text: return from_text(cell.text, unit);
        case Cell::Kind::boolean:
        case Cell::Kind::error:
            typed.message =
                say("the cell shows {}, no number", cell.kind == Cell::Kind::error ? cell.text : "TRUE / FALSE");
            typed.hint = say("type the digits alone");
            return typed;
        case Cell::Kind::date:
            typed.message = say("the cell holds a date");
            typed.hint = say(
                "Excel took what was typed for a date: set the format of the cell to 標準 and type the digits again");
            return typed;
        case Cell::Kind::formula_without_value:
            typed.message = say("the formula in this cell has no value");
            typed.hint = say("open the file in Excel and save it, or type the value");
            return typed;
        case Cell::Kind::number: break;
    }
    if (cell.percent && !counts_per_cent) {
        typed.message = say("the cell shows a percentage, but the unit is {}", unit.empty() ? "−" : unit);
        typed.hint = say("set the format of the cell to 数値 and type the digits again");
        return typed;
    }
    typed.amount = base::parse_decimal(cell.text).value;
    typed.changed = cell.percent;
    if (!typed.amount) typed.message = say("`{}` is no number that can be published", cell.text);
    return typed;
}

}  // namespace forms
