// Opens paths below a folder one part at a time and never through a symbolic link; writes again when interrupted.
#include "base/descriptor.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace base {

Descriptor::~Descriptor() {
    if (number_ >= 0) ::close(number_);
}

bool Descriptor::close() { return ::close(std::exchange(number_, -1)) == 0; }

Descriptor open_below(int folder, const std::string& path, bool make) {
    constexpr int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
    Descriptor at(::openat(folder, ".", flags));
    for (std::size_t begin = 0; at.open() && begin < path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string name = path.substr(begin, end - begin);
        if (make && ::mkdirat(at.number(), name.c_str(), 0777) != 0 && errno != EEXIST) return Descriptor();
        at = Descriptor(::openat(at.number(), name.c_str(), flags));
        begin = end + 1;
    }
    return at;
}

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

bool flush(int descriptor) { return ::fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS || errno == ENOTSUP; }

}  // namespace base
