// The tables of members, one for each kind of thing; each table stands in the file that knows its kind.
#pragma once

#include <vector>

#include "compose/thing.h"

namespace compose {

template <typename T>
struct Member {
    std::string_view name;
    Kind kind;  ///< of what `get` gives, when it is neither nothing nor Missing
    Thing (*get)(const World&, const T&);
};
template <typename T>
using Members = std::vector<Member<T>>;

/// Kinds of members that are no things of the strategy.
inline constexpr Kind a_text = one<Shown>, a_number = one<std::int64_t>, a_flag = one<bool>;

/// The names that stand alone: goals, kpis, years, report …
struct Whole {};

const Members<Whole>& members(const Whole&);
const Members<ReportThing>& members(const ReportThing&);
const Members<StrategyThing>& members(const StrategyThing&);
const Members<PolicyThing>& members(const PolicyThing&);
const Members<DraftThing>& members(const DraftThing&);
const Members<YearThing>& members(const YearThing&);
const Members<LoopThing>& members(const LoopThing&);
const Members<Shown>& members(const Shown&);
const Members<Things>& members(const Things&);
const Members<GoalThing>& members(const GoalThing&);
const Members<MeasureThing>& members(const MeasureThing&);
const Members<InitiativeThing>& members(const InitiativeThing&);
const Members<SectionThing>& members(const SectionThing&);
const Members<OverallThing>& members(const OverallThing&);
const Members<TallyThing>& members(const TallyThing&);
const Members<CountThing>& members(const CountThing&);
const Members<BandThing>& members(const BandThing&);
const Members<IndicatorThing>& members(const IndicatorThing&);
const Members<ResultThing>& members(const ResultThing&);
const Members<FigureThing>& members(const FigureThing&);
const Members<NoteThing>& members(const NoteThing&);
const Members<ProjectThing>& members(const ProjectThing&);
const Members<ActivityThing>& members(const ActivityThing&);
const Members<WorkThing>& members(const WorkThing&);

template <typename T>
Things wrap(const std::vector<std::size_t>& indices) {
    std::vector<Thing> things;
    things.reserve(indices.size());
    for (std::size_t index : indices) things.push_back({T{index}});
    return list_of(std::move(things));
}

Thing figure_or_missing(const input::Figure* figure, const input::Policy* policy);
/// A signed difference as printed, with the minus sign said.
Thing difference(const World& world, const std::optional<base::Decimal>& value);
/// 83.8%
Thing per_cent(const World& world, const std::optional<base::Decimal>& value, const input::Policy& policy);
Thing trend_of(const std::optional<base::Decimal>& change);
Thing band_or_nothing(const input::Band* band);
/// The text spoken for a number that may carry a minus sign; empty where nothing needs to be said.
std::string spoken_number(const World& world, const std::string& printed, const base::NumberStyle& style);

}  // namespace compose
