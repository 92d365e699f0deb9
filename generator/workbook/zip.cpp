// Local headers and the central directory say the same of each part (APPNOTE.TXT 4.3.7, 4.3.12); no data descriptors.
#include "workbook/zip.h"

#include <cstdint>
#include <limits>

#include "base/deflate.h"

namespace workbook {

namespace {

constexpr std::size_t version = 20, deflated = 8, first_of_january_1980 = 0x21;
constexpr std::size_t largest = std::numeric_limits<std::uint32_t>::max();

void append(std::string& out, std::size_t value, std::size_t size) {
    for (std::size_t byte = 0; byte < size; ++byte) out += static_cast<char>(value >> (8 * byte) & 0xFFU);
}

}  // namespace

void Zip::begin(std::string_view name) {
    name_ = name;
    part_.clear();
}

bool Zip::end() {
    const std::string packed = base::packed_for_zip(part_);
    const std::size_t local = bytes_.size();
    if (part_.size() > largest || local + packed.size() + directory_.size() > largest) return false;
    std::string fields;
    append(fields, version, 2);
    append(fields, 0, 2);  // no flags
    append(fields, deflated, 2);
    append(fields, 0, 2);
    append(fields, first_of_january_1980, 2);
    append(fields, base::crc32(part_), 4);
    append(fields, packed.size(), 4);
    append(fields, part_.size(), 4);
    append(fields, name_.size(), 2);
    append(fields, 0, 2);  // no extra fields
    bytes_.append("PK\x03\x04").append(fields).append(name_).append(packed);
    directory_ += "PK\x01\x02";
    append(directory_, version, 2);
    directory_ += fields;
    append(directory_, 0, 2 + 2 + 2);  // no comment, first disk, no text
    append(directory_, 0, 4);
    append(directory_, local, 4);
    directory_ += name_;
    ++count_;
    std::string().swap(part_);
    return true;
}

std::string Zip::finish() {
    const std::size_t start = bytes_.size();
    bytes_ += directory_;
    bytes_ += "PK\x05\x06";
    append(bytes_, 0, 4);
    append(bytes_, count_, 2);
    append(bytes_, count_, 2);
    append(bytes_, directory_.size(), 4);
    append(bytes_, start, 4);
    append(bytes_, 0, 2);
    return std::move(bytes_);
}

}  // namespace workbook
