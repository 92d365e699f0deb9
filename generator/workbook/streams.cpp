// fopencookie streams behind the library's own lxw_tmpfile and zipOpen, which are replaced by name at link time.
#include "workbook/streams.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <deque>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <utility>

#include "base/deflate.h"
#include "workbook/chart_part.h"

namespace workbook {

namespace {

thread_local Streams* in_use = nullptr;
thread_local std::size_t being_read = 0;  // how long the file is that becomes a part

constexpr std::size_t buffer_size = std::size_t{16} << 10U;

}  // namespace

/// One of the files, as the C library's cookie. The library writes a file from its beginning to its end, reads it once
/// in the same way and closes it: what it has read is given back at once, so that a large sheet stands in memory once,
/// not as rows, as sheet and as part. Anything else is refused.
struct Stream {
    static constexpr std::size_t block_size = std::size_t{256} << 10U;

    Streams& owner;
    std::deque<std::string> blocks = {};  ///< all but the last are full
    std::size_t size = 0, at = 0;
    std::size_t gone = 0;  ///< in front of the blocks: read, and given back
    std::uint32_t crc = 0;

    void append(std::string_view bytes) {
        crc = base::crc32(bytes, crc);
        while (!bytes.empty()) {
            if (blocks.empty() || blocks.back().size() == block_size) blocks.emplace_back();
            const std::string_view head = bytes.substr(0, block_size - blocks.back().size());
            blocks.back() += head;
            size += head.size();
            bytes.remove_prefix(head.size());
        }
        at = size;
    }

    static ssize_t write(void* cookie, const char* from, std::size_t size) {
        auto& stream = *static_cast<Stream*>(cookie);
        if (stream.at != stream.size) {
            errno = EIO;
            return 0;
        }
        try {
            stream.append({from, size});
        } catch (const std::bad_alloc&) {
            errno = ENOMEM;
            return 0;
        }
        return static_cast<ssize_t>(size);
    }

    static ssize_t read(void* cookie, char* into, std::size_t size) {
        auto& stream = *static_cast<Stream*>(cookie);
        being_read = stream.size;
        std::size_t got = 0;
        while (got < size && !stream.blocks.empty()) {
            const std::string_view rest = std::string_view(stream.blocks.front()).substr(stream.at - stream.gone);
            const std::string_view head = rest.substr(0, size - got);
            std::copy(head.begin(), head.end(), into + got);
            got += head.size();
            stream.at += head.size();
            if (head.size() < rest.size()) break;
            stream.gone += stream.blocks.front().size();
            stream.blocks.pop_front();
        }
        return static_cast<ssize_t>(got);
    }

    static int seek(void* cookie, off64_t* offset, int whence) {
        auto& stream = *static_cast<Stream*>(cookie);
        const auto from = whence == SEEK_SET ? 0 : static_cast<off64_t>(whence == SEEK_CUR ? stream.at : stream.size);
        const bool begins = from + *offset == 0 && stream.gone == 0;
        if (!begins && from + *offset != static_cast<off64_t>(stream.at)) return -1;
        *offset += from;
        stream.at = static_cast<std::size_t>(*offset);
        return 0;
    }

    static int close(void* cookie) {
        const std::unique_ptr<Stream> stream(static_cast<Stream*>(cookie));
        stream->owner.closed_.push_back({stream->size, stream->crc});
        return 0;
    }
};

namespace {

std::FILE* opened(std::unique_ptr<Stream> stream) {
    std::FILE* file = fopencookie(stream.get(), "w+", {&Stream::read, &Stream::write, &Stream::seek, &Stream::close});
    if (file == nullptr) return nullptr;
    static_cast<void>(stream.release());
    std::setvbuf(file, nullptr, _IOFBF, buffer_size);
    return file;
}

}  // namespace

std::FILE* Streams::open() { return opened(std::make_unique<Stream>(Stream{*this})); }

Zip* archive_in_use() { return in_use == nullptr ? nullptr : &in_use->zip_; }

void finish_archive() { in_use->archive_ = in_use->zip_.finish(); }

bool finish_part() { return in_use->finish_part(); }

bool Streams::finish_part() {
    if (zip_.name().starts_with("xl/drawings/drawing")) return finish_drawings();
    if (zip_.name().starts_with("xl/charts/chart")) return finish_chart();
    return zip_.name().starts_with("xl/worksheets/sheet") ? finish_sheet() : zip_.end();
}

/// Sheets number their drawings in their own order, and so does the library.
bool Streams::finish_drawings() {
    const std::size_t drawing = drawing_++;
    auto placed = drawing < anchors_.size() ? anchored(zip_.part(), anchors_[drawing]) : std::nullopt;
    if (!placed) return false;
    zip_.part() = std::move(*placed);
    ++changed_;
    const bool ended = zip_.end();
    closed_.push_back(zip_.ended());
    return ended;
}

bool Streams::finish_chart() {
    const std::size_t chart = chart_++;
    auto completed = chart < sides_.size() ? completed_chart(zip_.part(), sides_[chart]) : std::nullopt;
    if (!completed) return false;
    zip_.part() = std::move(*completed);
    ++changed_;
    const bool ended = zip_.end();
    closed_.push_back(zip_.ended());
    return ended;
}

bool Streams::finish_sheet() {
    const std::size_t sheet = sheet_++;
    if (sheet >= sheets_.size()) return false;
    SheetContent& content = sheets_[sheet];
    std::string& part = zip_.part();
    std::size_t behind = std::string::npos;  // what comes next; nothing before it holds anybody's words
    for (const char* next : {"<printOptions ", "<pageMargins "}) {
        behind = std::min(behind, part.find(next));
    }
    if (behind == std::string::npos) return false;
    std::vector<PlacedStretch> stretches;
    const std::size_t mark = part.find(mark_of_rows);
    if (content.rows.empty() != (mark == std::string::npos)) return false;
    if (mark != std::string::npos) {
        part.erase(mark, 1);
        stretches.push_back({mark, std::move(content.rows)});
        --behind;
    }
    stretches.push_back({behind, std::move(content.rules)});
    stretches.push_back({behind, std::move(content.links)});
    ++changed_;
    const bool ended = zip_.end(std::move(stretches));
    closed_.push_back(zip_.ended());
    return ended;
}

StreamsInUse::StreamsInUse(Streams& streams) : before_(in_use) { in_use = &streams; }

StreamsInUse::~StreamsInUse() { in_use = before_; }

}  // namespace workbook

/// Stands in the place of the library's own function of this name, which opens a file in the system's folder for
/// temporary ones and does not hear of a full disk.
extern "C" std::FILE* lxw_tmpfile(char* /*folder*/) {
    return workbook::in_use == nullptr ? nullptr : workbook::in_use->open();
}

// The five functions of minizip that libxlsxwriter calls, for a workbook alone: parts go to our own archive. Arguments
// that say how to pack are not asked; zero is success, as there.
namespace {

constexpr int zip_failed = -104;  // minizip's ZIP_INTERNALERROR

/// The library is C: nothing may be thrown through it.
template <typename Work>
int without_throwing(Work work) {
    try {
        return work() ? 0 : zip_failed;
    } catch (const std::bad_alloc&) {
        return zip_failed;
    }
}

}  // namespace

extern "C" void* zipOpen(const char* /*name*/, int /*append*/) { return workbook::archive_in_use(); }

extern "C" int zipOpenNewFileInZip4_64(void* zip, const char* name, const void*, const void*, unsigned, const void*,
                                       unsigned, const char*, int, int, int, int, int, int, const char*, unsigned long,
                                       unsigned long, unsigned long, int) {
    return without_throwing([&] {
        static_cast<workbook::Zip*>(zip)->begin(name);
        workbook::being_read = 0;
        return true;
    });
}

extern "C" int zipWriteInFileInZip(void* zip, const void* bytes, unsigned size) {
    return without_throwing([&] {
        auto& parts = *static_cast<workbook::Zip*>(zip);
        if (parts.part().empty()) parts.part().reserve(workbook::being_read);
        parts.write({static_cast<const char*>(bytes), size});
        return true;
    });
}

extern "C" int zipCloseFileInZip(void* /*zip*/) {
    return without_throwing([] { return workbook::finish_part(); });
}

extern "C" int zipClose(void* /*zip*/, const char* /*comment*/) {
    return without_throwing([] {
        workbook::finish_archive();
        return true;
    });
}
