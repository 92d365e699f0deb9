// What stands on every page and is no content: running heads, folios, rules, the thumb index, the mark of a draft.
#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "layout/draw.h"
#include "layout/structure.h"

namespace layout {

namespace {

/// The thumb's digit stands that far from its inner edge, so that a printer's blind margin leaves it whole.
constexpr Length thumb_indent = Length::points(5);
/// Between a running head at the left and one at the right.
constexpr Length furniture_gap = Length::points(12);

std::string slot_text(const PagePlan& plan, const std::string& name) {
    const auto slot = plan.sequence->slots.find(name);
    if (slot == plan.sequence->slots.end()) return {};
    std::string text;
    for (const compose::Inline& part : *slot->second) text += part.text;
    return text;
}

/// The pattern with its slots filled; nothing when it has slots and all are empty.
std::string fill_pattern(const PagePlan& plan, const PageNumber& number, const std::string& pattern) {
    std::string text;
    bool has_slots = false, filled = false;
    for (std::size_t at = 0; at < pattern.size();) {
        const std::size_t open = pattern.find('{', at);
        const std::size_t close = open == std::string::npos ? open : pattern.find('}', open);
        text += pattern.substr(at, close == std::string::npos ? close : open - at);
        if (close == std::string::npos) break;
        const std::string name = pattern.substr(open + 1, close - open - 1);
        const std::string value = name == "page"    ? number.text
                                  : name == "pages" ? std::to_string(number.of)
                                                    : slot_text(plan, name);
        has_slots = true;
        filled = filled || !value.empty();
        text += value;
        at = close + 1;
    }
    return has_slots && !filled ? std::string{} : text;
}

text::Paragraph line_of(const std::string& words, const base::CharacterStyle& style) {
    text::Paragraph line;
    line.style.setting = base::Setting::cell;
    line.style.align = base::Align::start;
    line.style.numerals = base::Numerals::as_written;
    line.runs.push_back({words, &style, std::nullopt, false, false, {}});
    return line;
}

Length width_of(const Drawer& drawer, const std::string& words, const base::CharacterStyle& style) {
    return words.empty() ? Length{} : drawer.setter.typesetter.natural_width(line_of(words, style));
}

/// The words, or as many letters of them as the width holds, and ….
std::string shortened(const Drawer& drawer, const std::string& words, const base::CharacterStyle& style, Length width) {
    if (width_of(drawer, words, style) <= width) return words;
    // Halving the doubt rather than dropping letter by letter: a name may be as long as it likes.
    const std::u32string letters = base::decode(words);
    const auto cut = [&](std::size_t count) { return base::encode(letters.substr(0, count)) + "…"; };
    std::size_t fits = 0, too_many = letters.size();
    while (fits + 1 < too_many) {
        const std::size_t middle = (fits + too_many) / 2;
        (width_of(drawer, cut(middle), style) <= width ? fits : too_many) = middle;
    }
    return cut(fits);
}

/// One line of text at its baseline; an artifact unless it has an element.
void draw_words(Drawer& drawer, const std::string& words, const base::CharacterStyle& style, base::Align align,
                Length x, Length width, Length baseline, int element = -1) {
    const text::Paragraph runs = line_of(words, style);
    const Length natural = drawer.setter.typesetter.natural_width(runs);
    const text::SetParagraph set = drawer.setter.typesetter.set(runs, natural + Length{1});
    if (set.lines.empty()) return;
    const Length spare = width - set.lines.front().width;
    if (align == base::Align::end) x += spare;
    if (align == base::Align::centre) x += spare / 2;
    for (const text::GlyphRun& run : set.lines.front().runs) {
        Glyphs glyphs;
        glyphs.origin = {x + run.x, baseline - run.raise};
        glyphs.run = run;
        drawer.writer.mark(element, std::move(glyphs), ArtifactKind::pagination);
    }
}

/// All thumbs, or as many as the page's edge has room for around the current one.
std::pair<std::size_t, std::size_t> visible_thumbs(const compose::PageMaster& master, int current) {
    const auto& thumbs = master.thumbs;
    const std::size_t count = thumbs.labels.size();
    const Length pitch = std::max(thumbs.height + thumbs.gap, Length::points(1));
    const auto room = static_cast<std::size_t>(std::max<std::int64_t>(1, (master.height - 2 * thumbs.y) / pitch));
    if (count <= room) return {0, count};
    const auto here = static_cast<std::size_t>(std::max(0, current - 1));
    const std::size_t first = std::min(here - std::min(here, room / 2), count - room);
    return {first, first + room};
}

void draw_thumbs(Drawer& drawer, const PagePlan& plan) {
    const compose::PageMaster& master = *plan.sequence->master;
    const auto& thumbs = master.thumbs;
    const auto [first, last] = visible_thumbs(master, plan.sequence->thumb);
    Length y = thumbs.y;
    for (std::size_t i = first; i < last; ++i) {
        const bool current = static_cast<int>(i) + 1 == plan.sequence->thumb;
        const Rect rect{master.width - thumbs.width, y, thumbs.width, thumbs.height};
        drawer.writer.mark(-1, Fill{rect, current ? thumbs.current_ground : thumbs.other_ground},
                           ArtifactKind::pagination);
        if (thumbs.style != nullptr) {
            base::CharacterStyle style = *thumbs.style;
            style.colour = current ? thumbs.current_text : thumbs.other_text;
            const Length baseline = rect.y + rect.height / 2 + scaled(style.size, 38, 100);
            const Length room = rect.width - thumb_indent - Length::points(2);
            const Length natural = width_of(drawer, thumbs.labels[i], style);
            if (natural > room) style.size = scaled(style.size, room.value, natural.value);
            draw_words(drawer, thumbs.labels[i], style, base::Align::start, rect.x + thumb_indent, rect.width,
                       baseline);
        }
        y += thumbs.height + thumbs.gap;
    }
}

/// How wide a line may be: within its width, and where it begins at the left, clear of those that end at its height.
Length room_of(const Drawer& drawer, const PagePlan& plan, const PageNumber& number,
               const compose::PageMaster::Furniture& line) {
    Length room = line.width;
    if (line.align != base::Align::start) return room;
    for (const auto& other : plan.sequence->master->furniture) {
        const bool beside = other.align == base::Align::end && other.y == line.y && other.style != nullptr;
        if (!beside || (plan.opens && !other.on_opening)) continue;
        const std::string words = fill_pattern(plan, number, other.pattern);
        if (words.empty()) continue;
        const Length end = other.x + other.width - width_of(drawer, words, *other.style) - furniture_gap - line.x;
        room = std::min(room, end);
    }
    return room;
}

/// The mark is seen on any ground: a picture, a band of colour.
void frame_draft_mark(Drawer& drawer, const compose::PageMaster& master, Length baseline) {
    constexpr Length padding = Length::points(5), weight = Length::points(1);
    const base::CharacterStyle& style = *drawer.setter.document.draft_style;
    const Length width = width_of(drawer, drawer.setter.document.draft_mark, style) + 2 * padding;
    const Rect box{(master.width - width) / 2, baseline - scaled(style.size, 105, 100), width,
                   scaled(style.size, 135, 100)};
    drawer.writer.mark(-1, Fill{box, {255, 255, 255}}, ArtifactKind::pagination);
    Path frame;
    using Step = figures::PathStep;
    for (const Point corner :
         {Point{box.x, box.y}, {box.right(), box.y}, {box.right(), box.bottom()}, {box.x, box.bottom()}}) {
        frame.steps.push_back({frame.steps.empty() ? Step::Kind::move : Step::Kind::line, corner, {}, {}});
    }
    frame.steps.push_back({Step::Kind::close, {}, {}, {}});
    frame.stroke = style.colour;
    frame.weight = weight;
    drawer.writer.mark(-1, std::move(frame), ArtifactKind::pagination);
}

void draw_draft_mark(Drawer& drawer, const compose::PageMaster& master, int element) {
    const compose::Document& document = drawer.setter.document;
    if (document.draft_mark.empty() || document.draft_style == nullptr) return;
    const Length baseline = document.draft_y.value < 0 ? master.height + document.draft_y : document.draft_y;
    frame_draft_mark(drawer, master, baseline);
    draw_words(drawer, document.draft_mark, *document.draft_style, base::Align::centre, {}, master.width, baseline,
               element);
}

}  // namespace

void draw_furniture(Drawer& drawer, const PagePlan& plan, const PageNumber& number, int draft_element) {
    const compose::PageMaster& master = *plan.sequence->master;
    for (const auto& rule : master.rules) {
        if (plan.opens && !rule.on_opening) continue;
        drawer.writer.mark(-1,
                           Stroke{{rule.x, rule.y}, {rule.x + rule.width, rule.y}, rule.rule.weight, rule.rule.colour},
                           ArtifactKind::pagination);
    }
    for (const auto& line : master.furniture) {
        if (plan.opens && !line.on_opening) continue;
        std::string words = fill_pattern(plan, number, line.pattern);
        if (words.empty() || line.style == nullptr) continue;
        words = shortened(drawer, words, *line.style, room_of(drawer, plan, number, line));
        draw_words(drawer, words, *line.style, line.align, line.x, line.width, line.y);
    }
    if (master.thumbs.shown && plan.sequence->thumb > 0) draw_thumbs(drawer, plan);
    draw_draft_mark(drawer, master, draft_element);
}

}  // namespace layout
