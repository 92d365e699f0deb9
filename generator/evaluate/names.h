// The fixed English names of the core's kinds, in JSON and in explanations.
#pragma once

#include <string_view>

#include "evaluate/assessment.h"
#include "input/choices.h"

namespace evaluate {

std::string_view name_of(Exclusion exclusion);
std::string_view name_of(Basis basis);
inline std::string_view name_of(input::Formula formula) { return input::word_in(input::formula_words(), formula); }
inline std::string_view name_of(input::OverallBy by) { return input::word_in(input::overall_words(), by); }

}  // namespace evaluate
