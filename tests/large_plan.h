// A sample's plan with its indicators over and over, for what is done otherwise where there are many.
#pragma once

#include <iterator>
#include <string>

#include "input/inputs.h"

/// At least so many; the later ones have other numbers, some of them judged on a line to the last target.
inline void make_large(input::Inputs& inputs, std::size_t count) {
    input::Strategy& strategy = inputs.strategy;
    const std::size_t own = strategy.indicators.size();
    for (std::size_t at = own; at < count; ++at) {
        input::Indicator copy = strategy.indicators[at - own];
        copy.id += "-x";
        if (at % 5 == 0 && copy.baseline && !copy.targets.empty()) {
            copy.formula = input::Formula::linear;
            copy.targets.erase(copy.targets.begin(), std::prev(copy.targets.end()));
        }
        for (auto& [year, figure] : copy.actuals) {
            if (figure.amount && at % 3 == 0) figure.amount->digits += std::to_string(at % 10);
        }
        const bool kpi = copy.kind == input::IndicatorKind::kpi;
        (kpi ? strategy.initiatives[copy.initiative].kpis : strategy.goals[copy.goal].headline_targets).push_back(at);
        strategy.indicators.push_back(std::move(copy));
    }
}
