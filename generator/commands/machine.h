// What the machine says of itself: where the program stands, and which day it is.
#pragma once

#include <filesystem>
#include <string>

namespace commands {

/// The program's own file.
std::filesystem::path program_path();

/// The folder with config/, templates/ and fonts/: KENSHO_HOME, or the nearest one above the program, be it the tree it
/// was built from or PREFIX/share/kensho. Throws base::FileError when there is none.
std::filesystem::path find_home();

/// The folder of the message catalogues: locale beside the program, or PREFIX/share/locale.
std::filesystem::path find_catalogues();

/// As drafts print it: 2026年11月28日.
std::string today();

}  // namespace commands
