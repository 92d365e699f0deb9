// Attributes of structure elements (ISO 32000-1, 14.8.5): of tables, lists and figures.
#pragma once

#include <string>

#include "layout/page.h"

namespace pdf {

/// "/A<<...>>", or nothing.
std::string attribute_entry(const layout::Element& element, const layout::Pages& pages);

}  // namespace pdf
