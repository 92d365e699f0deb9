// Ratings per goal as shares of a bar.
#include "figures/kinds.h"

namespace figures {

namespace {

constexpr Length white_gap{1500};

struct Segment {
    const compose::ChartBand& band;
    int count;
    Rect rect;
    bool repeats;  ///< the symbol of an earlier band, so that only the word tells them apart
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

constexpr Length inner = Length::points(6);  ///< before the symbol of a segment
constexpr Length between = Length::points(4);
constexpr Length below_row = Length::points(13), below_square = Length::points(10);

/// What a segment has no room for: even its symbol and count would be a speck. They stand below it, with the word.
struct Below {
    const compose::ChartBand* band;
    std::string text;
    Length centre;
};

/// Symbol, word and count, or the first and the last (the legend has the words); at full size only, so that no rating
/// stands by its colour alone, nor as a speck.
std::optional<Below> draw_segment(const Segment& segment, Canvas& canvas) {
    CharacterStyle word = canvas.look().text("word");
    CharacterStyle part = canvas.look().text("part");
    word.colour = part.colour = segment.band.on_colour;
    canvas.fill(segment.rect, segment.band.colour);
    canvas.frame(segment.rect, outline_weight, canvas.look().colour("outline"));
    const Length size = scaled(word.size, 13, 10);
    const std::string count = std::to_string(segment.count);
    const Length counted = canvas.width_of("part", count);
    const Length worded = canvas.width_of("word", segment.band.word);
    const Length middle = segment.rect.y + segment.rect.height / 2;
    const Length centre = segment.rect.x + segment.rect.width / 2;
    const bool has_word = !segment.band.word.empty();
    if (has_word && inner + size + worded + counted + 2 * between + inner <= segment.rect.width) {
        Length x = segment.rect.x + inner;
        canvas.symbol({x + size / 2, middle}, size, segment.band.symbol, segment.band.on_colour);
        x += size + between;
        x += canvas.text_middle({x, middle}, Anchor::start, word, segment.band.word) + between;
        canvas.text_middle({x, middle}, Anchor::start, part, count);
        return std::nullopt;
    }
    const Length both = size + counted + Length::points(1);
    if (both + Length::points(2) <= segment.rect.width && !(segment.repeats && has_word)) {
        const Length x = centre - both / 2;
        canvas.symbol({x + size / 2, middle}, size, segment.band.symbol, segment.band.on_colour);
        canvas.text_middle({x + both - counted, middle}, Anchor::start, part, count);
        return std::nullopt;
    }
    return Below{&segment.band, (has_word ? segment.band.word + " " : "") + count, centre};
}

/// What a bar's segments have no room for, under them: centred on each, or pushed aside by its neighbours.
void draw_below(const std::vector<Below>& all, Canvas& canvas, Rect bar) {
    std::vector<Length> lefts, widths;
    Length end = bar.x - Length::points(20);
    for (const Below& below : all) {
        widths.push_back(below_square + Length::points(3) + canvas.width_of("word", below.text));
        lefts.push_back(std::max(below.centre - widths.back() / 2, end));
        end = lefts.back() + widths.back() + Length::points(6);
    }
    Length limit = bar.right();
    for (std::size_t i = all.size(); i-- > 0;) {
        lefts[i] = std::min(lefts[i], limit - widths[i]);
        limit = lefts[i] - Length::points(6);
    }
    const Length middle = bar.bottom() + Length{2000} + below_row / 2;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Below& below = all[i];
        Length x = lefts[i];
        canvas.stroke({below.centre, bar.bottom()}, {below.centre, bar.bottom() + Length{2500}}, outline_weight,
                      canvas.look().colour("outline"));
        const Rect box{x, middle - below_square / 2, below_square, below_square};
        canvas.fill(box, below.band->colour);
        canvas.frame(box, outline_weight, canvas.look().colour("outline"));
        canvas.symbol({x + below_square / 2, middle}, below_square, below.band->symbol, below.band->on_colour);
        x += below_square + Length::points(3);
        canvas.text_middle({x, middle}, Anchor::start, "word", below.text);
    }
}

constexpr Length legend_side = Length::points(14);
constexpr Length legend_gap = Length::points(14);
constexpr Length legend_row = Length::points(20);

Length legend_width(const compose::ChartBand& band, Canvas& canvas) {
    return legend_side + Length::points(6) + canvas.width_of("legend", band.word);
}

/// The square with its symbol, and the word behind it.
void draw_legend_entry(const compose::ChartBand& band, Canvas& canvas, Point corner) {
    const Rect box{corner.x, corner.y, legend_side, legend_side};
    const Length middle = corner.y + legend_side / 2;
    canvas.fill(box, band.colour);
    canvas.frame(box, outline_weight, canvas.look().colour("outline"));
    canvas.symbol({box.x + legend_side / 2, middle}, legend_side, band.symbol, band.on_colour);
    canvas.text_middle({box.right() + Length::points(6), middle}, Anchor::start, "legend", band.word);
}

/// The legend at the right, in as many rows as its words need. Returns its height.
Length draw_legend(const compose::Distribution& figure, Canvas& canvas, Length measure) {
    std::vector<std::vector<const compose::ChartBand*>> rows(1);
    Length used;
    for (const compose::ChartBand& band : figure.bands) {
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
        for (const compose::ChartBand* band : row) x -= legend_width(*band, canvas) + legend_gap;
        for (const compose::ChartBand* band : row) {
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

/// Returns what it needs below its bar.
Length draw_bar(const compose::Distribution& figure, const compose::Distribution::Bar& bar, const Name& name,
                Canvas& canvas, Rect rect) {
    const Length middle = rect.y + rect.height / 2;
    canvas.text_middle({{}, middle}, Anchor::start, "number", bar.number);
    if (name.label.lines.size() > 1) {
        canvas.block({name.indent, middle - name.label.height() / 2}, name.label);
    } else {
        canvas.text_middle({name.indent, middle}, Anchor::start, "label", bar.label);
    }
    canvas.text_middle({rect.x - count_gap, middle}, Anchor::end, "count", bar.count);
    std::vector<Below> below;
    for (std::size_t i = 0; i < bar.parts.size() && i < figure.bands.size(); ++i) {
        if (bar.parts[i] <= 0) continue;
        const compose::ChartBand& band = figure.bands[i];
        const auto first = std::ranges::find(figure.bands, band.symbol, &compose::ChartBand::symbol);
        const bool repeats = &*first != &band;
        if (auto left = draw_segment({band, bar.parts[i], normalised(bar.parts, i, rect), repeats}, canvas)) {
            below.push_back(std::move(*left));
        }
    }
    draw_below(below, canvas, rect);
    return below.empty() ? Length{} : below_row;
}

}  // namespace

Drawn draw_distribution(const compose::Distribution& figure, Canvas& canvas, Length measure) {
    const FigureLook& look = canvas.look();
    const Length bar_x = look.length("bar_x", Length::points(150));
    const Length height = look.length("bar_height", Length::points(20));
    const Length pitch = look.length("pitch", Length::points(28));
    const Length gap = pitch - height;
    Drawn drawn;
    drawn.gap = gap;
    if (!look.word("legend").empty()) {
        const Length legend = draw_legend(figure, canvas, measure);
        drawn.head = canvas.finish(measure, legend);
    }
    Length y;
    std::string first;
    for (std::size_t i = 0; i < figure.bars.size(); ++i) {
        const auto& bar = figure.bars[i];
        if (bar.total) {
            canvas.stroke({{}, y}, {measure, y}, Length{350}, look.colour("rule"));
            y += Length::points(8);
        }
        const Name name = name_of(bar, canvas, bar_x);
        const Length more = std::max(name.label.height() + Length::points(4) - pitch, Length{});
        const Length below = draw_bar(figure, bar, name, canvas, {bar_x, y + more / 2, measure - bar_x, height});
        y += height + more + below;
        if (first.empty()) first = bar.label;
        // The total never stands alone overleaf.
        if (i + 1 < figure.bars.size() && figure.bars[i + 1].total) {
            y += gap;
        } else {
            drawn.parts.push_back({canvas.finish(measure, std::exchange(y, {})), std::exchange(first, {}), bar.label});
        }
    }
    return drawn;
}

}  // namespace figures
