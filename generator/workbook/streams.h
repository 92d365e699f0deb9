// The library's files, kept in memory: they need no room on a disk, and what was written to each is known. Not one of
// its calls fails for a reason of the disk, so that it has nothing to print on the standard error.
#pragma once

#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

#include "workbook/zip.h"

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
    /// What stood in the files that are closed by now.
    const std::vector<PartContent>& closed() const { return closed_; }
    /// The archive, once it is closed.
    const std::string& archive() const { return archive_; }

   private:
    friend struct Stream;
    friend Zip* archive_in_use();
    friend void finish_archive();
    std::vector<PartContent> closed_;
    Zip zip_;
    std::string archive_;
};

/// Where parts of the book go that is written on this thread; null where none is. Once all are there, it is finished.
Zip* archive_in_use();
void finish_archive();

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
