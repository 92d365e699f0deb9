// Goals, measures, initiatives, departments, and the counts over their indicators.

#include "compose/members.h"

namespace compose {

namespace {

const input::Goal& goal(const World& world, const GoalThing& thing) { return world.inputs.strategy.goals[thing.index]; }
const input::Measure& measure(const World& world, const MeasureThing& thing) {
    return world.inputs.strategy.measures[thing.index];
}
const input::Initiative& initiative(const World& world, const InitiativeThing& thing) {
    return world.inputs.strategy.initiatives[thing.index];
}

/// The initiatives for which `belongs` says yes.
template <typename Belongs>
std::vector<std::size_t> initiatives_where(const World& world, Belongs belongs) {
    std::vector<std::size_t> found;
    const auto& list = world.inputs.strategy.initiatives;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (belongs(list[i])) found.push_back(i);
    }
    return found;
}

/// The indices a list of initiatives holds: their kpis or projects.
std::vector<std::size_t> gather(const World& world, const std::vector<std::size_t>& initiatives,
                                std::vector<std::size_t> input::Initiative::*part) {
    std::vector<std::size_t> found;
    for (std::size_t index : initiatives) {
        const std::vector<std::size_t>& some = world.inputs.strategy.initiatives[index].*part;
        found.insert(found.end(), some.begin(), some.end());
    }
    return found;
}

std::vector<std::size_t> initiatives_of(const World& world, const GoalThing& thing) {
    return initiatives_where(world, [&](const input::Initiative& i) { return i.goal == thing.index; });
}

template <typename T>
Thing tallies(const World& world, const T& thing) {
    std::vector<Thing> list;
    for (const evaluate::Tally& tally : group_of(world, {thing})->kpis) list.push_back({TallyThing{&tally}});
    return {list_of(std::move(list))};
}

template <typename T>
Thing headline(const World& world, const T& thing) {
    return {TallyThing{&group_of(world, {thing})->headline_in(world.inputs.evaluated_year)}};
}

Thing section_indicators(const World& world, const SectionThing& section, input::IndicatorKind kind) {
    std::vector<Thing> found;
    const auto& list = world.inputs.strategy.indicators;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i].kind == kind && list[i].section == section.name) found.push_back({IndicatorThing{i}});
    }
    return {list_of(std::move(found))};
}

Thing section_projects(const World& world, const SectionThing& section) {
    std::vector<Thing> found;
    for (std::size_t i = 0; i < world.inputs.projects.size(); ++i) {
        if (world.inputs.projects[i].section == section.name) found.push_back({ProjectThing{i}});
    }
    return {list_of(std::move(found))};
}

Thing counts(const World&, const TallyThing& thing) {
    std::vector<Thing> list;
    for (const evaluate::BandCount& of : evaluate::band_counts(*thing.tally)) {
        list.push_back({CountThing{of.band, of.count}});
    }
    return {list_of(std::move(list))};
}

Thing mean(const World& world, const TallyThing& thing) {
    const evaluate::Tally& tally = *thing.tally;
    const input::Policy& policy = tally.policy == nullptr ? world.inputs.policy : *tally.policy;
    if (!tally.in_points || !tally.mean) return per_cent(world, tally.mean, policy);
    return name(base::to_text(*tally.mean, policy.numbers));
}

std::string edge(const World& world, const std::string& pattern, const base::Decimal& value) {
    const base::NumberStyle& style = world.inputs.policy.numbers;
    std::string out = pattern;
    const std::size_t at = out.find("{}");
    if (at != std::string::npos) out.replace(at, 2, base::to_text(value, style) + style.percent);
    return out;
}

/// 80％以上100％未満: as the policy words it, or from this band's edge and that of the band above.
Thing range(const World& world, const BandThing& thing) {
    const input::Band& band = *thing.band;
    if (!band.range.empty()) return text(band.range);
    const Words& words = world.words;
    const std::vector<input::Band>& bands = world.inputs.policy.bands;
    const bool listed = !bands.empty() && thing.band >= bands.data() && thing.band <= &bands.back();
    const input::Band* above = listed && thing.band != bands.data() ? thing.band - 1 : nullptr;
    std::string printed;
    if (band.lower) printed += edge(world, band.lower_strict ? words.above : words.at_least, *band.lower);
    if (above != nullptr && above->lower) {
        printed += edge(world, above->lower_strict ? words.at_most : words.below, *above->lower);
    }
    return text(printed);
}

}  // namespace

const Members<GoalThing>& members(const GoalThing&) {
    static const Members<GoalThing> table = {
        {"number", a_number, [](const World& w, const GoalThing& t) { return Thing{std::int64_t{goal(w, t).number}}; }},
        {"title", a_text, [](const World& w, const GoalThing& t) { return name(goal(w, t).title); }},
        {"slogan", a_text, [](const World& w, const GoalThing& t) { return name(goal(w, t).slogan); }},
        {"label", a_text,
         [](const World& w, const GoalThing& t) {
             return name(goal(w, t).slogan.empty() ? goal(w, t).title : goal(w, t).slogan);
         }},
        {"headline_targets", many<IndicatorThing>,
         [](const World& w, const GoalThing& t) { return Thing{wrap<IndicatorThing>(goal(w, t).headline_targets)}; }},
        {"measures", many<MeasureThing>,
         [](const World& w, const GoalThing& t) { return Thing{wrap<MeasureThing>(goal(w, t).measures)}; }},
        {"initiatives", many<InitiativeThing>,
         [](const World& w, const GoalThing& t) { return Thing{wrap<InitiativeThing>(initiatives_of(w, t))}; }},
        {"kpis", many<IndicatorThing>,
         [](const World& w, const GoalThing& t) {
             return Thing{wrap<IndicatorThing>(gather(w, initiatives_of(w, t), &input::Initiative::kpis))};
         }},
        {"projects", many<ProjectThing>,
         [](const World& w, const GoalThing& t) {
             return Thing{wrap<ProjectThing>(gather(w, initiatives_of(w, t), &input::Initiative::projects))};
         }},
        {"tallies", many<TallyThing>, tallies<GoalThing>},
        {"headline", one<TallyThing>, headline<GoalThing>},
    };
    return table;
}

const Members<MeasureThing>& members(const MeasureThing&) {
    static const Members<MeasureThing> table = {
        {"number", a_number,
         [](const World& w, const MeasureThing& t) { return Thing{std::int64_t{measure(w, t).number}}; }},
        {"title", a_text, [](const World& w, const MeasureThing& t) { return name(measure(w, t).title); }},
        {"goal", one<GoalThing>,
         [](const World& w, const MeasureThing& t) { return Thing{GoalThing{measure(w, t).goal}}; }},
        {"initiatives", many<InitiativeThing>,
         [](const World& w, const MeasureThing& t) { return Thing{wrap<InitiativeThing>(measure(w, t).initiatives)}; }},
        {"kpis", many<IndicatorThing>,
         [](const World& w, const MeasureThing& t) {
             return Thing{wrap<IndicatorThing>(gather(w, measure(w, t).initiatives, &input::Initiative::kpis))};
         }},
        {"projects", many<ProjectThing>,
         [](const World& w, const MeasureThing& t) {
             return Thing{wrap<ProjectThing>(gather(w, measure(w, t).initiatives, &input::Initiative::projects))};
         }},
        {"tallies", many<TallyThing>, tallies<MeasureThing>},
    };
    return table;
}

const Members<InitiativeThing>& members(const InitiativeThing&) {
    static const Members<InitiativeThing> table = {
        {"number", a_number,
         [](const World& w, const InitiativeThing& t) { return Thing{std::int64_t{initiative(w, t).number}}; }},
        {"title", a_text, [](const World& w, const InitiativeThing& t) { return name(initiative(w, t).title); }},
        {"goal", one<GoalThing>,
         [](const World& w, const InitiativeThing& t) { return Thing{GoalThing{initiative(w, t).goal}}; }},
        {"measure", one<MeasureThing>,
         [](const World& w, const InitiativeThing& t) { return Thing{MeasureThing{initiative(w, t).measure}}; }},
        {"kpis", many<IndicatorThing>,
         [](const World& w, const InitiativeThing& t) { return Thing{wrap<IndicatorThing>(initiative(w, t).kpis)}; }},
        {"projects", many<ProjectThing>,
         [](const World& w, const InitiativeThing& t) { return Thing{wrap<ProjectThing>(initiative(w, t).projects)}; }},
        {"tallies", many<TallyThing>, tallies<InitiativeThing>},
    };
    return table;
}

const Members<SectionThing>& members(const SectionThing&) {
    static const Members<SectionThing> table = {
        {"name", a_text, [](const World&, const SectionThing& t) { return name(t.name); }},
        {"kpis", many<IndicatorThing>,
         [](const World& w, const SectionThing& t) { return section_indicators(w, t, input::IndicatorKind::kpi); }},
        {"headline_targets", many<IndicatorThing>,
         [](const World& w, const SectionThing& t) {
             return section_indicators(w, t, input::IndicatorKind::headline_target);
         }},
        {"projects", many<ProjectThing>, section_projects},
    };
    return table;
}

const Members<OverallThing>& members(const OverallThing&) {
    static const Members<OverallThing> table = {
        {"tallies", many<TallyThing>, tallies<OverallThing>},
        {"headline", one<TallyThing>, headline<OverallThing>},
    };
    return table;
}

const Members<TallyThing>& members(const TallyThing&) {
    static const Members<TallyThing> table = {
        {"year", one<YearThing>, [](const World&, const TallyThing& t) { return Thing{YearThing{t.tally->year}}; }},
        {"total", a_number,
         [](const World&, const TallyThing& t) {
             return number(t.tally->evaluated.size() + t.tally->excluded.size());
         }},
        {"evaluated", a_number, [](const World&, const TallyThing& t) { return number(t.tally->evaluated.size()); }},
        {"excluded", a_number, [](const World&, const TallyThing& t) { return number(t.tally->excluded.size()); }},
        {"achieved", a_number, [](const World&, const TallyThing& t) { return number(t.tally->achieved); }},
        {"unmet", a_number,
         [](const World&, const TallyThing& t) { return number(t.tally->evaluated.size() - t.tally->achieved); }},
        {"mean", a_text, mean},
        {"change", a_text, [](const World& w, const TallyThing& t) { return difference(w, t.tally->mean_change); }},
        {"trend", one<Trend>, [](const World&, const TallyThing& t) { return trend_of(t.tally->mean_change); }},
        {"rating", one<BandThing>, [](const World&, const TallyThing& t) { return band_or_nothing(t.tally->band); }},
        {"counts", many<CountThing>, counts},
    };
    return table;
}

const Members<CountThing>& members(const CountThing&) {
    static const Members<CountThing> table = {
        {"rating", one<BandThing>, [](const World&, const CountThing& t) { return band_or_nothing(t.band); }},
        {"count", a_number, [](const World&, const CountThing& t) { return number(t.count); }},
    };
    return table;
}

const Members<BandThing>& members(const BandThing&) {
    static const Members<BandThing> table = {
        {"word", a_text, [](const World&, const BandThing& t) { return name(t.band->word); }},
        {"symbol", a_text, [](const World&, const BandThing& t) { return name(t.band->symbol); }},
        {"range", a_text, range},
        {"id", a_text, [](const World&, const BandThing& t) { return name(t.band->id); }},
    };
    return table;
}

}  // namespace compose
