// Where a command finds its project.
#pragma once

#include <filesystem>

namespace commands {

/// `given`; its folder when it is a kensho.yaml; where it is another file or nothing is given, the nearest folder with
/// a kensho.yaml upward from the file or from here. Throws base::FileError when there is none.
std::filesystem::path project_folder(const std::filesystem::path& given);

/// Whether there is a project here or above.
bool stands_in_project();

}  // namespace commands
