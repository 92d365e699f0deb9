// KPIs that are the sum or the quotient of activity indicators, where a value was typed all the same.
#include "base/message.h"
#include "base/number_style.h"
#include "check/kinds.h"

namespace check {

namespace {

using base::Decimal;

std::string addition(const std::vector<Decimal>& terms, const base::NumberStyle& style) {
    std::string text;
    for (const Decimal& term : terms) text += (text.empty() ? "" : " + ") + base::to_text(term, style);
    return text;
}

/// 123 × 100 / 240
std::string division(const evaluate::TypedSum& sum, const base::NumberStyle& style) {
    const bool once = base::Ratio(sum.quotient->times) == base::Ratio(1);
    const std::string times = once ? "" : " × " + base::to_text(sum.quotient->times, style);
    return base::to_text(sum.terms[0], style) + times + " / " + base::to_text(sum.terms[1], style);
}

}  // namespace

void check_sums(const evaluate::Assessment& assessment, Doubts& doubts) {
    const base::NumberStyle& style = assessment.inputs->policy.numbers;
    for (const evaluate::TypedSum& sum : assessment.typed_sums) {
        const input::Figure& typed = *sum.typed;
        if (!typed.amount || base::Ratio(*typed.amount) == base::Ratio(sum.sum)) continue;
        const std::string is = base::to_text(*typed.amount, style), made = base::to_text(sum.sum, style);
        const std::string message = sum.quotient != nullptr
                                        ? base::say("{0} is not the quotient of its activity indicators, {1}", is, made)
                                        : base::say("{0} is not the sum of its activity indicators, {1}", is, made);
        const std::string terms = sum.quotient != nullptr ? division(sum, style) : addition(sum.terms, style);
        doubts.fault(
            "sum", typed.span, typed.beside->silenced, message,
            base::say("{0} = {1}; leave the value out, or silence `sum` at the value with the reason", terms, made));
    }
}

}  // namespace check
