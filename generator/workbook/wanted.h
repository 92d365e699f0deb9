// What is wanted of a book.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "evaluate/fact.h"
#include "workbook/names.h"

namespace workbook {

enum class Wanted {
    bytes,
    cells,  ///< what its cells hold
    none    ///< it is only looked at
};

/// What was written into the cells of a sheet, as plain letters, in the order of writing.
struct WrittenSheet {
    std::string name;
    std::vector<std::pair<At, std::string>> cells;
    std::vector<std::pair<std::size_t, evaluate::Address>> facts;  ///< that cells show, by their place in `cells`
};

}  // namespace workbook
