// What stands on every page and is no content: running heads, folios, rules, the thumb index, the mark of a draft.
#include <algorithm>
#include <utility>

#include "layout/draw.h"

namespace layout {

namespace {

/// The thumb's digit stands that far from its inner edge, so that a printer's blind margin leaves it whole.
constexpr Length thumb_indent = Length::points(5);

std::string slot_text(const PagePlan& plan, const std::string& name) {
    const auto slot = plan.sequence->slots.find(name);
    if (slot == plan.sequence->slots.end()) return {};
    std::string text;
    for (const compose::Inline& part : *slot->second) text += part.text;
    return text;
}

/// The pattern with its slots filled; nothing when it has slots and all are empty.
std::string fill_pattern(const Drawer& drawer, const PagePlan& plan, std::size_t page, const std::string& pattern) {
    std::string text;
    bool has_slots = false, filled = false;
    for (std::size_t at = 0; at < pattern.size();) {
        const std::size_t open = pattern.find('{', at);
        const std::size_t close = open == std::string::npos ? open : pattern.find('}', open);
        text += pattern.substr(at, close == std::string::npos ? close : open - at);
        if (close == std::string::npos) break;
        const std::string name = pattern.substr(open + 1, close - open - 1);
        const std::string value = name == "page"    ? drawer.numbers[page].text
                                  : name == "pages" ? std::to_string(drawer.numbers[page].of)
                                                    : slot_text(plan, name);
        has_slots = true;
        filled = filled || !value.empty();
        text += value;
        at = close + 1;
    }
    return has_slots && !filled ? std::string{} : text;
}

/// One line of text at its baseline.
void draw_words(Drawer& drawer, const std::string& words, const base::CharacterStyle& style, base::Align align,
                Length x, Length width, Length baseline) {
    base::ParagraphStyle paragraph;
    paragraph.setting = base::Setting::cell;
    paragraph.align = base::Align::start;
    paragraph.numerals = base::Numerals::as_written;
    text::Paragraph runs;
    runs.style = paragraph;
    runs.runs.push_back({words, &style, std::nullopt, false, false, {}});
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
        drawer.writer.mark(-1, std::move(glyphs), ArtifactKind::pagination);
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
            draw_words(drawer, thumbs.labels[i], style, base::Align::start, rect.x + thumb_indent, rect.width,
                       baseline);
        }
        y += thumbs.height + thumbs.gap;
    }
}

void draw_draft_mark(Drawer& drawer, const compose::PageMaster& master) {
    const compose::Document& document = drawer.setter.document;
    if (document.draft_mark.empty() || document.draft_style == nullptr) return;
    const Length baseline = document.draft_y.value < 0 ? master.height + document.draft_y : document.draft_y;
    draw_words(drawer, document.draft_mark, *document.draft_style, base::Align::centre, {}, master.width, baseline);
}

}  // namespace

void draw_furniture(Drawer& drawer, const PagePlan& plan, std::size_t page) {
    const compose::PageMaster& master = *plan.sequence->master;
    for (const auto& rule : master.rules) {
        if (plan.opens && !rule.on_opening) continue;
        drawer.writer.mark(-1,
                           Stroke{{rule.x, rule.y}, {rule.x + rule.width, rule.y}, rule.rule.weight, rule.rule.colour},
                           ArtifactKind::pagination);
    }
    for (const auto& line : master.furniture) {
        if (plan.opens && !line.on_opening) continue;
        const std::string words = fill_pattern(drawer, plan, page, line.pattern);
        if (words.empty() || line.style == nullptr) continue;
        draw_words(drawer, words, *line.style, line.align, line.x, line.width, line.y);
    }
    if (master.thumbs.shown && plan.sequence->thumb > 0) draw_thumbs(drawer, plan);
    draw_draft_mark(drawer, master);
}

}  // namespace layout
