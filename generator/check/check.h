// Doubts: what may well be wrong though it can be read, each a warning with a name and a place.
#pragma once

#include "base/source.h"
#include "evaluate/assessment.h"

namespace check {

/// Raises every doubt about an assessed project, but for those silenced at the value.
void raise_doubts(const evaluate::Assessment& assessment, base::Diagnostics& diagnostics);

}  // namespace check
