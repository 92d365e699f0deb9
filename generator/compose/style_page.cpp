// Figure styles and page masters of a style file.

#include "base/message.h"
#include "compose/expression.h"
#include "compose/ranges.h"
#include "compose/style_reader.h"

namespace compose {

namespace {

const std::vector<std::pair<std::string_view, base::Align>> line_aligns = {
    {"start", base::Align::start}, {"centre", base::Align::centre}, {"end", base::Align::end}};

constexpr Length least_body = Length::points(10);  // of a page, in either direction

void read_figure(const StyleReader& reader, base::Fields& fields, FigureLook& look) {
    base::Diagnostics& diagnostics = reader.diagnostics;
    for (const base::Value::Entry& entry : fields.map("text")) {
        look.names.push_back({"text", entry.key, entry.key_span});
        const auto* style =
            find_look(reader.sheet, reader.sheet.text, entry.value, "unknown text style `{}`", diagnostics);
        if (style != nullptr) look.style.text[entry.key] = *style;
    }
    for (const base::Value::Entry& entry : fields.map("colours")) {
        look.names.push_back({"colours", entry.key, entry.key_span});
        const std::optional<std::string> name = base::as_text(entry.value, diagnostics);
        if (!name) continue;
        const auto* colour =
            find_look(reader.sheet.colours, *name, entry.value.span, "unknown colour `{}`", diagnostics);
        if (colour != nullptr) look.style.colours[entry.key] = *colour;
    }
    for (const base::Value::Entry& entry : fields.map("lengths")) {
        look.names.push_back({"lengths", entry.key, entry.key_span});
        const auto length = base::as_length(entry.value, diagnostics);
        if (length && is_in_range(*length, entry.key, entry.value, diagnostics))
            look.style.lengths[entry.key] = *length;
    }
    for (const base::Value::Entry& entry : fields.map("words")) {
        look.names.push_back({"words", entry.key, entry.key_span});
        if (const auto word = base::as_text(entry.value, diagnostics)) look.style.words[entry.key] = *word;
    }
    reader.length(fields, "width", look.width);
    reader.length(fields, "height", look.height);
    reader.space(fields, look.space);
}

void add_slots(const StyleReader& reader, const base::Value& pattern) {
    for (const evaluate::Piece& part : parse_text(pattern, reader.diagnostics)) {
        if (part.path.names.size() != 1) continue;
        const std::string& name = part.path.names[0];
        if (name != "page" && name != "pages") reader.sheet.slots.emplace_back(name, part.span);
    }
}

/// Between the margins, unless it says otherwise.
template <typename Part>
void read_place(const StyleReader& reader, base::Fields& fields, const PageMaster& master, Part& part) {
    const PageMaster::DrawnFor drawn = master.drawn();
    part.x = drawn.margins.left;
    reader.length(fields, "x", part.x);
    reader.length(fields, "y", part.y);
    part.width = drawn.width - drawn.margins.right - part.x;
    reader.length(fields, "width", part.width);
}

PageMaster::Furniture read_furniture(const StyleReader& reader, const base::Value& value, const PageMaster& master) {
    base::Fields fields(value, reader.diagnostics);
    PageMaster::Furniture furniture;
    read_place(reader, fields, master, furniture);
    if (const auto align = fields.optional_choice("align", line_aligns)) furniture.align = *align;
    furniture.on_opening = fields.flag("on_opening", true);
    if (const base::Value* pattern = fields.required("text"); pattern != nullptr && pattern->is_scalar()) {
        add_slots(reader, *pattern);
    }
    furniture.pattern = fields.required_text("text");
    furniture.style = reader.text(fields, "style", reader.sheet.plain.text);
    return furniture;
}

PageMaster::FixedRule read_fixed_rule(const StyleReader& reader, const base::Value& value, const PageMaster& master) {
    base::Fields fields(value, reader.diagnostics);
    PageMaster::FixedRule rule;
    read_place(reader, fields, master, rule);
    rule.rule = reader.rule(fields, "rule", {});
    rule.on_opening = fields.flag("on_opening", true);
    return rule;
}

void read_thumbs(const StyleReader& reader, base::Fields& fields, PageMaster::Thumbs& thumbs) {
    const base::Value* value = fields.optional("thumbs");
    if (value == nullptr) return;
    base::Fields of(*value, reader.diagnostics);
    thumbs.shown = true;
    reader.length(of, "y", thumbs.y);
    reader.length(of, "width", thumbs.width);
    reader.length(of, "height", thumbs.height);
    reader.length(of, "gap", thumbs.gap);
    const auto take = [&](std::string_view key, Colour& colour) {
        if (const auto read = reader.colour(of, key)) colour = *read;
    };
    take("current_ground", thumbs.current_ground);
    take("current_text", thumbs.current_text);
    take("other_ground", thumbs.other_ground);
    take("other_text", thumbs.other_text);
    thumbs.style = reader.text(of, "style", reader.sheet.plain.text);
}

void read_drawn_for(const StyleReader& reader, base::Fields& fields, PageMaster& master) {
    const base::Value* value = fields.optional("drawn_for");
    if (value == nullptr) return;
    base::Fields of(*value, reader.diagnostics);
    PageMaster::DrawnFor drawn;
    for (const auto& [key, length] : {std::pair("width", &drawn.width), std::pair("height", &drawn.height)}) {
        if (of.required(key) != nullptr) reader.length(of, key, *length);
    }
    reader.insets(of, "margins", drawn.margins);
    if (drawn.width - drawn.margins.left - drawn.margins.right <= Length{} || drawn.height <= Length{}) {
        reader.diagnostics.error(value->span, base::say("the margins leave nothing of the page"));
        return;
    }
    master.drawn_for = drawn;
}

void read_master(const StyleReader& reader, base::Fields& fields, PageMaster& master) {
    reader.length(fields, "width", master.width);
    reader.length(fields, "height", master.height);
    reader.insets(fields, "margins", master.margins);
    const Insets& margins = master.margins;
    if (master.width - margins.left - margins.right < least_body ||
        master.height - margins.top - margins.bottom < least_body) {
        reader.diagnostics.error(fields.span(), base::say("the margins leave nothing of the page"));
    }
    read_drawn_for(reader, fields, master);
    if (fields.has("furniture")) master.furniture.clear();
    for (const base::Value& item : fields.list("furniture")) {
        master.furniture.push_back(read_furniture(reader, item, master));
    }
    if (fields.has("rules")) master.rules.clear();
    for (const base::Value& item : fields.list("rules")) {
        master.rules.push_back(read_fixed_rule(reader, item, master));
    }
    read_thumbs(reader, fields, master.thumbs);
}

}  // namespace

void read_figures(const StyleReader& reader, base::Fields& root) {
    reader.section(root, "figures", reader.sheet.figures, FigureLook{},
                   [&](base::Fields& fields, FigureLook& look) { read_figure(reader, fields, look); });
}

void read_pages(const StyleReader& reader, base::Fields& root) {
    PageMaster a4;
    a4.width = Length{595280};
    a4.height = Length{841890};
    reader.section(root, "pages", reader.sheet.pages, a4,
                   [&](base::Fields& fields, PageMaster& master) { read_master(reader, fields, master); });
}

}  // namespace compose
