// What holds for an indicator: what it says itself, else what the policy says of its type, else the policy.
#include <algorithm>

#include "input/inputs.h"

namespace input {

namespace {

const TypeRule* type_of(const Indicator& indicator, const Policy& policy) {
    if (indicator.type.empty()) return nullptr;
    const auto found = std::find_if(policy.types.begin(), policy.types.end(),
                                    [&](const TypeRule& type) { return type.word == indicator.type; });
    return found == policy.types.end() ? nullptr : &*found;
}

}  // namespace

Formula formula_of(const Indicator& indicator, const Policy& policy) {
    if (indicator.formula) return *indicator.formula;
    const TypeRule* type = type_of(indicator, policy);
    return type != nullptr && type->formula ? *type->formula : policy.formula;
}

TargetChoice target_choice_of(const Indicator& indicator, const Policy& policy) {
    if (indicator.target) return *indicator.target;
    const TypeRule* type = type_of(indicator, policy);
    return type != nullptr && type->target ? *type->target : policy.target;
}

const Tolerance& tolerance_of(const Indicator& indicator, const Policy& policy) {
    if (indicator.tolerance) return *indicator.tolerance;
    const TypeRule* type = type_of(indicator, policy);
    return type != nullptr && type->tolerance ? *type->tolerance : policy.tolerance;
}

const std::vector<Band>& bands_of(const Indicator& indicator, const Policy& policy) {
    const TypeRule* type = type_of(indicator, policy);
    return type != nullptr && !type->bands.empty() ? type->bands : policy.bands;
}

InMeans in_means_of(const Indicator& indicator, const Policy& policy) {
    const TypeRule* type = type_of(indicator, policy);
    return type == nullptr ? InMeans::all : type->in_means;
}

const Figure* formula_baseline(const Indicator& indicator) {
    if (indicator.rate_baseline) return &*indicator.rate_baseline;
    return indicator.baseline ? &*indicator.baseline : nullptr;
}

std::optional<base::Ratio> formula_baseline_value(const Indicator& indicator) {
    const Figure* baseline = formula_baseline(indicator);
    return baseline != nullptr && baseline->amount ? std::optional(base::Ratio(*baseline->amount)) : std::nullopt;
}

std::optional<base::Year> formula_baseline_year(const Indicator& indicator) {
    return indicator.rate_baseline ? indicator.rate_baseline_year : indicator.baseline_year;
}

}  // namespace input
