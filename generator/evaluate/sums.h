// KPIs that are the sum of activity indicators.
#pragma once

#include "evaluate/result.h"

namespace evaluate {

/// Adds up every `sum_of`: a year nobody typed gets the sum. Returns those of years for which a value was typed.
std::vector<TypedSum> add_sums(const input::Inputs& inputs, Made& made);

}  // namespace evaluate
