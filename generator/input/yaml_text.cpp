#include "input/yaml_text.h"

#include <yaml-cpp/exceptions.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/message.h"
#include "base/utf8.h"

namespace input {

namespace {

using base::say;
using base::Span;

Span place(std::uint32_t file, std::size_t begin, std::size_t end) {
    return {file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// Characters that cannot be seen and mean nothing in prose: C0 but for tab and line ends, DEL, C1, a stray byte order
/// mark, and non-characters.
bool is_forbidden(char32_t c) {
    if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
    return (c >= 0x7F && c < 0xA0) || c == 0xFEFF || (c & 0xFFFEU) == 0xFFFE;
}

std::size_t quoted_end(std::string_view text, std::size_t at, char quote) {
    for (++at; at < text.size(); ++at) {
        if (quote == '"' && text[at] == '\\') {
            ++at;
        } else if (text[at] == quote) {
            if (quote == '"' || text.substr(at + 1, 1) != "'") return at + 1;
            ++at;
        }
    }
    return std::string_view::npos;
}

/// A block scalar reaches over the blank lines and those indented like its first one.
std::size_t block_end(std::string_view text, std::size_t begin) {
    std::size_t end = std::min(text.find('\n', begin), text.size());
    std::size_t indent = 0;
    for (std::size_t line = end + 1; line < text.size();) {
        const std::size_t next = std::min(text.find('\n', line), text.size());
        const std::size_t first = text.find_first_not_of(' ', line);
        if (first < next && text[first] != '\r') {
            if (indent == 0) indent = first - line;
            if (indent == 0 || first - line < indent) break;
            end = next;
        }
        line = next + 1;
    }
    while (end > begin && is_blank(text[end - 1])) --end;
    return end;
}

/// Follows the value through the text; blanks and line ends are folded in the one, not in the other.
std::size_t plain_end(std::string_view text, std::size_t at, std::string_view value) {
    for (std::size_t i = 0; i < value.size() && at < text.size();) {
        if (is_blank(value[i])) {
            while (i < value.size() && is_blank(value[i])) ++i;
            while (at < text.size() && is_blank(text[at])) ++at;
        } else if (value[i] == text[at]) {
            ++i;
            ++at;
        } else {
            break;
        }
    }
    return at;
}

std::string_view line_around(std::string_view text, std::size_t at) {
    const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    return text.substr(begin, text.find('\n', begin) - begin);
}

/// A full-width colon behind a key or a full-width blank in the indentation, of this line or the one above: the parser
/// complains only where the grammar breaks, which is often a line later.
std::size_t slip_near(std::string_view text, std::size_t at) {
    const std::string_view line = line_around(text, at);
    const auto begin = static_cast<std::size_t>(line.data() - text.data());
    const std::string_view above = begin == 0 ? std::string_view() : line_around(text, begin - 1);
    for (const std::string_view each : {above, line}) {
        if (each.empty()) continue;
        const auto start = static_cast<std::size_t>(each.data() - text.data());
        const std::size_t first = each.find_first_not_of(" -");
        if (first == std::string_view::npos) continue;
        if (each.substr(first).starts_with("　")) return start + first;
        if (each.substr(first).starts_with("#") || each.find(": ") != std::string_view::npos || each.ends_with(':')) {
            continue;
        }
        if (const std::size_t colon = each.find("："); colon != std::string_view::npos) return start + colon;
    }
    return std::string_view::npos;
}

/// What people type by mistake explains a complaint better than the grammar does.
std::string hint_for(std::string_view text, std::string_view line, std::string_view complaint) {
    const auto begin = static_cast<std::size_t>(line.data() - text.data());
    const std::string_view above = begin == 0 ? std::string_view() : line_around(text, begin - 1);
    if (line.find('\t') != std::string_view::npos) return say("indent with blanks, not with tabs");
    const bool colon_without_blank = above.find(": ") == std::string_view::npos && !above.ends_with(':') &&
                                     above.find(':') != std::string_view::npos;
    if (colon_without_blank) return say("a blank stands behind the colon");
    if (complaint == YAML::ErrorMsg::MAP_VALUE) {
        return say("a text that contains a colon and a blank stands in quotes; a key is indented like its neighbours");
    }
    if (complaint == YAML::ErrorMsg::UNKNOWN_TOKEN) return say("a text that begins with @, ` or % stands in quotes");
    return {};
}

std::string plain_words(const std::string& complaint) {
    using namespace YAML::ErrorMsg;
    const std::array<std::pair<std::string_view, const char*>, 12> known = {
        {{TAB_IN_INDENTATION, base::to_translate("a tab stands in the indentation")},
         {END_OF_MAP, base::to_translate("this line does not fit into the map above it")},
         {END_OF_SEQ, base::to_translate("this line does not fit into the list above it")},
         {END_OF_MAP_FLOW, base::to_translate("a map opened with {{ is not closed with }}")},
         {END_OF_SEQ_FLOW, base::to_translate("a list opened with [ is not closed with ]")},
         {FLOW_END, base::to_translate("a closing bracket has no opening one")},
         {EOF_IN_SCALAR, base::to_translate("a quotation mark is not closed")},
         {DOC_IN_SCALAR, base::to_translate("a quotation mark is not closed")},
         {MAP_VALUE, base::to_translate("a colon stands where none can")},
         {MAP_KEY, base::to_translate("a key stands where none can")},
         {BLOCK_ENTRY, base::to_translate("a dash stands where no list can begin")},
         {UNKNOWN_ANCHOR,
          base::to_translate("anchors, aliases and merge keys are not read; write each value where it belongs")}}};
    for (const auto& [theirs, ours] : known) {
        if (complaint == theirs) return say(ours);
    }
    return say("this is no well-formed YAML ({})", complaint);
}

}  // namespace

bool check_characters(std::uint32_t file, std::string_view text, base::Diagnostics& diagnostics) {
    for (std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0; at < text.size();) {
        if (text[at] >= ' ' && text[at] < 0x7F) {
            ++at;
            continue;
        }
        const base::Decoded next = base::decode_at(text, at);
        if (!next.valid) {
            diagnostics.error(place(file, at, at), say("this file is not UTF-8: byte {:02X}", text[at] & 0xFF),
                              say("save it as UTF-8, not as Shift_JIS or UTF-16"));
            return false;
        }
        const bool lone_return = next.character == '\r' && text.substr(at + 1, 1) != "\n";
        if (lone_return || is_forbidden(next.character)) {
            diagnostics.error(place(file, at, at),
                              say("a control character, U+{:04X}", static_cast<std::uint32_t>(next.character)),
                              say("remove it; it cannot be seen"));
            return false;
        }
        at += next.length;
    }
    return true;
}

std::size_t scalar_end(std::string_view text, std::size_t begin, std::string_view value) {
    if (begin >= text.size()) return text.size();
    switch (text[begin]) {
        case '"':
        case '\'': return quoted_end(text, begin, text[begin]);
        case '|':
        case '>': return block_end(text, begin);
        default: return plain_end(text, begin, value);
    }
}

void report_syntax(std::uint32_t file, std::string_view text, std::size_t at, const std::string& complaint,
                   base::Diagnostics& diagnostics) {
    at = std::min(at, text.size());
    if (at == text.size()) {
        while (at > 0 && is_blank(text[at - 1])) --at;
        if (at > 0) --at;
        while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80) --at;
    }
    if (const std::size_t slip = slip_near(text, at); slip != std::string_view::npos) {
        const bool blank = text.substr(slip).starts_with("　");
        diagnostics.error(place(file, slip, slip + 3),
                          blank ? say("a full-width blank stands in the indentation")
                                : say("a full-width colon stands behind the key"),
                          blank ? say("indent with half-width blanks, not with full-width ones")
                                : say("a key is followed by a half-width colon and a blank"));
        return;
    }
    diagnostics.error(place(file, at, at), plain_words(complaint), hint_for(text, line_around(text, at), complaint));
}

}  // namespace input
