// Projects of the annex, what was done, and their activity indicators.

#include <algorithm>

#include "compose/members.h"

namespace compose {

namespace {

const input::Project& own(const World& world, std::size_t index) { return world.inputs.projects[index]; }

const input::ActivityIndicator& activity(const World& world, const ActivityThing& thing) {
    return own(world, thing.project).indicators[thing.index];
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
    for (const input::ActivityIndicator& activity : own(world, thing.index).indicators) {
        if (activity.kpi) list.push_back({IndicatorThing{*activity.kpi}});
    }
    return {list_of(std::move(list))};
}

Thing value_in(const World& world, const ActivityThing& thing, base::Year year) {
    const auto& actuals = activity(world, thing).actuals;
    const auto found = actuals.find(year);
    if (found != actuals.end()) return figure_or_missing(&found->second, &world.inputs.policy);
    return {Missing{year == world.inputs.evaluated_year}};
}

base::Year previous(const World& world) { return {world.inputs.evaluated_year.western - 1}; }

}  // namespace

const Members<ProjectThing>& members(const ProjectThing&) {
    static const Members<ProjectThing> table = {
        {"id", a_text, [](const World& w, const ProjectThing& t) { return name(own(w, t.index).id); }},
        {"name", a_text, [](const World& w, const ProjectThing& t) { return name(own(w, t.index).name); }},
        {"account", a_text, [](const World& w, const ProjectThing& t) { return name(own(w, t.index).account); }},
        {"section", a_text, [](const World& w, const ProjectThing& t) { return name(own(w, t.index).section); }},
        {"reprint", a_flag,
         [](const World& w, const ProjectThing& t) { return Thing{own(w, t.index).reprint_of.has_value()}; }},
        {"content", many<Shown>, [](const World& w, const ProjectThing& t) { return texts(own(w, t.index).content); }},
        {"numbered", a_flag,
         [](const World& w, const ProjectThing& t) { return Thing{own(w, t.index).results_numbered}; }},
        {"works", many<WorkThing>,
         [](const World& w, const ProjectThing& t) {
             return parts<WorkThing>(t.index, own(w, t.index).results.size());
         }},
        {"activities", many<ActivityThing>,
         [](const World& w, const ProjectThing& t) {
             return parts<ActivityThing>(t.index, own(w, t.index).indicators.size());
         }},
        {"kpis", many<IndicatorThing>, kpis},
        {"initiative", one<InitiativeThing>,
         [](const World& w, const ProjectThing& t) { return Thing{InitiativeThing{own(w, t.index).initiative}}; }},
    };
    return table;
}

const Members<WorkThing>& members(const WorkThing&) {
    static const Members<WorkThing> table = {
        {"number", a_number, [](const World&, const WorkThing& t) { return number(t.index + 1); }},
        {"text", a_text,
         [](const World& w, const WorkThing& t) { return text(own(w, t.project).results[t.index].text); }},
        {"details", many<Shown>,
         [](const World& w, const WorkThing& t) { return texts(own(w, t.project).results[t.index].details); }},
    };
    return table;
}

const Members<ActivityThing>& members(const ActivityThing&) {
    static const Members<ActivityThing> table = {
        {"name", a_text, [](const World& w, const ActivityThing& t) { return name(activity(w, t).name); }},
        {"unit", a_text, [](const World& w, const ActivityThing& t) { return name(activity(w, t).unit); }},
        {"note", a_text, [](const World& w, const ActivityThing& t) { return text(activity(w, t).note); }},
        {"kpi", one<IndicatorThing>,
         [](const World& w, const ActivityThing& t) {
             const std::optional<std::size_t>& index = activity(w, t).kpi;
             return index ? Thing{IndicatorThing{*index}} : Thing{};
         }},
        {"current", one<FigureThing>,
         [](const World& w, const ActivityThing& t) { return value_in(w, t, w.inputs.evaluated_year); }},
        {"previous", one<FigureThing>,
         [](const World& w, const ActivityThing& t) { return value_in(w, t, previous(w)); }},
    };
    return table;
}

}  // namespace compose
