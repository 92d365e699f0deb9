// The tag tree (ISO 32000-1, 14.7): elements, their attributes, and the tree that leads from content to them.
#pragma once

#include <vector>

#include "pdf/content.h"
#include "pdf/numbering.h"

namespace pdf {

/// Writes the elements and the root of the structure tree; gives the root. There must be at least one element.
Id write_structure(Objects& objects, const layout::Pages& pages, const std::vector<PageContent>& contents,
                   const Numbering& numbering);

}  // namespace pdf
