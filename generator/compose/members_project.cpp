// Projects of the annex, what was done, and their activity indicators.

#include <algorithm>

#include "compose/members.h"

namespace compose {

namespace {

const input::Project& own(const World& world, std::size_t index) { return world.inputs.projects[index]; }

/// Where content, results and indicators are written: the project itself, or the one it reprints (再掲).
std::size_t written(const World& world, std::size_t index) { return own(world, index).reprint_of.value_or(index); }

const input::ActivityIndicator& activity(const World& world, const ActivityThing& thing) {
    return own(world, thing.project).indicators[thing.index];
}

const input::Indicator* kpi(const World& world, const ActivityThing& thing) {
    const std::optional<std::size_t>& index = activity(world, thing).kpi;
    return index ? &world.inputs.strategy.indicators[*index] : nullptr;
}

template <typename T>
Thing parts(std::size_t project, std::size_t count) {
    std::vector<Thing> list;
    for (std::size_t i = 0; i < count; ++i) list.push_back({T{project, i}});
    return {list_of(std::move(list))};
}

Thing texts(const std::vector<std::string>& lines) {
    std::vector<Thing> list;
    list.reserve(lines.size());
    for (const std::string& line : lines) list.push_back(text(line));
    return {list_of(std::move(list))};
}

Thing kpis(const World& world, const ProjectThing& thing) {
    std::vector<Thing> list;
    for (const input::ActivityIndicator& activity : own(world, written(world, thing.index)).indicators) {
        if (activity.kpi) list.push_back({IndicatorThing{*activity.kpi}});
    }
    return {list_of(std::move(list))};
}

Thing value_in(const World& world, const ActivityThing& thing, base::Year year) {
    const input::Indicator* of = kpi(world, thing);
    const auto& actuals = of != nullptr ? of->actuals : activity(world, thing).actuals;
    const auto found = actuals.find(year);
    if (found != actuals.end()) return figure_or_missing(&found->second, &world.inputs.policy);
    return {Missing{year == world.inputs.evaluated_year}};
}

Thing account(const World& world, const ProjectThing& thing) {
    const std::string& written_account = own(world, thing.index).account;
    return name(written_account.empty() ? own(world, written(world, thing.index)).account : written_account);
}

Thing project_name(const World& world, const ProjectThing& thing) {
    const std::string& own_name = own(world, thing.index).name;
    return name(own_name.empty() ? own(world, written(world, thing.index)).name : own_name);
}

base::Year previous(const World& world) { return {world.inputs.evaluated_year.western - 1}; }

}  // namespace

const Members<ProjectThing>& members(const ProjectThing&) {
    static const Members<ProjectThing> table = {
        {"id", [](const World& w, const ProjectThing& t) { return name(own(w, t.index).id); }},
        {"name", project_name},
        {"account", account},
        {"section", [](const World& w, const ProjectThing& t) { return name(own(w, t.index).section); }},
        {"reprint",
         [](const World& w, const ProjectThing& t) { return Thing{own(w, t.index).reprint_of.has_value()}; }},
        {"content", [](const World& w, const ProjectThing& t) { return texts(own(w, written(w, t.index)).content); }},
        {"numbered",
         [](const World& w, const ProjectThing& t) { return Thing{own(w, written(w, t.index)).results_numbered}; }},
        {"works",
         [](const World& w, const ProjectThing& t) {
             const std::size_t of = written(w, t.index);
             return parts<WorkThing>(of, own(w, of).results.size());
         }},
        {"activities",
         [](const World& w, const ProjectThing& t) {
             const std::size_t of = written(w, t.index);
             return parts<ActivityThing>(of, own(w, of).indicators.size());
         }},
        {"kpis", kpis},
        {"initiative",
         [](const World& w, const ProjectThing& t) { return Thing{InitiativeThing{own(w, t.index).initiative}}; }},
    };
    return table;
}

const Members<WorkThing>& members(const WorkThing&) {
    static const Members<WorkThing> table = {
        {"number", [](const World&, const WorkThing& t) { return number(t.index + 1); }},
        {"text", [](const World& w, const WorkThing& t) { return text(own(w, t.project).results[t.index].text); }},
        {"details",
         [](const World& w, const WorkThing& t) { return texts(own(w, t.project).results[t.index].details); }},
    };
    return table;
}

const Members<ActivityThing>& members(const ActivityThing&) {
    static const Members<ActivityThing> table = {
        {"name",
         [](const World& w, const ActivityThing& t) {
             return name(kpi(w, t) != nullptr ? kpi(w, t)->name : activity(w, t).name);
         }},
        {"unit",
         [](const World& w, const ActivityThing& t) {
             return name(kpi(w, t) != nullptr ? kpi(w, t)->unit : activity(w, t).unit);
         }},
        {"note", [](const World& w, const ActivityThing& t) { return text(activity(w, t).note); }},
        {"kpi",
         [](const World& w, const ActivityThing& t) {
             const std::optional<std::size_t>& index = activity(w, t).kpi;
             return index ? Thing{IndicatorThing{*index}} : Thing{};
         }},
        {"current", [](const World& w, const ActivityThing& t) { return value_in(w, t, w.inputs.evaluated_year); }},
        {"previous", [](const World& w, const ActivityThing& t) { return value_in(w, t, previous(w)); }},
    };
    return table;
}

}  // namespace compose
