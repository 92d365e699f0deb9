// Attributes of structure elements (ISO 32000-1, 14.8.5): of tables, lists and figures.
#pragma once

#include <string>

#include "layout/page.h"

namespace pdf {

/// "<<...>>" or "[<<...>><<...>>]"; empty where there are none.
std::string attributes(const layout::Element& element, const layout::Pages& pages);

}  // namespace pdf
