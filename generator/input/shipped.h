// kensho's own files: policies, templates, faces, rules of typesetting. A project's own folder comes first.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace input {

/// Where `name` ("fonts/fonts.yaml") is read from: the project's folder where it has a file or folder of that name,
/// else `home`.
std::filesystem::path shipped(const std::filesystem::path& name, const std::filesystem::path& project,
                              const std::filesystem::path& home);

/// What can be chosen by its name: the policies ("share") and the templates ("gaiyou"), the project's own among them;
/// in alphabetical order.
std::vector<std::string> policy_names(const std::filesystem::path& project, const std::filesystem::path& home);
std::vector<std::string> template_names(const std::filesystem::path& project, const std::filesystem::path& home);

}  // namespace input
