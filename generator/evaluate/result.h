// One indicator in one year.
#pragma once

#include <deque>
#include <map>
#include <utility>

#include "evaluate/assessment.h"

namespace evaluate {

/// Figures the core makes itself, and those that stand in for actuals nobody typed.
struct Made {
    std::deque<input::Figure> figures;  ///< keeps its elements in place
    std::map<std::pair<const input::Indicator*, base::Year>, const input::Figure*> actuals;
};

/// The actual as typed, else the sum of its activity indicators, else null.
const input::Figure* actual_of(const input::Indicator& indicator, base::Year year, const Made& made);

/// Everything about an indicator in a year but its changes on the year before.
Result result_of(const input::Indicator& indicator, base::Year year, const input::Inputs& inputs, Made& made);

/// The rate and the rating that a result would have with another number as its actual. It has been evaluated with one.
Result with_actual(const Result& result, const input::Indicator& indicator, const input::Figure& actual);

}  // namespace evaluate
