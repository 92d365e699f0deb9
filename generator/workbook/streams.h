// The library's files, kept in memory: they need no room on a disk, and what was written to each is known. Not one of
// its calls fails for a reason of the disk, so that it has nothing to print on the standard error.
#pragma once

#include <cstdint>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "workbook/anchors.h"
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
    /// How many of those were changed on their way into the archive, and so are not in it as they stood.
    std::size_t changed() const { return drawings_; }
    /// The archive, once it is closed.
    const std::string& archive() const { return archive_; }
    /// Where the drawings of each sheet that has some stand, in the order of the sheets; said before the book is
    /// closed.
    void place_drawings(std::vector<std::vector<Anchor>> anchors) { anchors_ = std::move(anchors); }

   private:
    friend struct Stream;
    friend Zip* archive_in_use();
    friend void finish_archive();
    friend bool finish_part();
    std::vector<PartContent> closed_;
    /// False when the part does not hold the drawings that were meant.
    bool finish_part();
    Zip zip_;
    std::string archive_;
    std::vector<std::vector<Anchor>> anchors_;
    std::size_t drawings_ = 0;  ///< parts of drawings that are written
};

/// Where parts of the book go that is written on this thread; null where none is. Once all are there, it is finished.
Zip* archive_in_use();
void finish_archive();
bool finish_part();

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
