// The library's files, kept in memory: they need no room on a disk, and what was written to each is known. Not one of
// its calls fails for a reason of the disk, so that it has nothing to print on the standard error. The library writes
// what stands around the rows of a sheet; the rows come to it when the part is packed.
#pragma once

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "workbook/anchors.h"
#include "workbook/label_sides.h"
#include "workbook/zip.h"

namespace workbook {

/// What of a sheet the library is not told.
struct SheetContent {
    Stretch rows;
    Stretch rules;  ///< conditions and validations, whose place is behind the merged cells (ECMA-376, 18.3.1.99)
    Stretch links;  ///< behind those
};

/// Stands in a sheet's part where its rows belong: a character that XML cannot hold.
inline constexpr char mark_of_rows = '\x01';

/// The files of one book: the archive and the temporary ones. They are closed before it goes.
class Streams {
   public:
    /// An empty temporary file for writing and reading; null when the machine has no memory for it.
    std::FILE* open();
    /// What stood in the files that are closed by now.
    const std::vector<PartContent>& closed() const { return closed_; }
    /// How many of those were changed on their way into the archive, and so are not in it as they stood.
    std::size_t changed() const { return changed_; }
    /// The archive, once it is closed.
    const base::Bytes& archive() const { return archive_; }
    base::Bytes take_archive() { return std::move(archive_); }
    /// Where the drawings of each sheet that has some stand, in the order of the sheets; said before the book is
    /// closed.
    void place_drawings(std::vector<std::vector<Anchor>> anchors) { anchors_ = std::move(anchors); }
    /// Of each chart, in the order of the sheets, the points whose labels do not stand above; said before that too.
    void place_labels(std::vector<LabelSides> sides) { sides_ = std::move(sides); }
    /// Of each sheet, in their order; said before the book is closed too.
    void place_sheets(std::vector<SheetContent> sheets) { sheets_ = std::move(sheets); }

   private:
    friend struct Stream;
    friend Zip* archive_in_use();
    friend void finish_archive();
    friend bool finish_part();
    std::vector<PartContent> closed_;
    /// False when the part does not hold the drawings, labels or rows that were meant.
    bool finish_part();
    bool finish_drawings();
    bool finish_chart();
    bool finish_sheet();
    Zip zip_;
    base::Bytes archive_;
    std::vector<std::vector<Anchor>> anchors_;
    std::vector<LabelSides> sides_;
    std::vector<SheetContent> sheets_;
    std::size_t drawing_ = 0, chart_ = 0, sheet_ = 0;  ///< the next part of each kind
    std::size_t changed_ = 0;
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
