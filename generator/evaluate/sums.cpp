// A year is summed only when every activity in it has a number; the sum has the decimals of the finest term.
#include "evaluate/sums.h"

#include <algorithm>
#include <unordered_map>

namespace evaluate {

namespace {

using base::Decimal;
using base::Ratio;
using input::ActivityIndicator;
using input::Indicator;

using Activities = std::unordered_map<std::string_view, const ActivityIndicator*>;

Activities activities_by_id(const input::Inputs& inputs) {
    Activities activities;
    for (const input::Project& project : inputs.projects) {
        for (const ActivityIndicator& activity : project.indicators) {
            if (!activity.id.empty() && !activity.kpi) activities.emplace(activity.id, &activity);
        }
    }
    return activities;
}

/// The terms of one year; empty unless every one of them is a number.
std::vector<Decimal> terms_in(const Indicator& indicator, const Activities& activities, base::Year year) {
    std::vector<Decimal> terms;
    for (const std::string& id : indicator.sum_of) {
        const auto activity = activities.find(id);
        if (activity == activities.end()) return {};
        const auto actual = activity->second->actuals.find(year);
        if (actual == activity->second->actuals.end() || !actual->second.amount) return {};
        terms.push_back(*actual->second.amount);
    }
    return terms;
}

Decimal sum_of(const std::vector<Decimal>& terms) {
    std::vector<Ratio> ratios;
    int decimals = 0;
    for (const Decimal& term : terms) {
        ratios.emplace_back(term);
        decimals = std::max(decimals, term.decimals);
    }
    return base::sum(ratios).rounded(decimals);
}

void make(const Indicator& indicator, base::Year year, const std::vector<Decimal>& terms, Made& made) {
    input::Figure figure;
    figure.amount = sum_of(terms);
    figure.span = indicator.span;
    made.actuals[{&indicator, year}] = &made.figures.emplace_back(std::move(figure));
}

}  // namespace

std::vector<TypedSum> add_sums(const input::Inputs& inputs, Made& made) {
    std::vector<TypedSum> typed_sums;
    const Activities activities = activities_by_id(inputs);
    for (const Indicator& indicator : inputs.strategy.indicators) {
        if (indicator.sum_of.empty()) continue;
        for (const base::Year year : inputs.strategy.years()) {
            std::vector<Decimal> terms = terms_in(indicator, activities, year);
            if (terms.empty()) continue;
            const auto typed = indicator.actuals.find(year);
            if (typed == indicator.actuals.end()) {
                make(indicator, year, terms, made);
            } else {
                const Decimal sum = sum_of(terms);
                typed_sums.push_back({&typed->second, std::move(terms), sum});
            }
        }
    }
    return typed_sums;
}

}  // namespace evaluate
