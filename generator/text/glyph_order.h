// The glyphs of a subset in the order in which they pack best.
#pragma once

#include <cstdint>
#include <vector>

#include "text/outline_tables.h"

namespace text {

/// Puts glyphs that have like metrics beside one another; the first, which stands for what is missing, stays. Gives the
/// new id of each; where a table is not as it should be, nothing changes and nothing is given.
std::vector<std::uint32_t> order_by_metrics(OutlineTables& tables);

}  // namespace text
