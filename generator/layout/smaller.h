// In smaller letters: blocks, for a place whose height is fixed; a text, for a measure that would part a number.
#pragma once

#include "layout/set.h"

namespace layout {

/// The blocks of a placed block, in letters so much smaller that they keep to its height; never less than half as
/// large. The blocks themselves where they do so as they are, or where the place has no height.
const compose::Blocks& fitted_blocks(Setter& setter, const compose::Placed& placed);

/// Sets a text anew where a line of it ends inside a number, in the largest letters that keep every number whole; never
/// less than half as large, and as it was where even those do not.
void keep_numbers_whole(Setter& setter, Text& text);

}  // namespace layout
