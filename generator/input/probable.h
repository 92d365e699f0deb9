// Which files a project will most likely need, so that they can be parsed at the same time.
#pragma once

#include <filesystem>
#include <vector>

#include "base/value.h"

namespace input {

/// The YAML files that kensho.yaml names, its policy's and its template's. What is not there or was not meant is no
/// fault here: it is said when its turn comes. At most 200.
std::vector<std::filesystem::path> probable_files(const base::Value& project, const std::filesystem::path& folder,
                                                  const std::filesystem::path& home);

}  // namespace input
