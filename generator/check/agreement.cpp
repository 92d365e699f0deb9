// A figure holds what it was typed with: its unit, its last digit, 約 and 以上.
#include "check/agreement.h"

#include <algorithm>

#include "base/number_style.h"

namespace check {

namespace {

using base::Ratio;

int decimals_of(const Ratio& step) {
    int decimals = 0;
    Ratio each(1);
    while (each > step && decimals < 12) {
        each = each / Ratio(10);
        ++decimals;
    }
    return decimals;
}

/// One of the last digit that is no zero: 100 of 1,300.
Ratio coarse(const TypedFigure& figure) {
    Ratio step = figure.step;
    for (int zeros = 0; zeros < 9 && !figure.value.is_zero(); ++zeros) {
        const Ratio next = step * Ratio(10);
        const Ratio times = figure.value / next;
        if (Ratio(times.rounded(0)) != times) break;
        step = next;
    }
    return step;
}

}  // namespace

std::optional<TypedFigure> in_unit(const TypedFigure& figure, const std::string& unit) {
    if (figure.unit == unit || (figure.unit == "％" && is_percent(unit))) return figure;
    // ゼロ needs no unit, and 8割 is 80％.
    if (figure.unit.empty() && figure.value.is_zero() && figure.kanji) return figure;
    if (figure.unit == "割" && is_percent(unit)) {
        TypedFigure share = figure;
        share.value = figure.value * Ratio(10);
        share.step = figure.step * Ratio(10);
        share.unit = unit;
        if (share.bound == Bound::exact) share.bound = Bound::about;  // nobody writes 7.05割
        return share;
    }
    // 9.4回 of 回/年: what it is counted by goes without saying.
    const std::string plain = figure.unit.find('/') == std::string::npos ? unit.substr(0, unit.find('/')) : unit;
    const Scale typed = scale_of(figure.unit), wanted = scale_of(plain);
    if (typed.unit != wanted.unit) return std::nullopt;
    TypedFigure scaled = figure;
    scaled.value = figure.value * typed.factor / wanted.factor;
    scaled.step = figure.step * typed.factor / wanted.factor;
    scaled.unit = unit;
    return scaled;
}

bool agrees(const TypedFigure& figure, const Ratio& value) {
    const Ratio& typed = figure.value;
    switch (figure.bound) {
        case Bound::at_least: return value >= typed;
        case Bound::over: return value > typed;
        case Bound::at_most: return value <= typed;
        case Bound::below: return value < typed;
        case Bound::nearly: return value < typed && value * Ratio(10) >= typed * Ratio(9);
        case Bound::about: {
            const Ratio off = magnitude(value - typed);
            return off * Ratio(2) <= figure.step || off * Ratio(20) <= magnitude(typed) ||
                   (off * Ratio(2) <= coarse(figure) && off * Ratio(10) <= magnitude(typed));
        }
        case Bound::upward:
        case Bound::range: return value >= typed && value < typed + coarse(figure);
        case Bound::exact: break;
    }
    if (typed == value) return true;
    return figure.step <= Ratio(1) && Ratio(value.rounded(decimals_of(figure.step))) == typed;
}

bool is_swapped(const TypedFigure& figure, const Fact& fact) {
    if (figure.bound != Bound::exact) return false;
    std::string typed = base::to_text(figure.value.rounded(fact.decimals), {});
    std::string right = base::to_text(fact.value.rounded(fact.decimals), {});
    const auto is_sign = [](char letter) { return letter < '0' || letter > '9'; };
    std::erase_if(typed, is_sign);
    std::erase_if(right, is_sign);
    if (typed.size() != right.size() || typed.size() < 3) return false;
    const auto [at, beside] = std::mismatch(typed.begin(), typed.end(), right.begin());
    if (typed.end() - at < 2) return false;
    std::swap(at[0], at[1]);
    return typed == right;
}

bool fits_value(const TypedFigure& figure, const Fact& fact) {
    const auto typed = in_unit(figure, fact.unit);
    return typed && agrees(*typed, fact.value);
}

std::string typed_text(const TypedFigure& figure) {
    const base::NumberStyle style{.minus = "△"};
    std::string text = base::to_text(figure.value.rounded(decimals_of(figure.step)), style) + figure.unit;
    switch (figure.bound) {
        case Bound::at_least: return text + "以上";
        case Bound::over: return text + "超";
        case Bound::at_most: return text + "以下";
        case Bound::below: return text + "未満";
        case Bound::about: return "約" + text;
        case Bound::nearly: return text + "近く";
        case Bound::upward: return text + "強";
        case Bound::range: return text + "台";
        default: return text;
    }
}

}  // namespace check
