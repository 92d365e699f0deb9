// Placeholders of one indicator: goal.4.kpi.crimes.rate
#include "base/year.h"
#include "evaluate/changes.h"
#include "evaluate/properties.h"

namespace evaluate {

namespace {

using Kind = Quantity::Kind;

struct Thing {
    const Assessment& assessment;
    const IndicatorAssessment& assessed;
    const input::Indicator& indicator;  ///< of a reprint the original
    const Result& result;
    base::Year year;
};

Quantity figure(const input::Figure* figure, const std::string& otherwise) {
    if (figure == nullptr) return Quantity::none(otherwise);
    return figure->amount ? Quantity::of(*figure->amount) : Quantity::none(figure->words);
}

Quantity change(const std::optional<base::Decimal>& value, const Result& result) {
    return value ? Quantity::of(*value, Kind::change) : Quantity::none(result.reason);
}

Quantity band(const Result& result, const std::string input::Band::*word) {
    if (result.band == nullptr) return Quantity::none(result.reason);
    return Quantity::words(result.band->*word);
}

Quantity rate(const Result& result, const base::Decimal Rate::*shown) {
    return result.rate ? Quantity::of((*result.rate).*shown, Kind::percent) : Quantity::none(result.reason);
}

Quantity baseline_year(const Thing& thing) {
    if (!thing.indicator.baseline_year) return Quantity::none("");
    return Quantity::words(base::era_year(thing.assessment.inputs->eras, *thing.indicator.baseline_year,
                                          thing.indicator.baseline_year_kind));
}

Quantity final_target(const Thing& thing) {
    return figure(thing.assessed.results.back().target, thing.result.policy->no_target_word);
}

Quantity actual_change(const Thing& thing) {
    if (!thing.result.value_change) return Quantity::none(thing.result.reason);
    int decimals = thing.result.actual->amount->decimals;
    const auto before = thing.indicator.actuals.find(base::Year{thing.year.western - 1});
    if (before != thing.indicator.actuals.end() && before->second.amount) {
        decimals = std::max(decimals, before->second.amount->decimals);
    }
    return Quantity::of(thing.result.value_change->rounded(decimals), Kind::change);
}

Quantity gap(const Thing& thing) {
    const Result& result = thing.result;
    if (result.actual == nullptr || !result.actual->amount || !result.target_value || result.target == nullptr) {
        return Quantity::none(result.reason);
    }
    return Quantity::of(difference(*result.actual->amount, *result.target->amount), Kind::change);
}

Quantity rating_change(const Thing& thing) {
    if (!thing.result.rating_change) return Quantity::none(thing.result.reason);
    return Quantity::of(base::whole(*thing.result.rating_change), Kind::change);
}

Quantity human_rating(const Thing& thing) {
    if (thing.result.human == nullptr) return Quantity::none(thing.result.policy->excluded_word);
    return Quantity::words(thing.result.human->word);
}

constexpr Property<Thing> properties[] = {
    {"name", [](const Thing& t) { return Quantity::words(t.indicator.name); }},
    {"unit", [](const Thing& t) { return Quantity::words(t.indicator.unit); }},
    {"baseline", [](const Thing& t) { return figure(t.indicator.baseline ? &*t.indicator.baseline : nullptr, ""); }},
    {"baseline_year", baseline_year},
    {"target", [](const Thing& t) { return figure(t.result.target, t.result.policy->no_target_word); }},
    {"original_target",
     [](const Thing& t) {
         return figure(t.result.original_target == nullptr ? t.result.target : t.result.original_target,
                       t.result.policy->no_target_word);
     }},
    {"final_target", final_target},
    {"actual", [](const Thing& t) { return figure(t.result.actual, t.result.reason); }},
    {"actual_change", actual_change},
    {"change", actual_change},
    {"gap", gap},
    {"rate", [](const Thing& t) { return rate(t.result, &Rate::shown); }},
    {"uncapped_rate", [](const Thing& t) { return rate(t.result, &Rate::uncapped); }},
    {"rate_change", [](const Thing& t) { return change(t.result.rate_change, t.result); }},
    {"rating", [](const Thing& t) { return band(t.result, &input::Band::word); }},
    {"symbol", [](const Thing& t) { return band(t.result, &input::Band::symbol); }},
    {"rating_change", rating_change},
    {"human_rating", human_rating},
    {"reason", [](const Thing& t) { return Quantity::words(t.result.reason); }},
};

}  // namespace

std::optional<Quantity> indicator_quantity(const Assessment& assessment, const IndicatorAssessment& indicator,
                                           base::Year year, std::string_view property) {
    const Thing thing{assessment, indicator, *indicator.source, indicator.in(year), year};
    return find_property<Thing>(properties, property, thing);
}

void add_indicator_names(std::vector<std::string>& names) { add_names<Thing>(properties, names); }

}  // namespace evaluate
