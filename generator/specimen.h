// The sheet on which a typesetter judges a style: texts set in columns of given widths, one a page.
#pragma once

#include <filesystem>
#include <string>

#include "base/source.h"
#include "input/input.h"

namespace kensho {

struct Specimen {
    std::string pdf;    ///< bytes; entry i is page i, the page is exactly the column
    std::string lines;  ///< the same lines as text, an empty line behind each entry
};

/// Reads `font` (an installed family), `size` (pt) and `entries` of `text`, `width` (em) and `style` (body, cell or
/// heading), and sets them. With errors in `diagnostics` the result is empty.
Specimen make_specimen(const std::filesystem::path& file, const input::Home& home, base::Sources& sources,
                       base::Diagnostics& diagnostics);

}  // namespace kensho
