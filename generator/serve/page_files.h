// The review page's style and script, as they stand in page/, embedded when the program is built.
#pragma once

#include <string_view>

namespace serve {

/// The text of a file of page/; throws std::out_of_range for another name.
std::string_view page_file(std::string_view name);

}  // namespace serve
