// A guess: every text in kensho.yaml that ends with .yaml, and the files of the policy and template it names.
#include "input/probable.h"

#include <algorithm>
#include <string>

#include "base/file.h"
#include "input/shipped.h"

namespace input {

namespace fs = std::filesystem;

using base::Value;

namespace {

constexpr std::size_t most = 200;

bool is_yaml(std::string_view name) { return name.ends_with(".yaml"); }

void add_named(const Value& value, const fs::path& folder, std::vector<fs::path>& paths) {
    for (const Value& item : value.items) add_named(item, folder, paths);
    for (const Value::Entry& entry : value.entries) add_named(entry.value, folder, paths);
    if (!is_yaml(value.text)) return;
    fs::path path = (folder / value.text).lexically_normal();
    if (base::lies_inside(folder, path)) paths.push_back(std::move(path));
}

/// A name without folders; anything else names nothing that is shipped.
std::string shipped_name(const Value& project, std::string_view key) {
    const Value* value = project.find(key);
    const bool plain = value != nullptr && value->text.find_first_of("/\\.") == std::string::npos;
    return plain ? value->text : "";
}

void add_template(const Value& project, const fs::path& folder, const fs::path& home, std::vector<fs::path>& paths) {
    const std::string name = shipped_name(project, "template");
    fs::path place = shipped(fs::path("templates") / name, folder, home);
    if (name.empty()) {
        const Value* value = project.find("template");
        if (value == nullptr || value->text.empty()) return;
        place = (folder / value->text).lexically_normal();
        if (!base::lies_inside(folder, place)) return;
    }
    for (const std::string& file : base::list_files(place)) {
        if (is_yaml(file)) paths.push_back(place / file);
    }
}

}  // namespace

std::vector<fs::path> probable_files(const Value& project, const fs::path& folder, const fs::path& home) {
    std::vector<fs::path> paths;
    if (!project.is_map()) return paths;
    const std::string policy = shipped_name(project, "policy");
    if (!policy.empty()) paths.push_back(shipped(fs::path("config") / "policies" / (policy + ".yaml"), folder, home));
    add_named(project, folder, paths);
    add_template(project, folder, home, paths);
    if (paths.size() > most) paths.resize(most);
    return paths;
}

}  // namespace input
