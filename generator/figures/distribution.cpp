// Ratings per goal as shares of a bar.
#include "figures/kinds.h"

namespace figures {

namespace {

constexpr Length white_gap{1500};

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

/// Symbol, word and count; without the word where it does not fit.
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
    } else {
        // A rating never stands by its colour alone: the symbol shrinks before it is left out.
        const Length small = std::min(size, segment.rect.width - counted - Length{1000});
        const Length drawn = std::max(small, Length{4000});
        const bool both = drawn + counted <= segment.rect.width + Length::points(1);
        const Length x = segment.rect.x + (segment.rect.width - drawn - (both ? counted : Length{})) / 2;
        if (drawn > segment.rect.width) return;
        canvas.symbol({x + drawn / 2, middle}, drawn, segment.band.symbol, segment.band.on_colour);
        if (both) canvas.text_middle({x + drawn, middle}, Anchor::start, part, count);
    }
}

constexpr Length legend_side = Length::points(14);
constexpr Length legend_gap = Length::points(14);
constexpr Length legend_row = Length::points(20);

Length legend_width(const compose::Band& band, Canvas& canvas) {
    return legend_side + Length::points(6) + canvas.width_of("legend", band.word);
}

/// The square with its symbol, and the word behind it.
void draw_legend_entry(const compose::Band& band, Canvas& canvas, Point corner) {
    const Rect box{corner.x, corner.y, legend_side, legend_side};
    const Length middle = corner.y + legend_side / 2;
    canvas.fill(box, band.colour);
    canvas.frame(box, outline_weight, canvas.look().colour("outline"));
    canvas.symbol({box.x + legend_side / 2, middle}, legend_side, band.symbol, band.on_colour);
    canvas.text_middle({box.right() + Length::points(6), middle}, Anchor::start, "legend", band.word);
}

/// The legend at the right, in as many rows as its words need. Returns its height.
Length draw_legend(const compose::Distribution& figure, Canvas& canvas, Length measure) {
    std::vector<std::vector<const compose::Band*>> rows(1);
    Length used;
    for (const compose::Band& band : figure.bands) {
        const Length width = legend_width(band, canvas) + legend_gap;
        if (!rows.back().empty() && used + width - legend_gap > measure) {
            rows.emplace_back();
            used = {};
        }
        rows.back().push_back(&band);
        used += width;
    }
    Length y;
    for (const auto& row : rows) {
        Length x = measure + legend_gap;
        for (const compose::Band* band : row) x -= legend_width(*band, canvas) + legend_gap;
        for (const compose::Band* band : row) {
            draw_legend_entry(*band, canvas, {x, y});
            x += legend_width(*band, canvas) + legend_gap;
        }
        y += legend_row;
    }
    return y + Length::points(4);
}

constexpr Length count_gap = Length::points(10);

/// What stands before a bar, the label in as many lines as it needs.
struct Name {
    Length indent;  ///< of the label, behind the number
    TextBlock label;
};

Name name_of(const compose::Distribution::Bar& bar, Canvas& canvas, Length bar_x) {
    const Length number = canvas.width_of("number", bar.number);
    const Length indent = bar.number.empty() ? Length{} : std::max(number + Length::points(4), Length::points(16));
    const Length count = bar.count.empty() ? Length{} : canvas.width_of("count", bar.count) + Length::points(4);
    const Length room = std::max(bar_x - count_gap - count - indent, Length::points(20));
    return {indent, canvas.break_text("label", bar.label, bar_x > Length{} ? room : Length::points(1000))};
}

void draw_bar(const compose::Distribution& figure, const compose::Distribution::Bar& bar, const Name& name,
              Canvas& canvas, Rect rect) {
    const Length middle = rect.y + rect.height / 2;
    canvas.text_middle({{}, middle}, Anchor::start, "number", bar.number);
    if (name.label.lines.size() > 1) {
        canvas.block({name.indent, middle - name.label.height() / 2}, name.label);
    } else {
        canvas.text_middle({name.indent, middle}, Anchor::start, "label", bar.label);
    }
    canvas.text_middle({rect.x - count_gap, middle}, Anchor::end, "count", bar.count);
    bool any = false;
    for (std::size_t i = 0; i < bar.parts.size() && i < figure.bands.size(); ++i) {
        if (bar.parts[i] <= 0) continue;
        any = true;
        draw_segment({figure.bands[i], bar.parts[i], normalised(bar.parts, i, rect)}, canvas);
    }
    if (any) canvas.frame(rect, outline_weight, canvas.look().colour("outline"));
}

}  // namespace

std::vector<Drawing> draw_distribution(const compose::Distribution& figure, Canvas& canvas, Length measure) {
    const Look& look = canvas.look();
    const Length bar_x = look.length("bar_x", Length::points(150));
    const Length height = look.length("bar_height", Length::points(20));
    const Length pitch = look.length("pitch", Length::points(28));
    std::vector<Drawing> pieces;
    Length y;
    if (!look.word("legend").empty()) y += draw_legend(figure, canvas, measure);
    for (const auto& bar : figure.bars) {
        if (bar.total) {
            canvas.stroke({{}, y}, {measure, y}, Length{350}, look.colour("rule"));
            y += Length::points(8);
        }
        const Name name = name_of(bar, canvas, bar_x);
        const Length more = std::max(name.label.height() + Length::points(4) - pitch, Length{});
        draw_bar(figure, bar, name, canvas, {bar_x, y + more / 2, measure - bar_x, height});
        y += pitch + more;
        pieces.push_back(canvas.finish(measure, std::exchange(y, {})));
    }
    return whole_or_pieces(std::move(pieces), pitch - height);
}

}  // namespace figures
