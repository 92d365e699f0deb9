// The library's files, kept in memory: they need no room on a disk, and what was written to each is known. Not one of
// its calls fails for a reason of the disk, so that it has nothing to print on the standard error.
#pragma once

#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

namespace workbook {

/// What a file of the archive holds, without holding it.
struct PartContent {
    std::size_t size = 0;
    std::uint32_t crc = 0;  ///< as in a zip archive (APPNOTE.TXT 4.4.7)
    bool operator==(const PartContent&) const = default;
};

/// The files of one book: the archive and the temporary ones. They are closed before it goes.
class Streams {
   public:
    /// An empty temporary file for writing and reading; null when the machine has no memory for it.
    std::FILE* open();
    /// The same for the archive itself.
    std::FILE* open_archive();
    /// What stood in the files that are closed by now.
    const std::vector<PartContent>& closed() const { return closed_; }
    /// The archive, once it is closed.
    const std::string& archive() const { return archive_; }

   private:
    friend struct Stream;
    std::vector<PartContent> closed_;
    std::string archive_;
};

/// While it lives, files that the library asks for on this thread come from `streams`.
class StreamsInUse {
   public:
    explicit StreamsInUse(Streams& streams);
    StreamsInUse(const StreamsInUse&) = delete;
    StreamsInUse& operator=(const StreamsInUse&) = delete;
    ~StreamsInUse();

   private:
    Streams* before_;
};

}  // namespace workbook
