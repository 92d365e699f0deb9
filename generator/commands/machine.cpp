// The questions that only the machine answers.
#include "commands/machine.h"

#include <fmt/format.h>
#include <sys/auxv.h>

#include <cstdlib>
#include <ctime>

#include "base/file.h"
#include "base/message.h"

namespace commands {

namespace fs = std::filesystem;

namespace {

/// The first of the places for `wanted` beside the program or above it: as built, or as installed under `shared`.
fs::path find_above_program(const fs::path& wanted, const fs::path& shared) {
    for (fs::path folder = program_path().parent_path(); folder.has_relative_path(); folder = folder.parent_path()) {
        for (const fs::path& candidate : {folder, folder / shared}) {
            if (fs::is_directory(candidate / wanted)) return candidate;
        }
    }
    return {};
}

}  // namespace

fs::path program_path() {
    std::error_code error;
    fs::path self = fs::read_symlink("/proc/self/exe", error);
    if (!error) return self;
    // Without /proc: the name by which the kernel was asked to run it.
    const auto* name = reinterpret_cast<const char*>(getauxval(AT_EXECFN));  // NOLINT(*-reinterpret-cast,*-int-to-ptr)
    if (name != nullptr) self = fs::canonical(name, error);
    return name == nullptr || error ? fs::current_path() / "kensho" : self;
}

fs::path find_home() {
    const fs::path policies = fs::path("config") / "policies";
    if (const char* home = std::getenv("KENSHO_HOME"); home != nullptr && *home != '\0') {
        if (fs::is_directory(home / policies)) return home;
        throw base::FileError(base::say("KENSHO_HOME names `{}`, where kensho's own folders are not", home));
    }
    fs::path home = find_above_program(policies, fs::path("share") / "kensho");
    if (!home.empty()) return home;
    throw base::FileError(base::say("cannot find kensho's own folders config, templates and fonts; set KENSHO_HOME"));
}

fs::path find_catalogues() {
    const fs::path found = find_above_program(fs::path("locale") / "ja" / "LC_MESSAGES", "share");
    return found.empty() ? found : found / "locale";
}

std::string today() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    localtime_r(&now, &parts);
    return fmt::format("{}年{}月{}日", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
}

}  // namespace commands
