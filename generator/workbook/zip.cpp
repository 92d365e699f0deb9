// Local headers and the central directory say the same of each part (APPNOTE.TXT 4.3.7, 4.3.12); no data descriptors.
#include "workbook/zip.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "base/deflate.h"

namespace workbook {

namespace {

constexpr std::size_t version = 20, deflated = 8, first_of_january_1980 = 0x21;
constexpr std::size_t piece_size = std::size_t{1} << 20U;   // packed worse when shorter
constexpr std::size_t rest_size = std::size_t{128} << 10U;  // what is shorter waits for its part's end
constexpr std::size_t largest = std::numeric_limits<std::uint32_t>::max();

void append(std::string& out, std::size_t value, std::size_t size) {
    for (std::size_t byte = 0; byte < size; ++byte) out += static_cast<char>(value >> (8 * byte) & 0xFFU);
}

}  // namespace

void PartContent::add(std::string_view bytes) { add({bytes.size(), base::crc32(bytes)}); }

void PartContent::add(const PartContent& rest) {
    crc = base::crc32_of_both(crc, rest.crc, rest.size);
    size += rest.size;
}

void Stretch::pack() {
    content_.add(tail_);
    pieces_.push_back(base::packed_piece_for_zip(tail_, base::Piece::more_follow));
    tail_.clear();
}

void Stretch::grow() {
    if (tail_.size() >= piece_size) pack();
}

void Stretch::rest() {
    if (tail_.size() >= rest_size) pack();
    tail_.shrink_to_fit();  // it had room for what was packed
}

void Stretch::begin_with(std::string_view head) {
    if (!packed()) {
        tail_.insert(0, head);
        return;
    }
    pieces_.insert(pieces_.begin(), base::packed_piece_for_zip(head, base::Piece::more_follow));
    PartContent all;
    all.add(head);
    all.add(content_);
    content_ = all;
}

void Zip::begin(std::string_view name) {
    name_ = name;
    part_.clear();
}

bool Zip::end() {
    ended_ = {};
    ended_.add(part_);
    std::vector<std::string> packed;
    packed.push_back(base::packed_for_zip(part_));
    return add(std::move(packed));
}

bool Zip::end(std::vector<PlacedStretch>&& stretches) {
    std::vector<std::string> packed;
    std::string open;  // behind what is packed
    std::size_t taken = 0;
    ended_ = {};
    const auto pack = [&](base::Piece piece) {
        ended_.add(open);
        packed.push_back(base::packed_piece_for_zip(open, piece));
        open.clear();
    };
    for (auto& [at, stretch] : stretches) {
        open.append(part_, taken, at - taken);
        taken = at;
        if (stretch.packed()) {
            pack(base::Piece::more_follow);
            ended_.add(stretch.content_);
            std::move(stretch.pieces_.begin(), stretch.pieces_.end(), std::back_inserter(packed));
        }
        open += stretch.tail_;
        stretch = {};
    }
    open.append(part_, taken);
    if (packed.empty()) {
        part_ = std::move(open);
        return end();
    }
    pack(base::Piece::last);
    return add(std::move(packed));
}

bool Zip::add(std::vector<std::string> packed) {
    const std::size_t local = archive_.size();
    std::size_t packed_size = 0;
    for (const std::string& piece : packed) packed_size += piece.size();
    if (ended_.size > largest || local + packed_size + directory_.size() > largest) return false;
    std::string fields;
    append(fields, version, 2);
    append(fields, 0, 2);  // no flags
    append(fields, deflated, 2);
    append(fields, 0, 2);
    append(fields, first_of_january_1980, 2);
    append(fields, ended_.crc, 4);
    append(fields, packed_size, 4);
    append(fields, ended_.size, 4);
    append(fields, name_.size(), 2);
    append(fields, 0, 2);  // no extra fields
    archive_.add(std::string("PK\x03\x04").append(fields).append(name_));
    for (std::string& piece : packed) archive_.add(std::move(piece));
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

base::Bytes Zip::finish() {
    std::string end = "PK\x05\x06";
    append(end, 0, 4);
    append(end, count_, 2);
    append(end, count_, 2);
    append(end, directory_.size(), 4);
    append(end, archive_.size(), 4);
    append(end, 0, 2);
    archive_.add(std::move(directory_));
    archive_.add(std::move(end));
    return std::move(archive_);
}

}  // namespace workbook
