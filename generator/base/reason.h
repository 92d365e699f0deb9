// What the system says when it refuses, in the reader's language.
#pragma once

#include <string>

namespace base {

/// The meaning of an error number of the system (errno), translated and in plain words.
std::string reason(int error);

}  // namespace base
