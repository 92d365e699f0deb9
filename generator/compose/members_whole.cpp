// What a template sees without asking anything for it: the report, the strategy, its lists, the years.

#include <algorithm>

#include "compose/members.h"

namespace compose {

namespace {

template <typename T>
Things all(std::size_t count) {
    std::vector<Thing> things;
    for (std::size_t i = 0; i < count; ++i) things.push_back({T{i}});
    return list_of(std::move(things));
}

Things indicators(const World& world, input::IndicatorKind kind) {
    std::vector<Thing> things;
    const auto& list = world.inputs.strategy.indicators;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i].kind == kind) things.push_back({IndicatorThing{i}});
    }
    return list_of(std::move(things));
}

/// The indicators whose authors say how the figure is taken, where it is from, or when the next one comes out.
Things described(const World& world) {
    std::vector<Thing> things;
    const auto& list = world.inputs.strategy.indicators;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const input::Indicator& of = list[i];
        const bool says = !(of.definition + of.source + of.next_publication).empty();
        if (says && of.reprint_of.empty()) things.push_back({IndicatorThing{i}});
    }
    return list_of(std::move(things));
}

Things years(const World& world) {
    std::vector<Thing> things;
    for (base::Year year : world.inputs.strategy.years()) things.push_back({YearThing{year}});
    return list_of(std::move(things));
}

Things bands(const World& world) {
    std::vector<Thing> things;
    for (const input::Band& band : world.inputs.policy.bands) things.push_back({BandThing{&band}});
    return list_of(std::move(things));
}

/// 担当課, in the order in which the strategy and the annex name them.
Things sections(const World& world) {
    std::vector<std::string> names;
    const auto add = [&](const std::string& section) {
        if (!section.empty() && std::find(names.begin(), names.end(), section) == names.end()) names.push_back(section);
    };
    for (const input::Indicator& indicator : world.inputs.strategy.indicators) add(indicator.section);
    for (const input::Project& project : world.inputs.projects) add(project.section);
    std::vector<Thing> things;
    things.reserve(names.size());
    for (std::string& section : names) things.push_back({SectionThing{std::move(section)}});
    return list_of(std::move(things));
}

YearThing evaluated(const World& world) { return {world.inputs.evaluated_year}; }

Thing year_text(const World& world, const YearThing& year,
                std::string (*write)(const base::Eras&, base::Year, base::YearKind)) {
    return text(write(world.inputs.eras, year.year, year.kind));
}

Thing stage(const World& world, const YearThing& year) {
    const base::Year now = world.inputs.evaluated_year;
    return text(year.year < now ? "past" : year.year == now ? "current" : "future");
}

/// The upper limit of rates with as many decimals as rates have: 100.0%.
Thing cap(const World& world, const PolicyThing&) {
    const input::Policy& policy = world.inputs.policy;
    if (!policy.cap) return {};
    return per_cent(world, base::Ratio(*policy.cap).rounded(policy.decimals), policy);
}

}  // namespace

const Members<Whole>& members(const Whole&) {
    using input::IndicatorKind;
    static const Members<Whole> table = {
        {"report", one<ReportThing>, [](const World&, const Whole&) { return Thing{ReportThing{}}; }},
        {"strategy", one<StrategyThing>, [](const World&, const Whole&) { return Thing{StrategyThing{}}; }},
        {"policy", one<PolicyThing>, [](const World&, const Whole&) { return Thing{PolicyThing{}}; }},
        {"assets", one<AssetsThing>, [](const World&, const Whole&) { return Thing{AssetsThing{}}; }},
        {"outputs", one<OutputsThing>, [](const World&, const Whole&) { return Thing{OutputsThing{}}; }},
        {"draft", one<DraftThing>, [](const World&, const Whole&) { return Thing{DraftThing{}}; }},
        {"overall", one<OverallThing>, [](const World&, const Whole&) { return Thing{OverallThing{}}; }},
        {"narrative", one<NarrativeThing>,
         [](const World& w, const Whole&) {
             return Thing{NarrativeThing{&w.inputs.narrative, "narrative", &w.inputs.narrative}};
         }},
        {"goals", many<GoalThing>,
         [](const World& w, const Whole&) { return Thing{all<GoalThing>(w.inputs.strategy.goals.size())}; }},
        {"measures", many<MeasureThing>,
         [](const World& w, const Whole&) { return Thing{all<MeasureThing>(w.inputs.strategy.measures.size())}; }},
        {"initiatives", many<InitiativeThing>,
         [](const World& w, const Whole&) {
             return Thing{all<InitiativeThing>(w.inputs.strategy.initiatives.size())};
         }},
        {"headline_targets", many<IndicatorThing>,
         [](const World& w, const Whole&) { return Thing{indicators(w, IndicatorKind::headline_target)}; }},
        {"described", many<IndicatorThing>, [](const World& w, const Whole&) { return Thing{described(w)}; }},
        {"kpis", many<IndicatorThing>,
         [](const World& w, const Whole&) { return Thing{indicators(w, IndicatorKind::kpi)}; }},
        {"projects", many<ProjectThing>,
         [](const World& w, const Whole&) { return Thing{all<ProjectThing>(w.inputs.projects.size())}; }},
        {"sections", many<SectionThing>, [](const World& w, const Whole&) { return Thing{sections(w)}; }},
        {"bands", many<BandThing>, [](const World& w, const Whole&) { return Thing{bands(w)}; }},
        {"years", many<YearThing>, [](const World& w, const Whole&) { return Thing{years(w)}; }},
        {"year", one<YearThing>, [](const World& w, const Whole&) { return Thing{evaluated(w)}; }},
    };
    return table;
}

const Members<ReportThing>& members(const ReportThing&) {
    static const Members<ReportThing> table = {
        {"title", a_text, [](const World& w, const ReportThing&) { return name(w.inputs.report_title); }},
        {"municipality", a_text, [](const World& w, const ReportThing&) { return name(w.inputs.municipality.name); }},
        {"municipality_code", a_text,
         [](const World& w, const ReportThing&) { return name(w.inputs.municipality.code); }},
        {"council", a_text, [](const World& w, const ReportThing&) { return name(w.inputs.council); }},
        {"published", a_text, [](const World& w, const ReportThing&) { return text(w.inputs.published); }},
        {"date", a_text, [](const World& w, const ReportThing&) { return name(w.inputs.date); }},
        {"published_year", one<YearThing>,
         [](const World& w, const ReportThing&) {
             const auto year = base::parse_year(w.inputs.eras, w.inputs.published);
             return year ? Thing{YearThing{*year}} : Thing{};
         }},
        {"digest", a_text, [](const World& w, const ReportThing&) { return name(w.inputs.digest.substr(0, 8)); }},
    };
    return table;
}

const Members<DraftThing>& members(const DraftThing&) {
    static const Members<DraftThing> table = {
        {"date", a_text, [](const World& w, const DraftThing&) { return text(w.draft_date); }},
        {"digest", a_text, [](const World& w, const DraftThing&) { return name(w.inputs.digest.substr(0, 8)); }},
    };
    return table;
}

const Members<StrategyThing>& members(const StrategyThing&) {
    static const Members<StrategyThing> table = {
        {"title", a_text, [](const World& w, const StrategyThing&) { return name(w.inputs.strategy.title); }},
        {"short_title", a_text,
         [](const World& w, const StrategyThing&) { return name(w.inputs.strategy.short_title); }},
        {"first_year", one<YearThing>,
         [](const World& w, const StrategyThing&) { return Thing{YearThing{w.inputs.strategy.first_year}}; }},
        {"last_year", one<YearThing>,
         [](const World& w, const StrategyThing&) { return Thing{YearThing{w.inputs.strategy.last_year}}; }},
    };
    return table;
}

const Members<PolicyThing>& members(const PolicyThing&) {
    static const Members<PolicyThing> table = {
        {"name", a_text, [](const World& w, const PolicyThing&) { return text(w.inputs.policy.name); }},
        {"overall_note", a_text, [](const World& w, const PolicyThing&) { return text(w.inputs.policy.overall_note); }},
        {"excluded", a_text, [](const World& w, const PolicyThing&) { return text(w.inputs.policy.excluded_word); }},
        {"replaced", a_text, [](const World& w, const PolicyThing&) { return text(w.inputs.policy.replaced_word); }},
        {"no_target", a_text, [](const World& w, const PolicyThing&) { return text(w.inputs.policy.no_target_word); }},
        {"rate", a_text, [](const World& w, const PolicyThing&) { return text(w.inputs.policy.rate_name); }},
        {"shows_uncapped", a_flag,
         [](const World& w, const PolicyThing&) { return Thing{w.inputs.policy.show_uncapped}; }},
        {"cap", a_text, cap},
    };
    return table;
}

const Members<YearThing>& members(const YearThing&) {
    static const Members<YearThing> table = {
        {"short", a_text,
         [](const World& w, const YearThing& y) {
             return Thing{Shown{base::short_year(w.inputs.eras, y.year),
                                {},
                                {},
                                base::era_year(w.inputs.eras, y.year, y.kind),
                                false}};
         }},
        {"era", a_text, [](const World& w, const YearThing& y) { return year_text(w, y, base::era_year); }},
        {"full", a_text, [](const World& w, const YearThing& y) { return year_text(w, y, base::full_year); }},
        {"western", a_number, [](const World&, const YearThing& y) { return Thing{std::int64_t{y.year.western}}; }},
        {"calendar", one<YearThing>,
         [](const World&, const YearThing& y) {
             return Thing{YearThing{y.year, base::YearKind::calendar}};
         }},
        {"fiscal", one<YearThing>,
         [](const World&, const YearThing& y) {
             return Thing{YearThing{y.year, base::YearKind::fiscal}};
         }},
        {"previous", one<YearThing>,
         [](const World&, const YearThing& y) {
             return Thing{YearThing{{y.year.western - 1}, y.kind}};
         }},
        {"next", one<YearThing>,
         [](const World&, const YearThing& y) {
             return Thing{YearThing{{y.year.western + 1}, y.kind}};
         }},
        {"stage", a_text, stage},
        {"past", a_flag, [](const World& w, const YearThing& y) { return Thing{y.year < w.inputs.evaluated_year}; }},
        {"current", a_flag,
         [](const World& w, const YearThing& y) { return Thing{y.year == w.inputs.evaluated_year}; }},
        {"future", a_flag, [](const World& w, const YearThing& y) { return Thing{y.year > w.inputs.evaluated_year}; }},
    };
    return table;
}

const Members<LoopThing>& members(const LoopThing&) {
    static const Members<LoopThing> table = {
        {"number", a_number, [](const World&, const LoopThing& l) { return number(l.index + 1); }},
        {"count", a_number, [](const World&, const LoopThing& l) { return number(l.count); }},
        {"head", a_text, [](const World&, const LoopThing& l) { return text(l.index == 0 ? "-first" : ""); }},
        {"edge", a_text, [](const World&, const LoopThing& l) { return text(l.index + 1 == l.count ? "-last" : ""); }},
        {"first", a_flag, [](const World&, const LoopThing& l) { return Thing{l.index == 0}; }},
        {"last", a_flag, [](const World&, const LoopThing& l) { return Thing{l.index + 1 == l.count}; }},
    };
    return table;
}

const Members<Shown>& members(const Shown&) {
    static const Members<Shown> table = {
        {"number", a_text, [](const World&, const Shown& s) { return name(s.number.empty() ? s.text : s.number); }},
    };
    return table;
}

const Members<Things>& members(const Things&) {
    static const Members<Things> table = {
        {"count", a_number, [](const World&, const Things& t) { return number(t->size()); }},
        {"first", anything, [](const World&, const Things& t) { return t->empty() ? Thing{} : t->front(); }},
        {"last", anything, [](const World&, const Things& t) { return t->empty() ? Thing{} : t->back(); }},
    };
    return table;
}

}  // namespace compose
