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

std::optional<Decimal> value_of(const Activities& activities, std::string_view id, base::Year year) {
    const auto activity = activities.find(id);
    if (activity == activities.end()) return std::nullopt;
    const auto actual = activity->second->actuals.find(year);
    return actual == activity->second->actuals.end() ? std::nullopt : actual->second.amount;
}

/// The terms of one year, or of all years from `first` on; empty unless every one of them is a number.
std::vector<Decimal> terms_in(const Indicator& indicator, const Activities& activities, base::Year first,
                              base::Year year) {
    std::vector<Decimal> terms;
    for (base::Year at = indicator.sum_over_years ? first : year; at <= year; ++at.western) {
        for (const std::string& id : indicator.sum_of) {
            const std::optional<Decimal> value = value_of(activities, id, at);
            if (!value) return {};
            terms.push_back(*value);
        }
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

/// Part and whole; empty unless both are numbers and the whole is not 0.
std::vector<Decimal> terms_of(const input::Quotient& quotient, const Activities& activities, base::Year year) {
    const auto part = value_of(activities, quotient.part, year), whole = value_of(activities, quotient.whole, year);
    if (!part || !whole || Ratio(*whole).is_zero()) return {};
    return {*part, *whole};
}

Decimal quotient_of(const std::vector<Decimal>& terms, const input::Quotient& quotient) {
    return (Ratio(terms[0]) * Ratio(quotient.times) / Ratio(terms[1])).rounded(quotient.decimals);
}

void make(const Indicator& indicator, base::Year year, const Decimal& amount, Made& made) {
    input::Figure figure;
    figure.amount = amount;
    figure.span = indicator.span;
    made.actuals[{&indicator, year}] = &made.figures.emplace_back(std::move(figure));
}

}  // namespace

std::vector<TypedSum> add_sums(const input::Inputs& inputs, Made& made) {
    std::vector<TypedSum> typed_sums;
    const Activities activities = activities_by_id(inputs);
    for (const Indicator& indicator : inputs.strategy.indicators) {
        for (const base::Year year : inputs.strategy.years()) {
            const input::Quotient* quotient = indicator.quotient_of ? &*indicator.quotient_of : nullptr;
            std::vector<Decimal> terms = quotient != nullptr
                                             ? terms_of(*quotient, activities, year)
                                             : terms_in(indicator, activities, inputs.strategy.first_year, year);
            if (terms.empty()) continue;
            const Decimal made_of = quotient != nullptr ? quotient_of(terms, *quotient) : sum_of(terms);
            const auto typed = indicator.actuals.find(year);
            if (typed == indicator.actuals.end()) {
                make(indicator, year, made_of, made);
            } else {
                typed_sums.push_back({&typed->second, quotient, std::move(terms), made_of});
            }
        }
    }
    return typed_sums;
}

}  // namespace evaluate
