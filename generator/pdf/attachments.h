// Files that travel inside the PDF (ISO 19005-3).
#pragma once

#include <string>

#include "compose/document.h"
#include "pdf/objects.h"

namespace pdf {

/// Entries of the catalog for the document's attachments, their objects written; empty where there are none.
std::string write_attachments(Objects& objects, const compose::Document& document);

}  // namespace pdf
