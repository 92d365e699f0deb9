// Pages, their links and labels.
#pragma once

#include <vector>

#include "pdf/content.h"
#include "pdf/numbering.h"

namespace pdf {

/// Writes pages and links into a page tree of nodes of 64. `resources` is the dictionary all pages share. Throws
/// std::runtime_error for a link to an anchor that is nowhere.
void write_page_tree(Objects& objects, const layout::Pages& pages, const std::vector<PageContent>& contents,
                     const Numbering& numbering, Id resources);

/// "<</Nums[...]>>": the labels of all pages, those that count on together as one range.
std::string page_labels(const layout::Pages& pages);

}  // namespace pdf
