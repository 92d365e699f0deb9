// Paragraphs, headings, texts of the narrative, lists.

#include "base/message.h"
#include "compose/blocks.h"
#include "compose/looks.h"
#include "compose/marked.h"
#include "compose/own_marks.h"
#include "compose/signs.h"

namespace compose {

namespace {

const std::vector<std::pair<std::string_view, Role>> roles = {{"paragraph", Role::paragraph},
                                                              {"caption", Role::caption},
                                                              {"note", Role::note},
                                                              {"label", Role::label},
                                                              {"furniture", Role::furniture}};

std::string own_text(Composer& composer, base::Fields& fields, std::string_view key) {
    const base::Value* value = fields.optional(key);
    return value == nullptr || value->is_empty() ? std::string() : flat_text(composer, *value);
}

/// Label, anchor, bookmark and the spaces, which a paragraph and a heading have alike.
void read_common(Composer& composer, base::Fields& fields, const ParagraphLook& look, Paragraph& paragraph) {
    paragraph.label = own_text(composer, fields, "label");
    if (!paragraph.label.empty()) paragraph.label_style = look.label != nullptr ? look.label : look.text;
    paragraph.anchor = own_text(composer, fields, "anchor");
    paragraph.keep_with_next = fields.flag("keep_with_next", paragraph.keep_with_next);
    read_space(fields, paragraph.space);
}

void check_level(Composer& composer, const base::Value& item, int level) {
    if (level > composer.last_heading_level + 1 && !composer.world.checking) {
        composer.diagnostics.error(
            item.span, base::say("a heading of level {0} follows one of level {1}", level, composer.last_heading_level),
            base::say("screen readers need levels without gaps"));
    }
    composer.last_heading_level = level;
}

void record_contents(Composer& composer, int level, const Paragraph& heading, const std::string& number,
                     const std::string& title) {
    ContentsEntry entry;
    entry.level = level;
    entry.anchor = heading.anchor;
    Inline piece;
    piece.style = composer.styles.plain.text;
    if (!number.empty()) {
        piece.text = number;
        entry.number.push_back(piece);
    }
    piece.text = title;
    entry.title.push_back(piece);
    composer.headings.push_back(std::move(entry));
}

ListItem read_list_item(Composer& composer, const base::Value& item, const ListLook& look) {
    base::Fields fields(item, composer.diagnostics);
    ListItem made;
    made.label = own_text(composer, fields, "label");
    made.label_style = look.label;
    made.label_width = look.label_width;
    const base::Value* inner = fields.optional("blocks");
    const base::Value* content = fields.optional("item");
    if (content != nullptr) {
        Paragraph paragraph = in_look(look.paragraph);
        paragraph.content = inlines(composer, *content, look.paragraph.text);
        if (!paragraph.content.empty()) made.blocks.push_back({std::move(paragraph)});
    }
    if (inner != nullptr) {
        const Around around(composer, look.paragraph);
        for (Block& block : blocks(composer, *inner)) made.blocks.push_back(std::move(block));
    }
    return made;
}

}  // namespace

Paragraph in_look(const ParagraphLook& look) {
    Paragraph paragraph;
    paragraph.style = look.style;
    paragraph.space = look.space;
    paragraph.indent = look.indent;
    paragraph.overhang = look.overhang;
    paragraph.label_style = look.label;
    paragraph.keep_with_next = look.keep_with_next;
    return paragraph;
}

void add_paragraph(Composer& composer, const base::Value& item, Blocks& out) {
    base::Fields fields(item, composer.diagnostics);
    const base::Value* content = fields.required("paragraph");
    const ParagraphLook look = paragraph_look(composer, fields, "body");
    Paragraph paragraph = in_look(look);
    read_common(composer, fields, look, paragraph);
    if (const auto role = fields.optional_choice("role", roles)) paragraph.role = *role;
    paragraph.bookmark = own_text(composer, fields, "bookmark");
    paragraph.bookmark_level = static_cast<int>(fields.optional_whole("bookmark_level", 1, 6).value_or(1));
    if (content != nullptr) paragraph.content = inlines(composer, *content, look.text);
    if (!paragraph.content.empty()) out.push_back({std::move(paragraph)});
}

void add_heading(Composer& composer, const base::Value& item, Blocks& out) {
    base::Fields fields(item, composer.diagnostics);
    const base::Value* content = fields.required("heading");
    const ParagraphLook look = paragraph_look(composer, fields, "heading");
    Paragraph heading = in_look(look);
    heading.role = Role::heading;
    heading.keep_with_next = true;
    heading.level = static_cast<int>(fields.optional_whole("level", 1, 6).value_or(look.level));
    read_common(composer, fields, look, heading);
    const std::string full_title = own_text(composer, fields, "title");
    const std::string number = own_text(composer, fields, "number");
    const auto contents = fields.optional_whole("contents", 0, 6).value_or(look.contents);
    const bool bookmarked = fields.flag("bookmark", true);
    if (content != nullptr) heading.content = inlines(composer, *content, look.text);
    check_level(composer, item, heading.level);
    if (heading.anchor.empty()) heading.anchor = "heading-" + std::to_string(++composer.generated_anchors);
    const std::string title = full_title.empty() ? flat_text(heading.content) : full_title;
    const std::string prefix = number.empty() ? heading.label : number;
    if (bookmarked) {
        heading.bookmark = prefix.empty() ? title : prefix + "　" + title;
        heading.bookmark_level = heading.level;
    }
    if (contents > 0) record_contents(composer, static_cast<int>(contents), heading, prefix, title);
    out.push_back({std::move(heading)});
}

void add_narrative(Composer& composer, const base::Value& item, Blocks& out) {
    base::Fields fields(item, composer.diagnostics);
    const base::Value* path = fields.required("text");
    const ParagraphLook look = paragraph_look(composer, fields, "body");
    const std::string label = own_text(composer, fields, "label");
    if (path == nullptr) return;
    const Thing thing = thing_at(composer, *path);
    std::vector<Thing> texts = items_of(composer.world, thing);
    for (const Thing& one : texts) {
        Paragraph paragraph = in_look(look);
        paragraph.label = label;
        paragraph.label_style = look.label != nullptr ? look.label : look.text;
        Inline piece;
        piece.style = look.text;
        piece.span = path->span;
        if (const auto* node = std::get_if<NarrativeThing>(&one.is)) {
            add_narrative(composer, *node, std::move(piece), paragraph.content);
        } else {
            piece.text = show(composer.world, one).text;
            add_fact(composer, thing, piece);
            paragraph.content = part_at_marks(composer, std::move(piece));
        }
        say_signs(composer.world, composer.letters, paragraph.content);
        if (paragraph.content.empty()) continue;
        out.push_back({std::move(paragraph)});
    }
}

void check_list_items(Composer& composer, const base::Value& list) {
    for_each_item(composer, list, [&](const base::Value& item) { read_list_item(composer, item, {}); });
}

void add_list(Composer& composer, const base::Value& item, Blocks& out) {
    base::Fields fields(item, composer.diagnostics);
    const base::Value* items = fields.required("list");
    const base::Value* named = fields.optional("style");
    const std::string wanted = named == nullptr ? "list" : plain_text(composer, *named);
    const auto* look = find_look(composer.styles.lists, wanted, named == nullptr ? item.span : named->span,
                                 "unknown list style `{}`", composer.diagnostics);
    if (items == nullptr) return fields.accept_rest();
    static const ListLook plain;
    if (look == nullptr) look = &plain;
    List list;
    list.space = look->space;
    read_space(fields, list.space);
    list.indent = look->indent;
    list.numbered = fields.flag("numbered", false);
    const bool own_marks = fields.flag("own_marks", false);
    for_each_item(composer, *items, [&](const base::Value& one) {
        ListItem made = read_list_item(composer, one, *look);
        made.space.before = list.items.empty() ? Length{} : look->between;
        if (!made.blocks.empty()) list.items.push_back(std::move(made));
    });
    if (own_marks) nest_own_marks(list);
    if (!list.items.empty()) out.push_back({std::move(list)});
}

}  // namespace compose
