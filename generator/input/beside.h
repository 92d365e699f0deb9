// The file that was meant where a name leads nowhere.
#pragma once

#include <filesystem>
#include <string>

namespace input {

/// A hint that names a file of the project folder which differs from `name` in what is easily overlooked: its ending
/// (.yml, .yaml.txt), large and small or full-width letters, its folder, a slip of the pen. Empty where there is none.
std::string hint_beside(const std::filesystem::path& folder, const std::string& name);

/// Whether a name ends as that of a YAML file, or as somebody without long endings would see it: goal-1.YAML.txt
bool is_yaml_by_any_ending(const std::string& name);

}  // namespace input
