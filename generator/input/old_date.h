// A date that is too early for its report was left over from the report before.
#pragma once

#include "base/value.h"
#include "input/inputs.h"

namespace input {

/// Warns where the report of a year is dated or published before the year is nearly over, or bears the year before in
/// its title. `project`: kensho.yaml, of which `inputs` has been read.
void doubt_old_dates(const base::Value& project, const Inputs& inputs, base::Diagnostics& diagnostics);

}  // namespace input
