#include "glyph_places.h"

#include <charconv>
#include <optional>
#include <string>
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

std::vector<base::Span> places_of(const std::string& letter, const base::Sources& sources,
                                  const std::vector<bool>& own) {
    std::vector<base::Span> places;
    for (std::uint32_t file = 0; file < sources.size() && file < own.size(); ++file) {
        if (!own[file]) continue;
        const std::string& text = sources.text(file);
        for (std::size_t at = text.find(letter); at != std::string::npos; at = text.find(letter, at + letter.size())) {
            places.push_back({file, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + letter.size())});
        }
    }
    return places;
}

}  // namespace

base::Diagnostics at_typed_characters(const base::Diagnostics& diagnostics, const base::Sources& sources,
                                      const std::filesystem::path& project) {
    std::vector<bool> own;
    for (std::uint32_t file = 0; file < sources.size(); ++file) {
        own.push_back(base::lies_inside(project, sources.name(file)));
    }
    base::Diagnostics result;
    for (const base::Diagnostic& each : diagnostics.all()) {
        const bool elsewhere = each.span.known() && !own[each.span.file];
        const auto letter = elsewhere ? named_character(each.message) : std::nullopt;
        std::vector<base::Span> places = letter ? places_of(*letter, sources, own) : std::vector<base::Span>();
        if (places.empty()) places.push_back(each.span);
        for (const base::Span& place : places) {
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
