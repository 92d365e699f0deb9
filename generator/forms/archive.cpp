// Unpacks only XML, counts bytes as they come out, and knows other kinds of files by how they begin.
#include "forms/archive.h"

#include <zip.h>

#include <memory>

#include "base/message.h"

namespace forms {

namespace {

using base::say;

constexpr std::size_t max_unpacked = std::size_t{64} << 20U, max_part = std::size_t{16} << 20U, max_parts = 2'000;

[[noreturn]] void refuse(std::string message, std::string hint) { throw Refusal{std::move(message), std::move(hint)}; }

std::string save_hint() { return say("open it in Excel and save it as .xlsx (Excel ブック), without a password"); }

/// What other kinds of files begin with.
void look_at_head(std::string_view bytes) {
    if (bytes.empty()) refuse(say("the file is empty"), save_hint());
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) refuse(say("this is an .xls file or one with a password"), save_hint());
    if (bytes.starts_with("%PDF")) refuse(say("this is a PDF"), save_hint());
    if (!bytes.starts_with("PK")) refuse(say("this is no xlsx file"), save_hint());
    if (bytes.substr(0, 200).find("opendocument") != std::string_view::npos)
        refuse(say("this is an .ods file"), save_hint());
}

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct Close {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

/// What is said of sizes in the archive is not believed: bytes are counted as they come.
std::string read_part(zip_t* archive, zip_uint64_t index, std::size_t left) {
    const std::unique_ptr<zip_file_t, Close> file(zip_fopen_index(archive, index, 0));
    if (!file) refuse(say("the file is damaged"), save_hint());
    std::string out;
    char buffer[65'536];
    for (;;) {
        const zip_int64_t got = zip_fread(file.get(), buffer, sizeof buffer);
        if (got < 0) refuse(say("the file is damaged"), save_hint());
        if (got == 0) return out;
        out.append(buffer, static_cast<std::size_t>(got));
        if (out.size() > max_part || out.size() > left) {
            refuse(say("the file is far larger than a form when unpacked"),
                   say("send the form itself, without other sheets and pictures"));
        }
    }
}

bool is_xml(std::string_view name) { return name.ends_with(".xml") || name.ends_with(".rels"); }

}  // namespace

std::map<std::string, std::string> unpack(std::string_view bytes) {
    look_at_head(bytes);
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    const std::unique_ptr<zip_t, Discard> archive(source == nullptr ? nullptr
                                                                    : zip_open_from_source(source, ZIP_RDONLY, &error));
    zip_error_fini(&error);
    if (!archive) {
        if (source != nullptr) zip_source_free(source);
        refuse(say("the file is damaged"), save_hint());
    }
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    if (count < 0 || static_cast<std::size_t>(count) > max_parts) refuse(say("the file is damaged"), save_hint());
    std::map<std::string, std::string> parts;
    std::size_t left = max_unpacked;
    for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
        const char* name = zip_get_name(archive.get(), i, ZIP_FL_ENC_GUESS);
        if (name == nullptr || !is_xml(name) || parts.contains(name)) continue;
        std::string part = read_part(archive.get(), i, left);
        left -= part.size();
        parts.emplace(name, std::move(part));
    }
    return parts;
}

}  // namespace forms
