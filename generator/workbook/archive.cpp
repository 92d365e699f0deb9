// Every part is unpacked again, its size and checksum compared with what was meant; its root element must be closed.
#include "workbook/archive.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "base/deflate.h"

namespace workbook {

namespace {

// Sizes and signatures of APPNOTE.TXT, 4.3.7, 4.3.12, 4.3.16.
constexpr std::size_t local_header = 30, central_header = 46, end_record = 22;
constexpr std::uint32_t local_signature = 0x04034b50, central_signature = 0x02014b50, end_signature = 0x06054b50;
constexpr std::size_t kept_head = 1024;  // longer than what stands before the root element and its tag
constexpr std::size_t kept_tail = 256;   // and than the end of the root element

std::uint32_t number_at(const base::Bytes& bytes, std::size_t at, std::size_t size) {
    std::uint32_t value = 0;
    std::size_t byte = 0;
    if (at + size > bytes.size()) return 0;
    for (const std::string_view piece : bytes.range(at, size)) {
        for (const char c : piece) value |= std::uint32_t{static_cast<std::uint8_t>(c)} << (8 * byte++);
    }
    return value;
}

/// What is kept of a part while it goes by.
class Part {
   public:
    void add(std::string_view piece) {
        content_.add(piece);
        if (head_.size() < kept_head) head_ += piece.substr(0, kept_head - head_.size());
        tail_ += piece.substr(piece.size() - std::min(piece.size(), kept_tail));
        if (tail_.size() > kept_tail) tail_.erase(0, tail_.size() - kept_tail);
    }

    const PartContent& content() const { return content_; }

    /// `<name …>` after the XML declaration, and at the end `</name>`; or `<name …/>` alone.
    bool closed() const {
        std::size_t root = head_.find('<');
        while (root != std::string::npos && head_.compare(root, 2, "<?") == 0) root = head_.find('<', root + 1);
        if (root == std::string::npos) return false;
        const std::size_t name_end = head_.find_first_of(" \r\n\t/>", root);
        const std::size_t tag_end = head_.find('>', root);
        if (name_end == std::string::npos || tag_end == std::string::npos) return false;
        if (head_[tag_end - 1] == '/') return true;
        const std::string close = "</" + head_.substr(root + 1, name_end - root - 1) + ">";
        return std::string_view(tail_).substr(0, tail_.find_last_not_of(" \r\n\t") + 1).ends_with(close);
    }

   private:
    std::string head_, tail_;
    PartContent content_;
};

/// Whether the part that a record of the central directory leads to is what it says.
bool whole_part(const base::Bytes& archive, std::size_t entry, const PartContent& recorded) {
    const std::size_t size = number_at(archive, entry + 20, 4), local = number_at(archive, entry + 42, 4);
    const std::size_t start =
        local + local_header + number_at(archive, local + 26, 2) + number_at(archive, local + 28, 2);
    if (number_at(archive, local, 4) != local_signature || start + size > archive.size()) return false;
    Part part;
    const bool unpacked =
        base::unpack_of_zip(archive.range(start, size), [&](std::string_view piece) { part.add(piece); });
    return unpacked && part.content() == recorded && part.closed();
}

}  // namespace

bool is_whole(const base::Bytes& archive, std::vector<PartContent> meant, std::size_t sheets) {
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
