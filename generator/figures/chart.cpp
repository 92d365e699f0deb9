// A chart's panels in rows, each row a part of it.
#include "figures/chart_panel.h"
#include "figures/kinds.h"

#include <functional>

namespace figures {

namespace {

constexpr Length sample = Length::points(22);
constexpr Length sample_gap = Length::points(4);
constexpr Length entry_gap = Length::points(14);
constexpr Length entry_row = Length::points(14);
constexpr Length name_leading = Length::points(12), text_leading = Length::points(13);
constexpr Length narrowest = Length::points(110);

/// One sign of the legend and the word behind it.
struct Entry {
    std::string word;
    Length width;                              ///< of the sign
    std::function<void(Canvas&, Point)> draw;  ///< from its left end, in its middle
};

void draw_sample(Canvas& canvas, const Chart::Series& series, Point at) {
    if (series.draw == Chart::Draw::bar) {
        const bool other = series.look == Chart::SeriesLook::other;
        const Rect bar{at.x, at.y - Length{3500}, sample, Length::points(7)};
        canvas.fill(bar, canvas.look().colour(other ? "other" : "bar"));
        if (!other) {
            canvas.fill({at.x + sample / 2, bar.y, sample / 2, bar.height}, canvas.look().colour("actual"));
        }
        return;
    }
    if (series.draw == Chart::Draw::line) draw_line(canvas, series.look, {at, {at.x + sample, at.y}});
    draw_dot(canvas, series.look, true, {at.x + sample / 2, at.y});
}

std::vector<Entry> legend_of(const Chart& chart, const FigureLook& look) {
    std::vector<Entry> entries;
    const auto usual_name = [&](const Chart::Series& series) {
        if (!series.name.empty() || series.look == Chart::SeriesLook::other) return series.name;
        return look.word(series.look == Chart::SeriesLook::target ? "target" : "actual");
    };
    // What was reached comes first, whatever is drawn first.
    for (const auto shown : {Chart::SeriesLook::actual, Chart::SeriesLook::target, Chart::SeriesLook::other}) {
        for (const Chart::Series& series : chart.series) {
            if (series.look != shown) continue;
            entries.push_back(
                {usual_name(series), sample, [series](Canvas& canvas, Point at) { draw_sample(canvas, series, at); }});
        }
    }
    const auto any = [&](auto&& holds) { return std::any_of(chart.panels.begin(), chart.panels.end(), holds); };
    if (any([](const auto& panel) { return panel.baseline.has_value(); })) {
        entries.push_back({look.word("baseline"), sample, [](Canvas& canvas, Point at) {
                               canvas.dots({at.x + Length{5200}, at.y}, {at.x + sample, at.y}, fine_weight,
                                           canvas.look().colour("baseline"));
                               draw_baseline_mark(canvas, {at.x + Length{2600}, at.y});
                           }});
    }
    if (any([&](const auto& panel) { return is_cut(chart, panel); })) {
        entries.push_back({look.word("cut"), Length::points(4), [](Canvas& canvas, Point at) {
                               draw_cut(canvas, {at.x, at.y + Length{4200}});
                           }});
    }
    return entries;
}

/// Those that have a word, and room for it.
std::vector<Entry> shown_legend(std::vector<Entry> entries, Canvas& canvas, Length measure) {
    std::erase_if(entries, [&](const Entry& entry) {
        return entry.word.empty() || entry.width + sample_gap + canvas.width_of("legend", entry.word) > measure;
    });
    return entries;
}

/// At the right, in as many rows as it needs. Returns its height.
Length draw_legend(const std::vector<Entry>& entries, Canvas& canvas, Length measure) {
    const auto width_of = [&](const Entry& entry) {
        return entry.width + sample_gap + canvas.width_of("legend", entry.word);
    };
    Length y;
    for (std::size_t first = 0; first < entries.size();) {
        Length used = width_of(entries[first]);
        std::size_t end = first + 1;
        for (; end < entries.size() && used + entry_gap + width_of(entries[end]) <= measure; ++end) {
            used += entry_gap + width_of(entries[end]);
        }
        Length x = std::max(measure - used, Length{});
        const Length middle = y + entry_row / 2;
        for (; first < end; ++first) {
            const Entry& entry = entries[first];
            entry.draw(canvas, {x, middle});
            canvas.text_middle({x + entry.width + sample_gap, middle}, Anchor::start, "legend", entry.word);
            x += width_of(entry) + entry_gap;
        }
        y += entry_row;
    }
    return entries.empty() ? y : y + Length::points(4);
}

/// The title with its unit at the right, and the sentence under it.
struct Head {
    TextBlock title, text;
    Length height() const {
        const Length height = title.height() + text.height();
        return height.value == 0 ? height : height + Length::points(2);
    }
};

TextBlock broken(Canvas& canvas, const char* style, const std::string& text, Length width, Length leading) {
    return text.empty() ? TextBlock{{}, leading} : canvas.break_text(style, text, width, leading);
}

Head head_of(const Chart::Panel& panel, Canvas& canvas, Length width) {
    const Length unit = panel.unit.empty() ? Length{} : canvas.width_of("unit", panel.unit) + Length::points(6);
    return {broken(canvas, "title", panel.title, std::max(width - unit, width / 2), name_leading),
            broken(canvas, "text", panel.text, width, text_leading)};
}

void draw_head(const Chart::Panel& panel, const Head& head, Canvas& canvas, Point corner, Length width) {
    canvas.block(corner, head.title);
    if (!head.title.lines.empty()) {
        canvas.text_within(width / 2, {corner.x + width, corner.y + name_leading / 2}, Anchor::end, "unit", panel.unit);
    }
    canvas.block({corner.x, corner.y + head.title.height()}, head.text);
}

std::size_t panels_a_row(std::size_t panels, Length measure, Length gap) {
    const std::size_t wanted = panels == 4 ? 2 : std::min<std::size_t>(3, panels);
    const std::int64_t room = std::max<std::int64_t>(1, (measure + gap) / (narrowest + gap));
    return std::min(wanted, static_cast<std::size_t>(room));
}

}  // namespace

Drawn draw_chart(const Chart& figure, Canvas& canvas, Length measure) {
    if (figure.panels.empty()) return {};
    const FigureLook& look = canvas.look();
    const Length gap = look.length("gap", Length::points(12));
    const std::size_t a_row = panels_a_row(figure.panels.size(), measure, gap);
    const auto columns = static_cast<std::int64_t>(a_row);
    const Length width = (measure - gap * (columns - 1)) / columns;
    const Length height = look.length("height", Length::points(a_row == 1 ? 150 : a_row == 2 ? 134 : 140));
    const Length axis = look.length("axis_width", Length::points(a_row == 1 ? 40 : a_row == 2 ? 28 : 0));
    Drawn drawn;
    drawn.gap = gap;
    const Length legend = draw_legend(shown_legend(legend_of(figure, look), canvas, measure), canvas, measure);
    drawn.head = canvas.finish(measure, legend);
    for (std::size_t first = 0; first < figure.panels.size(); first += a_row) {
        const std::size_t end = std::min(first + a_row, figure.panels.size());
        std::vector<Head> heads;
        Length above;
        for (std::size_t i = first; i < end; ++i) {
            heads.push_back(head_of(figure.panels[i], canvas, width));
            above = std::max(above, heads.back().height());
        }
        for (std::size_t i = first; i < end; ++i) {
            const Length x = (width + gap) * static_cast<std::int64_t>(i - first);
            draw_head(figure.panels[i], heads[i - first], canvas, {x, {}}, width);
            draw_chart_panel(figure, figure.panels[i], axis, canvas, {x, above, width, height});
        }
        drawn.parts.push_back(
            {canvas.finish(measure, above + height), figure.panels[first].title, figure.panels[end - 1].title});
    }
    return drawn;
}

}  // namespace figures
