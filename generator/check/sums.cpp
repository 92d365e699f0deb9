// KPIs that are the sum of activity indicators, where a value was typed all the same.
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

}  // namespace

void check_sums(const evaluate::Assessment& assessment, Doubts& doubts) {
    const base::NumberStyle& style = assessment.inputs->policy.numbers;
    for (const evaluate::TypedSum& sum : assessment.typed_sums) {
        const input::Figure& typed = *sum.typed;
        if (!typed.amount || base::Ratio(*typed.amount) == base::Ratio(sum.sum)) continue;
        doubts.fault("sum", typed.span, typed.silenced,
                     base::say("{0} is not the sum of its activity indicators, {1}",
                               base::to_text(*typed.amount, style), base::to_text(sum.sum, style)),
                     base::say("{0} = {1}; leave the value out, or silence `sum` at the value with the reason",
                               addition(sum.terms, style), base::to_text(sum.sum, style)));
    }
}

}  // namespace check
