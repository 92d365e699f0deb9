// Where a file of a set would go, and whether it may.
#pragma once

#include <filesystem>
#include <string>

#include "base/stage.h"

namespace base {

/// The file at `path` below `folder`, symbolic links followed as long as they stay there. Throws FileError when it
/// leads out of the folder, or when what is there cannot be replaced: see base/exchange.h.
Exchanged target_below(int directory, const std::filesystem::path& folder, const std::filesystem::path& path);

}  // namespace base
