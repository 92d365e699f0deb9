// Follows links by hand and asks the system beforehand for whatever would make the later rename fail.
#include "base/target.h"

#include <fcntl.h>
#include <linux/stat.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "base/message.h"
#include "base/reason.h"

namespace base {

namespace fs = std::filesystem;

namespace {

constexpr int most_links = 40;  // as in the system itself

struct Known {
    bool there = false;
    struct statx status {};
    bool has(std::uint64_t attribute) const { return (status.stx_attributes & attribute) != 0; }
};

[[noreturn]] void refuse(const char* message, const fs::path& path) {
    throw FileError(say(message, path.generic_string()));
}

/// A fault of the disk is not an answer: what only could not be seen must not be taken for gone.
Known look_at(int folder, const std::string& name, const fs::path& path) {
    Known known;
    const int flags = AT_SYMLINK_NOFOLLOW | (name.empty() ? AT_EMPTY_PATH : 0);
    known.there = ::statx(folder, name.c_str(), flags, STATX_BASIC_STATS | STATX_MNT_ID, &known.status) == 0;
    if (!known.there && errno != ENOENT) {
        throw FileError(say("cannot write `{}`: {}", path.generic_string(), reason(errno)));
    }
    return known;
}

/// Links in the last part of the path are followed here, one by one, since one that leads nowhere is followed too.
fs::path without_links(const fs::path& folder, fs::path path) {
    std::error_code error;
    for (int links = 0; fs::is_symlink(fs::symlink_status(path, error)); ++links) {
        if (links >= most_links) throw FileError(say("cannot write `{}`: {}", path.generic_string(), reason(ELOOP)));
        path = path.parent_path() / fs::read_symlink(path, error);
    }
    const fs::path parent = fs::weakly_canonical(path.parent_path(), error);
    const fs::path relative = (parent / path.filename()).lexically_relative(folder);
    return relative.empty() || *relative.begin() == ".." || !path.has_filename() ? fs::path() : relative;
}

void check_folder(const Known& parent, const Known& root, int descriptor, const fs::path& path) {
    if (parent.has(STATX_ATTR_IMMUTABLE) || ::faccessat(descriptor, ".", W_OK | X_OK, AT_EACCESS) != 0) {
        refuse(to_translate("no permission to write in the folder of `{}`"), path);
    }
    if (parent.status.stx_mnt_id != root.status.stx_mnt_id) {
        refuse(to_translate("`{}` lies on another disk than the folder of the outputs"), path);
    }
}

void check_file(const Known& file, const Known& parent, const fs::path& path) {
    if (S_ISDIR(file.status.stx_mode)) refuse(to_translate("`{}` is a folder, not a file"), path);
    if (!S_ISREG(file.status.stx_mode)) refuse(to_translate("`{}` is a device, not a file"), path);
    if (file.has(STATX_ATTR_IMMUTABLE) || file.has(STATX_ATTR_APPEND)) {
        refuse(to_translate("`{}` is protected against any change; take the protection off first (chattr -i)"), path);
    }
    if (file.has(STATX_ATTR_MOUNT_ROOT)) refuse(to_translate("`{}` is mounted by itself and cannot be replaced"), path);
    const uid_t me = ::geteuid();
    const bool sticky = (parent.status.stx_mode & S_ISVTX) != 0;
    if (sticky && me != 0 && me != file.status.stx_uid && me != parent.status.stx_uid) {
        refuse(to_translate("`{}` belongs to another user, and its folder lets nobody else replace it"), path);
    }
}

}  // namespace

Exchanged target_below(int directory, const fs::path& folder, const fs::path& path) {
    const fs::path shown = folder / path;
    const fs::path relative = without_links(folder, shown);
    if (relative.empty() || relative.native().find('\n') != std::string::npos) {
        refuse(to_translate("`{}` leads out of its folder"), shown);
    }
    Exchanged target{relative.generic_string(), false};
    const std::string parent_path = relative.parent_path().generic_string();
    const Descriptor parent = open_below(directory, parent_path, false);
    if (!parent.open()) {
        if (errno == ENOENT) return target;  // to be made
        throw FileError(say("cannot write `{}`: {}", shown.generic_string(), reason(errno)));
    }
    const Known folder_known = look_at(parent.number(), "", shown);
    check_folder(folder_known, look_at(directory, "", shown), parent.number(), shown);
    const Known file = look_at(parent.number(), relative.filename().string(), shown);
    target.existed = file.there;
    if (file.there) check_file(file, folder_known, shown);
    return target;
}

}  // namespace base
