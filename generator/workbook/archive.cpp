// Every part is unpacked again, its size and checksum compared with what was meant; its root element must be closed.
#include "workbook/archive.h"

#define ZLIB_CONST
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace workbook {

namespace {

// Sizes and signatures of APPNOTE.TXT, 4.3.7, 4.3.12, 4.3.16.
constexpr std::size_t local_header = 30, central_header = 46, end_record = 22;
constexpr std::uint32_t local_signature = 0x04034b50, central_signature = 0x02014b50, end_signature = 0x06054b50;
constexpr std::size_t kept_tail = 256;  // longer than any closing tag

std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint32_t value = 0;
    if (at + size > bytes.size()) return 0;
    for (std::size_t byte = size; byte-- > 0;) value = value << 8 | static_cast<std::uint8_t>(bytes[at + byte]);
    return value;
}

/// The beginning and the end of a part, unpacked, and what it holds.
struct Ends {
    std::string head, tail;
    PartContent content;

    void add(std::string_view piece) {
        content.size += piece.size();
        content.crc = static_cast<std::uint32_t>(
            crc32_z(content.crc, reinterpret_cast<const Bytef*>(piece.data()), piece.size()));
        if (head.size() < 4 * kept_tail) head.append(piece.substr(0, 4 * kept_tail - head.size()));
        tail.append(piece.substr(piece.size() - std::min(piece.size(), kept_tail)));
        if (tail.size() > kept_tail) tail.erase(0, tail.size() - kept_tail);
    }
};

std::optional<Ends> unpacked(std::string_view packed) {
    z_stream stream = {};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return std::nullopt;
    stream.next_in = reinterpret_cast<const Bytef*>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    std::array<char, 1 << 16> window{};
    Ends ends;
    int state = Z_OK;
    while (state == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef*>(window.data());
        stream.avail_out = static_cast<uInt>(window.size());
        state = inflate(&stream, Z_NO_FLUSH);
        ends.add({window.data(), window.size() - stream.avail_out});
    }
    inflateEnd(&stream);
    return state == Z_STREAM_END ? std::optional(ends) : std::nullopt;
}

/// `<name …>` after the XML declaration, and at the end `</name>`; or `<name …/>` alone.
bool closed(const Ends& ends) {
    std::size_t root = ends.head.find('<');
    while (root != std::string::npos && ends.head.compare(root, 2, "<?") == 0) root = ends.head.find('<', root + 1);
    if (root == std::string::npos) return false;
    const std::size_t name_end = ends.head.find_first_of(" \r\n\t/>", root);
    const std::size_t tag_end = ends.head.find('>', root);
    if (name_end == std::string::npos || tag_end == std::string::npos) return false;
    if (ends.head[tag_end - 1] == '/') return true;
    const std::string close = "</" + ends.head.substr(root + 1, name_end - root - 1) + ">";
    const std::size_t last = ends.tail.find_last_not_of(" \r\n\t");
    return last != std::string::npos && std::string_view(ends.tail).substr(0, last + 1).ends_with(close);
}

/// The content of the part that a record of the central directory leads to, when it is whole.
std::optional<PartContent> whole_part(std::string_view archive, std::size_t entry) {
    const std::size_t size = number_at(archive, entry + 20, 4), local = number_at(archive, entry + 42, 4);
    const std::size_t start =
        local + local_header + number_at(archive, local + 26, 2) + number_at(archive, local + 28, 2);
    if (number_at(archive, local, 4) != local_signature || start + size > archive.size()) return std::nullopt;
    const auto ends = unpacked(archive.substr(start, size));
    const PartContent recorded = {number_at(archive, entry + 24, 4), number_at(archive, entry + 16, 4)};
    if (!ends || !closed(*ends) || ends->content != recorded) return std::nullopt;
    return recorded;
}

}  // namespace

bool is_whole(std::string_view archive, std::vector<PartContent> meant, std::size_t sheets) {
    if (archive.size() < end_record) return false;
    const std::size_t end = archive.size() - end_record;  // libxlsxwriter writes no comment behind it
    if (number_at(archive, end, 4) != end_signature) return false;
    std::size_t entry = number_at(archive, end + 16, 4);
    for (std::uint32_t rest = number_at(archive, end + 10, 2); rest > 0; --rest) {
        if (number_at(archive, entry, 4) != central_signature) return false;
        const auto part = whole_part(archive, entry);
        const auto found = part ? std::find(meant.begin(), meant.end(), *part) : meant.end();
        if (found == meant.end()) return false;
        meant.erase(found);
        entry += central_header + number_at(archive, entry + 28, 2) + number_at(archive, entry + 30, 2) +
                 number_at(archive, entry + 32, 2);
    }
    return meant.size() == sheets;
}

}  // namespace workbook
