// Numbers for objects, and their syntax one behind another on sheets.
#include "pdf/objects.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/deflate.h"
#include "base/file.h"
#include "pdf/file_writer.h"

namespace pdf {
namespace {

constexpr Id catalog_id = 1;
constexpr Id information_id = 2;
constexpr Id page_root_id = 3;

constexpr std::size_t sheet_size = std::size_t{1} << 15U;
constexpr std::size_t around_stream = 64;  ///< what stands around entries and bytes, at most

std::string dictionary(std::string_view entries) { return "<<" + std::string(entries) + ">>"; }

}  // namespace

Id Objects::reserve() {
    objects_.push_back({"null"});
    return static_cast<Id>(objects_.size() - 1);
}

void Objects::set(Id id, std::string_view syntax) {
    std::string& sheet = this->sheet(syntax.size());
    sheet += syntax;
    objects_.at(id) = {std::string_view(sheet).substr(sheet.size() - syntax.size())};
}

Id Objects::add(std::string_view syntax) {
    const Id id = reserve();
    set(id, syntax);
    return id;
}

Id Objects::add_stream(std::string_view entries, std::string_view bytes, Filter filter) {
    const Id id = reserve();
    if (filter == Filter::none) {
        set_packed_stream(id, entries, bytes);
    } else {
        set_packed_stream(id, std::string(entries) + "/Filter/FlateDecode", base::packed_for_pdf(bytes));
    }
    return id;
}

void Objects::set_packed_stream(Id id, std::string_view entries, std::string_view bytes) {
    std::string& sheet = this->sheet(entries.size() + bytes.size() + around_stream);
    const std::size_t begin = sheet.size();
    append_stream(sheet, entries, bytes);
    objects_.at(id) = {std::string_view(sheet).substr(begin), true};
}

void Objects::set_catalog(std::string_view entries) { set(catalog_id, dictionary(entries)); }

void Objects::set_information(std::string_view entries) {
    information_ = dictionary(entries);
    set(information_id, information_);
}

void Objects::set_page_root(std::string_view entries) { set(page_root_id, dictionary(entries)); }

Id Objects::page_root() { return page_root_id; }

std::string& Objects::sheet(std::size_t size) {
    if (sheets_.empty() || sheets_.back().capacity() - sheets_.back().size() < size) {
        sheets_.emplace_back().reserve(std::max(size, sheet_size));
    }
    return sheets_.back();
}

std::string Objects::file() const {
    std::size_t expected = 0;
    for (const std::string& sheet : sheets_) expected += sheet.size();
    FileWriter writer(static_cast<Id>(objects_.size()), expected);
    for (Id id = 1; id < objects_.size(); ++id) {
        const auto& [syntax, stream] = objects_[id];
        if (stream) {
            writer.stream(id, syntax);
        } else {
            writer.packed(id, syntax);
        }
    }
    const std::string digest = base::digest(information_).substr(0, 32);
    return writer.finish(
        fmt::format("/Root {}/Info {}/ID[<{}><{}>]", reference(catalog_id), reference(information_id), digest, digest));
}

}  // namespace pdf
