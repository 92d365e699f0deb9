// Which faces play which roles: kensho's list, and what the project's own folder adds to it.
#pragma once

#include <filesystem>

#include "base/source.h"
#include "base/value.h"
#include "input/input.h"

namespace input {

/// fonts/fonts.yaml of `home`; the faces and roles of the project's own fonts/fonts.yaml stand beside them, or in the
/// place of those of the same name. A file of a face that is no absolute path lies in the project's folder fonts.
base::Value read_fonts(const std::filesystem::path& project, const std::filesystem::path& home, base::Sources& sources,
                       base::Diagnostics& diagnostics, ParsedFiles* kept = nullptr);

}  // namespace input
