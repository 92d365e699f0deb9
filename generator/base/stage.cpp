// Each step looks at what is already moved, so that the exchange goes on, or back, from wherever it was cut off.
#include "base/stage.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <set>
#include <string_view>

#include "base/message.h"
#include "base/reason.h"

namespace base {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view prefix = ".kensho-";
constexpr std::size_t letters = 6;
constexpr const char* record_name = "record";
constexpr const char* backwards_name = "backwards";
constexpr std::string_view record_head = "kensho exchange 1\n";
constexpr std::size_t largest_record = std::size_t{16} << 20U;

std::string new_name(std::size_t index) { return "new-" + std::to_string(index); }
std::string old_name(std::size_t index) { return "old-" + std::to_string(index); }

/// The path of an open folder, for functions that want one.
std::string path_of(int folder) { return "/proc/self/fd/" + std::to_string(folder); }

std::string parent_of(const std::string& path) { return fs::path(path).parent_path().generic_string(); }
std::string name_of(const std::string& path) { return fs::path(path).filename().string(); }

bool move(int from, const std::string& name, int to, const std::string& other) {
    return ::renameat(from, name.c_str(), to, other.c_str()) == 0;
}

/// The mode of `old` without its special bits, its owner and its group. False with errno.
bool take_after(int descriptor, int folder, const std::string& name) {
    struct stat old {
    }, fresh{};
    if (::fstatat(folder, name.c_str(), &old, AT_SYMLINK_NOFOLLOW) != 0) return false;
    if (::fstat(descriptor, &fresh) != 0) return false;
    const bool same = old.st_uid == fresh.st_uid && old.st_gid == fresh.st_gid;
    return (same || ::fchown(descriptor, old.st_uid, old.st_gid) == 0) && ::fchmod(descriptor, old.st_mode & 0777) == 0;
}

}  // namespace

std::vector<std::string> stages_in(int folder, const fs::path& folder_path) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator at(path_of(folder), error), end; !error && at != end; at.increment(error)) {
        std::string name = at->path().filename().string();
        if (name.size() == prefix.size() + letters && name.starts_with(prefix)) names.push_back(std::move(name));
    }
    if (error) {
        throw FileError(say("cannot read the folder `{}`: {}", folder_path.generic_string(), reason(error.value())));
    }
    std::sort(names.begin(), names.end());
    return names;
}

Stage::Stage(int folder, fs::path folder_path) : folder_(folder), folder_path_(std::move(folder_path)) {
    std::string pattern = (folder_path_ / (std::string(prefix) + std::string(letters, 'X'))).string();
    if (::mkdtemp(pattern.data()) == nullptr) cannot_write("", errno);
    name_ = fs::path(pattern).filename().string();
    stage_ = open_below(folder_, name_, false);
    if (!stage_.open()) cannot_write(name_, errno);
}

Stage::Stage(int folder, fs::path folder_path, std::string name)
    : folder_(folder), folder_path_(std::move(folder_path)), name_(std::move(name)) {
    stage_ = open_below(folder_, name_, false);
    if (!stage_.open()) cannot_write(name_, errno);
}

void Stage::cannot_write(const std::string& path, int error) const {
    const fs::path full = path.empty() ? folder_path_ : folder_path_ / path;
    throw FileError(say("cannot write `{}`: {}", full.generic_string(), reason(error)));
}

/// A fault of the disk is not an answer: what only could not be seen must not be taken for gone.
bool Stage::holds(int folder, const std::string& name) const {
    struct stat status {};
    if (::fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0) return true;
    if (errno != ENOENT) cannot_write(name, errno);
    return false;
}

void Stage::add(const OutputFile& file, const Exchanged& exchanged) {
    const std::string name = new_name(files_.size());
    constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    Descriptor descriptor(::openat(stage_.number(), name.c_str(), flags, 0666));
    if (!descriptor.open()) cannot_write(exchanged.path, errno);
    for (const std::string& piece : file.bytes.pieces()) {
        if (!write_all(descriptor.number(), piece)) cannot_write(exchanged.path, errno);
    }
    if (exchanged.existed) {
        const Descriptor parent = open_below(folder_, parent_of(exchanged.path), false);
        if (!parent.open()) cannot_write(exchanged.path, errno);
        if (!take_after(descriptor.number(), parent.number(), name_of(exchanged.path))) {
            if (errno != EPERM) cannot_write(exchanged.path, errno);
            const std::string full = (folder_path_ / exchanged.path).generic_string();
            throw FileError(say("`{}` belongs to another user and would change its owner; move it away first", full));
        }
    }
    if (!flush(descriptor.number()) || !descriptor.close()) cannot_write(exchanged.path, errno);
    files_.push_back(exchanged);
}

void Stage::record() {
    std::string text(record_head);
    for (const Exchanged& file : files_) text += (file.existed ? "1 " : "0 ") + file.path + "\n";
    constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    Descriptor descriptor(::openat(stage_.number(), "draft", flags, 0600));
    const bool written =
        descriptor.open() && write_all(descriptor.number(), text) && flush(descriptor.number()) && descriptor.close();
    if (!written || !flush(stage_.number()) || !flush(folder_)) cannot_write(name_, errno);
    if (!move(stage_.number(), "draft", stage_.number(), record_name)) cannot_write(name_, errno);
    if (!flush(stage_.number())) cannot_write(name_, errno);
}

bool Stage::read_record() {
    backwards_ = holds(stage_.number(), backwards_name);
    const char* name = backwards_ ? backwards_name : record_name;
    if (!holds(stage_.number(), name)) return false;
    const std::string text = read_file(path_of(stage_.number()) + "/" + name, largest_record);
    std::string_view rest = text;
    bool good = rest.starts_with(record_head);
    if (good) rest.remove_prefix(record_head.size());
    while (good && !rest.empty()) {
        const std::size_t end = rest.find('\n');
        good = end != std::string_view::npos && end > 2 && (rest[0] == '0' || rest[0] == '1') && rest[1] == ' ';
        if (!good) break;
        files_.push_back({std::string(rest.substr(2, end - 2)), rest[0] == '1'});
        const fs::path path = files_.back().path;
        good = path.is_relative() && std::find(path.begin(), path.end(), "..") == path.end();
        rest.remove_prefix(end + 1);
    }
    if (!good) cannot_write(name_, EINVAL);
    return true;
}

/// From any point of the exchange of one file to its end.
void Stage::put(std::size_t index) {
    const Exchanged& file = files_[index];
    const std::string fresh = new_name(index), old = old_name(index), name = name_of(file.path);
    if (!holds(stage_.number(), fresh)) return;
    const Descriptor parent = open_below(folder_, parent_of(file.path), true);
    if (!parent.open()) cannot_write(file.path, errno);
    if (file.existed && !holds(stage_.number(), old) && holds(parent.number(), name)) {
        // Where there are no hard links the old file is moved away: its name is empty for a moment.
        const bool kept = ::linkat(parent.number(), name.c_str(), stage_.number(), old.c_str(), 0) == 0 ||
                          move(parent.number(), name, stage_.number(), old);
        if (!kept) cannot_write(file.path, errno);
    }
    if (!move(stage_.number(), fresh, parent.number(), name)) cannot_write(file.path, errno);
}

/// From any point of the exchange of one file back to its beginning.
void Stage::take_back(std::size_t index) {
    const Exchanged& file = files_[index];
    const std::string fresh = new_name(index), old = old_name(index), name = name_of(file.path);
    const Descriptor parent = open_below(folder_, parent_of(file.path), true);
    if (!parent.open()) cannot_write(file.path, errno);
    // Where the new one is in neither place, somebody has removed it since.
    if (!holds(stage_.number(), fresh) && !move(parent.number(), name, stage_.number(), fresh) && errno != ENOENT) {
        cannot_write(file.path, errno);
    }
    // The old name when only a link was kept: the two are one file, and renaming it to itself does nothing.
    if (holds(stage_.number(), old) && !move(stage_.number(), old, parent.number(), name))
        cannot_write(file.path, errno);
}

void Stage::flush_folders() const {
    std::set<std::string> parents;
    for (const Exchanged& file : files_) parents.insert(parent_of(file.path));
    parents.insert("");
    for (const std::string& path : parents) {
        const Descriptor parent = open_below(folder_, path, false);
        if (!parent.open() || !flush(parent.number())) cannot_write(path, errno);
    }
}

void Stage::undo() {
    if (!backwards_ && !move(stage_.number(), record_name, stage_.number(), backwards_name)) cannot_write(name_, errno);
    backwards_ = true;
    flush(stage_.number());
    for (std::size_t index = files_.size(); index-- > 0;) take_back(index);
    flush_folders();
}

void Stage::finish() {
    try {
        for (std::size_t index = 0; index < files_.size(); ++index) put(index);
        flush_folders();
    } catch (const FileError&) {
        undo();
        remove();
        throw;
    }
}

void Stage::carry_on() { backwards_ ? undo() : finish(); }

void Stage::remove() {
    // The record goes first: without it what is left is only waste. While it stays, its files stay too, for they tell
    // how far the exchange has come.
    for (const char* name : {record_name, backwards_name}) {
        if (::unlinkat(stage_.number(), name, 0) != 0 && errno != ENOENT) return;
    }
    if (!files_.empty() && !flush(stage_.number())) return;
    std::error_code error;
    for (fs::directory_iterator at(path_of(stage_.number()), error), end; !error && at != end; at.increment(error)) {
        ::unlinkat(stage_.number(), at->path().filename().c_str(), 0);
    }
    ::unlinkat(folder_, name_.c_str(), AT_REMOVEDIR);
}

}  // namespace base
