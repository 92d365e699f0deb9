// Climbs from folder to folder until one has a kensho.yaml; a file's name leads to the project around it.
#include "commands/project_folder.h"

#include "base/file.h"
#include "base/message.h"

namespace commands {

namespace fs = std::filesystem;

namespace {

/// Empty where there is none.
fs::path folder_above(const fs::path& start) {
    for (fs::path folder = start; !folder.empty(); folder = folder.parent_path()) {
        if (fs::is_regular_file(folder / "kensho.yaml")) return folder;
        if (folder == folder.parent_path()) break;
    }
    return {};
}

}  // namespace

fs::path project_folder(const fs::path& given) {
    // A person who names the file means its folder; who names another file of the project, the project.
    if (given.filename() == "kensho.yaml") return given.has_parent_path() ? given.parent_path() : fs::path(".");
    std::error_code ignored;
    if (!given.empty() && !fs::is_regular_file(given, ignored)) return given;
    const fs::path base = fs::current_path().lexically_normal();
    const fs::path start = given.empty() ? base : fs::absolute(given).lexically_normal().parent_path();
    const fs::path folder = folder_above(start);
    if (!folder.empty()) return folder.lexically_relative(base);
    throw base::FileError(
        base::say("no kensho.yaml here or in a folder above; name the project folder, or begin one with kensho new"));
}

bool stands_in_project() { return !folder_above(fs::current_path()).empty(); }

}  // namespace commands
