// The one place that packs and unpacks with deflate: streams of PDF, parts of xlsx. The same bytes give the same bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base {

/// In zlib's format (RFC 1950), which FlateDecode of PDF reads.
std::string packed_for_pdf(std::string_view bytes);
/// Bare (RFC 1951), as a zip archive holds it.
std::string packed_for_zip(std::string_view bytes);
/// What bare deflate holds; nothing unless that is `size` bytes and uses up all that is packed.
std::optional<std::string> unpacked_of_zip(std::string_view packed, std::size_t size);

/// CRC-32 as in a zip archive (APPNOTE.TXT 4.4.7), carried on from what stood before.
std::uint32_t crc32(std::string_view bytes, std::uint32_t before = 0);

}  // namespace base
