// The tag tree while it grows.
#pragma once

#include <cstddef>
#include <string>

#include "layout/page.h"

namespace layout {

/// A new element under `parent`, its last kid. Under -1 (an artifact) there are no elements: -1.
int add_element(Structure& structure, std::string type, int parent);
/// The same, as the kid of that number.
int add_element(Structure& structure, std::string type, int parent, std::size_t before);

/// What an element says beside what it holds; of no element (-1), or no words, nothing.
void tell(Structure& structure, int element, std::string Said::*what, const std::string& words);

/// Removes elements that show nothing, except cells: a table stays regular. Then no heading lies more than one level
/// under the one before it.
void prune(Pages& pages);

}  // namespace layout
