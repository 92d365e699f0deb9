// Indicators, their results year by year, and the figures in them.

#include <algorithm>

#include "compose/members.h"

namespace compose {

namespace {

const input::Indicator& indicator(const World& world, const IndicatorThing& thing) {
    return world.inputs.strategy.indicators[thing.index];
}

const evaluate::IndicatorAssessment& assessed(const World& world, const IndicatorThing& thing) {
    return world.assessment.indicators[thing.index];
}

Thing result_in(const World& world, const IndicatorThing& thing, base::Year year) {
    for (const evaluate::Result& result : assessed(world, thing).results) {
        if (result.year == year) return {ResultThing{thing.index, &result}};
    }
    return {};
}

Thing results(const World& world, const IndicatorThing& thing) {
    std::vector<Thing> list;
    for (const evaluate::Result& result : assessed(world, thing).results)
        list.push_back({ResultThing{thing.index, &result}});
    return {list_of(std::move(list))};
}

Thing indicator_with_id(const World& world, const std::string& id) {
    const auto& list = world.inputs.strategy.indicators;
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& i) { return i.id == id; });
    return id.empty() || found == list.end() ? Thing{}
                                             : Thing{IndicatorThing{static_cast<std::size_t>(found - list.begin())}};
}

Thing replaces(const World& world, const IndicatorThing& thing) {
    const auto& list = world.inputs.strategy.indicators;
    const std::string& id = indicator(world, thing).id;
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& i) { return i.replaced_by == id; });
    return found == list.end() ? Thing{} : Thing{IndicatorThing{static_cast<std::size_t>(found - list.begin())}};
}

/// The annex projects that report this KPI.
Thing projects(const World& world, const IndicatorThing& thing) {
    std::vector<Thing> list;
    for (std::size_t i = 0; i < world.inputs.projects.size(); ++i) {
        const auto& activities = world.inputs.projects[i].indicators;
        const bool reports = std::any_of(activities.begin(), activities.end(),
                                         [&](const auto& a) { return a.kpi && *a.kpi == thing.index; });
        if (reports) list.push_back({ProjectThing{i}});
    }
    return {list_of(std::move(list))};
}

/// 1 for the first indicator of its kind in the strategy.
Thing position(const World& world, const IndicatorThing& thing) {
    const auto& list = world.inputs.strategy.indicators;
    const auto end = list.begin() + static_cast<std::ptrdiff_t>(thing.index);
    const auto before =
        std::count_if(list.begin(), end, [&](const auto& i) { return i.kind == list[thing.index].kind; });
    return number(static_cast<std::size_t>(before) + 1);
}

Thing baseline(const World& world, const IndicatorThing& thing) {
    const std::optional<input::Figure>& figure = indicator(world, thing).baseline;
    return figure_or_missing(figure ? &*figure : nullptr, &world.inputs.policy);
}

Thing baseline_year(const World& world, const IndicatorThing& thing) {
    const input::Indicator& of = indicator(world, thing);
    return of.baseline_year ? Thing{YearThing{*of.baseline_year, of.baseline_year_kind}} : Thing{};
}

Thing final_target(const World& world, const IndicatorThing& thing) {
    const auto& list = assessed(world, thing).results;
    return figure_or_missing(list.empty() ? nullptr : list.back().target, &world.inputs.policy);
}

/// Whether a target that was revised is in force in some year.
Thing revised_targets(const World& world, const IndicatorThing& thing) {
    const auto& list = assessed(world, thing).results;
    return {std::any_of(list.begin(), list.end(), [](const auto& r) { return r.original_target != nullptr; })};
}

/// The years from which another indicator stands in its place.
bool is_replaced(const World& world, const ResultThing& thing) {
    const std::optional<base::Year>& last = world.inputs.strategy.indicators[thing.indicator].valid_to;
    return last && thing.result->year > *last;
}

Thing replaced_years(const World& world, const IndicatorThing& thing) {
    std::vector<Thing> list;
    for (const evaluate::Result& result : assessed(world, thing).results) {
        if (is_replaced(world, {thing.index, &result})) list.push_back({YearThing{result.year}});
    }
    return {list_of(std::move(list))};
}

/// The years after the evaluated one in which the indicator still stands: nothing but targets to show.
Thing coming_years(const World& world, const IndicatorThing& thing) {
    std::vector<Thing> list;
    for (const evaluate::Result& result : assessed(world, thing).results) {
        const bool coming = result.year > world.inputs.evaluated_year && !is_replaced(world, {thing.index, &result});
        if (coming) list.push_back({YearThing{result.year}});
    }
    return {list_of(std::move(list))};
}

Thing replaced_run(const World& world, const ResultThing& thing) {
    const std::optional<base::Year>& last = world.inputs.strategy.indicators[thing.indicator].valid_to;
    return {last && thing.result->year.western == last->western + 1};
}

const input::Policy& policy(const World& world, const ResultThing& thing) {
    return thing.result->policy == nullptr ? world.inputs.policy : *thing.result->policy;
}

Thing actual(const World& world, const ResultThing& thing) {
    const evaluate::Result& result = *thing.result;
    if (result.actual != nullptr) return figure_or_missing(result.actual, &policy(world, thing));
    return {Missing{result.exclusion == evaluate::Exclusion::no_actual && result.year == world.inputs.evaluated_year}};
}

Thing rate(const World& world, const ResultThing& thing) {
    if (!thing.result->rate) return {Missing{}};
    return per_cent(world, thing.result->rate->shown, policy(world, thing));
}

/// The rate without its cap, only where it differs and the policy prints it.
Thing uncapped(const World& world, const ResultThing& thing) {
    const std::optional<evaluate::Rate>& of = thing.result->rate;
    const input::Indicator& owner = world.inputs.strategy.indicators[thing.indicator];
    if (!of || !of->capped || !evaluate::shows_uncapped(policy(world, thing), owner)) return {};
    return per_cent(world, of->uncapped, policy(world, thing));
}

Thing human(const World&, const ResultThing& thing) {
    return thing.result->human == nullptr ? Thing{} : name(thing.result->human->word);
}

Thing mark(const World& world, const FigureThing& thing) {
    std::string marks;
    if (thing.figure->provisional) marks += world.words.provisional;
    if (thing.figure->revised) marks += world.words.revised;
    return text(marks);
}

/// Those that hold in every year or in one that `shown` accepts.
template <typename Shown>
Thing notes_where(const evaluate::IndicatorAssessment& of, Shown shown) {
    std::vector<Thing> list;
    for (const evaluate::Note& note : of.notes) {
        const bool of_year =
            note.year && (note.of == evaluate::Note::Of::actual || note.of == evaluate::Note::Of::target);
        const bool revision = note.of == evaluate::Note::Of::target && note.kind == evaluate::Note::Kind::revised;
        if (!of_year || revision || shown(*note.year)) list.push_back({NoteThing{&note}});
    }
    return {list_of(std::move(list))};
}

Thing notes(const World& world, const IndicatorThing& thing) {
    return notes_where(assessed(world, thing), [](base::Year) { return true; });
}

Thing notes_of_year(const World& world, const ResultThing& thing) {
    return notes_where(world.assessment.indicators[thing.indicator],
                       [&](base::Year year) { return year == thing.result->year; });
}

Thing note_kind(const World&, const NoteThing& thing) {
    using Kind = evaluate::Note::Kind;
    switch (thing.note->kind) {
        case Kind::provisional: return text("provisional");
        case Kind::revised: return text("revised");
        case Kind::reference: return text("reference");
        case Kind::strict: return text("strict");
        case Kind::human: return text("human");
        case Kind::value: break;
    }
    return text("value");
}

Thing note_of(const World&, const NoteThing& thing) {
    using Of = evaluate::Note::Of;
    switch (thing.note->of) {
        case Of::baseline: return text("baseline");
        case Of::actual: return text("actual");
        case Of::target: return text("target");
        case Of::indicator: break;
    }
    return text("indicator");
}

YearThing year_of(const World& world, const ResultThing& thing) {
    return {thing.result->year, world.inputs.strategy.indicators[thing.indicator].year_kind};
}

template <std::string input::Indicator::*Part>
Thing prose(const World& world, const IndicatorThing& thing) {
    return text(indicator(world, thing).*Part);
}

}  // namespace

const Members<IndicatorThing>& members(const IndicatorThing&) {
    using input::Indicator;
    static const Members<IndicatorThing> table = {
        {"id", a_text, [](const World& w, const IndicatorThing& t) { return name(indicator(w, t).id); }},
        {"name", a_text, [](const World& w, const IndicatorThing& t) { return name(indicator(w, t).name); }},
        {"unit", a_text, [](const World& w, const IndicatorThing& t) { return name(indicator(w, t).unit); }},
        {"number", a_number, position},
        {"baseline", one<FigureThing>, baseline},
        {"baseline_year", one<YearThing>, baseline_year},
        {"baseline_label", a_text, prose<&Indicator::baseline_label>},
        {"final_target", one<FigureThing>, final_target},
        {"headline", a_flag,
         [](const World& w, const IndicatorThing& t) {
             return Thing{indicator(w, t).kind == input::IndicatorKind::headline_target};
         }},
        {"lower_is_better", a_flag,
         [](const World& w, const IndicatorThing& t) {
             return Thing{indicator(w, t).direction == input::Direction::lower};
         }},
        {"cumulative", a_flag,
         [](const World& w, const IndicatorThing& t) { return Thing{indicator(w, t).cumulative}; }},
        {"calendar", a_flag,
         [](const World& w, const IndicatorThing& t) {
             return Thing{indicator(w, t).year_kind == base::YearKind::calendar};
         }},
        {"strict", a_flag, [](const World& w, const IndicatorThing& t) { return Thing{indicator(w, t).strict}; }},
        {"notes", many<NoteThing>, notes},
        {"revised_targets", a_flag, revised_targets},
        {"survey", a_flag, [](const World& w, const IndicatorThing& t) { return Thing{indicator(w, t).survey}; }},
        {"period", a_text, prose<&Indicator::period>},
        {"note", a_text, prose<&Indicator::note>},
        {"section", a_text, prose<&Indicator::section>},
        {"source", a_text, prose<&Indicator::source>},
        {"next_publication", a_text, prose<&Indicator::next_publication>},
        {"definition", a_text, prose<&Indicator::definition>},
        {"goal", one<GoalThing>,
         [](const World& w, const IndicatorThing& t) { return Thing{GoalThing{indicator(w, t).goal}}; }},
        {"measure", one<MeasureThing>,
         [](const World& w, const IndicatorThing& t) { return Thing{MeasureThing{indicator(w, t).measure}}; }},
        {"initiative", one<InitiativeThing>,
         [](const World& w, const IndicatorThing& t) { return Thing{InitiativeThing{indicator(w, t).initiative}}; }},
        {"replaced_by", one<IndicatorThing>,
         [](const World& w, const IndicatorThing& t) { return indicator_with_id(w, indicator(w, t).replaced_by); }},
        {"replaces", one<IndicatorThing>, replaces},
        {"replaced_years", many<YearThing>, replaced_years},
        {"coming_years", many<YearThing>, coming_years},
        {"reprint", a_flag,
         [](const World& w, const IndicatorThing& t) { return Thing{!indicator(w, t).reprint_of.empty()}; }},
        {"projects", many<ProjectThing>, projects},
        {"results", many<ResultThing>, results},
        {"result", one<ResultThing>,
         [](const World& w, const IndicatorThing& t) { return result_in(w, t, w.inputs.evaluated_year); }},
    };
    return table;
}

const Members<ResultThing>& members(const ResultThing&) {
    static const Members<ResultThing> table = {
        {"year", one<YearThing>, [](const World& w, const ResultThing& t) { return Thing{year_of(w, t)}; }},
        {"target", one<FigureThing>,
         [](const World& w, const ResultThing& t) { return figure_or_missing(t.result->target, &policy(w, t)); }},
        {"original_target", one<FigureThing>,
         [](const World& w, const ResultThing& t) {
             const input::Figure* figure = t.result->original_target;
             return figure == nullptr ? Thing{} : figure_or_missing(figure, &policy(w, t));
         }},
        {"actual", one<FigureThing>, actual},
        {"rate", a_text, rate},
        {"uncapped", a_text, uncapped},
        {"rating", one<BandThing>, [](const World&, const ResultThing& t) { return band_or_nothing(t.result->band); }},
        {"human_rating", a_text, human},
        {"human_band", one<BandThing>,
         [](const World&, const ResultThing& t) { return band_or_nothing(t.result->human_band); }},
        {"verdict", a_text,
         [](const World&, const ResultThing& t) {
             return t.result->verdict == nullptr ? Thing{} : text(t.result->verdict->word);
         }},
        {"notes", many<NoteThing>, notes_of_year},
        {"evaluated", a_flag, [](const World&, const ResultThing& t) { return Thing{t.result->evaluated()}; }},
        {"achieved", a_flag, [](const World&, const ResultThing& t) { return Thing{t.result->achieved}; }},
        {"reason", a_text, [](const World&, const ResultThing& t) { return text(t.result->reason); }},
        {"change", a_text, [](const World& w, const ResultThing& t) { return difference(w, t.result->rate_change); }},
        {"trend", one<Trend>, [](const World&, const ResultThing& t) { return trend_of(t.result->rate_change); }},
        {"replaced", a_flag, [](const World& w, const ResultThing& t) { return Thing{is_replaced(w, t)}; }},
        {"first_replaced", a_flag, replaced_run},
    };
    return table;
}

const Members<NoteThing>& members(const NoteThing&) {
    static const Members<NoteThing> table = {
        {"kind", a_text, note_kind},
        {"of", a_text, note_of},
        {"year", one<YearThing>,
         [](const World&, const NoteThing& t) {
             return t.note->year ? Thing{YearThing{*t.note->year, t.note->year_kind}} : Thing{};
         }},
        {"text", a_text, [](const World&, const NoteThing& t) { return text(t.note->text); }},
        {"word", a_text, [](const World&, const NoteThing& t) { return name(t.note->word); }},
        {"rating", one<BandThing>, [](const World&, const NoteThing& t) { return band_or_nothing(t.note->band); }},
    };
    return table;
}

const Members<FigureThing>& members(const FigureThing&) {
    static const Members<FigureThing> table = {
        {"number", a_text,
         [](const World&, const FigureThing& t) {
             return t.figure->amount ? name(base::to_text(*t.figure->amount, t.policy->numbers)) : Thing{};
         }},
        {"words", a_text,
         [](const World&, const FigureThing& t) { return t.figure->amount ? Thing{} : name(t.figure->words); }},
        {"brackets", a_text, [](const World&, const FigureThing& t) { return name(t.figure->in_brackets); }},
        {"provisional", a_flag, [](const World&, const FigureThing& t) { return Thing{t.figure->provisional}; }},
        {"revised", a_flag, [](const World&, const FigureThing& t) { return Thing{t.figure->revised}; }},
        {"reference", a_flag, [](const World&, const FigureThing& t) { return Thing{t.figure->reference}; }},
        {"mark", a_text, mark},
        {"note", a_text, [](const World&, const FigureThing& t) { return text(t.figure->note); }},
    };
    return table;
}

}  // namespace compose
