// The fixed English names of the core's kinds, in JSON and in explanations.
#pragma once

#include <string_view>

#include "evaluate/assessment.h"

namespace evaluate {

std::string_view name_of(Exclusion exclusion);
std::string_view name_of(Basis basis);
std::string_view name_of(input::Formula formula);
std::string_view name_of(input::OverallBy by);

}  // namespace evaluate
