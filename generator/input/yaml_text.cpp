// A parser's complaint is explained from the letters near it: what people mistype, before what the grammar says.
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
/// mark, non-characters, and marks that turn the direction of the letters behind them.
bool is_forbidden(char32_t c) {
    if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
    const bool turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return (c >= 0x7F && c < 0xA0) || c == 0xFEFF || (c & 0xFFFEU) == 0xFFFE || turns;
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
    if (text.substr(at).starts_with(value)) return at + value.size();
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

/// Without its end: of two letters on Windows.
std::string_view line_around(std::string_view text, std::size_t at) {
    const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    std::string_view line = text.substr(begin, text.find('\n', begin) - begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

std::size_t indent_of(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

/// A word or two without any sign of YAML's.
bool has_no_colon(std::string_view line) {
    const std::size_t first = line.find_first_not_of(' ');
    return first != std::string_view::npos && line.find_first_of(":#-[]{}\"'|>%@`&*!") == std::string_view::npos;
}

/// How many blanks the lines above begin with that this one nearly stands beside; nothing when it does.
std::optional<std::size_t> neighbours_indent(std::string_view text, std::string_view line) {
    constexpr int lines_looked_at = 50;
    const std::size_t own = indent_of(line);
    std::optional<std::size_t> nearest;
    std::string_view at = line;
    for (int i = 0; i < lines_looked_at && at.data() > text.data(); ++i) {
        at = line_around(text, static_cast<std::size_t>(at.data() - text.data()) - 1);
        if (at.find_first_not_of(' ') == std::string_view::npos || at[indent_of(at)] == '#') continue;
        const auto away = [&](std::size_t other) { return other > own ? other - own : own - other; };
        const std::size_t indent = indent_of(at);
        const bool item = at.substr(indent).starts_with("- ");  // its keys stand behind the dash
        for (const std::size_t beside : {indent, item ? indent + 2 : indent}) {
            if (beside == own) return std::nullopt;
            if (!nearest || away(beside) < away(*nearest)) nearest = beside;
        }
    }
    return nearest;
}

/// What stands full-width where YAML wants it half-width.
enum class Slip { indentation, colon, behind_colon, no_blank, equals };

/// The end of a key that begins there, in the letters that keys have; 0 where none does.
std::size_t key_end(std::string_view line, std::size_t first) {
    std::size_t end = first;
    const auto of_key = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    while (end < line.size() && of_key(line[end])) ++end;
    return end == first ? 0 : end;
}

/// Such a slip in this line or the one above: the parser complains only where the grammar breaks, often a line later.
std::optional<std::pair<Slip, std::size_t>> slip_near(std::string_view text, std::size_t at) {
    const std::string_view line = line_around(text, at);
    const auto begin = static_cast<std::size_t>(line.data() - text.data());
    const std::string_view above = begin == 0 ? std::string_view() : line_around(text, begin - 1);
    for (const std::string_view each : {above, line}) {
        if (each.empty()) continue;
        const auto start = static_cast<std::size_t>(each.data() - text.data());
        const std::size_t first = each.find_first_not_of(" -");
        if (first == std::string_view::npos) continue;
        if (each.substr(first).starts_with("　")) return std::pair{Slip::indentation, start + first};
        if (each.substr(first).starts_with("#") || each.find(": ") != std::string_view::npos || each.ends_with(':')) {
            continue;
        }
        if (const std::size_t blank = each.find(":　"); blank != std::string_view::npos) {
            return std::pair{Slip::behind_colon, start + blank + 1};
        }
        if (const std::size_t colon = each.find("："); colon != std::string_view::npos) {
            return std::pair{Slip::colon, start + colon};
        }
        // app-users:195 and app-users = 195: the next line breaks.
        const std::size_t end = key_end(each, first);
        if (end == 0 || end == each.size()) continue;
        if (each[end] == ':' && each[end + 1] != '/') return std::pair{Slip::no_blank, start + end};
        const std::size_t sign = each.find_first_not_of(' ', end);
        if (sign != std::string_view::npos && each[sign] == '=') return std::pair{Slip::equals, start + sign};
    }
    return std::nullopt;
}

/// The first letter of what stands behind the key or the dash of a line; a blank where nothing does.
char first_of_value(std::string_view line) {
    const std::size_t dash = line.find_first_not_of(" -");
    if (dash == std::string_view::npos) return ' ';
    line.remove_prefix(dash);
    const std::size_t end = key_end(line, 0);
    if (end != 0 && line.substr(end).starts_with(": ")) line.remove_prefix(end + 2);
    const std::size_t value = line.find_first_not_of(' ');
    return value == std::string_view::npos ? ' ' : line[value];
}

/// What people type by mistake explains a complaint better than the grammar does.
std::string hint_for(std::string_view text, std::string_view line, std::string_view complaint) {
    const auto begin = static_cast<std::size_t>(line.data() - text.data());
    const std::string_view above = begin == 0 ? std::string_view() : line_around(text, begin - 1);
    if (line.find('\t') != std::string_view::npos) return say("indent with blanks, not with tabs");
    for (std::string_view slip : {line, above}) {
        if (slip.find(": #") != std::string_view::npos) return say("six hexadecimal digits in quotes: \"#183A5A\"");
        const bool colon_without_blank = slip.find(": ") == std::string_view::npos && !slip.ends_with(':') &&
                                         slip.find(':') != std::string_view::npos && slip.find('#') != 0;
        if (colon_without_blank) return say("a blank stands behind the colon");
    }
    const char begins = first_of_value(line);
    const bool closed = complaint != YAML::ErrorMsg::END_OF_MAP_FLOW && complaint != YAML::ErrorMsg::END_OF_SEQ_FLOW;
    if (begins == '{' && closed) return say("a text that begins with {{ stands in quotes: \"{{…}}…\"");
    if ((begins == '[' && closed) || begins == '*' || begins == '&') {
        return say("a text that begins with {} stands in quotes", begins);
    }
    if (complaint == YAML::ErrorMsg::CHAR_IN_BLOCK) return say("a text that begins with {} stands in quotes", begins);
    if (complaint == YAML::ErrorMsg::BLOCK_ENTRY) {
        return say("items stand below the key, each in a line of its own; a text that begins with - stands in quotes");
    }
    if (has_no_colon(above)) return say("the line above has no colon: a key is followed by a colon and a blank");
    if (has_no_colon(line)) return say("a key is followed by a half-width colon and a blank");
    if (const auto wanted = neighbours_indent(text, line)) {
        return say("this line begins with {0} blanks, its neighbours with {1}", indent_of(line), *wanted);
    }
    if (complaint == YAML::ErrorMsg::MAP_VALUE) {
        return say("a text that contains a colon and a blank stands in quotes; a key is indented like its neighbours");
    }
    if (complaint.starts_with(YAML::ErrorMsg::INVALID_ESCAPE) || complaint == YAML::ErrorMsg::INVALID_UNICODE ||
        complaint.starts_with(YAML::ErrorMsg::INVALID_HEX)) {
        return say("in double quotes a backslash begins a code; write two of them, or single quotes");
    }
    if (complaint == YAML::ErrorMsg::UNKNOWN_TOKEN) return say("a text that begins with @, ` or % stands in quotes");
    return {};
}

std::string plain_words(const std::string& complaint) {
    using namespace YAML::ErrorMsg;
    const std::array<std::pair<std::string_view, const char*>, 24> known = {
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
         {INVALID_ESCAPE, base::to_translate("a backslash with a letter that means nothing")},
         {INVALID_HEX, base::to_translate("a backslash with a letter that means nothing")},
         {INVALID_UNICODE, base::to_translate("a backslash with a letter that means nothing")},
         {UNKNOWN_TOKEN, base::to_translate("a text cannot begin like this")},
         {CHAR_IN_BLOCK, base::to_translate("nothing but a comment stands behind | or >")},
         {ALIAS_NOT_FOUND, base::to_translate("a text cannot begin like this")},
         {ANCHOR_NOT_FOUND, base::to_translate("a text cannot begin like this")},
         {ALIAS_CONTENT, base::to_translate("a text cannot begin like this")},
         {CHAR_IN_TAG_HANDLE, base::to_translate("a text cannot begin like this")},
         {TAG_WITH_NO_SUFFIX, base::to_translate("a text cannot begin like this")},
         {END_OF_VERBATIM_TAG, base::to_translate("a text cannot begin like this")},
         {YAML_DIRECTIVE_ARGS, base::to_translate("a text cannot begin like this")},
         {UNKNOWN_ANCHOR,
          base::to_translate("anchors, aliases and merge keys are not read; write each value where it belongs")}}};
    for (const auto& [theirs, ours] : known) {
        if (std::string_view(complaint).starts_with(theirs)) return say(ours);
    }
    return say("this is no well-formed YAML");
}

}  // namespace

namespace {

/// What a file is that is no text in UTF-8 at all; told by its first bytes.
struct TextKind {
    std::string_view begins;
    const char* message;
    const char* hint;
};

const char* const save_as_utf8 = base::to_translate("save it as UTF-8, not as Shift_JIS or UTF-16");
const char* const not_yaml = base::to_translate("name a YAML file here; this one belongs elsewhere");

const std::array<TextKind, 7> kinds = {{
    {std::string_view("\xFF\xFE", 2), base::to_translate("this file is UTF-16, not UTF-8"), save_as_utf8},
    {std::string_view("\xFE\xFF", 2), base::to_translate("this file is UTF-16, not UTF-8"), save_as_utf8},
    {"PK\x03\x04", base::to_translate("this file is a workbook or an archive, not YAML"), not_yaml},
    {"\xD0\xCF\x11\xE0", base::to_translate("this file is a workbook or an archive, not YAML"), not_yaml},
    {"%PDF-", base::to_translate("this file is a PDF, not YAML"), not_yaml},
    {"\xFF\xD8\xFF", base::to_translate("this file is a picture, not YAML"), not_yaml},
    {"\x89PNG", base::to_translate("this file is a picture, not YAML"), not_yaml},
}};

/// Letters of the ASCII range in UTF-16 have a zero beside them.
bool is_utf16(std::string_view text) {
    if (text.size() < 4) return false;
    const auto zero = [&](std::size_t at) { return text[at] == 0; };
    return zero(0) != zero(1) && zero(0) == zero(2) && zero(1) == zero(3);
}

bool is_text(std::uint32_t file, std::string_view text, base::Diagnostics& diagnostics) {
    for (const TextKind& kind : kinds) {
        if (!text.starts_with(kind.begins)) continue;
        diagnostics.error(place(file, 0, 0), say(kind.message), say(kind.hint));
        return false;
    }
    if (is_utf16(text)) {
        diagnostics.error(place(file, 0, 0), say("this file is UTF-16, not UTF-8"), say(save_as_utf8));
        return false;
    }
    if (text.find('\r') != std::string_view::npos && text.find('\n') == std::string_view::npos) {
        diagnostics.error(place(file, 0, 0), say("the lines of this file end with CR alone, as on old Macintoshes"),
                          say("save it with the line ends of Windows (CRLF) or Unix (LF)"));
        return false;
    }
    return true;
}

/// The lines that git leaves where two versions could not be joined.
bool is_joined(std::uint32_t file, std::string_view text, base::Diagnostics& diagnostics) {
    for (const std::string_view mark : {"<<<<<<< ", "=======", ">>>>>>> "}) {
        for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1)) {
            if (at > 0 && text[at - 1] != '\n') continue;
            const std::string_view line = line_around(text, at);
            if (mark == "=======" && line != mark) continue;
            diagnostics.error(place(file, at, at + mark.find_last_not_of(' ') + 1),
                              say("two versions of this file were not joined (a mark of git)"),
                              say("keep one of the two texts, and delete the lines <<<<<<<, ======= and >>>>>>>"));
            return false;
        }
    }
    return true;
}

}  // namespace

bool check_characters(std::uint32_t file, std::string_view text, base::Diagnostics& diagnostics) {
    if (!is_text(file, text, diagnostics) || !is_joined(file, text, diagnostics)) return false;
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

std::optional<std::size_t> too_deep_bracket(std::string_view text) {
    constexpr std::size_t most = 1'000;  // so many that no text has them by chance
    std::size_t depth = 0;
    char before = '\n';  // the last that is no blank: only behind some of them a bracket opens a list or a map
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == ' ') continue;
        const bool opens =
            (c == '[' || c == '{') && std::string_view("\n[{,:-?").find(before) != std::string_view::npos;
        if (opens && ++depth > most) return at;
        if ((c == ']' || c == '}') && depth > 0) --depth;
        before = c;
    }
    return std::nullopt;
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
    if (const auto slip = slip_near(text, at)) {
        const auto [kind, begin] = *slip;
        const bool narrow = kind == Slip::no_blank || kind == Slip::equals;
        diagnostics.error(place(file, begin, begin + (narrow ? 1 : 3)),
                          kind == Slip::no_blank       ? say("no blank stands behind the colon")
                          : kind == Slip::equals       ? say("a = stands in the place of the colon")
                          : kind == Slip::indentation  ? say("a full-width blank stands in the indentation")
                          : kind == Slip::behind_colon ? say("a full-width blank stands behind the colon")
                                                       : say("a full-width colon stands behind the key"),
                          kind == Slip::indentation ? say("indent with half-width blanks, not with full-width ones")
                                                    : say("a key is followed by a half-width colon and a blank"));
        return;
    }
    diagnostics.error(place(file, at, at), plain_words(complaint), hint_for(text, line_around(text, at), complaint));
}

}  // namespace input
