// The kinds of doubts this room raises, one function a kind.
#pragma once

#include "base/source.h"
#include "evaluate/assessment.h"

namespace check {

/// Values that look like a slip of the pen beside the others of their indicator.
void check_values(const input::Inputs& inputs, base::Diagnostics& diagnostics);

/// Typed values that are not the sum of their activity indicators: `sum`, an error unless silenced.
void check_sums(const evaluate::Assessment& assessment, base::Diagnostics& diagnostics);

}  // namespace check
