// 体系: goals, their headline targets, measures and initiatives, joined by lines.
#include "figures/kinds.h"

#include <utility>

namespace figures {

namespace {

struct TreeGrid {
    Length number, goal, target, measure_x, measure, measure_number, initiative_x, pitch, leading, gap, measure_gap,
        width;
};

constexpr Length padding = Length::points(6);
constexpr Length box_margin = Length::points(7);

struct MeasureBox {
    TextBlock title;
    std::vector<TextBlock> initiatives;
    Length height;  ///< of the box, or of its initiatives where they are higher
    Length initiatives_height;
};

TreeGrid grid_of(const FigureLook& look, Length width) {
    const auto of = [&](const char* name, Length otherwise) { return look.length(name, otherwise); };
    return {of("number_width", Length::points(20)),   of("goal_width", Length::points(77)),
            of("target_width", Length::points(105)),  of("measure_x", Length::points(217)),
            of("measure_width", Length::points(121)), of("measure_number_width", Length::points(15)),
            of("initiative_x", Length{349500}),       of("pitch", Length{17600}),
            of("leading", Length::points(12)),        of("gap", Length::points(10)),
            of("measure_gap", Length::points(3)),     width};
}

MeasureBox prepare(const compose::Tree::Measure& measure, const TreeGrid& grid, Canvas& canvas) {
    MeasureBox box;
    const Length text = grid.measure - grid.measure_number - Length::points(6);
    box.title = canvas.break_text("measure", measure.title, text, grid.leading);
    const Length label = Length::points(12);
    for (const auto& initiative : measure.initiatives) {
        TextBlock block =
            canvas.break_text("initiative", initiative.second, grid.width - grid.initiative_x - label, grid.leading);
        box.initiatives_height += std::max(grid.pitch, block.height() + Length::points(4));
        box.initiatives.push_back(std::move(block));
    }
    box.height = std::max(box.title.height() + box_margin, box.initiatives_height);
    return box;
}

void draw_initiatives(const compose::Tree::Measure& measure, const MeasureBox& box, const TreeGrid& grid, Length top,
                      Canvas& canvas) {
    const Colour line = canvas.look().colour("line");
    const Length from = grid.measure_x + grid.measure;
    const Length bracket = grid.initiative_x - Length::points(4);
    const Length trunk = top + box.height / 2;
    Length y = top + (box.height - box.initiatives_height) / 2;
    std::vector<Length> middles;
    for (std::size_t i = 0; i < box.initiatives.size(); ++i) {
        const TextBlock& block = box.initiatives[i];
        const Length height = std::max(grid.pitch, block.height() + Length::points(4));
        const Length corner = y + (height - block.height()) / 2;
        middles.push_back(y + height / 2);
        canvas.text_middle({grid.initiative_x, corner + grid.leading / 2}, Anchor::start, "initiative",
                           measure.initiatives[i].first);
        canvas.block({grid.initiative_x + Length::points(12), corner}, block);
        y += height;
    }
    if (middles.empty()) return;
    const Length spine = bracket - Length::points(3);
    canvas.stroke({from, trunk}, {middles.size() == 1 ? bracket + Length::points(2) : spine, trunk}, Length{750}, line);
    if (middles.size() == 1) return;
    canvas.polyline({{bracket + Length::points(1), middles.front()},
                     {spine, middles.front()},
                     {spine, middles.back()},
                     {bracket + Length::points(1), middles.back()}},
                    Length{750}, line);
}

void draw_measure(const compose::Tree::Measure& measure, const MeasureBox& box, const TreeGrid& grid, Length top,
                  Canvas& canvas) {
    const FigureLook& look = canvas.look();
    const Rect rect{grid.measure_x, top, grid.measure, box.height};
    canvas.fill({rect.x, rect.y, grid.measure_number, rect.height}, look.colour("measure_ground"));
    canvas.frame(rect, Length{750}, look.colour("line"));
    const Length middle = rect.y + rect.height / 2;
    canvas.text_middle({rect.x + grid.measure_number / 2, middle}, Anchor::middle, "measure_number", measure.number);
    canvas.block({rect.x + grid.measure_number + Length::points(4), middle - box.title.height() / 2}, box.title);
    draw_initiatives(measure, box, grid, top, canvas);
}

constexpr Length arrow_room = Length::points(17);
constexpr Length stacked_indent = Length::points(14);  ///< of an aim that stands below, behind its arrow

struct TargetBlock {
    TextBlock name;
    const compose::Tree::Target* target;
    TextBlock aim;         ///< in as many lines as it needs
    bool stacked = false;  ///< the arrow and the aim stand below the baseline value
};

Length room_of_target(const TreeGrid& grid) { return grid.target - padding - padding / 2; }

TargetBlock prepare(const compose::Tree::Target& target, const TreeGrid& grid, Canvas& canvas) {
    const Length values = canvas.width_of("value", target.from) + arrow_room + canvas.width_of("aim", target.to);
    const Length room = room_of_target(grid);
    const bool stacked = values > room;
    TextBlock aim = canvas.break_text("aim", target.to, stacked ? room - stacked_indent : values, grid.leading);
    return {canvas.break_text("target", target.name, room, grid.leading), &target, std::move(aim), stacked};
}

Length target_height(const TargetBlock& block, const TreeGrid& grid) {
    return block.name.height() + (block.stacked ? grid.leading : Length{}) + block.aim.height() + Length::points(5);
}

void draw_targets(const std::vector<TargetBlock>& targets, const TreeGrid& grid, Length height, Canvas& canvas) {
    Length whole;
    for (const TargetBlock& block : targets) whole += target_height(block, grid);
    Length y = (height - whole + Length::points(5)) / 2;
    for (const TargetBlock& block : targets) {
        const Length x = grid.number + grid.goal + padding;
        canvas.block({x, y}, block.name);
        const Length middle = y + block.name.height() + grid.leading / 2;
        const Length room = room_of_target(grid);
        const Length value = canvas.text_within(room, {x, middle}, Anchor::start, "value", block.target->from);
        const Length from = block.stacked ? x - Length::points(3) : x + value;
        const Length row = block.stacked ? middle + grid.leading : middle;
        canvas.arrow({from + Length::points(3), row}, {from + Length::points(14), row}, Length{900},
                     canvas.look().colour("line"));
        canvas.block({from + arrow_room, row - grid.leading / 2}, block.aim);
        y += target_height(block, grid);
    }
}

void draw_goal_panel(const compose::Tree::Goal& goal, const TreeGrid& grid, const TextBlock& label,
                     const TextBlock& title, Length height, Canvas& canvas) {
    const FigureLook& look = canvas.look();
    canvas.fill({{}, {}, grid.number, height}, look.colour("number_ground"));
    canvas.fill({grid.number, {}, grid.goal, height}, look.colour("goal_ground"));
    canvas.fill({grid.number + grid.goal, {}, grid.target, height}, look.colour("target_ground"));
    canvas.text_within(grid.number - Length::points(2), {grid.number / 2, height / 2}, Anchor::middle, "number",
                       goal.number);
    const Length both = label.height() + Length::points(4) + title.height();
    const Length top = (height - both) / 2;
    canvas.block({grid.number + padding, top}, label);
    canvas.block({grid.number + padding, top + label.height() + Length::points(4)}, title);
}

/// From the targets' panel to the middle of every measure.
void draw_trunk(const std::vector<Length>& middles, const TreeGrid& grid, Length height, Canvas& canvas) {
    if (middles.empty()) return;
    const Colour line = canvas.look().colour("line");
    const Length from = grid.number + grid.goal + grid.target;
    const Length spine = (from + grid.measure_x) / 2 + Length::points(1);
    const Length weight{750};
    canvas.stroke({from, height / 2}, {spine, height / 2}, weight, line);
    canvas.stroke({spine, std::min(middles.front(), height / 2)}, {spine, std::max(middles.back(), height / 2)}, weight,
                  line);
    for (const Length& middle : middles) canvas.stroke({spine, middle}, {grid.measure_x, middle}, weight, line);
}

Drawing draw_goal(const compose::Tree::Goal& goal, const TreeGrid& grid, Canvas& canvas) {
    std::vector<MeasureBox> boxes;
    Length measures = -grid.measure_gap;
    for (const auto& measure : goal.measures) {
        boxes.push_back(prepare(measure, grid, canvas));
        measures += boxes.back().height + grid.measure_gap;
    }
    const Length text = grid.goal - 2 * padding;
    const TextBlock label = canvas.break_text("label", goal.label, text, scaled(grid.leading, 13, 12));
    const TextBlock title = canvas.break_text("title", goal.title, text, grid.leading);
    std::vector<TargetBlock> targets;
    Length targets_height;
    for (const auto& target : goal.targets) {
        targets.push_back(prepare(target, grid, canvas));
        targets_height += target_height(targets.back(), grid);
    }
    const Length height =
        std::max({measures, label.height() + title.height() + Length::points(16), targets_height + padding});
    draw_goal_panel(goal, grid, label, title, height, canvas);
    draw_targets(targets, grid, height, canvas);
    Length y = (height - measures) / 2;
    std::vector<Length> middles;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        draw_measure(goal.measures[i], boxes[i], grid, y, canvas);
        middles.push_back(y + boxes[i].height / 2);
        y += boxes[i].height + grid.measure_gap;
    }
    draw_trunk(middles, grid, height, canvas);
    return canvas.finish(grid.width, height);
}

/// As many of the things from `at` on as there is room for; at least one.
template <typename Thing, typename Height>
std::vector<Thing> taken(const std::vector<Thing>& things, std::size_t& at, Length room, Height height_of) {
    std::vector<Thing> some;
    for (Length height; at < things.size(); ++at) {
        height += height_of(things[at]);
        if (!some.empty() && height > room) break;
        some.push_back(things[at]);
    }
    return some;
}

/// A goal that there is no room for, in parts: each with its panel, and what is left of its targets and measures.
std::vector<compose::Tree::Goal> parts_of(const compose::Tree::Goal& goal, const TreeGrid& grid, Length room,
                                          Canvas& canvas) {
    std::vector<compose::Tree::Goal> parts;
    std::size_t target = 0, measure = 0;
    do {
        compose::Tree::Goal& part = parts.emplace_back(goal);
        part.targets = taken(goal.targets, target, room - padding,
                             [&](const auto& of) { return target_height(prepare(of, grid, canvas), grid); });
        part.measures = taken(goal.measures, measure, room,
                              [&](const auto& of) { return prepare(of, grid, canvas).height + grid.measure_gap; });
    } while (target < goal.targets.size() || measure < goal.measures.size());
    return parts;
}

Drawing draw_heads(const compose::Tree& figure, const TreeGrid& grid, Canvas& canvas) {
    const Length columns[] = {{}, grid.number + grid.goal + padding, grid.measure_x, grid.initiative_x};
    const Length baseline = Length::points(9);
    for (std::size_t i = 0; i < figure.heads.size() && i < std::size(columns); ++i) {
        canvas.text({columns[i], baseline}, Anchor::start, "head", figure.heads[i]);
    }
    const Length rule = Length::points(14);
    canvas.stroke({{}, rule}, {grid.width, rule}, Length{750}, canvas.look().colour("rule"));
    return canvas.finish(grid.width, rule + Length::points(7));
}

}  // namespace

Drawn draw_tree(const compose::Tree& figure, Canvas& canvas, Length measure, Length room) {
    const TreeGrid grid = grid_of(canvas.look(), measure);
    Drawn drawn;
    drawn.gap = grid.gap;
    if (!figure.heads.empty()) drawn.head = draw_heads(figure, grid, canvas);
    for (const auto& goal : figure.goals) {
        for (const auto& part : parts_of(goal, grid, room - drawn.head.height, canvas)) {
            const std::string name = goal.label.empty() ? goal.title : goal.label;
            drawn.parts.push_back({draw_goal(part, grid, canvas), name, name});
        }
    }
    return drawn;
}

}  // namespace figures
