// What `kensho --version` prints.
#pragma once

#include <string>

namespace commands {

/// "0.2.0"
std::string version_number();

/// The program's version, and on a second line those of the libraries it was built with.
std::string version();

}  // namespace commands
