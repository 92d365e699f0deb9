// Targets that are no single number: a range, or a direction.
#pragma once

#include <string_view>

#include "input/inputs.h"

namespace input {

/// Recognises 450,000～460,000 and 増加, 減少, 維持 in what was written for a target, and puts it into the figure.
bool read_aim(std::string_view text, Figure& figure);

}  // namespace input
