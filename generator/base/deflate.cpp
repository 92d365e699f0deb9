// libdeflate packs whole buffers in about half the time of zlib at the same size.
#include "base/deflate.h"

#include <libdeflate.h>

#include <memory>
#include <new>

namespace base {

namespace {

constexpr int level = 6;  // zlib's usual one; higher ones cost more than they save

struct Free {
    void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
    void operator()(libdeflate_decompressor* decompressor) const { libdeflate_free_decompressor(decompressor); }
};

/// A thread keeps its compressor: making one costs more than packing a short stream.
libdeflate_compressor* compressor() {
    thread_local const std::unique_ptr<libdeflate_compressor, Free> kept(libdeflate_alloc_compressor(level));
    if (kept == nullptr) throw std::bad_alloc();
    return kept.get();
}

/// Room for the worst case is asked for but not touched, so that it takes no memory.
template <typename Bound, typename Pack>
std::string packed(std::string_view bytes, Bound bound, Pack pack) {
    const std::size_t most = bound(compressor(), bytes.size());
    const auto room = std::make_unique_for_overwrite<char[]>(most);
    return {room.get(), pack(compressor(), bytes.data(), bytes.size(), room.get(), most)};
}

}  // namespace

std::string packed_for_pdf(std::string_view bytes) {
    return packed(bytes, libdeflate_zlib_compress_bound, libdeflate_zlib_compress);
}

std::string packed_for_zip(std::string_view bytes) {
    return packed(bytes, libdeflate_deflate_compress_bound, libdeflate_deflate_compress);
}

std::optional<std::string> unpacked_of_zip(std::string_view packed, std::size_t size) {
    thread_local const std::unique_ptr<libdeflate_decompressor, Free> kept(libdeflate_alloc_decompressor());
    if (kept == nullptr) throw std::bad_alloc();
    std::string out(size, '\0');
    std::size_t used = 0;
    const libdeflate_result result = libdeflate_deflate_decompress_ex(kept.get(), packed.data(), packed.size(),
                                                                      out.data(), out.size(), &used, nullptr);
    if (result != LIBDEFLATE_SUCCESS || used != packed.size()) return std::nullopt;
    return out;
}

std::uint32_t crc32(std::string_view bytes, std::uint32_t before) {
    return libdeflate_crc32(before, bytes.data(), bytes.size());
}

}  // namespace base
