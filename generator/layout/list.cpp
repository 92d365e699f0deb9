// Lists: labels hang before their items.
#include "layout/set.h"
#include "layout/structure.h"

namespace layout {

namespace {

base::ParagraphStyle label_style() {
    base::ParagraphStyle style;
    style.setting = base::Setting::cell;
    style.align = base::Align::start;
    return style;
}

/// The baseline of the first line from `first` on, under the top of that strip.
Length first_baseline(const Stack& stack, std::size_t first, const Text& label) {
    for (std::size_t i = first; i < stack.strips.size(); ++i) {
        if (const auto* line = std::get_if<LineOf>(&stack.strips[i].what))
            return line->text->boxes[line->line].baseline;
        if (!std::holds_alternative<LabelOf>(stack.strips[i].what)) break;
    }
    return label.boxes.empty() ? Length{} : label.boxes.front().baseline;
}

void set_item(Setter& setter, Builder& builder, const compose::ListItem& item, Where where) {
    const int element = add_element(setter.structure, "LI", where.element);
    builder.space(item.space.before);
    std::optional<std::size_t> label;
    Length room = item.label_width;
    if (!item.label.empty()) {
        const int tag = add_element(setter.structure, "Lbl", element);
        Text* words = set_words(setter, item.label, item.label_style, label_style(), where.width, tag);
        const text::Line& line = words->set.lines.front();
        if (line.width > room) room = line.width + line.size / 4;  // one that needs more stands clear of the item
        Strip strip;
        strip.what = LabelOf{words, {}};
        strip.x = where.x;
        strip.width = room;
        label = builder.size();
        builder.push(std::move(strip));
        builder.keep(keep::always);
        builder.edge();
    }
    const int body = add_element(setter.structure, "LBody", element);
    set_blocks(setter, builder, item.blocks, {where.x + room, where.width - room, body, item.blocks.size() == 1});
    if (label) {
        auto& hanging = std::get<LabelOf>(builder.stack().strips[*label].what);
        hanging.baseline = first_baseline(builder.stack(), *label + 1, *hanging.text);
    }
    builder.space(item.space.after);
}

std::string numbering(const compose::List& list) {
    if (list.numbered) return "Decimal";
    return !list.items.empty() && list.items.front().label.empty() ? "None" : "Disc";
}

}  // namespace

void set_list(Setter& setter, Builder& builder, const compose::List& list, Where where) {
    const int element = add_element(setter.structure, "L", where.element);
    tell(setter.structure, element, &Said::list_numbering, numbering(list));
    builder.space(list.space.before);
    for (const compose::ListItem& item : list.items) {
        set_item(setter, builder, item, {where.x + list.indent, where.width - list.indent, element});
    }
    builder.space(list.space.after);
}

}  // namespace layout
