// An open file or folder of the system, closed when it goes.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace base {

class Descriptor {
   public:
    explicit Descriptor(int number = -1) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Descriptor();

    int number() const { return number_; }
    bool open() const { return number_ >= 0; }
    /// Closes now, so that a late write error is seen.
    bool close();

   private:
    int number_;
};

/// The folder `path` below `folder`, walked without following any symbolic link; missing ones are made where `make`
/// says so. Not open, with errno, when there is no such folder. An empty path is the folder itself.
Descriptor open_below(int folder, const std::string& path, bool make);

/// Writes all of it. False, with errno, when the system refuses.
bool write_all(int descriptor, std::string_view bytes);

/// Flushes a file or a folder to the disk; file systems that cannot are not asked twice. False with errno.
bool flush(int descriptor);

}  // namespace base
