// What stands against the data as it was read, and may be meant otherwise.
#pragma once

#include <vector>

#include "base/year.h"
#include "check/claim.h"
#include "check/tokens.h"

namespace check {

/// Leaves a contradiction where its clause names a year, a target or a baseline that it was not put beside, and where
/// its figure is the way between others of the sentence or from one of them to the fact.
void leave_otherwise_meant(std::vector<Claim>& claims, const std::vector<Token>& tokens, base::Year now);

}  // namespace check
