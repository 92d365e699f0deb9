// Changes on the year before: of values, rates, ratings and means.
#pragma once

#include "evaluate/assessment.h"
#include "evaluate/result.h"

namespace evaluate {

/// Fills the changes of every result; the results of an indicator stand in the order of the years.
void add_changes(IndicatorAssessment& indicator, const Made& made);

/// Fills the change of the mean of every tally, in the order of the years.
void add_mean_changes(std::vector<Tally>& tallies);

/// The rate as the page prints it: uncapped where that is printed too.
const base::Decimal& printed_rate(const Rate& rate, const input::Policy& policy, const input::Indicator& indicator);

/// The difference as shown, with the decimals of the finer one.
base::Decimal difference(const base::Decimal& now, const base::Decimal& before);

}  // namespace evaluate
