// Climbs from folder to folder until one has a kensho.yaml; whatever lies in a project leads to it. A name that leads
// to none is answered with those that would.
#include "commands/project_folder.h"

#include <algorithm>

#include "base/file.h"
#include "base/message.h"
#include "base/utf8.h"

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

/// The projects right in a folder, and files that were meant to be its kensho.yaml.
std::vector<std::string> names_in(const fs::path& folder, bool projects) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        std::error_code ignored;
        const std::string name = at->path().filename().string();
        if (projects ? fs::is_regular_file(at->path() / "kensho.yaml", ignored)
                     : base::nearest("kensho.yaml", {name}) || name.starts_with("kensho.y")) {
            names.push_back(name);
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::string with_hint(const std::string& text, const std::string& hint) {
    return hint.empty() ? text : text + "\n  " + base::say("hint: {}", hint);
}

/// The projects of a folder as a hint; empty where there are none.
std::string projects_in(const fs::path& folder) {
    constexpr std::size_t most = 8;
    std::string list;
    const std::vector<std::string> names = names_in(folder, true);
    for (std::size_t i = 0; i < names.size() && i < most; ++i) list += (i == 0 ? "" : base::say(", ")) + names[i];
    if (names.size() > most) list += base::say(", ") + "…";
    return list.empty() ? list : base::say("projects there: {}", list);
}

[[noreturn]] void complain_of(const fs::path& folder) {
    const std::vector<std::string> meant = names_in(folder, false);
    const std::string hint = meant.empty() ? projects_in(folder) : base::say("name `{}` kensho.yaml", meant.front());
    throw base::FileError(with_hint(base::say("there is no file `{}`", (folder / "kensho.yaml").string()), hint));
}

[[noreturn]] void complain_of_missing(const fs::path& given) {
    const fs::path parent = given.has_parent_path() ? given.parent_path() : fs::path(".");
    const std::vector<std::string> names = names_in(parent, true);
    const std::vector<std::string_view> known(names.begin(), names.end());
    const auto near = base::nearest(given.filename().string(), known);
    throw base::FileError(with_hint(
        base::say("there is no folder `{}`", given.string()),
        near ? base::say("did you mean `{}`?", (given.parent_path() / *near).string()) : projects_in(parent)));
}

}  // namespace

fs::path project_folder(const fs::path& given) {
    // A person who names the file means its folder; who names something else in the project, the project.
    if (given.filename() == "kensho.yaml") return given.has_parent_path() ? given.parent_path() : fs::path(".");
    std::error_code error;
    const bool is_folder = given.empty() || fs::is_directory(given, error);
    if (!is_folder && !fs::exists(given, error) && !error) complain_of_missing(given);
    const bool is_project = !given.empty() && is_folder && fs::exists(given / "kensho.yaml", error);
    if (error || is_project) return given;
    const fs::path base = fs::current_path().lexically_normal();
    const fs::path named = given.empty() ? base : fs::absolute(given).lexically_normal();
    const fs::path folder = folder_above(is_folder ? named : named.parent_path());
    if (!folder.empty()) return folder.lexically_relative(base);
    if (!given.empty()) complain_of(is_folder ? given : given.parent_path());
    throw base::FileError(with_hint(
        base::say("no kensho.yaml here or in a folder above; name the project folder, or begin one with kensho new"),
        projects_in(base)));
}

bool stands_in_project() { return !folder_above(fs::current_path()).empty(); }

}  // namespace commands
