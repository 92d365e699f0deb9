// Character, paragraph and list styles, chips, marks and words of a style file.

#include "compose/style_reader.h"

namespace compose {

namespace {

using base::Align;
using base::Setting;

const std::vector<std::pair<std::string_view, Align>> aligns = {{"justify", Align::justify},
                                                                {"start", Align::start},
                                                                {"centre", Align::centre},
                                                                {"end", Align::end},
                                                                {"distribute", Align::distribute}};
const std::vector<std::pair<std::string_view, Setting>> settings = {
    {"body", Setting::body}, {"cell", Setting::cell}, {"heading", Setting::heading}};
const std::vector<std::pair<std::string_view, base::LatinWidth>> widths = {
    {"proportional", base::LatinWidth::proportional}, {"fixed", base::LatinWidth::fixed}};

template <typename Choice>
void choose(base::Fields& fields, std::string_view key, const std::vector<std::pair<std::string_view, Choice>>& choices,
            Choice& chosen) {
    if (const auto choice = fields.optional_choice(key, choices)) chosen = *choice;
}

void read_text(const StyleReader& reader, base::Fields& fields, CharacterStyle& style) {
    if (const auto role = fields.optional_text("role")) style.role = *role;
    reader.length(fields, "size", style.size);
    reader.length(fields, "letterspace", style.letterspace);
    reader.length(fields, "raise", style.raise);
    reader.length(fields, "struck", style.struck);
    reader.length(fields, "underlined", style.underlined);
    if (const auto colour = reader.colour(fields, "line_colour")) style.line_colour = *colour;
    if (const auto colour = reader.colour(fields, "colour")) style.colour = *colour;
    choose(fields, "latin", widths, style.latin);
    style.narrow_separators = fields.flag("narrow_separators", style.narrow_separators);
}

}  // namespace

void read_set(const StyleReader& reader, base::Fields& fields, ParagraphLook& look) {
    ParagraphStyle& style = look.style;
    look.text = reader.text(fields, "text", look.text);
    read_look(reader, fields, look.text);
    look.label = reader.text(fields, "label", look.label);
    choose(fields, "setting", settings, style.setting);
    choose(fields, "align", aligns, style.align);
    choose(fields, "numerals", numerals_words(), style.numerals);
    reader.length(fields, "leading", style.leading);
    reader.length(fields, "first_indent", style.first_indent);
    reader.length(fields, "hang", style.hang);
    reader.length(fields, "smaller_size", style.smaller_size);
    style.justify_from = fields.optional_whole("justify_from", 0, 100).value_or(style.justify_from);
    style.hanging_punctuation = fields.flag("hanging_punctuation", style.hanging_punctuation);
    reader.length(fields, "indent", look.indent);
    reader.length(fields, "overhang", look.overhang);
    look.keep_with_next = fields.flag("keep_with_next", look.keep_with_next);
    if (const auto level = fields.optional_whole("level", 1, 6)) look.level = static_cast<int>(*level);
    if (const auto level = fields.optional_whole("contents", 0, 6)) look.contents = static_cast<int>(*level);
}

namespace {

void read_list(const StyleReader& reader, base::Fields& fields, ListLook& look) {
    if (const auto paragraph = reader.paragraph(fields, "paragraph")) look.paragraph = *paragraph;
    look.label = reader.text(fields, "label", look.label == nullptr ? look.paragraph.text : look.label);
    reader.length(fields, "label_width", look.label_width);
    reader.length(fields, "indent", look.indent);
    reader.length(fields, "between", look.between);
    reader.space(fields, look.space);
}

void read_chip(const StyleReader& reader, base::Fields& fields, ChipLook& look) {
    reader.length(fields, "height", look.height);
    look.text = reader.text(fields, "text", look.text);
    look.word = fields.flag("word", look.word);
    if (const auto symbol = fields.optional_text("empty_symbol")) look.empty_symbol = *symbol;
    if (const auto colour = reader.colour(fields, "empty_colour")) look.empty_colour = *colour;
    if (const auto colour = reader.colour(fields, "empty_on_colour")) look.empty_on_colour = *colour;
}

void read_mark(const StyleReader& reader, base::Fields& fields, MarkLook& look) {
    reader.length(fields, "size", look.size);
    if (const auto colour = reader.colour(fields, "colour")) look.colour = *colour;
}

void take(base::Fields& fields, std::string_view key, std::string& word) {
    if (auto written = fields.optional_text(key)) word = std::move(*written);
}

void read_draft(const StyleReader& reader, base::Fields& root) {
    const base::Value* value = root.optional("draft");
    if (value == nullptr) return;
    base::Fields fields(*value, reader.diagnostics);
    if (const base::Value* mark = fields.optional("text")) reader.sheet.draft_value = *mark;
    reader.sheet.draft_style = reader.text(fields, "style", reader.sheet.plain.text);
    reader.length(fields, "y", reader.sheet.draft_y);
    reader.sheet.missing_style = reader.text(fields, "missing", reader.sheet.plain.text);
    take(fields, "missing_value", reader.sheet.words.draft_value);
    take(fields, "missing_text", reader.sheet.words.draft_text);
    take(fields, "between", reader.sheet.words.between);
    for (const base::Value::Entry& entry : fields.map("places")) {
        if (auto word = base::as_text(entry.value, reader.diagnostics)) {
            reader.sheet.words.places[entry.key] = std::move(*word);
        }
    }
}

}  // namespace

const std::vector<std::pair<std::string_view, base::Numerals>>& numerals_words() {
    static const std::vector<std::pair<std::string_view, base::Numerals>> words = {
        {"as_written", base::Numerals::as_written},
        {"half_width", base::Numerals::half_width},
        {"one_full_more_half", base::Numerals::one_full_more_half}};
    return words;
}

void read_look(const StyleReader& reader, base::Fields& fields, const CharacterStyle*& look) {
    CharacterStyle style = *look;
    read_text(reader, fields, style);
    if (style != *look) look = reader.kept(std::move(style));
}

void read_look(const StyleReader& reader, base::Fields& fields, ParagraphLook& look) {
    read_set(reader, fields, look);
    reader.space(fields, look.space);
}

void read_texts(const StyleReader& reader, base::Fields& root) {
    reader.section(root, "text", reader.sheet.text, reader.sheet.plain.text, "unknown text style `{}`");
}

void read_paragraphs(const StyleReader& reader, base::Fields& root) {
    Stylesheet& sheet = reader.sheet;
    reader.section(root, "paragraphs", sheet.paragraphs, sheet.plain, "unknown paragraph style `{}`");
    ListLook list;
    list.paragraph = sheet.plain;
    reader.section(root, "lists", sheet.lists, list,
                   [&](base::Fields& fields, ListLook& look) { read_list(reader, fields, look); });
    ChipLook chip;
    chip.height = Length::points(14);
    chip.text = sheet.plain.text;
    reader.section(root, "chips", sheet.chips, chip,
                   [&](base::Fields& fields, ChipLook& look) { read_chip(reader, fields, look); });
    reader.section(root, "marks", sheet.marks, MarkLook{Length::points(9), {}},
                   [&](base::Fields& fields, MarkLook& look) { read_mark(reader, fields, look); });
}

/// Notes are set in their paragraph style, hanging behind their marks.
void read_notes(const StyleReader& reader, base::Fields& root) {
    NoteStyle& notes = reader.sheet.notes;
    notes.style = reader.sheet.plain.style;
    notes.text = notes.mark = reader.sheet.plain.text;
    const base::Value* value = root.optional("notes");
    if (value == nullptr) return;
    base::Fields fields(*value, reader.diagnostics);
    if (const auto look = reader.paragraph(fields, "paragraph")) {
        notes.style = look->style;
        notes.text = look->text;
        notes.mark = look->label != nullptr ? look->label : look->text;
    }
    take(fields, "sign", notes.sign);
    notes.rule = reader.rule(fields, "rule", notes.rule);
    reader.length(fields, "rule_width", notes.rule_width);
    reader.length(fields, "above", notes.above);
    reader.length(fields, "below", notes.below);
    reader.length(fields, "between", notes.between);
}

void read_words(const StyleReader& reader, base::Fields& root) {
    read_draft(reader, root);
    const base::Value* value = root.optional("words");
    if (value == nullptr) return;
    base::Fields fields(*value, reader.diagnostics);
    Words& words = reader.sheet.words;
    take(fields, "missing", words.missing);
    take(fields, "missing_spoken", words.missing_spoken);
    take(fields, "minus", words.minus);
    take(fields, "arrow", words.arrow);
    take(fields, "up", words.up);
    take(fields, "level", words.level);
    take(fields, "down", words.down);
    take(fields, "provisional", words.provisional);
    take(fields, "revised", words.revised);
    take(fields, "reference", words.reference);
    take(fields, "reference_spoken", words.reference_spoken);
    take(fields, "at_least", words.at_least);
    take(fields, "above", words.above);
    take(fields, "below", words.below);
    take(fields, "at_most", words.at_most);
}

}  // namespace compose
