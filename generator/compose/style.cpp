// Colours, rules and texts are read before the looks that name them, so that every name is found at once.
#include "compose/style.h"

#include <algorithm>

#include "base/message.h"
#include "compose/ranges.h"
#include "compose/style_reader.h"

namespace compose {

namespace {

void read_colours(const StyleReader& reader, base::Fields& root) {
    for (const base::Value::Entry& entry : root.map("colours")) {
        if (const auto colour = base::as_colour(entry.value, reader.diagnostics)) {
            reader.sheet.colours.insert_or_assign(entry.key, *colour);
        }
    }
}

void read_rules(const StyleReader& reader, base::Fields& root) {
    reader.section(root, "rules", reader.sheet.rules, Rule{}, [&](base::Fields& fields, Rule& rule) {
        reader.length(fields, "weight", rule.weight);
        if (const auto colour = reader.colour(fields, "colour")) rule.colour = *colour;
    });
}

/// Fields reports a node that is no map; this says the same of a missing style file's empty tree, once.
const base::Value& as_map(const base::Value& tree) {
    static const base::Value empty{base::Value::Kind::map, false, {}, {}, {}, {}};
    return tree.is_empty() ? empty : tree;
}

}  // namespace

std::string with_holes_shown(std::string_view text) {
    std::string out;
    for (const char letter : text) out += letter == hole ? "…" : std::string(1, letter);
    return out;
}

std::optional<Colour> StyleReader::colour(base::Fields& fields, std::string_view key) const {
    const base::Value* value = fields.optional(key);
    if (value == nullptr || value->is_empty()) return std::nullopt;
    if (value->is_scalar() && value->text.starts_with("#")) return base::as_colour(*value, diagnostics);
    const std::optional<std::string> name = base::as_text(*value, diagnostics);
    const Colour* found =
        name ? find_look(sheet.colours, *name, value->span, "unknown colour `{}`", diagnostics) : nullptr;
    return found == nullptr ? std::nullopt : std::optional(*found);
}

const CharacterStyle* StyleReader::text(base::Fields& fields, std::string_view key,
                                        const CharacterStyle* otherwise) const {
    const base::Value* value = fields.optional(key);
    if (value == nullptr || value->is_empty()) return otherwise;
    const CharacterStyle* const* found = find_look(sheet, sheet.text, *value, "unknown text style `{}`", diagnostics);
    return found == nullptr ? otherwise : *found;
}

const CharacterStyle* StyleReader::kept(CharacterStyle style) const {
    auto& all = sheet.document->styles;
    const auto known = std::find_if(all.begin(), all.end(), [&](const auto& other) { return *other == style; });
    if (known != all.end()) return known->get();
    all.push_back(std::make_unique<CharacterStyle>(std::move(style)));
    return all.back().get();
}

Rule StyleReader::rule(base::Fields& fields, std::string_view key, Rule otherwise) const {
    const base::Value* value = fields.optional(key);
    if (value == nullptr || value->is_empty()) return otherwise;
    const std::optional<std::string> name = base::as_text(*value, diagnostics);
    if (name == "none") return {};
    const Rule* found = name ? find_look(sheet.rules, *name, value->span, "unknown rule `{}`", diagnostics) : nullptr;
    return found == nullptr ? otherwise : *found;
}

void StyleReader::length(base::Fields& fields, std::string_view key, Length& length) const {
    if (const auto read = length_in_range(fields, key)) length = *read;
}

void StyleReader::space(base::Fields& fields, Space& space) const {
    length(fields, "before", space.before);
    length(fields, "after", space.after);
}

void StyleReader::insets(base::Fields& fields, std::string_view key, Insets& insets) const {
    const base::Value* value = fields.optional(key);
    if (value == nullptr || value->is_empty()) return;
    if (value->is_scalar()) {
        const auto all = base::as_length(*value, diagnostics);
        if (all && is_in_range(*all, key, *value, diagnostics)) insets = {*all, *all, *all, *all};
        return;
    }
    std::vector<Length> lengths;
    for (const base::Value& item : base::as_list(*value, diagnostics)) {
        const auto one = base::as_length(item, diagnostics);
        if (!one || !is_in_range(*one, key, item, diagnostics)) return;
        lengths.push_back(*one);
    }
    if (lengths.size() == 2) insets = {lengths[0], lengths[1], lengths[0], lengths[1]};
    if (lengths.size() == 4) insets = {lengths[0], lengths[1], lengths[2], lengths[3]};
    if (lengths.size() == 2 || lengths.size() == 4) return;
    diagnostics.error(value->span, base::say("`{}` takes one length, two or four", key),
                      base::say("[vertical, horizontal] or [top, right, bottom, left]"));
}

std::optional<ParagraphLook> StyleReader::paragraph(base::Fields& fields, std::string_view key) const {
    const base::Value* value = fields.optional(key);
    if (value == nullptr || value->is_empty()) return std::nullopt;
    const ParagraphLook* found =
        find_look(sheet, sheet.paragraphs, *value, "unknown paragraph style `{}`", diagnostics);
    return found == nullptr ? std::nullopt : std::optional(*found);
}

Stylesheet read_styles(const base::Value& tree, base::Numerals numerals, Document& document,
                       base::Diagnostics& diagnostics) {
    Stylesheet sheet;
    sheet.document = &document;
    document.styles.push_back(std::make_unique<CharacterStyle>());
    sheet.plain.text = document.styles.back().get();
    sheet.plain.style.numerals = numerals;
    const StyleReader reader{sheet, diagnostics};
    base::Fields root(as_map(tree), diagnostics);
    read_colours(reader, root);
    read_rules(reader, root);
    read_texts(reader, root);
    read_paragraphs(reader, root);
    read_boxes(reader, root);
    read_tables(reader, root);
    read_figures(reader, root);
    read_pages(reader, root);
    read_notes(reader, root);
    read_words(reader, root);
    return sheet;
}

}  // namespace compose
