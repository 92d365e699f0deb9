// The tag tree while it grows.
#pragma once

#include <string>

#include "layout/page.h"

namespace layout {

/// A new element under `parent`, its last kid. Under -1 (an artifact) there are no elements: -1.
int add_element(Structure& structure, std::string type, int parent);

/// The tag of a heading; levels are never skipped, `last` is the level of the heading before.
std::string heading_type(int level, int& last);

/// Removes elements that show nothing, except cells: a table stays regular.
void prune(Pages& pages);

}  // namespace layout
