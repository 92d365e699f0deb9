// Tables: head and body, the scope of every head, and a frame that scrolls where the screen is narrow.
#include "html/markup.h"
#include "html/writer.h"

namespace html {

namespace {

using compose::Cell;
using compose::Paragraph;

const Paragraph* only_paragraph(const Cell& cell) {
    return cell.blocks.size() == 1 ? std::get_if<Paragraph>(&cell.blocks.front().is) : nullptr;
}

const char* scope_of(const Cell& cell) {
    switch (cell.scope) {
        case compose::Scope::column: return cell.columns > 1 ? "colgroup" : "col";
        case compose::Scope::row:
        case compose::Scope::both: return "row";
        case compose::Scope::none: break;
    }
    return "";
}

/// How the first paragraph is set.
const char* side_of(const Cell& cell) {
    const auto* first = cell.blocks.empty() ? nullptr : std::get_if<Paragraph>(&cell.blocks.front().is);
    return first == nullptr ? "" : html::side_of(first->style.align);
}

/// `first`: it stands in the table's first column, which a narrow screen holds.
void write_cell(Writer& writer, const Cell& cell, bool first) {
    const std::size_t begin = writer.out.size();
    const bool empty = cell.blocks.empty();
    const std::string tag = cell.header && !empty ? "th" : "td";
    const std::string side = side_of(cell);
    writer.out +=
        "<" + tag + attribute("class", first && tag == "th" ? (side.empty() ? "first" : "first " + side) : side);
    if (tag == "th") writer.out += attribute("scope", scope_of(cell));
    if (cell.columns > 1) writer.out += attribute("colspan", std::to_string(cell.columns));
    if (cell.rows > 1) writer.out += attribute("rowspan", std::to_string(cell.rows));
    writer.out += ">";
    const std::size_t inside = writer.out.size();
    const Paragraph* paragraph = only_paragraph(cell);
    if (paragraph != nullptr && paragraph->role != compose::Role::heading && paragraph->anchor.empty()) {
        writer.out += label_of(paragraph->label);
        write_inlines(writer, paragraph->content);
    } else {
        writer.in_head = tag == "th";
        write_blocks(writer, cell.blocks);
        writer.in_head = false;
    }
    // A head without words heads nothing.
    if (tag == "th" && writer.out.size() == inside) {
        writer.out.resize(begin);
        Cell plain = cell;
        plain.header = false;
        return write_cell(writer, plain, first);
    }
    writer.out += "</" + tag + ">";
}

/// Rows for the eye only say what is said elsewhere too.
void write_rows(Writer& writer, const std::vector<compose::Row>& rows, const char* part) {
    std::string open = std::string("<") + part + ">\n";
    int below_first = 0;  // rows into which the first column's cell still reaches
    for (const compose::Row& row : rows) {
        if (row.artifact) continue;
        writer.out += std::exchange(open, {}) + "<tr" + id_attribute(writer, row.anchor) + ">";
        bool first = below_first == 0;
        if (below_first > 0) --below_first;
        for (const Cell& cell : row.cells) {
            if (first) below_first = cell.rows - 1;
            write_cell(writer, cell, std::exchange(first, false));
        }
        writer.out += "</tr>\n";
    }
    if (open.empty()) writer.out += std::string("</") + part + ">\n";
}

}  // namespace

void write_table(Writer& writer, const compose::Table& table) {
    const std::string& name = table.caption_for_readers;
    writer.out += "<div class=\"scroll\" role=\"group\" tabindex=\"0\"" +
                  attribute("aria-label", name.empty() ? "表" + std::to_string(++writer.tables) : name) +
                  ">\n<table>\n";
    if (!name.empty()) writer.out += "<caption>" + escaped(name) + "</caption>\n";
    write_rows(writer, table.head, "thead");
    write_rows(writer, table.body, "tbody");
    writer.out += "</table>\n</div>\n";
}

}  // namespace html
