// What is not there though it should be: values of earlier years, whole files, the annex's entries of this year.
#include <algorithm>

#include "base/message.h"
#include "check/activities.h"
#include "check/kinds.h"

namespace check {

namespace {

using base::say;
using base::Year;
using input::Indicator;

bool has_target(const Indicator& indicator, Year year) {
    const auto found = indicator.targets.find(year);
    return found != indicator.targets.end() && (found->second.original || !found->second.revised.empty());
}

/// What the year shows, typed or added up; the evaluation says.
bool has_actual(const evaluate::IndicatorAssessment& indicator, Year year) {
    return indicator.in(year).actual != nullptr;
}

/// Years before the evaluated one in which a target stands and nothing was reported, of years that have a file.
void check_values(const evaluate::Assessment& assessment, Doubts& doubts) {
    const input::Inputs& inputs = doubts.inputs();
    for (const evaluate::IndicatorAssessment& assessed : assessment.indicators) {
        const Indicator& indicator = *assessed.indicator;
        if (!indicator.reprint_of.empty()) continue;
        for (const auto& [year, place] : inputs.actuals_places) {
            if (year >= inputs.evaluated_year || !indicator.valid_in(year) || !has_target(indicator, year)) continue;
            if (has_actual(assessed, year)) continue;
            doubts.at("hole", place, indicator.silenced,
                      say("{0} (`{1}`): no value for {2}, which has a target", indicator.name, indicator.id,
                          base::short_year(inputs.eras, year)),
                      say("add a line: `{}: ` with the value, or a status word such as 未公表", indicator.id));
        }
    }
}

/// Years of the plan up to the evaluated one for which kensho.yaml names no file.
void check_files(Doubts& doubts) {
    const input::Inputs& inputs = doubts.inputs();
    if (inputs.year_places.empty()) return;
    for (const Year year : inputs.strategy.years()) {
        if (year >= inputs.evaluated_year) break;
        if (inputs.year_places.contains(year)) continue;
        doubts.at(
            "hole", inputs.year_places.begin()->second, inputs.silenced,
            say("kensho.yaml names no file of values for {}, a year of the plan", base::short_year(inputs.eras, year)),
            say("add `{}: years/….yaml` under `years`; without it changes and streaks are those of the years named",
                base::short_year(inputs.eras, year)));
    }
}

/// A goal without projects where others have some.
void check_annex_files(Doubts& doubts) {
    const input::Inputs& inputs = doubts.inputs();
    if (inputs.projects.empty()) return;
    for (const input::Goal& goal : inputs.strategy.goals) {
        const auto has_projects = [&](std::size_t measure) {
            const auto& initiatives = inputs.strategy.measures[measure].initiatives;
            return std::any_of(initiatives.begin(), initiatives.end(), [&](std::size_t initiative) {
                return !inputs.strategy.initiatives[initiative].projects.empty();
            });
        };
        if (std::any_of(goal.measures.begin(), goal.measures.end(), has_projects)) continue;
        doubts.at("hole", inputs.projects_place, inputs.silenced,
                  say("goal {0} ({1}) has no projects, where other goals have", goal.number, goal.title),
                  say("name its file under `projects`"));
    }
}

/// An activity indicator says something about the evaluated year: a number or a status. A draft marks what is missing.
void check_annex(bool draft, Doubts& doubts) {
    const input::Inputs& inputs = doubts.inputs();
    if (draft) return;
    const std::string year = base::short_year(inputs.eras, inputs.evaluated_year);
    for_each_activity(inputs, [&](const input::ActivityIndicator& activity) {
        if (activity.actuals.contains(inputs.evaluated_year)) return;
        doubts.fault("annex-missing", activity.span, activity.silenced,
                     say("{0}: no value for {1}, the evaluated year", activity.name, year),
                     say("write {}: and the value, or a status word such as 未公表, under `actuals`", year));
    });
}

}  // namespace

void check_gaps(const evaluate::Assessment& assessment, bool draft, Doubts& doubts) {
    check_values(assessment, doubts);
    check_files(doubts);
    check_annex_files(doubts);
    check_annex(draft, doubts);
}

void check_periods(Doubts& doubts) {
    for (const Indicator& indicator : doubts.inputs().strategy.indicators) {
        if (!indicator.reprint_of.empty()) continue;
        for (const auto& [year, figure] : indicator.actuals) {
            if (indicator.valid_in(year) || !figure.amount) continue;
            doubts.about("out-of-period", figure,
                         say("{0}: a value stands for {1}, in which the indicator is not valid; it is shown nowhere",
                             indicator.name, base::short_year(doubts.inputs().eras, year)));
        }
    }
}

}  // namespace check
