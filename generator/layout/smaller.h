// Blocks again in smaller letters, for a place whose height is fixed.
#pragma once

#include "layout/set.h"

namespace layout {

/// The blocks of a placed block, in letters so much smaller that they keep to its height; never less than half as
/// large. The blocks themselves where they do so as they are, or where the place has no height.
const compose::Blocks& fitted_blocks(Setter& setter, const compose::Placed& placed);

}  // namespace layout
