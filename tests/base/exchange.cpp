// The promise of base/exchange.h, tried at every system call: killed there, or answered with a fault.
#include "base/exchange.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <functional>
#include <map>

namespace fs = std::filesystem;

namespace {

using Content = std::map<std::string, std::string>;

struct Folder {
    fs::path path = fs::temp_directory_path() / ("kensho-exchange-" + std::to_string(::getpid()));
    Folder() { fs::create_directories(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path); }

    /// Every file below it, hidden ones too.
    Content content() const {
        Content found;
        for (const auto& entry : fs::recursive_directory_iterator(path)) {
            const std::string name = entry.path().lexically_relative(path).generic_string();
            if (entry.is_regular_file()) found[name] = base::read_file(entry.path(), 1 << 20);
        }
        return found;
    }
    std::size_t stages() const {
        const auto is_stage = [](const fs::directory_entry& entry) {
            return entry.path().filename().string().starts_with(".kensho-");
        };
        return static_cast<std::size_t>(
            std::count_if(fs::directory_iterator(path), fs::directory_iterator(), is_stage));
    }
    void reset(const Content& files) const {
        for (const auto& entry : fs::directory_iterator(path)) fs::remove_all(entry.path());
        for (const auto& [name, bytes] : files) {
            fs::create_directories((path / name).parent_path());
            std::ofstream(path / name) << bytes;
        }
    }
};

const Content old_set = {{"a.pdf", "old a"}, {"b.xlsx", "old b"}, {"sub/c.csv", "old c"}, {"other", "not ours"}};
const Content new_set = {{"a.pdf", "new a"}, {"b.xlsx", "new b"},      {"sub/c.csv", "new c"},
                         {"d.csv", "new d"}, {"fresh/e.csv", "new e"}, {"other", "not ours"}};
const std::vector<base::OutputFile> files = {
    {"a.pdf", "new a"}, {"b.xlsx", "new b"}, {"sub/c.csv", "new c"}, {"d.csv", "new d"}, {"fresh/e.csv", "new e"}};

std::string error_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const base::FileError& error) {
        return error.what();
    }
    return "";
}

enum class End { killed, done, refused, too_late };

/// What happens at a stop: the action's child process is at the entry (even) or the exit (odd) of a system call, and
/// what comes between two calls changes nothing outside. Returns false to kill the child there.
using AtStop = std::function<bool(pid_t, std::size_t stop)>;

End traced(const std::function<void()>& action, const AtStop& at_stop) {
    const pid_t child = ::fork();
    if (child == 0) {
        ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
        ::raise(SIGSTOP);
        ::_exit(error_of(action).empty() ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    ::ptrace(PTRACE_SETOPTIONS, child, nullptr, PTRACE_O_EXITKILL | PTRACE_O_TRACESYSGOOD);
    for (std::size_t stop = 0;; ++stop) {
        ::ptrace(PTRACE_SYSCALL, child, nullptr, nullptr);
        ::waitpid(child, &status, 0);
        if (WIFEXITED(status)) return WEXITSTATUS(status) == 0 ? End::done : End::refused;
        if (WIFSIGNALED(status)) return End::killed;
        if (!at_stop(child, stop)) {
            ::kill(child, SIGKILL);
            ::waitpid(child, &status, 0);
            return End::killed;
        }
    }
}

void put_all(const fs::path& folder) { base::Exchange(folder).put(files); }

/// All old or all new, and nothing besides; said with the number of the stop when not.
bool is_one_set(const Folder& folder, std::size_t stop) {
    const Content now = folder.content();
    const bool good = (now == old_set || now == new_set) && folder.stages() == 0;
    if (!good) {
        std::string names;
        for (const auto& [name, bytes] : now) names += name + "=" + bytes + " ";
        MESSAGE("stop ", stop, ": ", names);
    }
    return good;
}

}  // namespace

TEST_CASE("a set is put in place, folders are made, nothing is left") {
    const Folder folder;
    folder.reset(old_set);
    put_all(folder.path);
    CHECK(folder.content() == new_set);
    CHECK(folder.stages() == 0);
}

TEST_CASE("killed at any system call: all old or all new when the next command has come") {
    const Folder folder;
    std::size_t stops = 0, finished_late = 0, taken_back = 0;
    for (;; stops += 2) {
        folder.reset(old_set);
        const End end = traced([&] { put_all(folder.path); }, [&](pid_t, std::size_t stop) { return stop < stops; });
        if (end != End::killed) break;
        const bool half = folder.stages() > 0;
        base::settle(folder.path);
        REQUIRE(is_one_set(folder, stops));
        if (half) folder.content() == new_set ? ++finished_late : ++taken_back;
    }
    CHECK(stops > 200);
    CHECK(finished_late > 20);
    CHECK(taken_back > 20);
}

TEST_CASE("killed again while the next command settles") {
    const Folder folder;
    for (const std::size_t first : {std::size_t{120}, std::size_t{200}, std::size_t{240}}) {
        for (std::size_t second = 0;; second += 2) {
            folder.reset(old_set);
            traced([&] { put_all(folder.path); }, [&](pid_t, std::size_t stop) { return stop < first; });
            const End end =
                traced([&] { base::settle(folder.path); }, [&](pid_t, std::size_t stop) { return stop < second; });
            base::settle(folder.path);
            REQUIRE(is_one_set(folder, second));
            if (end != End::killed) break;
        }
    }
}

#ifdef __x86_64__
namespace {

/// Calls of the process itself, which no disk refuses.
bool concerns_files(unsigned long long call) {
    switch (call) {
        case SYS_mmap:
        case SYS_munmap:
        case SYS_mprotect:
        case SYS_mremap:
        case SYS_brk:
        case SYS_rt_sigprocmask:
        case SYS_rt_sigaction:
        case SYS_sigaltstack:  // the address sanitizer's, before a throw and before the end
        case SYS_exit_group:
        case SYS_getrandom:
        case SYS_geteuid:
        case SYS_futex:
        case SYS_clock_nanosleep: return false;
        default: return true;
    }
}

/// Whether the process has the file open for writing alone.
bool is_written(pid_t process, unsigned long long descriptor) {
    std::ifstream about("/proc/" + std::to_string(process) + "/fdinfo/" + std::to_string(descriptor));
    for (std::string word; about >> word;) {
        int flags = 0;
        if (word == "flags:" && about >> std::oct >> flags) return (flags & O_ACCMODE) == O_WRONLY;
    }
    return false;
}

/// Answers one system call with an error instead of doing it.
class FaultAt {
   public:
    FaultAt(std::size_t call, int error) : call_(call), error_(error) {}
    bool operator()(pid_t child, std::size_t stop) {
        user_regs_struct registers{};
        ::ptrace(PTRACE_GETREGS, child, nullptr, &registers);
        if (stop % 2 == 0) {
            if (!concerns_files(registers.orig_rax) || seen_++ != call_) return true;
            late = registers.orig_rax == SYS_close && is_written(child, registers.rdi);
            registers.orig_rax = static_cast<unsigned long long>(-1);
            hit = true;
            answering_ = true;
        } else if (std::exchange(answering_, false)) {
            registers.rax = static_cast<unsigned long long>(-static_cast<long long>(error_));
        } else {
            return true;
        }
        ::ptrace(PTRACE_SETREGS, child, nullptr, &registers);
        return true;
    }
    bool hit = false;
    bool late = false;  ///< what was written could not be kept, as some file systems say when a file is closed

   private:
    std::size_t call_;
    int error_;
    std::size_t seen_ = 0;
    bool answering_ = false;
};

}  // namespace

TEST_CASE("a fault of the disk at any system call: all old and said, or all new") {
    const Folder folder;
    for (const int error : {EIO, EACCES}) {
        std::size_t refused = 0, late = 0, calls = 0;
        for (;; ++calls) {
            folder.reset(old_set);
            FaultAt fault(calls, error);
            const End end = traced([&] { put_all(folder.path); }, std::ref(fault));
            if (!fault.hit) break;
            base::settle(folder.path);
            REQUIRE(is_one_set(folder, calls));
            REQUIRE(end != End::killed);
            REQUIRE((folder.content() == new_set) == (end == End::done));
            refused += end == End::refused;
            late += fault.late;
            REQUIRE((!fault.late || end == End::refused));
        }
        CHECK(late >= new_set.size() - 1);  // `other` is none of ours
        CHECK(calls > 100);
        CHECK(refused > 50);
    }
}
#endif

TEST_CASE("what cannot be replaced is seen before anything is") {
    const Folder folder;
    folder.reset({{"a.pdf", "old a"}, {"z.pdf", "old z"}});
    const auto putting = [&](const char* name) {
        return error_of([&] { base::Exchange(folder.path).put({{"a.pdf", "new a"}, {name, "new"}}); });
    };
    fs::create_directories(folder.path / "folder");
    ::mkfifo((folder.path / "pipe").c_str(), 0600);
    fs::create_symlink("/etc/passwd", folder.path / "out");
    fs::create_symlink("nowhere/../../beyond", folder.path / "dangling");
    fs::create_symlink("circle", folder.path / "circle");
    fs::create_symlink("/tmp", folder.path / "away");
    CHECK(putting("folder").find("is a folder, not a file") != std::string::npos);
    CHECK(putting("pipe").find("is a device, not a file") != std::string::npos);
    CHECK(putting("out").find("leads out of its folder") != std::string::npos);
    CHECK(putting("dangling").find("leads out of its folder") != std::string::npos);
    CHECK(putting("circle").find("lead in a circle") != std::string::npos);
    CHECK(putting("away/x.pdf").find("leads out of its folder") != std::string::npos);
    CHECK(putting("../x.pdf").find("leads out of its folder") != std::string::npos);
    CHECK(putting("a.pdf").find("two outputs would be one file") != std::string::npos);
    CHECK(base::read_file(folder.path / "a.pdf", 99) == "old a");
    CHECK(folder.stages() == 0);
}

TEST_CASE("a link inside the folder is followed, not replaced") {
    const Folder folder;
    folder.reset({{"kept/a.pdf", "old"}});
    fs::create_symlink("kept/a.pdf", folder.path / "a.pdf");
    fs::create_symlink("kept/later.pdf", folder.path / "b.pdf");
    base::Exchange(folder.path).put({{"a.pdf", "new a"}, {"b.pdf", "new b"}});
    CHECK(fs::is_symlink(folder.path / "a.pdf"));
    CHECK(base::read_file(folder.path / "kept/a.pdf", 99) == "new a");
    CHECK(base::read_file(folder.path / "kept/later.pdf", 99) == "new b");
}

TEST_CASE("mode and owner of a replaced file stay; a new one obeys the umask") {
    const Folder folder;
    folder.reset({{"a.pdf", "old"}});
    ::chmod((folder.path / "a.pdf").c_str(), 0640);
    const bool root = ::geteuid() == 0;
    if (root) REQUIRE(::chown((folder.path / "a.pdf").c_str(), 65534, 65534) == 0);
    const mode_t before = ::umask(027);
    base::Exchange(folder.path).put({{"a.pdf", "new"}, {"b.pdf", "new"}});
    ::umask(before);
    struct stat old {
    }, fresh{};
    ::stat((folder.path / "a.pdf").c_str(), &old);
    ::stat((folder.path / "b.pdf").c_str(), &fresh);
    CHECK((old.st_mode & 07777) == 0640);
    CHECK((fresh.st_mode & 07777) == 0640);
    if (root) CHECK(old.st_uid == 65534);
}

TEST_CASE("another user's file is not taken over, in a folder where anybody may write or where only its owner may") {
    if (::geteuid() != 0) return;  // only root can make files of two users
    const Folder folder;
    for (const mode_t mode : {mode_t{01777}, mode_t{0777}}) {
        folder.reset({{"a.pdf", "old"}});
        ::chmod(folder.path.c_str(), mode);
        const End end = traced(
            [&] {
                if (::setuid(65534) != 0) return;
                base::Exchange(folder.path).put({{"a.pdf", "new"}});
            },
            [](pid_t, std::size_t) { return true; });
        CHECK(end == End::refused);
        CHECK(folder.content() == Content{{"a.pdf", "old"}});
        CHECK(folder.stages() == 0);
    }
}

TEST_CASE("a stage that somebody else has put there is not followed") {
    if (::geteuid() != 0) return;
    const Folder folder;
    folder.reset(
        {{"a.pdf", "old"}, {".kensho-abcdef/record", "kensho exchange 1\n0 evil\n"}, {".kensho-abcdef/new-0", "evil"}});
    ::chmod(folder.path.c_str(), 01777);
    for (const char* name : {".kensho-abcdef", ".kensho-abcdef/record", ".kensho-abcdef/new-0"}) {
        REQUIRE(::chown((folder.path / name).c_str(), 65534, 65534) == 0);
    }
    ::chmod((folder.path / ".kensho-abcdef").c_str(), 0700);
    base::settle(folder.path);
    CHECK_FALSE(fs::exists(folder.path / "evil"));
    ::chmod(folder.path.c_str(), 0777);
    CHECK(error_of([&] { base::settle(folder.path); }).find("a run of another user was cut off") != std::string::npos);
}

TEST_CASE("a record that leads out of the folder is not followed") {
    const Folder folder;
    folder.reset({{".kensho-abcdef/record", "kensho exchange 1\n0 ../evil\n"}, {".kensho-abcdef/new-0", "evil"}});
    ::chmod((folder.path / ".kensho-abcdef").c_str(), 0700);
    CHECK_FALSE(error_of([&] { base::settle(folder.path); }).empty());
    CHECK_FALSE(fs::exists(folder.path.parent_path() / "evil"));
}

TEST_CASE("two runs exchange one after the other") {
    const Folder folder;
    folder.reset(old_set);
    const pid_t child = ::fork();
    if (child == 0) {
        const base::Exchange other(folder.path);
        ::usleep(400'000);
        ::_exit(0);
    }
    ::usleep(200'000);
    put_all(folder.path);
    int status = 0;
    CHECK(::waitpid(child, &status, WNOHANG) == child);
    CHECK(folder.content() == new_set);
}

TEST_CASE("what somebody has worked on meanwhile is not replaced, and nothing beside it") {
    const Folder folder;
    const auto put = [&](const std::optional<std::string>& before_a, const std::optional<std::string>& before_c) {
        return error_of([&] {
            base::put_back(folder.path, {{{"a.pdf", "new a"}, before_a}, {{"sub/c.csv", "new c"}, before_c}});
        });
    };
    folder.reset(old_set);
    for (const char* other : {"old A", "old a, and more", ""}) {
        CHECK(put("old a", other).find("sub/c.csv` was changed while kensho was at work") != std::string::npos);
    }
    CHECK_FALSE(put("old a", std::nullopt).empty());  // read as missing, and there now
    CHECK(folder.content() == old_set);
    CHECK(put("old a", "old c").empty());
    CHECK(folder.content().at("sub/c.csv") == "new c");
    fs::remove(folder.path / "a.pdf");
    CHECK_FALSE(put("new a", "new c").empty());  // taken away
    CHECK(put(std::nullopt, "new c").empty());
    CHECK(folder.content().at("a.pdf") == "new a");
    CHECK(folder.stages() == 0);
}
