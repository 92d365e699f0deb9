// Conditions on indicators, for counts: at_least_90, declined, rated_順調, at_100_value_down.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evaluate/assessment.h"

namespace evaluate {

/// The indicators of the tally that meet every condition; nullopt when the text is none.
std::optional<std::vector<std::size_t>> select(const Assessment& assessment, const Tally& tally,
                                               std::string_view conditions);

/// The names of the conditions, with N for a number and X for a band.
std::vector<std::string> condition_names();

}  // namespace evaluate
