// A plan out of the lists an office keeps.
#pragma once

#include <vector>

#include "forms/table.h"
#include "scaffold/begin.h"

namespace scaffold {

/// The goals with their indicators, in the order of the rows. Targets that name no year are those of `last`. Years
/// outside `first` to `last` are left out.
std::vector<PlannedGoal> goals_of(const std::vector<forms::Table>& tables, base::Year first, base::Year last);

/// The years of which the tables hold targets or actual values; nothing when there are none.
struct KnownYears {
    base::Year first, last, last_actual;
    bool any = false;
};
KnownYears years_of(const std::vector<forms::Table>& tables);

}  // namespace scaffold
