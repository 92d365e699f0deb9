// The three questions that only the machine answers.
#include "commands/machine.h"

#include <fmt/format.h>

#include <cstdlib>
#include <ctime>

#include "base/file.h"
#include "base/message.h"

namespace commands {

namespace fs = std::filesystem;

fs::path program_path() {
    std::error_code error;
    const fs::path self = fs::read_symlink("/proc/self/exe", error);
    return error ? fs::current_path() : self;
}

fs::path find_home() {
    if (const char* home = std::getenv("KENSHO_HOME"); home != nullptr && *home != '\0') return home;
    for (fs::path folder = program_path().parent_path(); folder.has_relative_path(); folder = folder.parent_path()) {
        for (const fs::path& candidate : {folder, folder / "share" / "kensho"}) {
            if (fs::is_directory(candidate / "config" / "policies")) return candidate;
        }
    }
    throw base::FileError(base::say("cannot find kensho's own folders config, templates and fonts; set KENSHO_HOME"));
}

std::string today() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    localtime_r(&now, &parts);
    return fmt::format("{}年{}月{}日", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
}

}  // namespace commands
