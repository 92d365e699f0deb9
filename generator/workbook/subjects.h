// What the facts in a cell are facts of: cells show the same facts as pages (evaluate/facts.h), by the same names.
#pragma once

#include <optional>

#include "evaluate/fact.h"
#include "input/inputs.h"

namespace workbook {

/// An indicator in a year; `index` as in Strategy::indicators.
inline evaluate::Subject indicator_in(std::size_t index, base::Year year) {
    evaluate::Subject subject;
    subject.topic = evaluate::Topic::indicator;
    subject.year = year;
    subject.index = index;
    return subject;
}

/// A goal, or the whole, in a year: what is said of its KPIs.
inline evaluate::Subject goal_in(std::optional<std::size_t> goal, base::Year year) {
    evaluate::Subject subject;
    subject.topic = goal ? evaluate::Topic::goal : evaluate::Topic::overall;
    subject.year = year;
    subject.index = goal.value_or(0);
    return subject;
}

/// A project, as the annex of the evaluated year has it; `index` as in Inputs::projects.
inline evaluate::Subject project_in(std::size_t index, base::Year year) {
    evaluate::Subject subject;
    subject.topic = evaluate::Topic::project;
    subject.year = year;
    subject.index = index;
    return subject;
}

/// An activity indicator's figure in a year: that of the KPI where it is one. `project` as in Inputs::projects, `part`
/// its place there.
inline evaluate::Subject activity_in(const input::ActivityIndicator& activity, std::size_t project, std::size_t part,
                                     base::Year year) {
    if (activity.kpi) return indicator_in(*activity.kpi, year);
    evaluate::Subject subject;
    subject.topic = evaluate::Topic::activity;
    subject.year = year;
    subject.index = project;
    subject.part = part;
    return subject;
}

}  // namespace workbook
