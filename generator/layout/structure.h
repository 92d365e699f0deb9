// The tag tree while it grows.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "layout/page.h"

namespace layout {

/// A new element under `parent`, its last kid. Under -1 (an artifact) there are no elements: -1.
int add_element(Structure& structure, std::string_view type, int parent);
/// The same, as the kid of that number.
int add_element(Structure& structure, std::string_view type, int parent, std::size_t before);

/// The type of a heading of a level from 1 to 6.
std::string_view heading_type(int level);

/// What an element says beside what it holds; of no element (-1), or no words, nothing.
void tell(Structure& structure, int element, std::string Said::*what, const std::string& words);
/// What it is called by others.
void name_element(Structure& structure, int element, const std::string& id);

}  // namespace layout
