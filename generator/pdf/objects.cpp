// Numbers for objects, and their syntax one behind another in one text.
#include "pdf/objects.h"

#include <fmt/format.h>

#include <iterator>

#include "base/deflate.h"
#include "base/file.h"
#include "pdf/file_writer.h"

namespace pdf {
namespace {

constexpr Id catalog_id = 1;
constexpr Id information_id = 2;
constexpr Id page_root_id = 3;

std::string dictionary(std::string_view entries) { return "<<" + std::string(entries) + ">>"; }

}  // namespace

Id Objects::reserve() {
    places_.push_back({0, 4, false});
    return static_cast<Id>(places_.size() - 1);
}

void Objects::set(Id id, std::string_view syntax) {
    places_.at(id) = {syntax_.size(), syntax.size(), false};
    syntax_ += syntax;
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
    const std::size_t begin = syntax_.size();
    append_stream(syntax_, entries, bytes);
    places_.at(id) = {begin, syntax_.size() - begin, true};
}

void Objects::set_catalog(std::string_view entries) { set(catalog_id, dictionary(entries)); }

void Objects::set_information(std::string_view entries) {
    information_ = dictionary(entries);
    set(information_id, information_);
}

void Objects::set_page_root(std::string_view entries) { set(page_root_id, dictionary(entries)); }

Id Objects::page_root() { return page_root_id; }

std::string_view Objects::syntax_of(const Place& place) const {
    return std::string_view(syntax_).substr(place.begin, place.size);
}

std::string Objects::file() const {
    FileWriter writer(static_cast<Id>(places_.size()), syntax_.size());
    for (Id id = 1; id < places_.size(); ++id) {
        const Place& place = places_[id];
        if (place.stream) {
            writer.stream(id, syntax_of(place));
        } else {
            writer.packed(id, syntax_of(place));
        }
    }
    const std::string digest = base::digest(information_).substr(0, 32);
    return writer.finish(
        fmt::format("/Root {}/Info {}/ID[<{}><{}>]", reference(catalog_id), reference(information_id), digest, digest));
}

}  // namespace pdf
