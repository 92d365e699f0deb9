// Files that travel inside the PDF (ISO 19005-3).
#pragma once

#include <optional>
#include <string>

#include "layout/page.h"
#include "pdf/objects.h"

namespace pdf {

struct Attachments {
    std::string files;  ///< the array of the catalog's AF
    std::string names;  ///< the name tree by which viewers list them
};

/// Writes the objects of the files that travel with the pages; nothing where there are none.
std::optional<Attachments> write_attachments(Objects& objects, const layout::Pages& pages);

}  // namespace pdf
