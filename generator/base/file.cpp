// Reads in chunks up to a limit, and regular files only; the usual reasons of failure are said in plain words.
#include "base/file.h"

#include <fmt/format.h>

#include <fcntl.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <functional>
#include <memory>
#include <system_error>

#include "base/descriptor.h"
#include "base/exchange.h"
#include "base/message.h"
#include "base/reason.h"

namespace base {

namespace fs = std::filesystem;

namespace {

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

/// The deepest folder that holds all the files.
fs::path common_folder(const std::vector<OutputFile>& files) {
    fs::path common = fs::absolute(files.front().path).lexically_normal().parent_path();
    for (const OutputFile& file : files) {
        const fs::path path = fs::absolute(file.path).lexically_normal();
        while (std::mismatch(common.begin(), common.end(), path.begin(), path.end()).first != common.end()) {
            common = common.parent_path();
        }
    }
    return common;
}

/// What a regular file holds, piece by piece; before, how much it may be.
void each_chunk(const fs::path& path, const std::function<void(std::size_t)>& expect,
                const std::function<void(std::string_view)>& take) {
    const Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (descriptor.number() < 0) fail_reading(path, errno);
    struct stat status {};
    if (::fstat(descriptor.number(), &status) != 0) fail_reading(path, errno);
    if (S_ISDIR(status.st_mode)) fail_reading(path, EISDIR);
    if (!S_ISREG(status.st_mode)) fail_reading(path, EINVAL);
    expect(static_cast<std::size_t>(status.st_size));
    std::array<char, 65536> chunk{};
    for (;;) {
        const ssize_t got = ::read(descriptor.number(), chunk.data(), chunk.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail_reading(path, errno);
        if (got == 0) return;
        take({chunk.data(), static_cast<std::size_t>(got)});
    }
}

/// SHA-256 of what comes piece by piece.
class Digest {
   public:
    Digest() : context_(EVP_MD_CTX_new()) {
        if (!context_ || EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) != 1) throw std::bad_alloc();
    }
    void add(std::string_view bytes) { EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()); }
    std::string take() {
        std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
        unsigned size = 0;
        EVP_DigestFinal_ex(context_.get(), hash.data(), &size);
        std::string text;
        for (unsigned at = 0; at < size; ++at) text += fmt::format("{:02x}", hash[at]);
        return text;
    }

   private:
    struct Free {
        void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    };
    std::unique_ptr<EVP_MD_CTX, Free> context_;
};

}  // namespace

std::string read_file(const fs::path& path, std::size_t max_bytes) {
    std::string bytes;
    const auto expect = [&](std::size_t size) { bytes.reserve(std::min(size, max_bytes)); };
    each_chunk(path, expect, [&](std::string_view chunk) {
        bytes += chunk;
        if (bytes.size() > max_bytes) fail_reading(path, EFBIG);
    });
    return bytes;
}

std::vector<std::string> list_files(const fs::path& folder) {
    constexpr int levels = 4;
    std::vector<std::string> files;
    std::error_code error;
    fs::recursive_directory_iterator at(folder, error), end;
    if (error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory) return files;
    for (; !error && at != end; at.increment(error)) {
        const bool hidden = at->path().filename().string().starts_with('.');
        if (hidden || at.depth() + 1 >= levels) at.disable_recursion_pending();
        std::error_code unreadable;
        if (!hidden && at->is_regular_file(unreadable)) {
            files.push_back(at->path().lexically_relative(folder).generic_string());
        }
    }
    if (error) fail("cannot read the folder `{}`: {}", folder, error.value());
    std::sort(files.begin(), files.end());
    return files;
}

bool lies_inside(const fs::path& folder, const fs::path& path) {
    std::error_code error;
    const fs::path root = fs::weakly_canonical(fs::absolute(folder), error);
    if (error) fail("cannot read `{}`: {}", folder, error.value());
    const fs::path target = fs::weakly_canonical(fs::absolute(path), error);
    if (error) fail("cannot read `{}`: {}", path, error.value());
    return std::mismatch(root.begin(), root.end(), target.begin(), target.end()).first == root.end();
}

void write_files(const std::vector<OutputFile>& files) {
    if (files.empty()) return;
    const fs::path folder = common_folder(files);
    std::vector<OutputFile> below = files;
    for (OutputFile& file : below) file.path = fs::absolute(file.path).lexically_normal().lexically_relative(folder);
    Exchange(folder).put(below);
}

std::string digest(std::string_view bytes) {
    Digest digest;
    digest.add(bytes);
    return digest.take();
}

std::string digest(const std::vector<std::string>& pieces) {
    Digest digest;
    for (const std::string& piece : pieces) digest.add(piece);
    return digest.take();
}

std::string digest_of_file(const fs::path& path) {
    Digest digest;
    each_chunk(
        path, [](std::size_t) {}, [&](std::string_view chunk) { digest.add(chunk); });
    return digest.take();
}

}  // namespace base
