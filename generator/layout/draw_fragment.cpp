// The cells of a fragment: grounds first, then what stands in them, row by row.
#include <utility>

#include "layout/draw.h"

namespace layout {

namespace {

Rect part_rect(const Fragment& fragment, const CellPart& part, Point origin) {
    const CellSet& cell = fragment.unit->cells[part.cell];
    const Length top = fragment.row_tops[static_cast<std::size_t>(part.row)];
    const Length foot = fragment.row_tops[static_cast<std::size_t>(part.row_end)];
    return {origin.x + cell.x, origin.y + top, cell.width, foot - top};
}

/// What is left over above content that stands whole in its cell.
Length slack(const CellSet& cell, const CellPart& part, const Rect& rect) {
    if (part.continued || !part.ends || cell.surface->vertical == compose::VAlign::top) return {};
    const Length spare =
        rect.height - cell.surface->padding.top - cell.surface->padding.bottom - cell.stack.height(part.from, part.end);
    return cell.surface->vertical == compose::VAlign::middle ? spare / 2 : spare;
}

void draw_part(Drawer& drawer, const Fragment& fragment, const CellPart& part, Point origin) {
    CellSet& cell = fragment.unit->cells[part.cell];
    const Rect rect = part_rect(fragment, part, origin);
    Point at{rect.x + cell.surface->padding.left, rect.y + cell.surface->padding.top + slack(cell, part, rect)};
    if (part.continued && cell.continued != nullptr) {
        const bool outer = std::exchange(drawer.artifact, true);
        draw_text(drawer, *cell.continued, at);
        drawer.artifact = outer;
        for (const LineBox& line : cell.continued->boxes) at.y += line.height;
    }
    draw_stack(drawer, cell.stack, part.from, part.end, at);
}

/// The frames of columns; tables draw their own rules, see rules.cpp.
void draw_edges(Drawer& drawer, const CellSet& cell, const CellPart& part, const Rect& rect) {
    const auto draw = [&](const compose::Rule& rule, Point from, Point to) {
        if (rule.weight > Length{}) drawer.writer.mark(-1, Stroke{from, to, rule.weight, rule.colour});
    };
    const Point top_left{rect.x, rect.y}, top_right{rect.right(), rect.y};
    const Point foot_left{rect.x, rect.bottom()}, foot_right{rect.right(), rect.bottom()};
    if (!part.continued) draw(cell.surface->top, top_left, top_right);
    if (part.ends) draw(cell.surface->bottom, foot_left, foot_right);
    draw(cell.surface->left, top_left, foot_left);
    draw(cell.surface->right, top_right, foot_right);
}

}  // namespace

void draw_fragment(Drawer& drawer, const Fragment& fragment, Point origin) {
    for (const CellPart& part : fragment.parts) {
        const CellSet& cell = fragment.unit->cells[part.cell];
        const Rect rect = part_rect(fragment, part, origin);
        if (cell.surface->ground && rect.height > Length{}) {
            drawer.writer.mark(-1, Fill{rect, *cell.surface->ground}, ArtifactKind::background);
        }
    }
    for (const CellPart& part : fragment.parts) draw_part(drawer, fragment, part, origin);
    if (fragment.unit->table != nullptr) return;
    for (const CellPart& part : fragment.parts) {
        draw_edges(drawer, fragment.unit->cells[part.cell], part, part_rect(fragment, part, origin));
    }
}

}  // namespace layout
