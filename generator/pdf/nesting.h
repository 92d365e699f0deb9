// A look at foreign PDF syntax before the library parses it: it calls itself for every dictionary or array in another,
// and a small file can hold more of them than its stack.
#pragma once

#include <string_view>

namespace pdf {

/// Throws PictureFault when dictionaries or arrays of the file stand in one another deeper than any that is meant, in
/// its objects, its trailer or its object streams.
void check_file_nesting(std::string_view file);

/// The same for the operators of a content stream.
void check_content_nesting(std::string_view operators);

}  // namespace pdf
