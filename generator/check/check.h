// Doubts: what may well be wrong though it can be read, each a warning with a name and a place.
#pragma once

#include "base/source.h"
#include "evaluate/assessment.h"

namespace check {

/// Raises every doubt about an assessed project but for those its files silence, and names the silences that are in
/// vain. A draft may lack what a report must have.
void raise_doubts(const evaluate::Assessment& assessment, bool draft, base::Diagnostics& diagnostics);

}  // namespace check
