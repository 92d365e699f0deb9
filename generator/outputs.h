// Whether what a run would write is well named: each by itself, and none an input.
#pragma once

#include "pipeline.h"

namespace kensho {

/// Reports outputs that would be one file where large and small letters are the same, and outputs that would be
/// written over a file that was read, at the place of the name.
void check_outputs(const Request& request, Run& run);

}  // namespace kensho
