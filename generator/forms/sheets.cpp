// Reads cells within budgets of cells, text and merges, by local names, since programs differ in prefixes.
#include "forms/sheets.h"

#include <iconv.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <pugixml.hpp>

#include "base/budget.h"
#include "base/message.h"
#include "base/utf8.h"
#include "forms/archive.h"
#include "forms/number_format.h"

namespace forms {

namespace {

using base::say;
using Parts = std::map<std::string, std::string>;

constexpr std::size_t max_cells = 200'000;
/// A text that stands once in the file may be shown by every cell.
constexpr std::size_t max_text = std::size_t{32} << 20U;
/// Columns of merged areas.
constexpr std::size_t max_merged = 200'000;
/// What Excel has.
constexpr std::uint32_t most_rows = 1'048'576, most_columns = 16'384;

/// What a book may still hold.
struct Budgets {
    base::Budget cells{max_cells}, text{max_text}, merged{max_merged};
};

[[noreturn]] void too_large(std::string message) {
    throw Refusal{std::move(message), say("send the form itself, without other sheets and pictures")};
}

[[noreturn]] void damaged() {
    throw Refusal{say("the file is damaged"),
                  say("open it in Excel and save it as .xlsx (Excel ブック), without a password")};
}

/// Entities are not expanded by the parser; a document type has no place in an xlsx and is refused all the same.
void parse(pugi::xml_document& document, const std::string& part) {
    if (part.find("<!DOCTYPE") != std::string::npos || part.find("<!ENTITY") != std::string::npos) {
        throw Refusal{say("the file holds what no Excel file holds (a document type)"),
                      say("ask where the file comes from")};
    }
    if (!document.load_buffer(part.data(), part.size(), pugi::parse_default | pugi::parse_ws_pcdata)) damaged();
}

/// The name behind the prefix: some programs write x:row.
std::string_view local(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_node below : node.children()) {
        if (local(below) == name) return below;
    }
    return {};
}

/// Text of a string item: runs and plain text, without readings (furigana).
std::string item_text(const pugi::xml_node& item) {
    std::string out;
    for (const pugi::xml_node below : item.children()) {
        const std::string_view name = local(below);
        if (name == "t") out += below.text().get();
        if (name == "r") out += child(below, "t").text().get();
    }
    return out;
}

std::vector<std::string> shared_strings(const Parts& parts) {
    std::vector<std::string> strings;
    const auto part = parts.find("xl/sharedStrings.xml");
    if (part == parts.end()) return strings;
    pugi::xml_document document;
    parse(document, part->second);
    for (const pugi::xml_node item : document.document_element().children()) {
        if (local(item) == "si") strings.push_back(item_text(item));
    }
    return strings;
}

/// The format of each cell style.
std::vector<NumberFormat> formats(const Parts& parts) {
    std::vector<NumberFormat> out;
    const auto part = parts.find("xl/styles.xml");
    if (part == parts.end()) return out;
    pugi::xml_document document;
    parse(document, part->second);
    std::map<int, std::string> codes;
    for (const pugi::xml_node node : child(document.document_element(), "numFmts").children()) {
        codes[node.attribute("numFmtId").as_int()] = node.attribute("formatCode").value();
    }
    for (const pugi::xml_node node : child(document.document_element(), "cellXfs").children()) {
        const int id = node.attribute("numFmtId").as_int();
        const auto code = codes.find(id);
        out.push_back(code == codes.end() ? built_in_format(id) : read_format(code->second));
    }
    return out;
}

/// A1 or $A$1; nothing when it is neither.
bool read_place(std::string_view text, Place& place) {
    std::uint32_t column = 0, row = 0;
    std::size_t at = 0;
    const auto letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (at < text.size() && text[at] == '$') ++at;
    while (at < text.size() && letter(text[at]) && column < 20'000)
        column = column * 26 + static_cast<std::uint32_t>(text[at++] - 'A' + 1);
    if (at < text.size() && text[at] == '$') ++at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9' && row < 2'000'000)
        row = row * 10 + static_cast<std::uint32_t>(text[at++] - '0');
    if (at != text.size() || column == 0 || row == 0 || row > most_rows || column > most_columns) return false;
    place = {row - 1, column - 1};
    return true;
}

class SheetReader {
   public:
    SheetReader(const std::vector<std::string>& strings, const std::vector<NumberFormat>& formats, Budgets& budgets)
        : strings_(strings), formats_(formats), budgets_(budgets) {}

    void read(const std::string& part, Sheet& sheet) {
        pugi::xml_document document;
        parse(document, part);
        std::uint32_t row = 0;
        for (const pugi::xml_node line : child(document.document_element(), "sheetData").children()) {
            if (local(line) != "row") continue;
            if (line.attribute("r")) row = line.attribute("r").as_uint() - 1;
            if (row >= most_rows) damaged();
            read_row(line, row, sheet);
            ++row;
        }
        for (const pugi::xml_node area : child(document.document_element(), "mergeCells").children()) {
            read_merged(area.attribute("ref").value(), sheet);
        }
    }

   private:
    void read_merged(std::string_view reference, Sheet& sheet) {
        const std::size_t colon = reference.find(':');
        Place first, last;
        if (colon == std::string_view::npos || !read_place(reference.substr(0, colon), first) ||
            !read_place(reference.substr(colon + 1), last)) {
            return;
        }
        for (std::uint32_t column = first.second; column <= last.second; ++column) {
            if (!budgets_.merged.spend(1)) too_large(say("the file has more than {} merged cells", max_merged));
            sheet.merged.emplace(Place{column, first.first}, Sheet::Spread{last.first, first});
        }
    }

    void read_row(const pugi::xml_node& line, std::uint32_t row, Sheet& sheet) {
        std::uint32_t column = 0;
        for (const pugi::xml_node node : line.children()) {
            if (local(node) != "c") continue;
            Place place{row, column};
            if (node.attribute("r") && !read_place(node.attribute("r").value(), place)) damaged();
            if (place.second >= most_columns) damaged();
            column = place.second + 1;
            if (!budgets_.cells.spend(1)) too_large(say("the file has more than {} cells", max_cells));
            Cell cell;
            const bool holds = read_cell(node, cell);
            if (!budgets_.text.spend(cell.text.size()))
                too_large(say("the file is far larger than a form when unpacked"));
            if (holds) sheet.cells.emplace(place, std::move(cell));
        }
    }

    bool read_cell(const pugi::xml_node& node, Cell& cell) const {
        const std::string_view type = node.attribute("t").value();
        const pugi::xml_node value = child(node, "v");
        const bool formula = static_cast<bool>(child(node, "f"));
        const std::string text = value.text().get();
        if (type == "inlineStr") {
            cell.text = item_text(child(node, "is"));
            return !cell.text.empty();
        }
        if (text.empty()) {
            cell.kind = Cell::Kind::formula_without_value;
            return formula && type != "str";
        }
        if (type == "s") {
            const auto index = static_cast<std::size_t>(std::strtoul(text.c_str(), nullptr, 10));
            if (index >= strings_.size()) damaged();
            cell.text = strings_[index];
            return !cell.text.empty();
        }
        cell.text = text;
        if (type == "str") return true;
        // LibreOffice writes a typed TRUE as a formula that gives 1.
        const std::string_view counted = child(node, "f").text().get();
        if (counted == "TRUE()" || counted == "FALSE()") {
            cell.kind = Cell::Kind::boolean;
            return true;
        }
        if (type == "b" || type == "e") {
            cell.kind = type == "b" ? Cell::Kind::boolean : Cell::Kind::error;
            return true;
        }
        read_number(node, text, cell);
        return true;
    }

    void read_number(const pugi::xml_node& node, const std::string& text, Cell& cell) const {
        const std::size_t style = node.attribute("s").as_uint();
        const NumberFormat format = style < formats_.size() ? formats_[style] : NumberFormat{};
        cell.kind = format.date ? Cell::Kind::date : Cell::Kind::number;
        cell.percent = format.percent;
        char* end = nullptr;
        const double number = std::strtod(text.c_str(), &end);
        if (end == text.c_str()) damaged();
        cell.text = number_letters(format.percent ? number * 100 : number, format.decimals);
    }

    const std::vector<std::string>& strings_;
    const std::vector<NumberFormat>& formats_;
    Budgets& budgets_;
};

/// The part of each sheet, by the id that the workbook calls it.
std::map<std::string, std::string> targets(const Parts& parts) {
    std::map<std::string, std::string> out;
    const auto part = parts.find("xl/_rels/workbook.xml.rels");
    if (part == parts.end()) damaged();
    pugi::xml_document document;
    parse(document, part->second);
    for (const pugi::xml_node node : document.document_element().children()) {
        std::string target = node.attribute("Target").value();
        if (target.starts_with('/')) {
            target.erase(0, 1);
        } else {
            target.insert(0, "xl/");
        }
        out[node.attribute("Id").value()] = target;
    }
    return out;
}

void read_names(const pugi::xml_node& names, Sheets& sheets) {
    for (const pugi::xml_node node : names.children()) {
        std::string reference = node.text().get();
        const std::size_t mark = reference.rfind('!');
        if (mark == std::string::npos) continue;
        Named named;
        named.sheet = reference.substr(0, mark);
        if (named.sheet.size() > 1 && named.sheet.front() == '\'')
            named.sheet = named.sheet.substr(1, named.sheet.size() - 2);
        std::string cell = reference.substr(mark + 1);
        cell = cell.substr(0, cell.find(':'));
        if (read_place(cell, named.place)) sheets.names[node.attribute("name").value()] = std::move(named);
    }
}

}  // namespace

const std::string& Sheet::text(std::uint32_t row, std::uint32_t column) const {
    static const std::string none;
    const auto found = cells.find({row, column});
    return found == cells.end() ? none : found->second.text;
}

const std::string& Sheet::spread_text(std::uint32_t row, std::uint32_t column) const {
    const std::string& own = text(row, column);
    auto behind = merged.upper_bound({column, row});
    if (!own.empty() || behind == merged.begin()) return own;
    const auto& [place, spread] = *--behind;
    return place.first == column && row <= spread.last_row ? text(spread.first.first, spread.first.second) : own;
}

Sheets read_sheets(std::string_view bytes) {
    const Parts parts = unpack(bytes);
    const auto book = parts.find("xl/workbook.xml");
    if (book == parts.end()) damaged();
    const std::vector<std::string> strings = shared_strings(parts);
    const std::vector<NumberFormat> styles = formats(parts);
    const auto names = targets(parts);
    pugi::xml_document document;
    parse(document, book->second);
    Sheets sheets;
    Budgets budgets;
    for (const pugi::xml_node node : child(document.document_element(), "sheets").children()) {
        Sheet sheet;
        sheet.name = node.attribute("name").value();
        sheet.hidden = node.attribute("state") && std::string_view(node.attribute("state").value()) != "visible";
        const auto target = names.find(node.attribute("r:id").value());
        const auto part = target == names.end() ? parts.end() : parts.find(target->second);
        if (part != parts.end()) SheetReader(strings, styles, budgets).read(part->second, sheet);
        sheets.sheets.push_back(std::move(sheet));
    }
    read_names(child(document.document_element(), "definedNames"), sheets);
    return sheets;
}

namespace {

/// In UTF-8, from what the C library calls `encoding`; nothing where the bytes are no such text.
std::optional<std::string> converted(std::string_view bytes, const char* encoding) {
    const iconv_t way = iconv_open("UTF-8", encoding);
    if (std::bit_cast<std::intptr_t>(way) == -1) return std::nullopt;
    std::string in(bytes), out(bytes.size() * 3 + 4, '\0');
    char *from = in.data(), *to = out.data();
    std::size_t left = in.size(), room = out.size();
    const bool good = iconv(way, &from, &left, &to, &room) != static_cast<std::size_t>(-1);
    iconv_close(way);
    if (!good) return std::nullopt;
    out.resize(out.size() - room);
    return out;
}

}  // namespace

Sheets read_csv(std::string_view bytes) {
    std::string other;
    std::string_view text = bytes;
    const bool wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    if (wide || base::first_invalid(bytes)) {
        const auto read = converted(bytes, wide ? "UTF-16" : "CP932");
        if (!read)
            throw Refusal{say("the text is neither UTF-8 nor Shift_JIS"), say("save it in Excel as `CSV UTF-8`")};
        other = *read;
        text = other;
    }
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    Sheet sheet;
    Place place{0, 0};
    std::string value;
    bool quoted = false;
    const auto finish = [&] {
        if (!value.empty()) sheet.cells[place].text = value;
        value.clear();
        ++place.second;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            const bool twice = c == '"' && i + 1 < text.size() && text[i + 1] == '"';
            if (c != '"' || twice) value += c;
            if (twice) ++i;
            if (c == '"' && !twice) quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == ',') {
            finish();
        } else if (c == '\n') {
            finish();
            place = {place.first + 1, 0};
        } else if (c != '\r') {
            value += c;
        }
        if (sheet.cells.size() > max_cells) throw Refusal{say("the file has more than {} cells", max_cells), ""};
    }
    finish();
    return {{std::move(sheet)}, {}};
}

}  // namespace forms
