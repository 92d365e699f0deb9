// The project's folder is looked into before kensho's own; a link that leads out of the project does not count.
#include "input/shipped.h"

#include <set>

#include "base/file.h"

namespace input {

namespace fs = std::filesystem;

fs::path shipped(const fs::path& name, const fs::path& project, const fs::path& home) {
    fs::path own = (project / name).lexically_normal();
    std::error_code error;
    return fs::exists(own, error) && base::lies_inside(project, own) ? own : home / name;
}

std::vector<std::string> policy_names(const fs::path& project, const fs::path& home) {
    std::set<std::string> names;
    for (const fs::path& folder : {project, home}) {
        for (const std::string& file : base::list_files(folder / "config" / "policies")) {
            if (file.ends_with(".yaml")) names.insert(file.substr(0, file.size() - 5));
        }
    }
    return {names.begin(), names.end()};
}

std::vector<std::string> template_names(const fs::path& project, const fs::path& home) {
    std::set<std::string> names;
    for (const fs::path& folder : {project, home}) {
        for (const std::string& file : base::list_files(folder / "templates")) {
            const std::size_t slash = file.find('/');
            if (slash != std::string::npos && file.ends_with(".yaml")) names.insert(file.substr(0, slash));
        }
    }
    return {names.begin(), names.end()};
}

}  // namespace input
