// Searches the project's own files for the character that a message names, as itself or as its \u escape.
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
    return code < 0x20 ? std::nullopt : std::optional(letter);
}

/// As it may be typed: itself, or by its number in double quotes.
std::vector<std::string> ways_to_type(const std::string& letter) {
    const auto code = static_cast<std::uint32_t>(base::decode_at(letter, 0).character);
    std::vector<std::string> ways = {letter};
    if (code <= 0xFFFF) {
        for (const std::string_view digits : {"0123456789abcdef", "0123456789ABCDEF"}) {
            std::string way = "\\u";
            for (const unsigned shift : {12U, 8U, 4U, 0U}) way += digits[(code >> shift) & 0xFU];
            if (ways.back() != way) ways.push_back(std::move(way));
        }
    }
    return ways;
}

std::vector<base::Span> places_of(const std::string& letter, const base::Sources& sources,
                                  const std::vector<bool>& own) {
    std::vector<base::Span> places;
    const std::vector<std::string> ways = ways_to_type(letter);
    for (std::uint32_t file = 0; file < sources.size() && file < own.size(); ++file) {
        if (!own[file]) continue;
        const std::string& text = sources.text(file);
        for (const std::string& way : ways) {
            for (std::size_t at = text.find(way); at != std::string::npos; at = text.find(way, at + way.size())) {
                places.push_back({file, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + way.size())});
            }
        }
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
        std::vector<base::Span> places =
            letter && elsewhere ? places_of(*letter, sources, own) : std::vector<base::Span>();
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
