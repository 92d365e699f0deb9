// Lists whose texts bring marks of their own.
#pragma once

#include "compose/document.h"

namespace compose {

/// An item whose text begins with a mark, ① and a blank, takes it for its label and stands in the item before it; what
/// follows a text wholly in brackets, 【内訳】, stands in that one, up to the next such text.
void nest_own_marks(List& list);

}  // namespace compose
