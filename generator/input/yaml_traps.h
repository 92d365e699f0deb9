// What YAML takes otherwise than a person means it, seen at a scalar that was read without complaint.
#pragma once

#include <string_view>

#include "base/source.h"
#include "base/value.h"

namespace input {

/// Names a text cut by ` #`, an item or a line joined to the one before, and letters that only look right; joins
/// Japanese letters across a line end without the blank that YAML puts there. `text` is the whole file.
void check_scalar(std::string_view text, base::Value& value, base::Diagnostics& diagnostics);

}  // namespace input
