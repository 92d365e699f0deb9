// Searches the project's own files, or the text that is named, for the character, as itself or as it is escaped.
#include "glyph_places.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "base/file.h"
#include "base/utf8.h"

namespace kensho {

namespace {

/// The character that a message names as U+XXXX.
std::optional<std::string> named_character(const std::string& message) {
    const std::size_t at = message.find("U+");
    if (at == std::string::npos) return std::nullopt;
    std::uint32_t code = 0;
    const char* begin = message.data() + at + 2;
    if (std::from_chars(begin, message.data() + message.size(), code, 16).ptr == begin) return std::nullopt;
    std::string letter;
    base::append_utf8(letter, code);
    return letter;
}

/// As it may be typed: itself, or by its number or, of control characters, its letter in double quotes.
std::vector<std::string> ways_to_type(const std::string& letter) {
    const auto code = static_cast<std::uint32_t>(base::decode_at(letter, 0).character);
    std::vector<std::string> ways = {letter};
    const std::pair<char, int> forms[] = {{'x', 2}, {'u', 4}, {'U', 8}};
    for (const auto& [sign, length] : forms) {
        if (length < 8 && (code >> (4 * length)) != 0) continue;
        for (const std::string_view digits : {"0123456789abcdef", "0123456789ABCDEF"}) {
            std::string way = {'\\', sign};
            for (int at = length - 1; at >= 0; --at) way += digits[(code >> (4 * at)) & 0xFU];
            if (ways.back() != way) ways.push_back(std::move(way));
        }
    }
    constexpr std::string_view controls = "0      abtnvfr             e";
    if (code < controls.size() && controls[code] != ' ') ways.push_back({'\\', controls[code]});
    return ways;
}

/// Every place in [begin, end) of a file.
void add_places(const std::string& letter, const base::Sources& sources, base::Span in,
                std::vector<base::Span>& places) {
    const std::string_view text = std::string_view(sources.text(in.file)).substr(0, in.end);
    for (const std::string& way : ways_to_type(letter)) {
        for (std::size_t at = text.find(way, in.begin); at != std::string::npos; at = text.find(way, at + way.size())) {
            places.push_back({in.file, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + way.size())});
        }
    }
}

std::vector<base::Span> places_of(const std::string& letter, const base::Sources& sources,
                                  const std::vector<bool>& own) {
    std::vector<base::Span> places;
    for (std::uint32_t file = 0; file < sources.size() && file < own.size(); ++file) {
        const auto end = static_cast<std::uint32_t>(sources.text(file).size());
        if (own[file]) add_places(letter, sources, {file, 0, end}, places);
    }
    return places;
}

}  // namespace

base::Diagnostics at_typed_characters(const base::Diagnostics& diagnostics, const base::Sources& sources,
                                      const std::filesystem::path& project) {
    const auto& all = diagnostics.all();
    const auto names_one = [](const base::Diagnostic& each) { return named_character(each.message).has_value(); };
    if (std::none_of(all.begin(), all.end(), names_one)) return diagnostics;
    std::vector<bool> own;
    for (std::uint32_t file = 0; file < sources.size(); ++file) {
        own.push_back(base::lies_inside(project, sources.name(file)));
    }
    base::Diagnostics result;
    std::set<std::tuple<std::uint32_t, std::uint32_t, std::string>> told;
    for (const base::Diagnostic& each : diagnostics.all()) {
        const bool elsewhere = !each.span.known() || !own[each.span.file];
        const auto letter = named_character(each.message);
        std::vector<base::Span> places;
        if (letter && elsewhere) places = places_of(*letter, sources, own);
        // A text of several pieces is named as a whole.
        if (letter && !elsewhere) add_places(*letter, sources, each.span, places);
        if (places.empty()) places.push_back(each.span);
        for (const base::Span& place : places) {
            // The same letter is met in headings, bookmarks and tables; it was typed once.
            const auto place_of = std::tuple(place.file, place.begin, each.message);
            if (letter && !told.insert(place_of).second) continue;
            if (each.severity == base::Severity::error) {
                result.error(place, each.message, each.hint);
            } else {
                result.warning(each.name, place, each.message, each.hint);
            }
        }
    }
    return result;
}

}  // namespace kensho
