// Every part is unpacked again, its size and checksum compared with what was meant; its root element must be closed.
#include "workbook/archive.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

#include "base/deflate.h"

namespace workbook {

namespace {

// Sizes and signatures of APPNOTE.TXT, 4.3.7, 4.3.12, 4.3.16.
constexpr std::size_t local_header = 30, central_header = 46, end_record = 22;
constexpr std::uint32_t local_signature = 0x04034b50, central_signature = 0x02014b50, end_signature = 0x06054b50;
constexpr std::size_t kept_head = 1024;  // longer than what stands before the root element and its tag

std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint32_t value = 0;
    if (at + size > bytes.size()) return 0;
    for (std::size_t byte = size; byte-- > 0;) value = value << 8 | static_cast<std::uint8_t>(bytes[at + byte]);
    return value;
}

/// `<name …>` after the XML declaration, and at the end `</name>`; or `<name …/>` alone.
bool closed(std::string_view part) {
    const std::string_view head = part.substr(0, kept_head);
    std::size_t root = head.find('<');
    while (root != std::string::npos && head.compare(root, 2, "<?") == 0) root = head.find('<', root + 1);
    if (root == std::string::npos) return false;
    const std::size_t name_end = head.find_first_of(" \r\n\t/>", root);
    const std::size_t tag_end = head.find('>', root);
    if (name_end == std::string::npos || tag_end == std::string::npos) return false;
    if (head[tag_end - 1] == '/') return true;
    const std::string close = "</" + std::string(head.substr(root + 1, name_end - root - 1)) + ">";
    return part.substr(0, part.find_last_not_of(" \r\n\t") + 1).ends_with(close);
}

/// Whether the part that a record of the central directory leads to is what it says.
bool whole_part(std::string_view archive, std::size_t entry, const PartContent& recorded) {
    const std::size_t size = number_at(archive, entry + 20, 4), local = number_at(archive, entry + 42, 4);
    const std::size_t start =
        local + local_header + number_at(archive, local + 26, 2) + number_at(archive, local + 28, 2);
    if (number_at(archive, local, 4) != local_signature || start + size > archive.size()) return false;
    const auto part = base::unpacked_of_zip(archive.substr(start, size), recorded.size);
    return part && base::crc32(*part) == recorded.crc && closed(*part);
}

}  // namespace

bool is_whole(std::string_view archive, std::vector<PartContent> meant, std::size_t sheets) {
    if (archive.size() < end_record) return false;
    const std::size_t end = archive.size() - end_record;  // libxlsxwriter writes no comment behind it
    if (number_at(archive, end, 4) != end_signature) return false;
    std::size_t entry = number_at(archive, end + 16, 4);
    for (std::uint32_t rest = number_at(archive, end + 10, 2); rest > 0; --rest) {
        if (number_at(archive, entry, 4) != central_signature) return false;
        // What was not meant is not unpacked either: a damaged record may speak of any size.
        const PartContent recorded = {number_at(archive, entry + 24, 4), number_at(archive, entry + 16, 4)};
        const auto found = std::find(meant.begin(), meant.end(), recorded);
        if (found == meant.end() || !whole_part(archive, entry, recorded)) return false;
        meant.erase(found);
        entry += central_header + number_at(archive, entry + 28, 2) + number_at(archive, entry + 30, 2) +
                 number_at(archive, entry + 32, 2);
    }
    return meant.size() == sheets;
}

}  // namespace workbook
