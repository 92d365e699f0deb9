// The figures that need no more than a few shapes: steps, cycle, slope, skyline; and which function draws which.
#include "figures/kinds.h"

namespace figures {

namespace {

constexpr Length thin = Length::points(1);

constexpr Length step_margin = Length::points(10);
constexpr Length group_leading = Length::points(13);  ///< under the groups of a skyline
constexpr Length number_top = Length::points(4);

/// One goal: its number, its label above its title. Returns its height, which grows with titles of several lines.
Length draw_goal(const compose::Steps::Step& goal, Canvas& canvas, Rect area) {
    const FigureLook& look = canvas.look();
    const Length row = area.height;
    const Length x = area.x + row + step_margin;
    const Length room = area.right() - x - Length::points(4);
    const TextBlock label = canvas.break_text("label", goal.label, room);
    const TextBlock title = canvas.break_text("title", goal.title, room);
    const bool single = label.lines.size() <= 1 && title.lines.size() <= 1;
    const Length height = single ? row : std::max(row, label.height() + title.height() + step_margin);
    canvas.fill({area.x, area.y, area.width, height}, look.colour("ground"));
    canvas.fill({area.x, area.y, row, height}, look.colour("number_ground"));
    canvas.text_within(row - Length::points(4), {area.x + row / 2, area.y + height / 2}, Anchor::middle, "number",
                       goal.number);
    if (single) {
        canvas.text_middle({x, area.y + scaled(row, 29, 100)}, Anchor::start, "label", goal.label);
        canvas.text_middle({x, area.y + scaled(row, 70, 100)}, Anchor::start, "title", goal.title);
    } else {
        const Length top = area.y + (height - label.height() - title.height()) / 2;
        canvas.block({x, top}, label);
        canvas.block({x, top + label.height()}, title);
    }
    return height;
}

/// From the highest step down; each goal stands on the one before it.
Drawn draw(const compose::Steps& figure, Canvas& canvas, Length measure) {
    const FigureLook& look = canvas.look();
    const Length row = look.length("row", Length::points(34));
    const Length gap = look.length("gap", Length::points(3));
    const auto count = static_cast<std::int64_t>(figure.steps.size());
    const Length step =
        std::min(look.length("step", Length::points(22)), measure / (3 * std::max<std::int64_t>(1, count)));
    Drawn drawn;
    drawn.gap = gap;
    for (std::int64_t i = count - 1; i >= 0; --i) {
        const Length left = step * i;
        const auto& goal = figure.steps[static_cast<std::size_t>(i)];
        const Length height = draw_goal(goal, canvas, {left, {}, measure - left, row});
        const std::string name = goal.label.empty() ? goal.title : goal.label;
        drawn.parts.push_back({canvas.finish(measure, height), name, name});
    }
    return drawn;
}

void draw_step(const compose::Cycle::Step& step, Canvas& canvas, Rect box) {
    const FigureLook& look = canvas.look();
    const std::string prefix = step.current ? "current_" : "";
    canvas.fill(box, look.colour(prefix + "ground"));
    const Length padding = Length::points(8);
    const Length first = box.y + scaled(box.height, 33, 100);
    canvas.text_middle({box.x + padding, first}, Anchor::start, prefix + "name", step.name);
    canvas.text_middle({box.right() - padding, first}, Anchor::end, prefix + "foreign", step.foreign);
    canvas.text_middle({box.x + padding, box.y + scaled(box.height, 70, 100)}, Anchor::start, prefix + "text",
                       step.text);
}

/// The way back from the last step to the first, with its label in the middle.
void draw_return(const compose::Cycle& figure, Canvas& canvas, Length first, Length last, Length top) {
    const Colour colour = canvas.look().colour("line");
    const Length y = top + Length::points(12);
    const Length half = canvas.width_of("back", figure.back) / 2 + Length::points(10);
    const Length middle = (first + last) / 2;
    canvas.polyline({{last, top + Length::points(3)}, {last, y}, {middle + half, y}}, thin, colour);
    canvas.stroke({middle - half, y}, {first, y}, thin, colour);
    canvas.arrow({first, y + thin / 2}, {first, top + Length::points(3)}, thin, colour);
    canvas.text_middle({middle, y}, Anchor::middle, "back", figure.back);
}

Drawing draw(const compose::Cycle& figure, Canvas& canvas, Length measure) {
    const FigureLook& look = canvas.look();
    const auto count = static_cast<std::int64_t>(figure.steps.size());
    if (count == 0) return canvas.finish(measure, {});
    const Length gap = look.length("gap", Length::points(24));
    const Length width = std::min(look.length("width", Length::points(102)), (measure - gap * (count - 1)) / count);
    const Length height = look.length("height", Length::points(46));
    for (std::int64_t i = 0; i < count; ++i) {
        const Length left = (width + gap) * i;
        draw_step(figure.steps[static_cast<std::size_t>(i)], canvas, {left, {}, width, height});
        if (i == 0) continue;
        const Length inset = Length::points(3);
        canvas.arrow({left - gap + inset, height / 2}, {left - inset, height / 2}, thin, look.colour("line"));
    }
    const Length last = (width + gap) * (count - 1) + width / 2;
    if (!figure.back.empty()) draw_return(figure, canvas, width / 2, last, height);
    return canvas.finish(measure, height + (figure.back.empty() ? Length{} : Length::points(19)));
}

Drawing draw(const compose::Slope& figure, Canvas& canvas, Length measure) {
    const FigureLook& look = canvas.look();
    const Length rise = look.length("rise", Length{2600});
    const Length height = 2 * rise + Length::points(6);
    const Length middle = height / 2;
    const Length lift = figure.rising ? rise : -rise;
    canvas.arrow({{}, middle + lift}, {measure, middle - lift}, look.length("weight", thin), look.colour("line"));
    return canvas.finish(measure, height);
}

/// Bars, the gaps between them and those between the groups fill the measure, however many there are.
struct Spacing {
    Length bar, gap, group_gap;
};

Spacing spacing_of(const compose::Skyline& figure, const FigureLook& look, Length measure) {
    std::int64_t bars = 0;
    std::int64_t groups = 0;
    for (const auto& group : figure.groups) {
        bars += static_cast<std::int64_t>(group.rates.size());
        groups += group.rates.empty() ? 0 : 1;
    }
    if (bars == 0) return {};
    const Length gap = std::min(look.length("gap", Length{1600}), measure / (4 * bars));
    const Length group_gap = std::min(look.length("group_gap", Length::points(16)), measure / (4 * groups));
    return {(measure - gap * (bars - groups) - group_gap * (groups - 1)) / bars, gap, group_gap};
}

Drawing draw(const compose::Skyline& figure, Canvas& canvas, Length measure, Length wanted_height) {
    const FigureLook& look = canvas.look();
    const Length per_cent = look.length("per_cent", Length{1550});
    const auto [width, gap, group_gap] = spacing_of(figure, look, measure);
    // Under a group, a little wider than it: the last one's words end with the figure, clear of those before.
    const auto room_of = [&, width = width, gap = gap, group_gap = group_gap](const auto& group) {
        return (width + gap) * static_cast<std::int64_t>(group.rates.size()) - gap + group_gap / 2 - Length::points(2);
    };
    std::vector<TextBlock> numbers;
    Length foot = look.length("foot", Length::points(30));
    for (const auto& group : figure.groups) {
        if (group.rates.empty()) continue;
        numbers.push_back(canvas.break_text("number", group.number, room_of(group), group_leading));
        foot = std::max(foot, number_top + numbers.back().height());
    }
    const auto rise = [&](std::int64_t thousandths) { return Length{per_cent.value * thousandths / 1000}; };
    const std::int64_t full = 100'000;
    std::int64_t highest = full;
    for (const auto& group : figure.groups) {
        for (const auto& rate : group.rates) highest = std::max(highest, rate.value_or(0));
    }
    // A rate beyond the height it was given, or any page's, ends there.
    const Length ground = wanted_height > foot ? wanted_height - foot : std::min(rise(highest), Length::points(500));
    Length x;
    auto number = numbers.begin();
    for (const auto& group : figure.groups) {
        const Length left = x;
        for (const auto& rate : group.rates) {
            const std::int64_t value =
                std::clamp<std::int64_t>(rate.value_or(0), 0, ground.value * 1000 / per_cent.value);
            const Length reached = rise(std::min(value, full));
            const Length whole = rise(full);
            canvas.fill({x, ground - whole, width, whole - reached}, look.colour("missing"));
            canvas.fill({x, ground - reached, width, reached}, look.colour("reached"));
            if (value > full) canvas.fill({x, ground - rise(value), width, rise(value - full)}, look.colour("above"));
            x += width + gap;
        }
        if (group.rates.empty()) continue;
        canvas.stroke({left, ground + Length{500}}, {x - gap, ground + Length{500}}, Length{750}, look.colour("rule"));
        // A name that would run into its neighbour's is left to the contents; the number stands under every group.
        const auto begin = [&](Length text) { return std::min(left, measure - text); };
        canvas.block({begin(number->width()), ground + number_top}, *number);
        const Length labelled = canvas.width_of("label", group.label);
        if (number++->lines.size() == 1 && labelled <= room_of(group)) {
            canvas.text({begin(labelled), ground + Length::points(27)}, Anchor::start, "label", group.label);
        }
        x += group_gap - gap;
    }
    return canvas.finish(measure, ground + foot);
}

struct Draw {
    const compose::Figure& figure;
    Canvas& canvas;
    Length measure, room;

    static Drawn one(Drawing drawing) { return {{}, {{std::move(drawing), {}, {}}}, {}}; }

    Drawn operator()(const compose::Steps& data) const { return draw(data, canvas, measure); }
    Drawn operator()(const compose::Cycle& data) const { return one(draw(data, canvas, measure)); }
    Drawn operator()(const compose::Slope& data) const { return one(draw(data, canvas, measure)); }
    Drawn operator()(const compose::Skyline& data) const { return one(draw(data, canvas, measure, figure.height)); }
    Drawn operator()(const compose::Tree& data) const { return draw_tree(data, canvas, measure, room); }
    Drawn operator()(const compose::Distribution& data) const { return draw_distribution(data, canvas, measure); }
    Drawn operator()(const compose::Trends& data) const { return draw_trends(data, canvas, measure); }
    Drawn operator()(const compose::Chart& data) const { return draw_chart(data, canvas, measure); }
};

}  // namespace

Drawing Drawn::whole() const {
    Drawing whole = head;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) whole.height += gap;
        append_below(whole, parts[i].drawing);
    }
    return whole;
}

Drawn draw_figure(const compose::Figure& figure, Length measure, Length room, text::Typesetter& typesetter) {
    Canvas canvas(*figure.style, typesetter);
    const Length width = figure.width.value > 0 ? std::min(figure.width, measure) : measure;
    return std::visit(Draw{figure, canvas, width, room}, *figure.data);
}

}  // namespace figures
