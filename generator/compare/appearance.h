// Whether two pages or drawings look the same, without drawing them.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/page.h"

namespace compare {

/// Equal where the same marks stand at the same places from `origin`.
std::uint64_t appearance(const layout::Marks& marks, base::Point origin);
std::uint64_t appearance(const layout::Page& page);

}  // namespace compare
