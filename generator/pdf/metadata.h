// What the file says of itself: the information dictionary and, in agreement with it, XMP.
#pragma once

#include <string>

#include "base/publication.h"

namespace pdf {

/// Entries of the information dictionary. The digest of the inputs stands there too, so that the file's identifier,
/// which follows from this dictionary, differs between any two publications.
std::string information(const base::Metadata& metadata);

/// The XMP packet. `part` of PDF/A: 2, or 3 when files travel inside.
std::string xmp(const base::Metadata& metadata, int part);

/// "D:20240901000000Z" from "2024-09-01"; empty from an empty one.
std::string pdf_date(const std::string& iso_date);

}  // namespace pdf
