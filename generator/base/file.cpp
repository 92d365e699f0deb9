#include "base/file.h"

#include <fmt/format.h>

#include <fcntl.h>
#include <openssl/sha.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "base/message.h"

namespace base {

namespace fs = std::filesystem;

namespace {

/// Why the system refused, in our own words: the system's are in the language of an installed locale, or none.
std::string reason(int error) {
    switch (error) {
        case EACCES:
        case EPERM: return say("there is no permission");
        case ENOENT: return say("it does not exist");
        case ENOTDIR: return say("a part of the path is no folder");
        case EISDIR: return say("it is a folder");
        case EEXIST: return say("it is there already");
        case ENOSPC: return say("the disk is full");
        case EDQUOT: return say("the quota is used up");
        case EROFS: return say("it can only be read");
        case EFBIG: return say("it is too large");
        case EIO: return say("the disk does not answer");
        case EBUSY:
        case ETXTBSY: return say("another program is using it");
        case ENAMETOOLONG: return say("the name is too long");
        case EMFILE:
        case ENFILE: return say("too many files are open");
        case ELOOP: return say("links lead in a circle");
        case EINVAL: return say("it is no ordinary file");
        case ENOMEM: return say("there is not enough memory");
        case EXDEV: return say("it lies on another disk");
        default: return say("the system's error {}", error);
    }
}

[[noreturn]] void fail(const char* message, const fs::path& path, int error) {
    throw FileError(say(message, path.generic_string(), reason(error)));
}

/// The usual reasons in plain, translated words; others in the system's.
[[noreturn]] void fail_reading(const fs::path& path, int error) {
    switch (error) {
        case ENOENT:
        case ENOTDIR: fail("there is no file `{}`", path, error);
        case EACCES: fail("no permission to read `{}`", path, error);
        case EISDIR: fail("`{}` is a folder, not a file", path, error);
        case EFBIG: fail("`{}` is too large", path, error);
        default: fail("cannot read `{}`: {}", path, error);
    }
}

class Descriptor {
   public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    int number() const { return number_; }
    /// Closes now, so that a late write error is seen.
    bool close() {
        const int number = number_;
        number_ = -1;
        return ::close(number) == 0;
    }

   private:
    int number_;
};

/// Removes the temporary files that were not put in place.
struct Temporaries {
    std::vector<fs::path> paths;
    Temporaries() = default;
    Temporaries(const Temporaries&) = delete;
    Temporaries& operator=(const Temporaries&) = delete;
    ~Temporaries() {
        for (const fs::path& path : paths) ::unlink(path.c_str());
    }
};

void write_all(int descriptor, std::string_view bytes, const fs::path& path) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail("cannot write `{}`: {}", path, errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void write_temporary(const OutputFile& file, const fs::path& temporary) {
    Descriptor descriptor(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    if (descriptor.number() < 0) fail("cannot write `{}`: {}", file.path, errno);
    write_all(descriptor.number(), file.bytes, file.path);
    if (::fsync(descriptor.number()) != 0 && errno != EINVAL && errno != EROFS) {
        fail("cannot write `{}`: {}", file.path, errno);
    }
    if (!descriptor.close()) fail("cannot write `{}`: {}", file.path, errno);
}

}  // namespace

std::string read_file(const fs::path& path, std::size_t max_bytes) {
    const Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (descriptor.number() < 0) fail_reading(path, errno);
    struct stat status {};
    if (::fstat(descriptor.number(), &status) != 0) fail_reading(path, errno);
    if (S_ISDIR(status.st_mode)) fail_reading(path, EISDIR);
    if (!S_ISREG(status.st_mode)) fail_reading(path, EINVAL);
    std::string bytes;
    std::array<char, 65536> chunk{};
    for (;;) {
        const ssize_t got = ::read(descriptor.number(), chunk.data(), chunk.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail_reading(path, errno);
        if (got == 0) return bytes;
        bytes.append(chunk.data(), static_cast<std::size_t>(got));
        if (bytes.size() > max_bytes) fail_reading(path, EFBIG);
    }
}

std::vector<std::string> list_files(const fs::path& folder) {
    constexpr int levels = 4;
    std::vector<std::string> files;
    std::error_code error;
    for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        const bool hidden = at->path().filename().string().starts_with('.');
        if (hidden || at.depth() + 1 >= levels) at.disable_recursion_pending();
        std::error_code unreadable;
        if (!hidden && at->is_regular_file(unreadable)) {
            files.push_back(at->path().lexically_relative(folder).generic_string());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

bool lies_inside(const fs::path& folder, const fs::path& path) {
    std::error_code error;
    const fs::path root = fs::weakly_canonical(fs::absolute(folder), error);
    if (error) return false;
    const fs::path target = fs::weakly_canonical(fs::absolute(path), error);
    if (error) return false;
    return std::mismatch(root.begin(), root.end(), target.begin(), target.end()).first == root.end();
}

void write_files(const std::vector<OutputFile>& files) {
    Temporaries temporaries;
    for (const OutputFile& file : files) {
        if (file.path.has_parent_path()) {
            std::error_code error;
            fs::create_directories(file.path.parent_path(), error);
            if (error) fail("cannot make the folder `{}`: {}", file.path.parent_path(), error.value());
        }
        if (fs::is_directory(file.path)) fail("cannot write `{}`: {}", file.path, EISDIR);
        fs::path temporary = file.path;
        temporary += ".kensho-" + std::to_string(::getpid()) + ".tmp";
        temporaries.paths.push_back(temporary);
        write_temporary(file, temporary);
    }
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (::rename(temporaries.paths[i].c_str(), files[i].path.c_str()) != 0) {
            fail("cannot write `{}`: {}", files[i].path, errno);
        }
    }
    temporaries.paths.clear();
}

std::string digest(std::string_view bytes) {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> hash{};
    SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), hash.data());
    std::string text;
    for (unsigned char byte : hash) text += fmt::format("{:02x}", byte);
    return text;
}

}  // namespace base
