// Placeholders of the report itself and of the annex: report.evaluated_year, annex.peace-talks.actual
#include "base/year.h"
#include "evaluate/properties.h"

namespace evaluate {

namespace {

using input::Inputs;

base::Year last_year(const Inputs& inputs) { return {inputs.evaluated_year.western - 1}; }

Quantity fiscal(const Inputs& inputs, base::Year year) {
    return Quantity::words(base::era_year(inputs.eras, year, base::YearKind::fiscal));
}

constexpr Property<Inputs> report_properties[] = {
    {"municipality", [](const Inputs& i) { return Quantity::words(i.municipality.name); }},
    {"title", [](const Inputs& i) { return Quantity::words(i.report_title); }},
    {"strategy", [](const Inputs& i) { return Quantity::words(i.strategy.title); }},
    {"published", [](const Inputs& i) { return Quantity::words(i.published); }},
    {"policy", [](const Inputs& i) { return Quantity::words(i.policy.name); }},
    {"evaluated_year", [](const Inputs& i) { return fiscal(i, i.evaluated_year); }},
    {"last_year", [](const Inputs& i) { return fiscal(i, last_year(i)); }},
    {"first_year", [](const Inputs& i) { return fiscal(i, i.strategy.first_year); }},
    {"final_year", [](const Inputs& i) { return fiscal(i, i.strategy.last_year); }},
};

/// A project, or one of its activity indicators.
struct Thing {
    const Assessment& assessment;
    const input::Project& project;  ///< of a reprint the original
    const input::ActivityIndicator* activity;
    const input::Indicator* kpi;  ///< that the activity indicator refers to
    base::Year year;
};

Quantity actual(const Thing& thing) {
    const auto& actuals = thing.kpi != nullptr ? thing.kpi->actuals : thing.activity->actuals;
    const auto found = actuals.find(thing.year);
    if (found == actuals.end()) return Quantity::none("");
    return found->second.amount ? Quantity::of(*found->second.amount) : Quantity::none(found->second.words);
}

constexpr Property<Thing> project_properties[] = {
    {"name", [](const Thing& t) { return Quantity::words(t.project.name); }},
    {"account", [](const Thing& t) { return Quantity::words(t.project.account); }},
    {"section", [](const Thing& t) { return Quantity::words(t.project.section); }},
};
constexpr Property<Thing> activity_properties[] = {
    {"actual", actual},
    {"name", [](const Thing& t) { return Quantity::words(t.kpi != nullptr ? t.kpi->name : t.activity->name); }},
    {"unit", [](const Thing& t) { return Quantity::words(t.kpi != nullptr ? t.kpi->unit : t.activity->unit); }},
};

std::span<const Property<Thing>> annex_table(Subject::Kind kind) {
    if (kind == Subject::Kind::activity) return activity_properties;
    return project_properties;
}

}  // namespace

std::optional<Quantity> report_quantity(const Assessment& assessment, std::string_view property) {
    return find_property<Inputs>(report_properties, property, *assessment.inputs);
}

std::optional<Quantity> annex_quantity(const Assessment& assessment, const Subject& subject, base::Year year,
                                       std::string_view property) {
    const input::Project& project = assessment.inputs->projects[subject.index];
    const bool activity = subject.kind == Subject::Kind::activity;
    Thing thing{assessment, project, activity ? &project.indicators[subject.activity] : nullptr, nullptr, year};
    if (activity && thing.activity->kpi) thing.kpi = &assessment.inputs->strategy.indicators[*thing.activity->kpi];
    return find_property(annex_table(subject.kind), property, thing);
}

void add_report_names(std::vector<std::string>& names) { add_names<Inputs>(report_properties, names); }
void add_annex_names(Subject::Kind kind, std::vector<std::string>& names) { add_names(annex_table(kind), names); }

std::vector<std::string> properties_of(Subject::Kind kind) {
    std::vector<std::string> names;
    switch (kind) {
        case Subject::Kind::report: add_report_names(names); break;
        case Subject::Kind::indicator: add_indicator_names(names); break;
        case Subject::Kind::project:
        case Subject::Kind::activity: add_annex_names(kind, names); break;
        default: add_group_names(kind, names); break;
    }
    return names;
}

}  // namespace evaluate
