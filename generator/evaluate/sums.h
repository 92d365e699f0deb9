// KPIs that are the sum of activity indicators.
#pragma once

#include "base/source.h"
#include "evaluate/result.h"

namespace evaluate {

/// Adds up every `sum_of`: a year nobody typed gets the sum; a typed value that differs is reported at its place,
/// unless the author has silenced `sum` there.
void add_sums(const input::Inputs& inputs, Made& made, base::Diagnostics& diagnostics);

}  // namespace evaluate
