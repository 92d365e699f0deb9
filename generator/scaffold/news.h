// What a plan says of a year that begins.
#pragma once

#include <string>
#include <vector>

#include "input/inputs.h"

namespace scaffold {

/// Indicators that begin or have ended and targets that are revised from `year` on, in the order of the plan.
std::vector<std::string> news_of(const input::Inputs& inputs, base::Year year);

}  // namespace scaffold
