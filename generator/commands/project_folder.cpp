#include "commands/project_folder.h"

#include "base/file.h"
#include "base/message.h"

namespace commands {

namespace fs = std::filesystem;

fs::path project_folder(const fs::path& given, const fs::path& from) {
    if (!given.empty()) return given;
    const fs::path start = fs::absolute(from).lexically_normal();
    for (fs::path folder = start; !folder.empty(); folder = folder.parent_path()) {
        if (fs::is_regular_file(folder / "kensho.yaml")) return folder.lexically_relative(start);
        if (folder == folder.parent_path()) break;
    }
    throw base::FileError(
        base::say("no kensho.yaml here or in a folder above; name the project folder, or begin one with kensho new"));
}

}  // namespace commands
