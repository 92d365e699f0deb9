// Boxes, cells, tables and contents of a style file.

#include <charconv>

#include "base/message.h"
#include "compose/style_reader.h"

namespace compose {

namespace {

const std::vector<std::pair<std::string_view, VAlign>> verticals = {
    {"top", VAlign::top}, {"middle", VAlign::middle}, {"bottom", VAlign::bottom}};

void read_box(const StyleReader& reader, base::Fields& fields, BoxLook& look) {
    reader.insets(fields, "padding", look.padding);
    if (const auto colour = reader.colour(fields, "ground")) look.ground = *colour;
    const base::Value* border = fields.optional("border");
    if (border != nullptr && border->is_scalar()) {
        look.top = look.right = look.bottom = look.left = reader.rule(fields, "border", {});
    }
    look.top = reader.rule(fields, "top", look.top);
    look.right = reader.rule(fields, "right", look.right);
    look.bottom = reader.rule(fields, "bottom", look.bottom);
    look.left = reader.rule(fields, "left", look.left);
    reader.length(fields, "height", look.least_height);
    if (const auto vertical = fields.optional_choice("vertical", verticals)) look.vertical = *vertical;
}

void read_frame(const StyleReader& reader, base::Fields& fields, FrameLook& look) {
    read_box(reader, fields, look.box);
    if (const auto paragraph = reader.paragraph(fields, "paragraph")) look.paragraph = *paragraph;
    read_set(reader, fields, look.paragraph);
}

void read_cell(const StyleReader& reader, base::Fields& fields, CellLook& look) {
    read_frame(reader, fields, look);
    reader.space(fields, look.paragraph.space);
    look.point_align = fields.flag("point_align", look.point_align);
    if (auto head = fields.optional_text("head")) look.head = std::move(*head);
}

/// The look of a head may stand below that of the cells under it.
void check_heads(const StyleReader& reader, const base::Value* cells) {
    if (cells == nullptr || !cells->is_map()) return;
    for (const base::Value::Entry& entry : cells->entries) {
        const base::Value* head = entry.value.is_map() ? entry.value.find("head") : nullptr;
        if (head == nullptr || !head->is_scalar()) continue;
        find_look(reader.sheet, reader.sheet.cells, *head, "unknown cell style `{}`", reader.diagnostics);
    }
}

void read_table(const StyleReader& reader, base::Fields& fields, TableLook& look) {
    look.top = reader.rule(fields, "top", look.top);
    look.bottom = reader.rule(fields, "bottom", look.bottom);
    look.close_cuts = fields.flag("close_cuts", look.close_cuts);
    look.rows_split = fields.flag("rows_split", look.rows_split);
    reader.space(fields, look.space);
    reader.length(fields, "indent", look.indent);
    const auto named = [&](std::string_view key, std::string& name) {
        const base::Value* cell = fields.optional(key);
        if (cell == nullptr || !cell->is_scalar()) return;
        const bool known = find_look(reader.sheet, reader.sheet.cells, *cell, "unknown cell style `{}`",
                                     reader.diagnostics) != nullptr;
        if (known) name = cell->text;
    };
    named("cell", look.cell);
    named("head", look.head);
}

int level_of(const base::Value::Entry& entry, base::Diagnostics& diagnostics) {
    int level = 0;
    std::from_chars(entry.key.data(), entry.key.data() + entry.key.size(), level);
    if (level >= 1 && level <= 6) return level;
    diagnostics.error(entry.key_span, base::say("`{}` is not a heading level", entry.key),
                      base::say("levels are 1 to 6"));
    return 0;
}

void read_contents(const StyleReader& reader, base::Fields& fields, ContentsLook& look) {
    reader.space(fields, look.space);
    for (const base::Value::Entry& entry : fields.map("levels")) {
        const int level = level_of(entry, reader.diagnostics);
        if (level == 0) continue;
        base::Fields of(entry.value, reader.diagnostics);
        ContentsStyle& style = look.levels[level];
        reader.length(of, "row_height", style.row_height);
        reader.length(of, "before", style.space_before);
        reader.length(of, "number_width", style.number_width);
        reader.length(of, "indent", style.indent);
        reader.length(of, "turn", style.turn);
        style.rule = reader.rule(of, "rule", {});
        style.leaders = of.flag("leaders", true);
        reader.length(of, "page_width", style.page_width);
        reader.length(of, "leader_pitch", style.leader_pitch);
        reader.length(of, "leader_radius", style.leader_radius);
        if (const auto colour = reader.colour(of, "leader_colour")) style.leader_colour = *colour;
        look.text[level] = reader.text(of, "text", reader.sheet.plain.text);
        look.number[level] = reader.text(of, "number", look.text[level]);
        style.page_style = reader.text(of, "page", look.text[level]);
        style.place_style = reader.text(of, "place", style.page_style);
    }
}

}  // namespace

void read_look(const StyleReader& reader, base::Fields& fields, FrameLook& look) {
    read_frame(reader, fields, look);
    reader.space(fields, look.box.space);
    look.box.keep_together = fields.flag("keep_together", look.box.keep_together);
    look.box.continues = fields.flag("continues", look.box.continues);
    look.box.at_foot = fields.flag("at_foot", look.box.at_foot);
}

void read_look(const StyleReader& reader, base::Fields& fields, CellLook& look) { read_cell(reader, fields, look); }

void read_boxes(const StyleReader& reader, base::Fields& root) {
    FrameLook box;
    box.paragraph = reader.sheet.plain;
    reader.section(root, "boxes", reader.sheet.boxes, box, "unknown box style `{}`");
}

void read_tables(const StyleReader& reader, base::Fields& root) {
    CellLook cell;
    cell.paragraph = reader.sheet.plain;
    reader.section(root, "cells", reader.sheet.cells, cell, "unknown cell style `{}`");
    check_heads(reader, root.optional("cells"));
    reader.section(root, "tables", reader.sheet.tables, TableLook{},
                   [&](base::Fields& fields, TableLook& look) { read_table(reader, fields, look); });
    reader.section(root, "contents", reader.sheet.contents, ContentsLook{},
                   [&](base::Fields& fields, ContentsLook& look) { read_contents(reader, fields, look); });
}

}  // namespace compose
