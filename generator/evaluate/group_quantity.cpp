// Placeholders of a goal, a measure, an initiative and the whole: goal.1.kpi_average, overall.targets_at_100
#include "evaluate/properties.h"
#include "evaluate/selection.h"

namespace evaluate {

namespace {

using Kind = Quantity::Kind;

struct Thing {
    const Assessment& assessment;
    const Subject& subject;
    const Tally& kpis;
    const Tally& targets;
};

Quantity average(const Tally& tally) {
    if (!tally.mean) return Quantity::none(tally.policy->excluded_word);
    return Quantity::of(*tally.mean, tally.in_points ? Kind::plain : Kind::percent);
}

Quantity band(const Tally& tally, const std::string input::Band::*word) {
    if (tally.band == nullptr) return Quantity::none(tally.policy->excluded_word);
    return Quantity::words(tally.band->*word);
}

/// The title of whatever has one; the whole has the strategy's.
Quantity title(const Thing& thing) {
    const input::Strategy& strategy = thing.assessment.inputs->strategy;
    switch (thing.subject.kind) {
        case Subject::Kind::goal: return Quantity::words(strategy.goals[thing.subject.index].title);
        case Subject::Kind::measure: return Quantity::words(strategy.measures[thing.subject.index].title);
        case Subject::Kind::initiative: return Quantity::words(strategy.initiatives[thing.subject.index].title);
        default: return Quantity::words(strategy.title);
    }
}

/// The parts of the plan below the subject.
struct Parts {
    std::size_t goals = 0, measures = 0, initiatives = 0, projects = 0;
};

bool below(const Subject& subject, const input::Initiative& initiative, std::size_t index) {
    switch (subject.kind) {
        case Subject::Kind::goal: return initiative.goal == subject.index;
        case Subject::Kind::measure: return initiative.measure == subject.index;
        case Subject::Kind::initiative: return index == subject.index;
        default: return true;
    }
}

Parts parts_of(const Thing& thing) {
    const input::Strategy& strategy = thing.assessment.inputs->strategy;
    Parts parts;
    parts.goals = strategy.goals.size();
    for (const input::Measure& measure : strategy.measures) {
        if (thing.subject.kind != Subject::Kind::goal || measure.goal == thing.subject.index) ++parts.measures;
    }
    for (std::size_t at = 0; at < strategy.initiatives.size(); ++at) {
        if (!below(thing.subject, strategy.initiatives[at], at)) continue;
        ++parts.initiatives;
        for (const std::size_t project : strategy.initiatives[at].projects) {
            if (!thing.assessment.inputs->projects[project].reprint_of) ++parts.projects;
        }
    }
    return parts;
}

constexpr Property<Thing> properties[] = {
    {"kpi_average", [](const Thing& t) { return average(t.kpis); }},
    {"target_average", [](const Thing& t) { return average(t.targets); }},
    {"rating", [](const Thing& t) { return band(t.kpis, &input::Band::word); }},
    {"symbol", [](const Thing& t) { return band(t.kpis, &input::Band::symbol); }},
    {"target_rating", [](const Thing& t) { return band(t.targets, &input::Band::word); }},
    {"title", title},
    {"project_count", [](const Thing& t) { return Quantity::count(parts_of(t).projects); }},
};
constexpr Property<Thing> overall_properties[] = {
    {"goal_count", [](const Thing& t) { return Quantity::count(parts_of(t).goals); }},
    {"note", [](const Thing& t) { return Quantity::words(t.kpis.policy->overall_note); }},
};
constexpr Property<Thing> goal_properties[] = {
    {"slogan",
     [](const Thing& t) { return Quantity::words(t.assessment.inputs->strategy.goals[t.subject.index].slogan); }},
};
constexpr Property<Thing> measure_count[] = {
    {"measure_count", [](const Thing& t) { return Quantity::count(parts_of(t).measures); }},
};
constexpr Property<Thing> initiative_count[] = {
    {"initiative_count", [](const Thing& t) { return Quantity::count(parts_of(t).initiatives); }},
};

std::vector<std::span<const Property<Thing>>> tables_of(Subject::Kind kind) {
    switch (kind) {
        case Subject::Kind::overall: return {properties, overall_properties, measure_count, initiative_count};
        case Subject::Kind::goal: return {properties, goal_properties, measure_count, initiative_count};
        case Subject::Kind::measure: return {properties, initiative_count};
        default: return {properties};
    }
}

bool has_targets(Subject::Kind kind) { return kind == Subject::Kind::overall || kind == Subject::Kind::goal; }

/// targets_X and kpi_count_X (or kpi_X): how many meet the conditions X; kpi_count alone is kpi_count_total.
std::optional<Quantity> count(const Thing& thing, std::string_view property) {
    if (property == "kpi_count") property = "kpi_count_total";
    const auto after = [&](std::string_view prefix) {
        return property.starts_with(prefix) ? std::optional(property.substr(prefix.size())) : std::nullopt;
    };
    const Tally* tally = &thing.kpis;
    std::optional<std::string_view> conditions = after("kpi_count_");
    if (!conditions) conditions = after("kpi_");
    if (!conditions && has_targets(thing.subject.kind)) {
        conditions = after("targets_");
        tally = &thing.targets;
    }
    if (!conditions) return std::nullopt;
    const auto members = select(thing.assessment, *tally, *conditions);
    if (!members) return std::nullopt;
    Quantity quantity = Quantity::count(members->size());
    quantity.members = *members;
    return quantity;
}

/// X_share of a count X: of all that are evaluated, in per cent as means are shown.
std::optional<Quantity> share(const Thing& thing, std::string_view property) {
    constexpr std::string_view suffix = "_share";
    if (!property.ends_with(suffix)) return std::nullopt;
    const auto part = count(thing, property.substr(0, property.size() - suffix.size()));
    if (!part) return std::nullopt;
    const Tally& tally = property.starts_with("targets_") ? thing.targets : thing.kpis;
    if (tally.evaluated.empty()) return Quantity::none(tally.policy->excluded_word);
    const base::Ratio whole(static_cast<std::int64_t>(tally.evaluated.size()));
    const base::Ratio exact = base::Ratio(part->number) * base::Ratio(100) / whole;
    Quantity quantity = Quantity::of(exact.rounded(tally.policy->mean_decimals, tally.policy->rounding), Kind::percent);
    quantity.members = part->members;
    return quantity;
}

}  // namespace

std::optional<Quantity> group_quantity(const Assessment& assessment, const Subject& subject, base::Year year,
                                       std::string_view property) {
    const GroupAssessment& group = group_of(assessment, subject);
    const Thing thing{assessment, subject, group.kpis_in(year), group.headline_in(year)};
    for (const auto& table : tables_of(subject.kind)) {
        if (auto quantity = find_property(table, property, thing)) return quantity;
    }
    if (auto quantity = count(thing, property)) return quantity;
    return share(thing, property);
}

void add_group_names(Subject::Kind kind, std::vector<std::string>& names) {
    for (const auto& table : tables_of(kind)) add_names(table, names);
    for (const std::string& condition : condition_names()) {
        names.push_back("kpi_count_" + condition);
        if (has_targets(kind)) names.push_back("targets_" + condition);
    }
    names.insert(names.end(), {"kpi_count", "kpi_average_change"});
}

}  // namespace evaluate
