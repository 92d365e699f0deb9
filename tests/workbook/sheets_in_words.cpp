// The parts are read by another parser than what wrote them, by the letter of ECMA-376; numbers of looks become words.
#include "workbook/sheets_in_words.h"

#include <cstring>
#include <iterator>
#include <pugixml.hpp>
#include <regex>
#include <vector>

namespace in_words {
namespace {

using pugi::xml_node;

/// The attributes and what stands inside: "sz=9 b color(rgb=FF1A2129)".
std::string tree(const xml_node& node) {
    std::string out;
    const auto add = [&out](const std::string& words) { out += (out.empty() ? "" : " ") + words; };
    for (const pugi::xml_attribute& each : node.attributes()) {
        const std::string name = each.name();
        if (name != "r:id" && !name.starts_with("xmlns")) add(name + "=" + each.value());
    }
    for (const xml_node& child : node.children()) {
        if (child.type() != pugi::node_element) {
            add(child.value());
            continue;
        }
        const std::string name = child.name();
        const bool plain = !child.first_child() && child.attribute("val") && !child.first_attribute().next_attribute();
        const std::string inside = plain ? child.attribute("val").value() : tree(child);
        add(inside.empty() ? name : plain ? name + "=" + inside : name + "(" + inside + ")");
    }
    return out;
}

class Looks {
   public:
    explicit Looks(const xml_node& styles) : styles_(styles) {
        for (const xml_node& each : styles.child("cellXfs").children()) cells_.push_back(of(each));
        for (const xml_node& each : styles.child("dxfs").children()) changed_.push_back(tree(each));
    }

    const std::string& cell(int number) const { return cells_.at(static_cast<std::size_t>(number)); }
    const std::string& changed(int number) const { return changed_.at(static_cast<std::size_t>(number)); }

   private:
    std::string nth(const char* list, const xml_node& look, const char* number) const {
        auto each = styles_.child(list).children().begin();
        std::advance(each, look.attribute(number).as_int());
        return tree(*each);
    }

    /// The usual is not said: the book's face, black letters at the left, no ground, no border, a text that is not
    /// locked.
    std::string of(const xml_node& look) const {
        std::string out = nth("fonts", look, "fontId");
        for (const char* usual : {" name=BIZ UDPゴシック family=2", "color(rgb=FF1A2129)"}) {
            if (const std::size_t at = out.find(usual); at != std::string::npos) out.erase(at, std::strlen(usual));
        }
        auto fill = styles_.child("fills").children().begin();
        std::advance(fill, look.attribute("fillId").as_int());
        if (const char* ground = fill->child("patternFill").child("fgColor").attribute("rgb").value();
            *ground != '\0') {
            out += std::string(" on ") + ground;
        }
        out += border(look);
        const std::string format = look.attribute("numFmtId").value();
        for (const xml_node& each : styles_.child("numFmts").children()) {
            if (format == each.attribute("numFmtId").value()) {
                out += std::string(" as ") + each.attribute("formatCode").value();
            }
        }
        if (format != "0" && std::stoi(format) < 164) out += " as number " + format;
        for (const xml_node& each : look.children()) out += " " + tree(each);
        return out;
    }

    std::string border(const xml_node& look) const {
        auto border = styles_.child("borders").children().begin();
        std::advance(border, look.attribute("borderId").as_int());
        std::map<std::string, std::string> sides;  // by how they are drawn
        for (const xml_node& side : border->children()) {
            if (!side.attribute("style")) continue;
            std::string& same = sides[std::string(side.attribute("style").value()) + " " +
                                      side.child("color").attribute("rgb").value()];
            same += std::string(same.empty() ? "" : "+") + side.name();
        }
        std::string out;
        for (const auto& [drawn, which] : sides) {
            out += " " + (which == "left+right+top+bottom" ? "box" : which) + " " + drawn;
        }
        return out;
    }

    xml_node styles_;
    std::vector<std::string> cells_, changed_;
};

std::string letters_of(const std::string& cell) { return cell.substr(0, cell.find_first_of("0123456789")); }

/// The formula with rows that are counted from its own, so that it reads alike in every row: A5 in row 4 is A[+1].
std::string from_row(const std::string& formula, int row) {
    static const std::regex place(R"((\$?\b[A-Z]{1,3})(\d+)\b(?!\())");
    std::string out;
    std::sregex_iterator each(formula.begin(), formula.end(), place), end;
    std::size_t done = 0;
    for (; each != end; ++each) {
        out.append(formula, done, static_cast<std::size_t>(each->position()) - done);
        const int apart = std::stoi((*each)[2]) - row;
        out += (*each)[1].str() + "[" + (apart > 0 ? "+" : "") + (apart == 0 ? "" : std::to_string(apart)) + "]";
        done = static_cast<std::size_t>(each->position() + each->length());
    }
    return out + formula.substr(done);
}

/// A line a row, and one for every look that the cells of a column did not have above; formulas are shown where they
/// first stand in their column.
std::string rows_of(const xml_node& data, const Looks& looks, int most) {
    std::string out;
    std::map<std::string, std::string> formulas, known;
    for (const xml_node& row : data.children()) {
        const int number = row.attribute("r").as_int();
        if (number > most) break;
        std::string line = std::to_string(number), look_lines, last, columns;
        if (row.attribute("ht")) line += std::string(" (") + row.attribute("ht").value() + " pt)";
        const auto end_look = [&] {
            if (!columns.empty()) look_lines += "   " + columns + " look: " + last + "\n";
            columns.clear();
        };
        for (const xml_node& cell : row.children()) {
            const std::string column = letters_of(cell.attribute("r").value());
            const std::string& look = looks.cell(cell.attribute("s").as_int());
            if (look != known[column]) {
                if (look != last) end_look();
                columns += " " + column;
                last = known[column] = look;
            }
            const xml_node formula = cell.child("f"),
                           value = cell.child("v") ? cell.child("v") : cell.child("is").child("t");
            if (!formula && !value) continue;
            line += "  " + column + ":";
            if (formula) {
                const std::string words = from_row(formula.text().get(), number);
                line += words == formulas[column] ? " =" : " =" + words + " →";
                formulas[column] = words;
            }
            line += std::string(" ") + value.text().get();
        }
        end_look();
        out += line + "\n" + look_lines;
    }
    return out;
}

/// The rules of the sheet, each once with all places where it is; a place in it is seen from the first cell.
std::string rules_of(const xml_node& root, const Looks& looks) {
    std::map<std::string, std::string> places;
    for (xml_node of : root.children("conditionalFormatting")) {
        const std::string where = of.attribute("sqref").value(), first = where.substr(0, where.find_first_of(": "));
        for (xml_node rule : of.children()) {
            const std::string look = looks.changed(rule.attribute("dxfId").as_int());
            rule.remove_attribute("dxfId");
            rule.remove_attribute("priority");
            const std::string words = std::regex_replace(tree(rule), std::regex("\\b" + first + "\\b"), "HERE");
            places[from_row(words, std::stoi(first.substr(letters_of(first).size()))) + " | " + look] += " " + where;
        }
    }
    std::string out;
    for (const auto& [rule, where] : places) out += "rule" + where + ": " + rule + "\n";
    return out;
}

std::string sheet(const xml_node& root, const Looks& looks, int most) {
    std::string out;
    for (const xml_node& part : root.children()) {
        const std::string name = part.name();
        if (name == "sheetData") {
            out += rows_of(part, looks, most);
        } else if (name == "cols") {
            out += "widths:";
            for (const xml_node& each : part.children()) {
                const std::string first = each.attribute("min").value(), last = each.attribute("max").value();
                out += " " + first + (first == last ? "" : "–" + last) + ":" + each.attribute("width").value() +
                       (each.attribute("hidden") ? " hidden" : "");
            }
            out += "\n";
        } else if (name == "dataValidations" || name == "rowBreaks" || name == "hyperlinks") {
            for (const xml_node& each : part.children()) out += name + ": " + tree(each) + "\n";
        } else if (name != "drawing" && name != "conditionalFormatting") {
            out += name + ": " + tree(part) + "\n";
        }
    }
    return out + rules_of(root, looks);
}

}  // namespace

std::string book(const std::map<std::string, std::string>& parts, int rows) {
    std::map<std::string, pugi::xml_document> read;
    for (const auto& [name, xml] : parts) read[name].load_buffer(xml.data(), xml.size());
    const Looks looks(read.at("xl/styles.xml").document_element());
    const xml_node workbook = read.at("xl/workbook.xml").document_element();
    std::string out;
    int number = 0;
    for (const xml_node& each : workbook.child("sheets").children()) {
        out += "=== " + tree(each) + "\n";
        out +=
            sheet(read.at("xl/worksheets/sheet" + std::to_string(++number) + ".xml").document_element(), looks, rows);
    }
    out += "=== names\n";
    for (const xml_node& each : workbook.child("definedNames").children()) out += tree(each) + "\n";
    for (const auto& [name, document] : read) {
        if (name.starts_with("xl/charts/") || name.starts_with("xl/drawings/drawing") || name == "docProps/core.xml") {
            out += "=== " + name + "\n";
            for (const xml_node& part : document.document_element().children())
                out += std::string(part.name()) + ": " + tree(part) + "\n";
        }
    }
    return out;
}

}  // namespace in_words
