// Ratings per goal as shares of a bar.
#include "layout/figures.h"

namespace layout {

namespace {

constexpr Length white_gap{1500};
constexpr Length outline_weight{500};

struct Segment {
    const compose::Band& band;
    int count;
    Rect rect;
};

Rect normalised(const std::vector<int>& parts, std::size_t index, Rect bar) {
    std::int64_t whole = 0;
    std::int64_t before = 0;
    std::int64_t shown = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        whole += parts[i];
        if (i < index) before += parts[i];
        if (i < index && parts[i] > 0) ++shown;
    }
    std::int64_t gaps = -1;
    for (int part : parts) gaps += part > 0 ? 1 : 0;
    const Length free = bar.width - white_gap * std::max<std::int64_t>(gaps, 0);
    return {bar.x + scaled(free, before, whole) + white_gap * shown, bar.y, scaled(free, parts[index], whole),
            bar.height};
}

/// Symbol, word and count; without the word, then without the symbol, where they do not fit.
void draw_segment(const Segment& segment, Canvas& canvas) {
    CharacterStyle word = canvas.look().text("word");
    CharacterStyle part = canvas.look().text("part");
    word.colour = part.colour = segment.band.on_colour;
    canvas.fill(segment.rect, segment.band.colour);
    const Length size = scaled(word.size, 13, 10);
    const std::string count = std::to_string(segment.count);
    const Length gap = Length::points(4);
    const Length counted = canvas.width_of("part", count);
    const Length worded = canvas.width_of("word", segment.band.word);
    const Length room = segment.rect.width - Length::points(4);
    const Length middle = segment.rect.y + segment.rect.height / 2;
    if (size + gap + worded + gap + counted + Length::points(6) <= room) {
        Length x = segment.rect.x + Length::points(6);
        canvas.symbol({x + size / 2, middle}, size, segment.band.symbol, segment.band.on_colour);
        x += size + gap;
        x += canvas.text_middle({x, middle}, Anchor::start, word, segment.band.word) + gap;
        canvas.text_middle({x, middle}, Anchor::start, part, count);
    } else if (size + counted <= room) {
        const Length x = segment.rect.x + (segment.rect.width - size - counted) / 2;
        canvas.symbol({x + size / 2, middle}, size, segment.band.symbol, segment.band.on_colour);
        canvas.text_middle({x + size, middle}, Anchor::start, part, count);
    } else if (counted <= segment.rect.width) {
        canvas.text_middle({segment.rect.x + segment.rect.width / 2, middle}, Anchor::middle, part, count);
    }
}

void draw_legend(const compose::Distribution& figure, Canvas& canvas, Length right) {
    const Length side = Length::points(14);
    const Length middle = side / 2;
    for (auto band = figure.bands.rbegin(); band != figure.bands.rend(); ++band) {
        const Length word = canvas.width_of("legend", band->word);
        canvas.text_middle({right, middle}, Anchor::end, "legend", band->word);
        const Rect box{right - word - Length::points(6) - side, {}, side, side};
        canvas.fill(box, band->colour);
        canvas.frame(box, outline_weight, canvas.look().colour("outline"));
        canvas.symbol({box.x + side / 2, middle}, side, band->symbol, band->on_colour);
        right = box.x - Length::points(14);
    }
}

void draw_bar(const compose::Distribution& figure, const compose::Distribution::Bar& bar, Canvas& canvas, Rect rect) {
    const Length middle = rect.y + rect.height / 2;
    const Length number = canvas.text_middle({{}, middle}, Anchor::start, "number", bar.number);
    const Length indent = bar.number.empty() ? Length{} : std::max(number + Length::points(4), Length::points(16));
    canvas.text_middle({indent, middle}, Anchor::start, "label", bar.label);
    canvas.text_middle({rect.x - Length::points(10), middle}, Anchor::end, "count", bar.count);
    bool any = false;
    for (std::size_t i = 0; i < bar.parts.size() && i < figure.bands.size(); ++i) {
        if (bar.parts[i] <= 0) continue;
        any = true;
        draw_segment({figure.bands[i], bar.parts[i], normalised(bar.parts, i, rect)}, canvas);
    }
    if (any) canvas.frame(rect, outline_weight, canvas.look().colour("outline"));
}

}  // namespace

Drawing draw_distribution(const compose::Distribution& figure, Canvas& canvas, Length measure) {
    const Look& look = canvas.look();
    const Length bar_x = look.length("bar_x", Length::points(150));
    const Length height = look.length("bar_height", Length::points(20));
    const Length pitch = look.length("pitch", Length::points(28));
    Length y;
    if (!look.word("legend").empty()) {
        draw_legend(figure, canvas, measure);
        y += Length::points(24);
    }
    for (const auto& bar : figure.bars) {
        if (bar.total) {
            canvas.stroke({{}, y}, {measure, y}, Length{350}, look.colour("rule"));
            y += Length::points(8);
        }
        draw_bar(figure, bar, canvas, {bar_x, y, measure - bar_x, height});
        y += pitch;
    }
    return canvas.finish(measure, y - (pitch - height));
}

}  // namespace layout
