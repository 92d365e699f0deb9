// Names are compared as a hurried eye reads them; the nearest of several is the one with the same folder.
#include "input/beside.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/file.h"
#include "base/message.h"
#include "base/utf8.h"

namespace input {

namespace fs = std::filesystem;

using base::say;

namespace {

/// Small half-width letters, without blanks.
std::string folded(std::string_view name) {
    std::u32string letters = base::decode(name);
    for (char32_t& c : letters) c = base::half_width(c);
    std::erase_if(letters, [](char32_t c) { return c == U' ' || c == U'　'; });
    return base::ascii_lower(base::encode(letters));
}

/// As folded; every way to end the name of a YAML file, and none, is the same.
std::string read_in_haste(std::string_view name) {
    std::string text = folded(name);
    for (const std::string_view ending : {".txt", ".yaml", ".yml"}) {
        if (text.ends_with(ending)) text.resize(text.size() - ending.size());
    }
    return text;
}

std::string digits_of(std::string_view name) {
    std::string digits;
    for (const char c : folded(name)) {
        if (c >= '0' && c <= '9') digits += c;
    }
    return digits;
}

std::string file_of(std::string_view path) { return std::string(path.substr(path.rfind('/') + 1)); }

std::vector<std::string> files_in(const fs::path& folder) {
    try {
        return base::list_files(folder);
    } catch (const base::FileError&) {
        return {};  // nothing to propose
    }
}

std::optional<std::string> meant(const std::vector<std::string>& files, const std::string& name) {
    const auto alike = [&](auto part) {
        return std::find_if(files.begin(), files.end(), [&](const std::string& file) {
            return read_in_haste(part(file)) == read_in_haste(part(name));
        });
    };
    auto found = alike([](const std::string& path) { return path; });
    if (found == files.end()) found = alike(file_of);
    if (found != files.end()) return *found;
    // r4 is no slip for r5.
    std::vector<std::string_view> same_digits;
    for (const std::string& file : files) {
        if (digits_of(file) == digits_of(name)) same_digits.emplace_back(file);
    }
    const auto near = base::nearest(name, same_digits);
    return near ? std::optional(std::string(*near)) : std::nullopt;
}

}  // namespace

std::string hint_beside(const fs::path& folder, const std::string& name) {
    const auto file = meant(files_in(folder), fs::path(name).lexically_normal().generic_string());
    if (!file || *file == name) return {};
    const bool yaml = is_yaml_by_any_ending(*file);
    if (!yaml || file->ends_with(".yaml")) return say("did you mean `{}`?", *file);
    const std::string right = file->substr(0, file->size() - folded(*file).size() + read_in_haste(*file).size());
    return say("`{0}` lies there: give it the name `{1}`", *file, file_of(right) + ".yaml");
}

bool is_yaml_by_any_ending(const std::string& name) {
    const std::string text = folded(name);
    return text.ends_with(".yaml") || text.ends_with(".yml") || text.ends_with(".yaml.txt") ||
           text.ends_with(".yml.txt");
}

}  // namespace input
