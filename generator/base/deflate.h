// The one place that packs and unpacks with deflate: streams of PDF, parts of xlsx. The same bytes give the same bytes.
// What is packed or unpacked piece by piece never stands in memory whole.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace base {

/// How hard it is tried to find what is alike.
enum class Care { usual, more, most };
/// In zlib's format (RFC 1950), which FlateDecode of PDF reads.
std::string packed_for_pdf(std::string_view bytes, Care care = Care::usual);
/// Bare (RFC 1951), as a zip archive holds it.
std::string packed_for_zip(std::string_view bytes);
/// A piece of what stands packed in a zip archive: pieces follow one another, the last of them with its end.
enum class Piece { more_follow, last };
std::string packed_piece_for_zip(std::string_view bytes, Piece piece);
/// Hands on what bare deflate holds, which may itself be in pieces; false unless it comes to its end where they do.
bool unpack_of_zip(const std::vector<std::string_view>& packed, const std::function<void(std::string_view)>& take);

/// CRC-32 as in a zip archive (APPNOTE.TXT 4.4.7), carried on from what stood before.
std::uint32_t crc32(std::string_view bytes, std::uint32_t before = 0);
/// Of what has `first` and, behind it, `size` bytes that have `second`.
std::uint32_t crc32_of_both(std::uint32_t first, std::uint32_t second, std::size_t size);

}  // namespace base
