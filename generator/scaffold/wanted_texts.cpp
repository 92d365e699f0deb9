// A text that only an `if` asks for is not wanted; a loop over texts wants the members that its name is used with.
#include "scaffold/wanted_texts.h"

#include <set>

namespace scaffold {

namespace {

constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz_0123456789";

/// The key whose value holds `at`, on its line: if, for, text.
std::string_view key_of(std::string_view source, std::size_t at) {
    const std::size_t line = source.rfind('\n', at) + 1;  // npos + 1 is the first line's begin
    const std::size_t colon = source.rfind(": ", at);
    if (colon == std::string_view::npos || colon < line) return {};
    const std::size_t begin = source.find_last_not_of(letters, colon - 1) + 1;
    return source.substr(begin, colon - begin);
}

/// A condition that asks whether the text is there; one that compares it needs it.
bool only_asked(std::string_view source, std::size_t at, std::size_t end) {
    if (key_of(source, at) != "if") return false;
    const std::size_t next = source.find_first_not_of(' ', end);
    return next == std::string_view::npos || (source[next] != '=' && source[next] != '!');
}

/// The lines of the map that has a key where `at` stands: up to one that begins before the key.
std::string_view map_of(std::string_view source, std::size_t at) {
    const std::size_t line = source.rfind('\n', at) + 1;
    const std::size_t key = source.find_first_not_of(" -", line) - line;
    for (std::size_t next = source.find('\n', at); next != std::string_view::npos; next = source.find('\n', next + 1)) {
        const std::size_t first = source.find_first_not_of(' ', next + 1);
        if (first == std::string_view::npos) break;
        if (source[first] == '\n' || source[first] == '#') continue;
        if (first - next - 1 < key) return source.substr(line, next - line);
    }
    return source.substr(line);
}

/// The words behind `name.` without which the template does not do.
std::set<std::string> members(std::string_view source, const std::string& name) {
    std::set<std::string> found, optional;
    const std::string head = name + ".";
    for (std::size_t at = source.find(head); at != std::string_view::npos; at = source.find(head, at + 1)) {
        if (at > 0 && (letters.find(source[at - 1]) != std::string_view::npos || source[at - 1] == '.')) continue;
        const std::size_t begin = at + head.size();
        const std::size_t end = source.find_first_not_of(letters, begin);
        (only_asked(source, at, end) ? optional : found).insert(std::string(source.substr(begin, end - begin)));
    }
    for (const std::string& member : optional) found.erase(member);
    return found;
}

/// The name that a loop over what stands at `at` gives each: for: NAME in narrative.…
std::string loop_name(std::string_view source, std::size_t at) {
    constexpr std::string_view word = " in ";
    if (at < word.size() || source.substr(at - word.size(), word.size()) != word) return {};
    const std::size_t end = at - word.size();
    const std::size_t begin = source.find_last_not_of(letters, end - 1) + 1;
    return std::string(source.substr(begin, end - begin));
}

/// Where a loop uses its name: in its own lines, and in the columns of the table that it takes its cells from.
std::string_view loop_of(std::string_view source, std::size_t at) {
    const std::string_view own = map_of(source, at);
    const std::size_t table = source.rfind("table: ", at);
    if (own.find("row: columns") == std::string_view::npos || table == std::string_view::npos) return own;
    return source.substr(table, at - table);
}

/// The lines of a piece: `  NAME:` below define, and what stands further in.
std::string_view piece_of(const std::vector<std::string>& files, const std::string& name) {
    for (const std::string& file : files) {
        const std::size_t begin = file.find("\n  " + name + ":");
        if (begin == std::string::npos) continue;
        std::size_t end = file.find('\n', begin + 1);
        while (end != std::string::npos) {
            const std::size_t first = file.find_first_not_of(' ', end + 1);
            if (first != std::string::npos && first - end - 1 < 4 && file[first] != '\n') break;
            end = file.find('\n', end + 1);
        }
        return std::string_view(file).substr(begin, end == std::string::npos ? end : end - begin);
    }
    return {};
}

/// The template, and behind it the pieces that it and they use, each once.
std::string with_pieces(std::string_view source, const std::vector<std::string>& files) {
    constexpr std::string_view head = "use: ";
    std::string all(source);
    std::set<std::string> taken;
    for (std::size_t at = all.find(head); at != std::string::npos; at = all.find(head, at + 1)) {
        const std::size_t begin = at + head.size();
        const std::string name = all.substr(begin, all.find_first_not_of(std::string(letters) + "-", begin) - begin);
        if (taken.insert(name).second) all += piece_of(files, name);
    }
    return all;
}

}  // namespace

std::vector<std::string> wanted_texts(std::string_view file, const std::vector<std::string>& pieces) {
    const std::string source = with_pieces(file, pieces);
    std::set<std::string> texts, optional;
    constexpr std::string_view head = "narrative.";
    const std::string path_letters = std::string(letters) + ".{}";
    for (std::size_t at = source.find(head); at != std::string_view::npos; at = source.find(head, at + 1)) {
        const std::size_t begin = at + head.size();
        const std::size_t end = source.find_first_not_of(path_letters, begin);
        std::string path(source.substr(begin, end - begin));
        if (path.find('{') == std::string::npos) path = path.substr(0, path.find('}'));
        const std::string item = key_of(source, at) == "for" ? loop_name(source, at) : "";
        const std::set<std::string> parts = item.empty() ? std::set<std::string>() : members(loop_of(source, at), item);
        for (const std::string& part : parts) texts.insert(std::string(path).append("[].").append(part));
        if (parts.empty()) (only_asked(source, at, end) ? optional : texts).insert(path);
    }
    for (const std::string& path : optional) texts.erase(path);
    return {texts.begin(), texts.end()};
}

}  // namespace scaffold
