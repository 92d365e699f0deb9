// What may be typed into the settings: conditions as formulas, so that a limit of 0.8 for 80 % is refused.
#pragma once

#include <string>
#include <vector>

#include "input/policy.h"

namespace workbook {

/// Of the lower limits of bands, highest first; `cells` name their cells. A limit lies between its neighbours; the
/// lowest band of a list has none where the policy gives it none; and where all limits are per cents (2 and more, or 0
/// and less), what is typed is one too.
std::vector<std::string> limit_conditions(const std::vector<input::Band>& bands, const std::vector<std::string>& cells);

/// Of cap and floor, the names of their cells: blank, or per cents of which the cap is the higher.
std::string cap_condition(const std::string& cell, const std::string& floor);
std::string floor_condition(const std::string& cell, const std::string& cap);
/// A whole number from 0 to 6.
std::string digits_condition(const std::string& cell);
/// A number that is not negative.
std::string tolerance_condition(const std::string& cell);

}  // namespace workbook
