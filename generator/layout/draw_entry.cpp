// An entry of the contents: number, title, leaders, page number.
#include "layout/draw.h"
#include "layout/structure.h"

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

/// One line of an entry's own words; null where there are none.
Text* words_of(Drawer& drawer, const std::string& words, const base::CharacterStyle* style, int element) {
    if (words.empty() || style == nullptr) return nullptr;
    base::ParagraphStyle paragraph;
    paragraph.setting = base::Setting::cell;
    paragraph.align = base::Align::start;
    paragraph.numerals = base::Numerals::half_width;
    Text* text = set_words(drawer.setter, words, style, paragraph, Length::points(200), element);
    return text->set.lines.empty() ? nullptr : text;
}

Length width_of(const Text* text) { return text == nullptr ? Length{} : text->set.lines.front().width; }

/// Draws it there, and returns where it ends.
Length draw_words(Drawer& drawer, Text* text, Point at) {
    if (text != nullptr) draw_line(drawer, *text, 0, at, {});
    return at.x + width_of(text);
}

/// Where an entry leads on one page, and what stands there.
struct OnPage {
    std::string page;
    std::vector<std::string> numbers;
    const compose::ContentsEntry::Place* first;
};

std::vector<OnPage> by_page(const Drawer& drawer, const compose::ContentsEntry& entry) {
    std::vector<OnPage> pages;
    for (const auto& place : entry.places) {
        const std::string page = drawer.number(place.anchor);
        if (pages.empty() || pages.back().page != page) pages.push_back({page, {}, &place});
        if (!place.number.empty()) pages.back().numbers.push_back(place.number);
    }
    return pages;
}

/// The title as it is said aloud, for the links of the entry.
std::string title_words(const compose::ContentsEntry& entry) {
    std::string words;
    for (const compose::Inline& part : entry.title) {
        words += words_aloud(part);
    }
    return words;
}

/// 1・2, 12–16: three and more in a row are told by the first and the last.
std::string joined(const std::vector<std::string>& numbers) {
    const auto value = [&](std::size_t at) { return std::atoi(numbers[at].c_str()); };
    std::string out;
    for (std::size_t from = 0; from < numbers.size();) {
        std::size_t to = from;
        while (to + 1 < numbers.size() && value(to + 1) == value(to) + 1) ++to;
        const bool run = to > from + 1;
        if (!out.empty()) out += "・";
        out += numbers[from];
        if (run) out += "–" + numbers[to];
        from = run ? to + 1 : from + 1;
    }
    return out;
}

/// The numbers and pages of an entry, each page a link, flush right; returns where they begin.
Length draw_places(Drawer& drawer, const EntryOf& entry, Point right) {
    struct Part {
        Text *numbers, *page;
        LinkAnnotation link;
    };
    const base::CharacterStyle* style = number_style(entry);
    const Length size = style == nullptr ? Length{} : style->size;
    const Length gap = scaled(size, 7, 10);
    const std::string title = title_words(*entry.entry);
    std::vector<Part> parts;
    Length x = right.x + gap;
    for (const OnPage& on : by_page(drawer, *entry.entry)) {
        Part& part = parts.emplace_back();
        int label = -1;
        const std::string numbers = joined(on.numbers);
        if (!drawer.artifact) {
            const int reference = add_element(drawer.writer.structure(), "Reference", entry.item_element);
            if (!numbers.empty()) label = add_element(drawer.writer.structure(), "Lbl", reference);
            part.link.element = add_element(drawer.writer.structure(), "Link", reference);
        }
        part.link.to = base::AnchorLink{on.first->anchor};
        part.link.contents = title + " ";
        if (!numbers.empty()) part.link.contents.append(numbers).append(" ");
        part.link.contents += on.page;
        part.numbers = words_of(drawer, numbers, entry.style->place_style, label);
        part.page = words_of(drawer, on.page, style, part.link.element);
        if (!drawer.leads(part.link.to, on.first->span)) part.link.element = -1;
        x -= width_of(part.numbers) + (part.numbers == nullptr ? Length{} : size / 2) + width_of(part.page) + gap;
    }
    const Length begin = x;
    for (Part& part : parts) {
        x = draw_words(drawer, part.numbers, {x, right.y});
        if (part.numbers != nullptr) x += size / 2;
        const Length left = x;
        x = draw_words(drawer, part.page, {x, right.y});
        part.link.areas = {{left, right.y - size, x - left, scaled(size, 12, 10)}};
        if (part.link.element >= 0) drawer.writer.link(std::move(part.link));
        x += gap;
    }
    return begin;
}

/// From the left edge of the title's last line to the end of its letters.
Length title_end(const Text& title) {
    if (title.set.lines.empty()) return {};
    return title.set.lines.back().width + (title.set.lines.size() > 1 ? title.runs->style.hang : Length{});
}

}  // namespace

void draw_entry(Drawer& drawer, const EntryOf& entry, Point origin, Length width) {
    const compose::ContentsStyle& style = *entry.style;
    Text& title = *entry.title;
    const Length left = origin.x + style.indent, right = origin.x + width;
    const Length start = left + style.number_width;
    if (style.rule.weight > Length{}) {
        drawer.writer.mark(-1, Stroke{{origin.x, origin.y}, {right, origin.y}, style.rule.weight, style.rule.colour});
    }
    if (entry.number != nullptr) draw_text(drawer, *entry.number, {left, origin.y});
    const Length end = title_end(title);
    draw_text(drawer, title, {start, origin.y});
    Length last = origin.y;
    for (std::size_t i = 0; i + 1 < title.boxes.size(); ++i) last += title.boxes[i].height;
    const Length baseline = last + (title.boxes.empty() ? style.row_height : title.boxes.back().baseline);
    const Length size = title.set.lines.empty() ? Length{} : title.set.lines.back().size;
    if (entry.entry->page) {
        const bool several = entry.entry->anchor.empty();
        Length begin = right;
        if (several) {
            begin = draw_places(drawer, entry, {right, baseline});
        } else {
            Text* page = words_of(drawer, drawer.number(entry.entry->anchor), number_style(entry), entry.title_element);
            draw_words(drawer, page, {right - width_of(page), baseline});
        }
        const Length stop = several ? begin - size / 2 : right - style.page_width;
        if (style.leaders) draw_leaders(drawer, style, start + end + size / 2, stop, baseline - size / 4);
    }
    if (entry.entry->anchor.empty() || drawer.artifact || entry.title_element < 0) return;
    LinkAnnotation link;
    link.to = base::AnchorLink{entry.entry->anchor};
    const auto& words = entry.entry->title;
    if (!drawer.leads(link.to, words.empty() ? base::Span{} : words.front().span)) return;
    link.areas = {{left, origin.y, width - style.indent, last + style.row_height - origin.y}};
    link.element = entry.title_element;
    link.contents = title_words(*entry.entry);
    drawer.writer.link(std::move(link));
}

}  // namespace layout
