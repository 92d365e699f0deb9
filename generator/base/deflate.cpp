// libdeflate packs whole buffers in about half the time of zlib at the same size; zlib packs and unpacks by pieces.
#include "base/deflate.h"

#include <libdeflate.h>
#include <zlib.h>

#include <array>
#include <memory>
#include <new>

namespace base {

namespace {

/// Of libdeflate. The usual one is zlib's, and the most is where a little more would cost many times as much.
int level(Care care) { return care == Care::usual ? 6 : care == Care::more ? 7 : 8; }
constexpr std::size_t cares = 3;

struct Free {
    void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

/// A thread keeps its compressors: making one costs more than packing a short stream.
libdeflate_compressor* compressor(Care care) {
    thread_local std::array<std::unique_ptr<libdeflate_compressor, Free>, cares> kept;
    auto& own = kept.at(static_cast<std::size_t>(care));
    if (own == nullptr) own.reset(libdeflate_alloc_compressor(level(care)));
    if (own == nullptr) throw std::bad_alloc();
    return own.get();
}

/// Room for the worst case is asked for but not touched, so that it takes no memory.
template <typename Bound, typename Pack>
std::string packed(std::string_view bytes, Care care, Bound bound, Pack pack) {
    const std::size_t most = bound(compressor(care), bytes.size());
    const auto room = std::make_unique_for_overwrite<char[]>(most);
    return {room.get(), pack(compressor(care), bytes.data(), bytes.size(), room.get(), most)};
}

constexpr int level_of_pieces = 2;  // of zlib: a quarter of the time of its usual one, a third more to keep
constexpr unsigned window = 1U << 16U;

/// A thread keeps these too.
struct Packing {
    z_stream stream = {};
    Packing() {
        const int state = deflateInit2(&stream, level_of_pieces, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
        if (state != Z_OK) throw std::bad_alloc();
    }
    Packing(const Packing&) = delete;
    Packing& operator=(const Packing&) = delete;
    ~Packing() { deflateEnd(&stream); }
};

struct Unpacking {
    z_stream stream = {};
    Unpacking() {
        if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) throw std::bad_alloc();
    }
    Unpacking(const Unpacking&) = delete;
    Unpacking& operator=(const Unpacking&) = delete;
    ~Unpacking() { inflateEnd(&stream); }
};

/// zlib's interface, which is older than const, does not write to what it reads. Parts of a zip archive have less than
/// four gigabytes (workbook/zip.cpp).
void give(z_stream& stream, std::string_view bytes) {
    stream.next_in = const_cast<unsigned char*>(reinterpret_cast<const unsigned char*>(bytes.data()));
    stream.avail_in = static_cast<unsigned>(bytes.size());
}

}  // namespace

std::string packed_for_pdf(std::string_view bytes, Care care) {
    return packed(bytes, care, libdeflate_zlib_compress_bound, libdeflate_zlib_compress);
}

std::string packed_for_zip(std::string_view bytes) {
    return packed(bytes, Care::usual, libdeflate_deflate_compress_bound, libdeflate_deflate_compress);
}

std::string packed_piece_for_zip(std::string_view bytes, Piece piece) {
    thread_local Packing packing;
    z_stream& stream = packing.stream;
    deflateReset(&stream);
    give(stream, bytes);
    std::string out;
    std::array<unsigned char, window> room = {};
    do {
        stream.next_out = room.data();
        stream.avail_out = window;
        deflate(&stream, piece == Piece::last ? Z_FINISH : Z_FULL_FLUSH);
        out.append(room.begin(), room.end() - stream.avail_out);
    } while (stream.avail_out == 0);
    out.shrink_to_fit();  // pieces wait for a whole archive
    return out;
}

bool unpack_of_zip(const std::vector<std::string_view>& packed, const std::function<void(std::string_view)>& take) {
    thread_local Unpacking unpacking;
    z_stream& stream = unpacking.stream;
    inflateReset(&stream);
    std::string room(window, '\0');
    int state = Z_OK;
    for (const std::string_view piece : packed) {
        if (state == Z_STREAM_END) return false;  // something stands behind the end
        give(stream, piece);
        do {
            stream.next_out = reinterpret_cast<unsigned char*>(room.data());
            stream.avail_out = window;
            state = inflate(&stream, Z_NO_FLUSH);
            take(std::string_view(room).substr(0, window - stream.avail_out));
        } while (state == Z_OK && (stream.avail_in > 0 || stream.avail_out == 0));
        if (state == Z_BUF_ERROR) state = Z_OK;  // all of the piece had been handed on
        if (stream.avail_in > 0 || (state != Z_OK && state != Z_STREAM_END)) return false;
    }
    return state == Z_STREAM_END;
}

std::uint32_t crc32(std::string_view bytes, std::uint32_t before) {
    return libdeflate_crc32(before, bytes.data(), bytes.size());
}

std::uint32_t crc32_of_both(std::uint32_t first, std::uint32_t second, std::size_t size) {
    return static_cast<std::uint32_t>(crc32_combine(first, second, static_cast<z_off_t>(size)));
}

}  // namespace base
