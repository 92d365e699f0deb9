// The figures of the annex's 取組実績, which stand in lists rather than in sentences: 交付件数　8件,
// 100件（介護61件、障がい39件）.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "check/claim.h"
#include "check/prose.h"
#include "check/tokens.h"

namespace check {

/// Of each sentence (its passage and its place therein) what its figures claim.
using EntryClaims = std::map<std::pair<std::size_t, std::size_t>, std::vector<Claim>>;

/// Every figure of the projects' texts put beside the project's indicators, beside the parts that stand in its brackets
/// or lines, and beside the same words in a reprint. Dates, ordinals and ages are no figures.
EntryClaims read_entries(const Lexicon& lexicon, const std::vector<Passage>& passages);

}  // namespace check
