// Files that travel inside the PDF (ISO 19005-3).
#pragma once

#include <optional>
#include <string>

#include "compose/document.h"
#include "pdf/objects.h"

namespace pdf {

struct Attachments {
    std::string files;  ///< the array of the catalog's AF
    std::string names;  ///< the name tree by which viewers list them
};

/// Writes the objects of the document's attachments; nothing where there are none.
std::optional<Attachments> write_attachments(Objects& objects, const compose::Document& document);

}  // namespace pdf
