// Neighbours in number are much alike (elements of the structure, cells of a table), so that packed together they
// take a tenth; a group is bounded, since a viewer unpacks all of it to read one of its objects.
#include "pdf/file_writer.h"

#include <fmt/format.h>

#include <iterator>

#include "base/deflate.h"

namespace pdf {
namespace {

constexpr std::size_t most_bytes = std::size_t{64} << 10U;  ///< of a group, unpacked
constexpr std::size_t most_objects = 1000;

// A row of the cross-reference stream: type, where, index, big end first.
constexpr std::size_t where_size = 4;
constexpr std::size_t row_size = 1 + where_size + 2;

void append_big_end(std::string& out, std::size_t value, std::size_t size) {
    for (std::size_t byte = size; byte-- > 0;) out += static_cast<char>(value >> (8 * byte) & 0xFFU);
}

/// Each byte as its difference from the one above: predictor 12 of ISO 32000-1, 7.4.4.4. Offsets grow by little.
std::string differences(std::string_view rows) {
    std::string out;
    for (std::size_t at = 0; at < rows.size(); ++at) {
        if (at % row_size == 0) out += '\2';
        const unsigned above = at < row_size ? 0 : static_cast<unsigned char>(rows[at - row_size]);
        out += static_cast<char>((static_cast<unsigned char>(rows[at]) - above) & 0xFFU);
    }
    return out;
}

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
    fmt::format_to(std::back_inserter(heads_), "{} {} ", id, bodies_.size());
    bodies_ += syntax;
    bodies_ += '\n';
    group_.push_back(id);
    if (group_.size() == most_objects || bodies_.size() >= most_bytes) close_group();
}

Id FileWriter::new_stream(std::string_view entries, std::string_view bytes) {
    const Id id = static_cast<Id>(entries_.size());
    entries_.emplace_back();
    std::string syntax;
    append_stream(syntax, std::string(entries) + "/Filter/FlateDecode", base::packed_for_pdf(bytes));
    stream(id, syntax);
    return id;
}

void FileWriter::close_group() {
    if (group_.empty()) return;
    const Id id = new_stream(fmt::format("/Type/ObjStm/N {}/First {}", group_.size(), heads_.size()), heads_ + bodies_);
    for (std::size_t i = 0; i < group_.size(); ++i) entries_.at(group_[i]) = {2, id, static_cast<std::uint16_t>(i)};
    heads_.clear();
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
    append_stream(syntax, entries, base::packed_for_pdf(differences(cross_references())));
    stream(id, syntax);
    fmt::format_to(std::back_inserter(out_), "startxref\n{}\n%%EOF\n", start);
    return std::move(out_);
}

}  // namespace pdf
