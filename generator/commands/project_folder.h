// Where a command finds its project.
#pragma once

#include <filesystem>

namespace commands {

/// `given`, or where nothing is given the nearest folder with a kensho.yaml, upward from `from`. Throws
/// base::FileError when there is none.
std::filesystem::path project_folder(const std::filesystem::path& given, const std::filesystem::path& from);

}  // namespace commands
