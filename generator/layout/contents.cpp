// 目次: an entry is one strip; its page number and leaders are drawn when the pages are known.
#include "layout/set.h"
#include "layout/structure.h"

namespace layout {

namespace {

base::ParagraphStyle entry_style(const compose::ContentsStyle& style) {
    base::ParagraphStyle paragraph;
    paragraph.setting = base::Setting::cell;
    paragraph.align = base::Align::start;
    paragraph.leading = style.row_height;
    paragraph.numerals = base::Numerals::as_written;  // as the headings of the templates are
    return paragraph;
}

compose::ContentsStyle plain_style() {
    compose::ContentsStyle style;
    style.row_height = Length::points(23);
    style.number_width = Length::points(36);
    return style;
}

/// Number and title are in a link in a reference; the number is its label.
void set_entry(Setter& setter, Builder& builder, const compose::ContentsEntry& entry,
               const compose::ContentsStyle& style, Where where) {
    const int item = add_element(setter.structure, "TOCI", where.element);
    EntryOf what{};
    what.entry = &entry;
    what.style = &style;
    const base::ParagraphStyle paragraph = entry_style(style);
    if (!entry.number.empty()) {
        const int label = add_element(setter.structure, "Lbl", item);
        what.number = set_text(setter, entry.number, paragraph, style.number_width, label);
    }
    const int reference = add_element(setter.structure, "Reference", item);
    what.title_element = entry.anchor.empty() ? reference : add_element(setter.structure, "Link", reference);
    const Length used = style.indent + style.number_width + (entry.page ? style.page_width : Length{});
    what.title = set_text(setter, entry.title, paragraph, where.width - used, what.title_element);
    Strip strip;
    strip.x = where.x;
    strip.width = where.width;
    for (const Length height : what.title->heights) strip.height += height;
    strip.height = std::max(strip.height, style.row_height);
    strip.what = what;
    builder.space(style.space_before);
    builder.push(std::move(strip));
}

}  // namespace

void set_contents(Setter& setter, Builder& builder, const compose::Contents& contents, Where where) {
    static const compose::ContentsStyle plain = plain_style();
    const int element = add_element(setter.structure, "TOC", where.element);
    builder.space(contents.space.before);
    int last_level = 0;
    for (const compose::ContentsEntry& entry : contents.entries) {
        // An upper entry stays with the first below it.
        if (last_level > 0 && entry.level > last_level) builder.keep(keep::next);
        const auto style = contents.styles.find(entry.level);
        set_entry(setter, builder, entry, style == contents.styles.end() ? plain : style->second,
                  {where.x, where.width, element});
        last_level = entry.level;
    }
    builder.space(contents.space.after);
}

}  // namespace layout
