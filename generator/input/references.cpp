// Ids that point to other indicators and projects, followed once everything is read.
#include <set>

#include "base/message.h"
#include "input/readers.h"

namespace input {

namespace {

using base::say;

using Index = std::map<std::string, std::size_t, std::less<>>;

std::vector<std::string_view> keys(const auto& index) {
    std::vector<std::string_view> result;
    result.reserve(index.size());
    for (const auto& [id, what] : index) result.push_back(id);
    return result;
}

std::optional<std::size_t> find(const Index& index, const std::string& id, base::Span span, const char* unknown,
                                base::Diagnostics& diagnostics) {
    const auto found = index.find(id);
    if (found != index.end()) return found->second;
    base::report_unknown(unknown, id, span, keys(index), diagnostics);
    return std::nullopt;
}

/// A replacement may be replaced in turn; a chain that returns to its beginning is a fault.
void check_replacement(const Link& link, Reading& reading) {
    const auto& indicators = reading.inputs.strategy.indicators;
    std::set<std::size_t> seen = {link.indicator};
    auto next = find(reading.indicators, link.to, link.span, base::to_translate("the strategy has no indicator `{}`"),
                     reading.diagnostics);
    while (next) {
        if (!seen.insert(*next).second) {
            reading.diagnostics.error(link.span, say("`{}` is replaced by itself in the end", indicators[*next].id));
            return;
        }
        const auto found = reading.indicators.find(indicators[*next].replaced_by);
        next = found == reading.indicators.end() ? std::nullopt : std::optional(found->second);
    }
}

/// A reprint shows what its original shows; only where it stands and its own note are its own.
void fill_reprint(const Link& link, Reading& reading) {
    const auto found = find(reading.indicators, link.to, link.span,
                            base::to_translate("the strategy has no indicator `{}`"), reading.diagnostics);
    if (!found) return;
    Indicator& reprint = reading.inputs.strategy.indicators[link.indicator];
    const Indicator& original = reading.inputs.strategy.indicators[*found];
    if (!original.reprint_of.empty()) {
        reading.diagnostics.error(link.span, say("`{}` is a reprint itself", original.id),
                                  say("name the indicator that is evaluated"));
        return;
    }
    Indicator copy = original;
    copy.id = reprint.id;
    copy.kind = reprint.kind;
    copy.reprint_of = reprint.reprint_of;
    copy.span = reprint.span;
    copy.goal = reprint.goal;
    copy.measure = reprint.measure;
    copy.initiative = reprint.initiative;
    if (!reprint.name.empty()) copy.name = reprint.name;
    if (!reprint.note.empty()) copy.note = reprint.note;
    reprint = std::move(copy);
}

void check_sum(const Link& link, Reading& reading) {
    if (!reading.annex_read || reading.activities.contains(link.to)) return;
    base::report_unknown("the annex has no indicator `{}`", link.to, link.span, keys(reading.activities),
                         reading.diagnostics);
}

/// What a reprint does not write itself is its original's.
void fill_from(const Project& original, const ProjectReprint& reprint, Project& project) {
    if (project.name.empty()) project.name = original.name;
    if (project.account.empty()) project.account = original.account;
    if (project.section.empty()) project.section = original.section;
    if (!reprint.own_content) project.content = original.content;
    if (!reprint.own_results) {
        project.results = original.results;
        project.results_numbered = original.results_numbered;
    }
    if (!reprint.own_indicators) project.indicators = original.indicators;
}

void fill_activity(ActivityIndicator& activity, const Strategy& strategy) {
    if (!activity.kpi) return;
    const Indicator& kpi = strategy.indicators[*activity.kpi];
    if (activity.name.empty()) activity.name = kpi.name;
    if (activity.unit.empty()) activity.unit = kpi.unit;
    activity.actuals = kpi.actuals;
}

void resolve_same(const SameActivity& same, Reading& reading) {
    if (!reading.annex_read) return;
    const auto found = reading.activities.find(same.as);
    if (found == reading.activities.end()) {
        base::report_unknown("the annex has no indicator `{}`", same.as, same.span, keys(reading.activities),
                             reading.diagnostics);
        return;
    }
    const auto at = [&](ActivityPlace place) -> ActivityIndicator& {
        return reading.inputs.projects[place.project].indicators[place.indicator];
    };
    const ActivityIndicator& original = at(found->second);
    ActivityIndicator& activity = at(same.place);
    activity.name = original.name;
    activity.unit = original.unit;
    activity.actuals = original.actuals;
    if (activity.note.empty()) activity.note = original.note;
}

void resolve_reprinted_project(const ProjectReprint& reprint, Reading& reading) {
    if (!reading.annex_read || reprint.of.empty()) return;
    auto& projects = reading.inputs.projects;
    const auto found = find(reading.projects, reprint.of, reprint.span,
                            base::to_translate("the annex has no project `{}`"), reading.diagnostics);
    if (!found || *found == reprint.project) return;
    for (const ProjectReprint& other : reading.reprints) {
        if (other.project != *found) continue;
        reading.diagnostics.error(reprint.span, say("`{}` is a reprint itself", reprint.of),
                                  say("name the project that is described"));
        return;
    }
    fill_from(projects[*found], reprint, projects[reprint.project]);
    projects[reprint.project].reprint_of = found;
}

}  // namespace

void resolve_references(Reading& reading) {
    for (const Link& link : reading.replacements) check_replacement(link, reading);
    for (const Link& link : reading.sums) check_sum(link, reading);
    for (const Link& link : reading.indicator_reprints) fill_reprint(link, reading);
    for (Project& project : reading.inputs.projects) {
        for (ActivityIndicator& activity : project.indicators) fill_activity(activity, reading.inputs.strategy);
    }
    for (const SameActivity& same : reading.same) resolve_same(same, reading);
    for (const ProjectReprint& reprint : reading.reprints) resolve_reprinted_project(reprint, reading);
}

}  // namespace input
