// What is wanted of a book.
#pragma once

namespace workbook {

enum class Wanted {
    bytes,
    cells,  ///< what its cells hold
    none    ///< it is only looked at
};

}  // namespace workbook
