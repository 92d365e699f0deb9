// The numbers of the objects that refer to one another, given out before any of them is written.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layout/page.h"
#include "pdf/objects.h"

namespace pdf {

struct Numbering {
    std::vector<Id> pages;
    std::vector<Id> elements;
    std::vector<std::vector<Id>> links;       ///< by page
    std::vector<std::vector<int>> link_keys;  ///< of each link in the parent tree; pages have the keys before them
    int next_key = 0;
};

Numbering number_objects(Objects& objects, const layout::Pages& pages);

/// "[5 0 R/XYZ 0 700 null]": where a destination leads.
std::string destination(const layout::Destination& to, const layout::Pages& pages, const Numbering& numbering);

/// Writes the name tree (ISO 32000-1, 7.9.6) of all anchors, by which other files lead into this one: file.pdf#anchor.
/// Nothing where there are none.
std::optional<Id> write_destinations(Objects& objects, const layout::Pages& pages, const Numbering& numbering);

}  // namespace pdf
