// House style of prose: how 公用文 is written. Each rule has a switch in the policy's `style:` and a doubt of its own.
#pragma once

#include <vector>

#include "base/source.h"
#include "check/claim.h"
#include "check/prose.h"

namespace check {

/// The slips of all rules that the policy of the evaluated year has on.
std::vector<StyleSlip> style_slips(const evaluate::Assessment& assessment, const std::vector<Passage>& passages,
                                   const base::Sources& sources);

}  // namespace check
