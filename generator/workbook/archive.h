// Whether a written xlsx is whole: the library does not read every code that it is given, so its file is opened again.
#pragma once

#include <vector>

#include "workbook/streams.h"

namespace workbook {

/// Every part of the zip archive has the size and checksum that its own records say, is what was `meant` as one of the
/// parts, and is an XML document whose root element is closed. `sheets` of what was meant are rows that went into
/// another part; all others must be there.
bool is_whole(const base::Bytes& archive, std::vector<PartContent> meant, std::size_t sheets);

}  // namespace workbook
