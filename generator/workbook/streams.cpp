// fopencookie streams behind the library's own lxw_tmpfile and zipOpen, which are replaced by name at link time.
#include "workbook/streams.h"

#include <minizip/zip.h>
#include <xlsxwriter.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <new>
#include <string>
#include <utility>

namespace workbook {

namespace {

thread_local Streams* in_use = nullptr;

constexpr std::size_t buffer_size = std::size_t{16} << 10U;

}  // namespace

/// One of the files, as the C library's cookie.
struct Stream {
    Streams& owner;
    bool archive = false;
    std::string bytes = {};
    std::size_t at = 0;

    static ssize_t write(void* cookie, const char* from, std::size_t size) {
        auto& stream = *static_cast<Stream*>(cookie);
        try {
            if (stream.bytes.size() < stream.at + size) stream.bytes.resize(stream.at + size);
        } catch (const std::bad_alloc&) {
            errno = ENOMEM;
            return 0;
        }
        std::copy_n(from, size, stream.bytes.data() + stream.at);
        stream.at += size;
        return static_cast<ssize_t>(size);
    }

    static ssize_t read(void* cookie, char* into, std::size_t size) {
        auto& stream = *static_cast<Stream*>(cookie);
        const std::size_t got = std::min(size, stream.bytes.size() - std::min(stream.at, stream.bytes.size()));
        std::copy_n(stream.bytes.data() + stream.at, got, into);
        stream.at += got;
        return static_cast<ssize_t>(got);
    }

    static int seek(void* cookie, off64_t* offset, int whence) {
        auto& stream = *static_cast<Stream*>(cookie);
        const auto from =
            whence == SEEK_SET ? 0 : static_cast<off64_t>(whence == SEEK_CUR ? stream.at : stream.bytes.size());
        if (from + *offset < 0) return -1;
        *offset += from;
        stream.at = static_cast<std::size_t>(*offset);
        return 0;
    }

    static int close(void* cookie) {
        const std::unique_ptr<Stream> stream(static_cast<Stream*>(cookie));
        if (stream->archive) {
            stream->owner.archive_ = std::move(stream->bytes);
            return 0;
        }
        const auto* bytes = reinterpret_cast<const Bytef*>(stream->bytes.data());
        const auto crc = crc32_z(crc32_z(0, nullptr, 0), bytes, stream->bytes.size());
        stream->owner.closed_.push_back({stream->bytes.size(), static_cast<std::uint32_t>(crc)});
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

std::FILE* Streams::open_archive() { return opened(std::make_unique<Stream>(Stream{*this, true})); }

StreamsInUse::StreamsInUse(Streams& streams) : before_(in_use) { in_use = &streams; }

StreamsInUse::~StreamsInUse() { in_use = before_; }

}  // namespace workbook

/// Stands in the place of the library's own function of this name, which opens a file in the system's folder for
/// temporary ones and does not hear of a full disk.
extern "C" std::FILE* lxw_tmpfile(char* /*folder*/) {
    return workbook::in_use == nullptr ? nullptr : workbook::in_use->open();
}

/// Stands in the place of the zip library's, which opens the named file. libxlsxwriter calls it for a workbook alone.
extern "C" zipFile zipOpen(const char* name, int append) {
    zlib_filefunc64_def functions = {};
    fill_fopen64_filefunc(&functions);
    functions.zopen64_file = [](void*, const void*, int) -> void* {
        return workbook::in_use == nullptr ? nullptr : workbook::in_use->open_archive();
    };
    return zipOpen2_64(name, append, nullptr, &functions);
}
