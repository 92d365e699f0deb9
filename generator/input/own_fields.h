// 項目: what a city writes of its projects and measures beside what kensho knows; kensho.yaml declares them.
#pragma once

#include "base/value.h"
#include "input/inputs.h"
#include "input/readers.h"

namespace input {

/// The key `fields` of kensho.yaml.
std::vector<OwnField> read_own_fields(base::Fields& project, base::Diagnostics& diagnostics);

/// The key `fields` of a project or a measure.
OwnValues read_own_values(base::Fields& owner, Reading& reading);

}  // namespace input
