// A file still has the digest on the list if nobody changed it; the list is exchanged together with the outputs.
#include "base/made.h"

#include <algorithm>
#include <map>
#include <system_error>

#include "base/exchange.h"
#include "base/message.h"

namespace base {

namespace fs = std::filesystem;

namespace {

constexpr const char* list_name = ".kensho";
constexpr std::string_view list_head = "# Made by kensho. `sha256sum -c .kensho` tells what was changed since.\n";
constexpr std::size_t largest_list = std::size_t{1} << 24U;
constexpr std::size_t digest_size = 64;

using List = std::map<std::string, std::string>;  ///< name, digest

List read_list(const fs::path& folder) {
    const fs::path path = folder / list_name;
    if (!fs::exists(fs::symlink_status(path))) return {};
    const std::string text = read_file(path, largest_list);
    if (!text.starts_with(list_head)) {
        throw FileError(say("`{}` is not kensho's list of what it has made; move it away", path.generic_string()));
    }
    List list;
    for (std::size_t begin = list_head.size(); begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = std::string_view(text).substr(begin, end - begin);
        if (line.size() > digest_size + 2) list.emplace(line.substr(digest_size + 2), line.substr(0, digest_size));
        begin = end + 1;
    }
    return list;
}

std::string written(const List& list) {
    std::string text(list_head);
    for (const auto& [name, digest] : list) text.append(digest).append("  ").append(name).append("\n");
    return text;
}

void check(const fs::path& path, const OutputFile& file, const std::string& fresh, const List& list) {
    std::error_code error;
    if (!fs::is_regular_file(path, error)) return;  // nothing there, or what the exchange refuses
    const std::string there = digest_of_file(path);
    const auto known = list.find(file.path.generic_string());
    if (there == fresh || (known != list.end() && known->second == there)) return;
    throw FileError(
        say(known == list.end()
                ? "`{}` was not made by kensho; move it away, or replace it with --force"
                : to_translate("`{}` was changed since kensho made it; move it away, or replace it with --force"),
            path.generic_string()));
}

}  // namespace

bool is_same_file(const fs::path& a, const fs::path& b) {
    std::error_code error;
    return fs::equivalent(a, b, error) && !error;
}

void put_outputs(const fs::path& folder, std::vector<OutputFile> files, const std::vector<fs::path>& inputs,
                 bool force) {
    Exchange exchange(folder);
    List list = read_list(folder);
    for (const OutputFile& file : files) {
        const fs::path path = folder / file.path;
        const auto same = [&](const fs::path& input) { return is_same_file(path, input); };
        std::error_code error;
        if (fs::exists(path, error) && std::any_of(inputs.begin(), inputs.end(), same)) {
            throw FileError(say("`{}` is an input and is not written over", path.generic_string()));
        }
        std::string fresh = digest(file.bytes.pieces());
        if (!force) check(path, file, fresh, list);
        list[file.path.generic_string()] = std::move(fresh);
    }
    std::erase_if(list, [&](const auto& entry) {
        const auto is_new = [&](const OutputFile& file) { return file.path.generic_string() == entry.first; };
        return std::none_of(files.begin(), files.end(), is_new) && !fs::exists(folder / entry.first);
    });
    files.push_back({list_name, written(list)});
    exchange.put(files);
}

}  // namespace base
