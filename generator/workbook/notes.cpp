// The basis the core gives for a rate chooses the sentence; an exact rate that does not end is cut and shows dots.
#include "workbook/notes.h"

#include "workbook/policy_words.h"

namespace workbook {

namespace {

using evaluate::Basis;
using evaluate::Result;
using input::Indicator;

std::string text_of(const input::Figure* figure, const base::NumberStyle& style) {
    if (figure == nullptr) return "";
    return figure->amount ? base::to_text(*figure->amount, style) : figure->words;
}

/// The exact rate in per cent: to the last digit where it ends, else to six with dots.
std::string exact_text(const Result& result, const base::NumberStyle& style) {
    if (!result.rate) return "";
    const base::Ratio percent = result.rate->exact * base::Ratio(100);
    base::Decimal shown = percent.rounded(6, base::Rounding::truncate);
    const bool ends = base::Ratio(shown) == percent;
    while (ends && shown.decimals > 0 && shown.digits.size() > 1 && shown.digits.back() == '0') {
        shown.digits.pop_back();
        --shown.decimals;
    }
    return base::to_text(shown, style) + (ends ? "" : "…");
}

const char* sentence(const Result& result, const Indicator& indicator) {
    switch (result.basis) {
        case Basis::none: return "note_excluded";
        case Basis::maintained: return "note_maintained";
        case Basis::nothing_left: return "note_nothing_left";
        case Basis::zero_missed:
        case Basis::zero_reached: return "note_zero";
        case Basis::within:
        case Basis::moved:
        case Basis::compared: return "note_compared";
        case Basis::verdict:
        case Basis::same_words: return "note_judged";
        case Basis::divided: break;
    }
    if (result.rule == input::Formula::progress) return "note_progress";
    return indicator.direction == input::Direction::higher ? "note_higher" : "note_lower";
}

}  // namespace

std::string note_on_rate(const Council& council, const Result& result, const Indicator& indicator) {
    if (result.exclusion == evaluate::Exclusion::future) return "";
    const input::Policy& policy = *result.policy;
    const base::NumberStyle& style = policy.numbers;
    Words values = {{"actual", text_of(result.actual, style)},
                    {"target", text_of(result.target, style)},
                    {"baseline", text_of(indicator.baseline ? &*indicator.baseline : nullptr, style)},
                    {"exact", exact_text(result, style)},
                    {"reason", result.reason},
                    {"decimals", std::to_string(policy.decimals)},
                    {"rounding", council.plan.word(word_of(policy.rounding))}};
    if (result.rate) values["uncapped"] = base::to_text(result.rate->uncapped, style);
    if (result.rate) values["shown"] = base::to_text(result.rate->shown, style);
    if (result.band != nullptr) values["rating"] = band_display(*result.band);
    std::string note = filled(council.plan.word(sentence(result, indicator)), values);
    const auto add = [&](const char* key) { note += "\n" + filled(council.plan.word(key), values); };
    if (result.rate && result.evaluated()) add("note_shown");
    if (result.rate && result.evaluated() && result.rate->capped) add("note_capped");
    if (result.band != nullptr && result.evaluated()) add("note_rating");
    add("note_made");
    return note;
}

}  // namespace workbook
