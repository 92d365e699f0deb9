// Bookmarks.
#pragma once

#include <optional>

#include "pdf/numbering.h"

namespace pdf {

/// Writes the outline, its first level open; gives its root, or nothing where there are no bookmarks.
std::optional<Id> write_outline(Objects& objects, const layout::Pages& pages, const Numbering& numbering);

}  // namespace pdf
