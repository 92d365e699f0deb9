// Doubts: what may well be wrong though it can be read, each a warning with a name and a place.
#pragma once

#include "base/source.h"
#include "evaluate/assessment.h"

namespace check {

/// Raises every doubt about an assessed project but for those its files silence, and names the silences that are in
/// vain. A draft may lack what a report must have.
void raise_doubts(const evaluate::Assessment& assessment, bool draft, base::Diagnostics& diagnostics,
                  std::size_t threads = 1);

/// The diagnostics without those doubts on what is lost (YAML's traps, files and texts that nothing reads) that the
/// author has silenced. When all of them are there, `whole`, the silences in vain are named.
base::Diagnostics without_silenced(const base::Diagnostics& all, const input::Inputs& inputs,
                                   const base::Sources& sources, bool whole);

}  // namespace check
