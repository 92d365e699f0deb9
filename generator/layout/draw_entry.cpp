// An entry of the contents: number, title, leaders, page number.
#include "layout/draw.h"

namespace layout {

namespace {

/// A circle is four curves whose control points stand 0.5523 of the radius away.
constexpr std::int64_t control = 5523;

void add_dot(Path& path, Point centre, Length radius) {
    const Length c = scaled(radius, control, 10000), r = radius;
    const auto at = [&](Length x, Length y) { return Point{centre.x + x, centre.y + y}; };
    path.steps.push_back({PathStep::Kind::move, at(r, {}), {}, {}});
    path.steps.push_back({PathStep::Kind::curve, at({}, r), at(r, c), at(c, r)});
    path.steps.push_back({PathStep::Kind::curve, at(-r, {}), at(-c, r), at(-r, c)});
    path.steps.push_back({PathStep::Kind::curve, at({}, -r), at(-r, -c), at(-c, -r)});
    path.steps.push_back({PathStep::Kind::curve, at(r, {}), at(c, -r), at(r, -c)});
    path.steps.push_back({PathStep::Kind::close, {}, {}, {}});
}

/// Dots stand on one raster, counted from the right, so that they line up from entry to entry.
void draw_leaders(Drawer& drawer, const compose::ContentsStyle& style, Length from, Length to, Length y) {
    if (style.leader_pitch <= Length{}) return;
    Path path;
    path.fill = style.leader_colour;
    for (Length x = to; x > from; x -= style.leader_pitch) add_dot(path, {x, y}, style.leader_radius);
    if (!path.steps.empty()) drawer.writer.mark(-1, std::move(path));
}

const base::CharacterStyle* number_style(const EntryOf& entry) {
    if (entry.style->page_style != nullptr) return entry.style->page_style;
    return entry.entry->title.empty() ? nullptr : entry.entry->title.front().style;
}

void draw_number(Drawer& drawer, const EntryOf& entry, const std::string& number, Length right, Length baseline) {
    const base::CharacterStyle* style = number_style(entry);
    if (number.empty() || style == nullptr) return;
    base::ParagraphStyle paragraph;
    paragraph.setting = base::Setting::cell;
    paragraph.align = base::Align::start;
    paragraph.numerals = base::Numerals::half_width;
    Text* text = set_words(drawer.setter, number, style, paragraph, Length::points(100), entry.title_element);
    if (text->set.lines.empty()) return;
    draw_line(drawer, *text, 0, {right - text->set.lines.front().width, baseline}, {});
}

/// From the left edge of the title's last line to the end of its letters.
Length title_end(const Text& title) { return title.set.lines.empty() ? Length{} : title.set.lines.back().width; }

}  // namespace

void draw_entry(Drawer& drawer, const EntryOf& entry, Point origin, Length width) {
    const compose::ContentsStyle& style = *entry.style;
    Text& title = *entry.title;
    const Length left = origin.x + style.indent, right = origin.x + width;
    if (entry.number != nullptr) draw_text(drawer, *entry.number, {left, origin.y});
    const Length end = title_end(title);
    draw_text(drawer, title, {left + style.number_width, origin.y});
    Length last = origin.y;
    for (std::size_t i = 0; i + 1 < title.heights.size(); ++i) last += title.heights[i];
    const Length baseline = last + (title.baselines.empty() ? style.row_height : title.baselines.back());
    const Length size = title.set.lines.empty() ? Length{} : title.set.lines.back().size;
    if (entry.entry->page) {
        const Length from = left + style.number_width + end + size / 2;
        if (style.leaders) draw_leaders(drawer, style, from, right - style.page_width, baseline - size / 4);
        draw_number(drawer, entry, drawer.number(entry.entry->anchor), right, baseline);
    }
    if (entry.entry->anchor.empty() || drawer.artifact || entry.title_element < 0) return;
    compose::Inline target;
    target.link = entry.entry->anchor;
    if (!entry.entry->title.empty()) target.span = entry.entry->title.front().span;
    if (!drawer.leads(target)) return;
    Link link;
    link.areas = {{left, origin.y, width - style.indent, last + style.row_height - origin.y}};
    link.anchor = entry.entry->anchor;
    link.element = entry.title_element;
    for (const compose::Inline& part : entry.entry->title) link.contents += part.text;
    drawer.writer.link(std::move(link));
}

}  // namespace layout
