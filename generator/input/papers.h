// The papers that values were taken from, where they lie in the project.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/source.h"
#include "input/inputs.h"

namespace input {

/// The paper of that name in a project folder, with its digest; nothing where none lies there. Throws base::FileError
/// where it cannot be read.
std::optional<Paper> paper_in(const std::filesystem::path& folder, const std::string& name);

/// Notes those papers of values that lie in the project folder. What lies elsewhere is not looked at.
void look_at_papers(const std::filesystem::path& folder, Inputs& inputs, base::Diagnostics& diagnostics);

}  // namespace input
