// Neighbours in number are much alike (elements of the structure, cells of a table): each begins a row, and a row that
// is like the one above is stored as the difference, which is nearly nothing. A group is bounded, since a viewer
// unpacks all of it to read one of its objects.
#include "pdf/file_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/deflate.h"

namespace pdf {
namespace {

constexpr std::size_t most_bytes = std::size_t{128} << 10U;  ///< of a group, unpacked
constexpr std::size_t most_objects = 2000;

// A row of the cross-reference stream: type, where, index, big end first.
constexpr std::size_t where_size = 4;
constexpr std::size_t row_size = 1 + where_size + 2;

void append_big_end(std::string& out, std::size_t value, std::size_t size) {
    for (std::size_t byte = size; byte-- > 0;) out += static_cast<char>(value >> (8 * byte) & 0xFFU);
}

/// A row of an object stream. Half a hundred, so that the offsets of rows that follow one another differ in few digits.
constexpr std::size_t width = 50;

/// Rows of `size` bytes as a predictor of PNG has them (ISO 32000-1, 7.4.4.4): each behind a byte that says whether it
/// stands as it is, 0, or as its difference from the one above, 2, as it does where half of their bytes are the same.
std::string predicted(std::string_view rows, std::size_t size) {
    const std::string nothing(size, '\0');
    std::string out;
    out.reserve(rows.size() + rows.size() / size);
    std::string_view above = nothing;
    for (std::size_t at = 0; at < rows.size(); at += size) {
        const std::string_view row = rows.substr(at, size);
        std::size_t same = 0;
        for (std::size_t i = 0; i < size; ++i) same += row[i] == above[i] ? 1U : 0U;
        if (same * 2 < size) {
            out += '\0';
            out += row;
        } else {
            out += '\2';
            for (std::size_t i = 0; i < size; ++i) out += static_cast<char>(row[i] - above[i]);
        }
        above = row;
    }
    return out;
}

void fill_row(std::string& rows) { rows.append((width - rows.size() % width) % width, ' '); }

}  // namespace

void append_stream(std::string& out, std::string_view entries, std::string_view bytes) {
    fmt::format_to(std::back_inserter(out), "<<{}/Length {}>>\nstream\n", entries, bytes.size());
    out += bytes;
    out += "\nendstream";
}

FileWriter::FileWriter(Id next, std::size_t expected) : entries_(next) {
    out_.reserve(expected);
    out_ = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
}

void FileWriter::stream(Id id, std::string_view syntax) {
    entries_.at(id) = {1, out_.size(), 0};
    fmt::format_to(std::back_inserter(out_), "{} 0 obj\n", id);
    out_ += syntax;
    out_ += "\nendobj\n";
}

void FileWriter::packed(Id id, std::string_view syntax) {
    group_.push_back({id, bodies_.size()});
    bodies_ += syntax;
    bodies_ += ' ';
    fill_row(bodies_);
    if (group_.size() == most_objects || bodies_.size() >= most_bytes) close_group();
}

Id FileWriter::new_stream(std::string_view entries, std::string_view bytes) {
    const Id id = static_cast<Id>(entries_.size());
    entries_.emplace_back();
    std::string syntax;
    append_stream(syntax, std::string(entries) + "/Filter/FlateDecode", base::packed_for_pdf(bytes, base::Care::more));
    stream(id, syntax);
    return id;
}

std::string FileWriter::heads() const {
    Id highest = 0;
    for (const auto& [id, offset] : group_) highest = std::max(highest, id);
    const std::size_t id_digits = std::to_string(highest).size();
    const std::size_t offset_digits = std::to_string(bodies_.size()).size();
    const std::size_t head = id_digits + offset_digits + 2;
    std::string out;
    for (const auto& [id, offset] : group_) {
        if (out.size() % width + head > width) fill_row(out);
        fmt::format_to(std::back_inserter(out), "{:0{}} {:0{}} ", id, id_digits, offset, offset_digits);
    }
    fill_row(out);
    return out;
}

void FileWriter::close_group() {
    if (group_.empty()) return;
    const std::string rows = heads();
    const Id id = new_stream(fmt::format("/Type/ObjStm/N {}/First {}/DecodeParms<</Predictor 15/Columns {}>>",
                                         group_.size(), rows.size(), width),
                             predicted(rows + bodies_, width));
    for (std::size_t i = 0; i < group_.size(); ++i) entries_.at(group_[i].id) = {2, id, static_cast<std::uint16_t>(i)};
    bodies_.clear();
    group_.clear();
}

std::string FileWriter::cross_references() const {
    std::string rows;
    rows.reserve(entries_.size() * row_size);
    for (const Entry& entry : entries_) {
        append_big_end(rows, entry.type, 1);
        append_big_end(rows, entry.where, where_size);
        append_big_end(rows, entry.type == 0 ? 0xFFFFU : entry.index, 2);
    }
    return rows;
}

std::string FileWriter::finish(std::string_view trailer) {
    close_group();
    const std::size_t start = out_.size();
    const Id id = static_cast<Id>(entries_.size());
    entries_.push_back({1, start, 0});
    const std::string entries =
        fmt::format("/Type/XRef/Size {}/W[1 {} 2]/DecodeParms<</Predictor 12/Columns {}>>/Filter/FlateDecode{}",
                    entries_.size(), where_size, row_size, trailer);
    std::string syntax;
    append_stream(syntax, entries, base::packed_for_pdf(predicted(cross_references(), row_size)));
    stream(id, syntax);
    fmt::format_to(std::back_inserter(out_), "startxref\n{}\n%%EOF\n", start);
    return std::move(out_);
}

}  // namespace pdf
