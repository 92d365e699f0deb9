// Paragraphs: inlines become runs, runs lines, lines strips.
#include <algorithm>

#include "base/message.h"
#include "figures/figures.h"
#include "layout/set.h"
#include "layout/smaller.h"
#include "layout/span.h"
#include "layout/structure.h"

namespace layout {

namespace {

/// As wide as most page numbers, until the pages are known.
constexpr const char* unknown_number = "00";

const figures::Drawing& sign_of(Setter& setter, SignLook look, const auto& draw) {
    Signs& signs = setter.common.signs;
    const auto found = signs.find(look);
    return found != signs.end() ? found->second : signs.emplace(std::move(look), draw()).first->second;
}

const figures::Drawing& chip_of(Setter& setter, const compose::Chip& chip, Length measure) {
    const Length room = setter.bare_chips && !chip.symbol.empty() ? Length{} : measure;
    return sign_of(setter, {chip.symbol, chip.word, chip.colour, chip.on_colour, chip.height, chip.style, room, {}},
                   [&] { return figures::draw_chip(chip, setter.typesetter, room); });
}

const figures::Drawing& trend_of(Setter& setter, const compose::TrendMark& mark) {
    return sign_of(setter, {{}, {}, mark.colour, {}, mark.size, nullptr, {}, mark.trend},
                   [&] { return figures::draw_trend(mark); });
}

text::Run run_of(Setter& setter, const compose::Inline& part, Text& text, Length measure) {
    text::Run run;
    run.style = part.style;
    run.exact = part.exact;
    run.keep_together = part.keep_together;
    run.span = part.span;
    const figures::Drawing* object = nullptr;
    if (part.chip) object = &chip_of(setter, *part.chip, measure);
    if (part.mark) object = &trend_of(setter, *part.mark);
    if (object != nullptr) {
        run.object_width = object->width;
    } else if (part.page) {
        const auto known = setter.numbers.find(part.page->anchor);
        run.text = known == setter.numbers.end() ? unknown_number : known->second;
        setter.store.prints_pages = true;
        text.has_references = true;
    } else if (part.note) {
        const auto known = setter.note_numbers.find(&part);
        run.text = known == setter.note_numbers.end() ? setter.document.note_style.sign + "1" : known->second;
        run.exact = true;
        text.has_references = true;
    } else {
        run.text = part.text;
        run.ruby = part.aloud->ruby;
    }
    if (object != nullptr) {
        text.parts.own().objects.resize(text.runs->runs.size() + 1);
        text.parts.own().objects.back() = object;
    }
    return run;
}

/// The baseline stands 0.88 of the size under the top of the em box, and the em box in the middle of the line.
void measure_lines(Text& text) {
    text.boxes.clear();
    text.boxes.reserve(text.set.lines.size());
    for (const text::Line& line : text.set.lines) {
        Length height = std::max(text.runs->style.leading, line.size + line.ruby + line.ruby / 8);
        for (const text::PlacedObject& object : line.objects)
            height = std::max(height, text.parts->objects[object.run]->height);
        text.boxes.push_back({height, (height - line.size) / 2 + scaled(line.size, 88, 100)});
    }
}

void report_overflow(Setter& setter, const Text& text) {
    for (const text::Line& line : text.set.lines) {
        const Length allowed = text.measure + (text.runs->style.hanging_punctuation ? line.size : Length{100});
        if (line.width <= allowed || !line.objects.empty()) continue;
        setter.diagnostics.warning(
            "overflow", span_of(text),
            base::say("`{}` is wider than its place of {} pt", text_of(line), text.measure.value / 1000));
    }
}

std::string_view type_of(const compose::Paragraph& paragraph) {
    switch (paragraph.role) {
        case compose::Role::heading: return heading_type(std::clamp(paragraph.level, 1, 6));
        case compose::Role::caption: return "Caption";
        case compose::Role::note: return "Note";
        default: return "P";
    }
}

int element_of(Setter& setter, const compose::Paragraph& paragraph, Where where) {
    if (paragraph.role == compose::Role::furniture || where.element < 0) return -1;
    const bool plain = paragraph.role == compose::Role::paragraph || paragraph.role == compose::Role::label;
    if (where.cell && plain) return where.element;
    const int element = add_element(setter.structure, type_of(paragraph), where.element);
    if (paragraph.role == compose::Role::note) {
        name_element(setter.structure, element, "note-" + std::to_string(++setter.common.notes));
    }
    return element;
}

/// A break after the first or before the last line is unwanted, and any in a heading.
int line_level(std::size_t line, std::size_t lines, bool heading) {
    if (line == 0) return 0;
    return heading || line == 1 || line + 1 == lines ? keep::lines : 0;
}

}  // namespace

bool set_again(Text& text, text::Typesetter& typesetter) {
    const std::vector<LineBox> before = text.boxes;
    text.set = typesetter.set(*text.runs, text.measure);
    measure_lines(text);
    return std::ranges::equal(before, text.boxes, {}, &LineBox::height, &LineBox::height);
}

Text* set_text(Setter& setter, const std::vector<compose::Inline>& content, const base::ParagraphStyle& style,
               Length measure, int element, const compose::Paragraph* paragraph) {
    Text& text = setter.store.texts.emplace_back();
    text.runs = std::make_unique<text::Paragraph>();
    text.runs->style = style;
    text.runs->runs.reserve(content.size());
    for (const compose::Inline& part : content) {
        text.runs->runs.push_back(run_of(setter, part, text, measure));
    }
    text.sources = content;
    text.measure = measure;
    text.element = element;
    text.paragraph = paragraph;
    if (paragraph != nullptr) {
        text.runs->label = paragraph->label;
        text.runs->label_style = paragraph->label_style;
    }
    set_again(text, setter.typesetter);
    keep_numbers_whole(setter, text);
    return &text;
}

Text* set_words(Setter& setter, const std::string& words, const base::CharacterStyle* style,
                const base::ParagraphStyle& paragraph, Length measure, int element) {
    Text& text = setter.store.texts.emplace_back();
    text::Run run;
    run.text = words;
    run.style = style;
    text.runs = std::make_unique<text::Paragraph>();
    text.runs->runs.push_back(std::move(run));
    text.runs->style = paragraph;
    text.measure = measure;
    text.element = element;
    set_again(text, setter.typesetter);
    return &text;
}

void set_paragraph(Setter& setter, Builder& builder, const compose::Paragraph& paragraph, Where where) {
    const int element = element_of(setter, paragraph, where);
    where.x += paragraph.indent;
    where.width += paragraph.overhang - paragraph.indent;
    Text* text = set_text(setter, paragraph.content, paragraph.style, where.width, element, &paragraph);
    report_overflow(setter, *text);
    if (!text->has_references) text->runs.reset();
    builder.space(paragraph.space.before);
    const std::size_t lines = text->set.lines.size();
    for (std::size_t i = 0; i < lines; ++i) {
        Strip strip;
        strip.what = LineOf{text, static_cast<std::uint32_t>(i)};
        strip.x = where.x;
        strip.width = where.width;
        strip.height = text->boxes[i].height;
        strip.level = line_level(i, lines, paragraph.role == compose::Role::heading);
        if (i == 0 && !paragraph.anchor.empty()) strip.anchor = &paragraph.anchor;
        builder.push(std::move(strip));
    }
    builder.space(paragraph.space.after);
    if (lines > 0 && (paragraph.keep_with_next || paragraph.role == compose::Role::heading)) builder.keep(keep::next);
}

}  // namespace layout
