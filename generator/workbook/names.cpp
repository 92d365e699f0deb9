// Excel's limits count UTF-16 units; a sheet's name is made fit and unique, a range's name is only judged.
#include "workbook/names.h"

#include <algorithm>

#include "base/utf8.h"

namespace workbook {

namespace {

constexpr std::size_t max_sheet_name = 31;

std::size_t units_of(char32_t character) { return character >= 0x10000 ? 2 : 1; }

bool forbidden(char32_t character) {
    return character < 0x20 || std::u32string_view(U"[]:*?/\\").find(character) != std::u32string_view::npos;
}

std::string without_apostrophes_at_ends(std::string name) {
    while (!name.empty() && name.back() == '\'') name.pop_back();
    name.erase(0, name.find_first_not_of('\''));
    return name;
}

std::string permitted(std::string_view wanted) {
    std::u32string out;
    for (char32_t c : base::decode(wanted)) out += forbidden(c) ? U'_' : c;
    const std::string name(utf16_head(base::encode(out), max_sheet_name));
    return without_apostrophes_at_ends(name);
}

std::string doubled(std::string_view text, char mark) {
    std::string out;
    for (char c : text) out.append(c == mark ? 2 : 1, c);
    return out;
}

/// A1 to XFD1048576, R1C1, R, C.
bool is_address(std::string_view name) {
    const std::string text = folded(name);
    const std::size_t letters = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz");
    const bool digits_follow =
        letters != std::string::npos && text.find_first_not_of("0123456789", letters) == text.npos;
    if (text == "r" || text == "c") return true;
    if (digits_follow && letters > 0) return letters < 3 || (letters == 3 && text.substr(0, 3) <= "xfd");
    std::size_t at = 0;
    const auto skip = [&](char letter) {
        if (at == text.size() || text[at] != letter) return false;
        at = std::min(text.find_first_not_of("0123456789", at + 1), text.size());
        return true;
    };
    return skip('r') && skip('c') && at == text.size();
}

bool letter_of_name(char32_t c) {
    if (c >= 0x80)
        return c > 0xA0 && c != U'\u3000' &&
               std::u32string_view(
                   U"、。，．・：；？！「」『』（）［］｛｝〈〉《》【】＋－＝＜＞＊／＆％＃＠￥｜～“”‘’…")
                       .find(c) == std::u32string_view::npos;
    return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || c == U'_';
}

}  // namespace

std::string folded(std::string_view name) {
    std::u32string text = base::decode(name);
    for (char32_t& c : text) {
        if ((c >= U'A' && c <= U'Z') || (c >= U'Ａ' && c <= U'Ｚ')) c += 0x20;
    }
    return base::encode(text);
}

NameFault fault_of_name(std::string_view name) {
    if (utf16_length(name) > max_range_name) return NameFault::length;
    const std::u32string text = base::decode(name);
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool later = (text[at] >= U'0' && text[at] <= U'9') || text[at] == U'.';
        if (!letter_of_name(text[at]) && (at == 0 || !later)) return NameFault::character;
    }
    if (text.empty()) return NameFault::character;
    if (folded(name) == "true" || folded(name) == "false") return NameFault::kept;
    return is_address(name) ? NameFault::address : NameFault::none;
}

std::size_t utf16_length(std::string_view text) {
    std::size_t units = 0;
    for (std::size_t at = 0; at < text.size();) {
        const base::Decoded decoded = base::decode_at(text, at);
        units += units_of(decoded.character);
        at += decoded.length;
    }
    return units;
}

std::string_view utf16_head(std::string_view text, std::size_t units) {
    std::size_t at = 0;
    while (at < text.size()) {
        const base::Decoded decoded = base::decode_at(text, at);
        if (units_of(decoded.character) > units) break;
        units -= units_of(decoded.character);
        at += decoded.length;
    }
    return text.substr(0, at);
}

std::string shortened(const std::string& text, const std::function<bool(const std::string&)>& fits) {
    std::string shown = text;
    for (std::size_t units = utf16_length(text); units > 0 && !fits(shown);) {
        shown = std::string(utf16_head(text, --units)) + "…";
    }
    return shown;
}

std::size_t lines_of(std::string_view text, std::size_t characters) {
    std::size_t lines = 0;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        // A letter has no more half-width characters than bytes.
        const bool fits = end - at <= characters;
        const std::size_t width = fits ? 0 : static_cast<std::size_t>(base::display_width(text.substr(at, end - at)));
        lines += std::max<std::size_t>(1, (width + characters - 1) / characters);
        at = end + 1;
    }
    return lines;
}

std::string SheetNames::take(std::string_view wanted) {
    std::string stem = permitted(wanted);
    if (stem.empty()) stem = "Sheet";
    std::string name = stem;
    // Excel keeps "History" for itself.
    for (int number = 2; folded(name) == "history" || taken_.contains(folded(name)); ++number) {
        const std::string tail = "(" + std::to_string(number) + ")";
        name = std::string(utf16_head(stem, max_sheet_name - tail.size())) + tail;
    }
    taken_.insert(folded(name));
    return name;
}

std::string column_name(Column column) {
    std::string name;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
        name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    return name;
}

std::string cell(At at) { return column_name(at.column) + std::to_string(at.row + 1); }

std::string fixed_cell(At at) { return "$" + column_name(at.column) + "$" + std::to_string(at.row + 1); }

std::string cell_of(std::string_view sheet, At at) { return "'" + doubled(sheet, '\'') + "'!" + fixed_cell(at); }

std::string area_of(std::string_view sheet, Area area) {
    return cell_of(sheet, area.first) + ":" + fixed_cell(area.last);
}

std::string formula_text(std::string_view text) { return "\"" + doubled(text, '"') + "\""; }

}  // namespace workbook
