// Whether a written xlsx is whole. libxlsxwriter does not notice when its temporary files meet a full disk: it packs
// what arrived and reports success.
#pragma once

#include <string_view>

namespace workbook {

/// Every part of the zip archive is an XML document whose root element is closed.
bool is_whole(std::string_view archive);

}  // namespace workbook
