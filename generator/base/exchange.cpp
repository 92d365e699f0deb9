// Lock, settle what a killed run left, stage, record, rename; ending signals wait until the exchange is done.
#include "base/exchange.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <set>
#include <thread>

#include "base/message.h"
#include "base/reason.h"
#include "base/stage.h"
#include "base/target.h"

namespace base {

namespace fs = std::filesystem;

namespace {

constexpr auto patience = std::chrono::seconds(10);
constexpr std::size_t largest_input = std::size_t{64} << 20U;
constexpr auto pause_between = std::chrono::milliseconds(50);

/// Signals that end a program wait while this lives.
class SignalsWait {
   public:
    SignalsWait() {
        sigset_t ending;
        sigemptyset(&ending);
        for (int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE}) sigaddset(&ending, signal);
        pthread_sigmask(SIG_BLOCK, &ending, &before_);
    }
    SignalsWait(const SignalsWait&) = delete;
    SignalsWait& operator=(const SignalsWait&) = delete;
    ~SignalsWait() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

   private:
    sigset_t before_{};
};

/// The lock goes with the descriptor. A file system that knows no locks on folders gives none.
void lock(int directory, const fs::path& folder) {
    const auto until = std::chrono::steady_clock::now() + patience;
    while (::flock(directory, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR) return;
        if (std::chrono::steady_clock::now() > until) {
            throw FileError(say("another kensho has been writing into `{}` for {} seconds; try again when it is done",
                                folder.generic_string(), std::int64_t{patience.count()}));
        }
        std::this_thread::sleep_for(pause_between);
    }
}

/// Whether a stage is to be trusted: kensho makes it for its user alone. In a folder where everybody may write, what
/// belongs to others is none of our business; elsewhere it must be settled by them.
bool is_ours(int directory, const fs::path& folder, const std::string& name) {
    struct stat stage {
    }, parent{};
    if (::fstatat(directory, name.c_str(), &stage, AT_SYMLINK_NOFOLLOW) != 0 || ::fstat(directory, &parent) != 0) {
        throw FileError(say("cannot read the folder `{}`: {}", folder.generic_string(), reason(errno)));
    }
    if (!S_ISDIR(stage.st_mode)) return false;
    const bool closed = (stage.st_mode & 0077) == 0;
    if (closed && (stage.st_uid == ::geteuid() || (::geteuid() == 0 && stage.st_uid == parent.st_uid))) return true;
    if ((parent.st_mode & S_ISVTX) != 0) return false;
    throw FileError(say("a run of another user was cut off in `{}`; let that user run kensho on it again, or remove {}",
                        folder.generic_string(), name));
}

void settle_all(int directory, const fs::path& folder) {
    for (const std::string& name : stages_in(directory, folder)) {
        if (!is_ours(directory, folder, name)) continue;
        const SignalsWait wait;
        Stage stage(directory, folder, name);
        if (stage.read_record()) stage.carry_on();
        stage.remove();
    }
}

int opened(const fs::path& folder) { return ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); }

}  // namespace

Exchange::Exchange(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) throw FileError(say("cannot make the folder `{}`: {}", folder.generic_string(), reason(error.value())));
    folder_ = fs::canonical(folder, error);
    Descriptor directory(error ? -1 : opened(folder_));
    if (!directory.open()) {
        throw FileError(say("cannot write `{}`: {}", folder.generic_string(), reason(error ? error.value() : errno)));
    }
    lock(directory.number(), folder_);
    settle_all(directory.number(), folder_);
    std::swap(directory_, directory);
}

void Exchange::put(const std::vector<OutputFile>& files) {
    std::vector<Exchanged> targets;
    std::set<std::string> taken;
    for (const OutputFile& file : files) {
        targets.push_back(target_below(directory_.number(), folder_, file.path));
        if (!taken.insert(targets.back().path).second) {
            throw FileError(
                say("two outputs would be one file, `{}`", (folder_ / targets.back().path).generic_string()));
        }
    }
    const SignalsWait wait;
    Stage stage(directory_.number(), folder_);
    try {
        for (std::size_t i = 0; i < files.size(); ++i) stage.add(files[i], targets[i]);
        stage.record();
    } catch (...) {
        stage.remove();
        throw;
    }
    stage.finish();
    stage.remove();
}

void put_back(const fs::path& folder, const std::vector<Rewritten>& files) {
    Exchange exchange(folder);
    std::vector<OutputFile> put;
    for (const auto& [file, before] : files) {
        const fs::path path = folder / file.path;
        const bool there = fs::exists(fs::symlink_status(path));
        if (there != before.has_value() || (there && read_file(path, largest_input) != *before)) {
            throw FileError(say("`{}` was changed while kensho was at work; nothing was written, so run it again",
                                path.lexically_normal().generic_string()));
        }
        put.push_back(file);
    }
    exchange.put(put);
}

void settle(const fs::path& folder) {
    const Descriptor directory(opened(folder));
    if (!directory.open() || stages_in(directory.number(), folder).empty()) return;
    lock(directory.number(), folder);
    settle_all(directory.number(), folder);
}

}  // namespace base
