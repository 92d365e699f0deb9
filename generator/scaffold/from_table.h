// A plan out of the lists an office keeps.
#pragma once

#include <set>
#include <vector>

#include "forms/table.h"
#include "scaffold/begin.h"

namespace scaffold {

/// The goals with their indicators, in the order of the rows. Targets that name no year are those of `last`. Years
/// outside `first` to `last` are left out, but for the last before them where no baseline is told: it is one. Titles
/// lose the numbers that the plan gives its parts itself.
std::vector<PlannedGoal> goals_of(const std::vector<forms::Table>& tables, base::Year first, base::Year last,
                                  const base::Eras& eras);

/// Years of which the tables hold values, and which are not of the plan.
std::set<base::Year> years_left_out(const std::vector<forms::Table>& tables, base::Year first, base::Year last);

/// The years of a plan as the tables have them, those of its targets, and the last of which they hold actual values;
/// nothing when there are none.
struct KnownYears {
    base::Year first, last, last_actual;
    bool any = false;
};
KnownYears years_of(const std::vector<forms::Table>& tables);

}  // namespace scaffold
