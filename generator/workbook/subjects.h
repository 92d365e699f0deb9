// What the facts in a cell are facts of: cells show the same facts as pages (evaluate/facts.h), by the same names.
#pragma once

#include <optional>

#include "evaluate/fact.h"
#include "input/inputs.h"

namespace workbook {

inline evaluate::Subject subject_in(evaluate::Topic topic, std::size_t index, base::Year year) {
    evaluate::Subject subject;
    subject.topic = topic;
    subject.year = year;
    subject.index = index;
    return subject;
}

/// An indicator in a year; `index` as in Strategy::indicators.
inline evaluate::Subject indicator_in(std::size_t index, base::Year year) {
    return subject_in(evaluate::Topic::indicator, index, year);
}

/// A goal, or the whole, in a year: what is said of its KPIs.
inline evaluate::Subject goal_in(std::optional<std::size_t> goal, base::Year year) {
    return subject_in(goal ? evaluate::Topic::goal : evaluate::Topic::overall, goal.value_or(0), year);
}

/// A project, as the annex of the evaluated year has it; `index` as in Inputs::projects.
inline evaluate::Subject project_in(std::size_t index, base::Year year) {
    return subject_in(evaluate::Topic::project, index, year);
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
