// Boxes side by side: a unit of one row that may be cut inside.
#include "layout/unit.h"

namespace layout {

namespace {

CellSet set_column(Setter& setter, const compose::Box& box, Length x, Length width, std::size_t index, int element,
                   int& carried) {
    CellSet set;
    set.column = static_cast<int>(index);
    set.x = x;
    set.width = width;
    set.surface = &box;
    set.least_height = box.least_height;
    Builder builder(set.stack);
    set_blocks(setter, builder, box.blocks, {{}, width - box.padding.left - box.padding.right, element});
    finish(set.stack);
    carried = std::max(carried, builder.take_keep());
    return set;
}

}  // namespace

void set_columns(Setter& setter, Builder& builder, const compose::Columns& columns, Where where) {
    Unit& unit = setter.store.units.emplace_back();
    Length x, least;
    int carried = 0;
    for (std::size_t i = 0; i < columns.boxes.size() && i < columns.widths.size(); ++i) {
        unit.cells.push_back(set_column(setter, columns.boxes[i], x, columns.widths[i], i, where.element, carried));
        x += columns.widths[i] + columns.gap;
        least = std::max(least, columns.boxes[i].least_height);
    }
    unit.least.push_back(least);
    unit.row_keeps.push_back(false);
    unit.anchors.emplace_back();
    unit.inside = !columns.keep_together;
    index_rows(unit, 1);
    Strip strip;
    strip.what = UnitOf{&unit, nullptr};
    strip.x = where.x;
    strip.width = x - columns.gap;
    strip.height = whole_fragment(unit).height();
    builder.space(columns.space.before);
    builder.push(std::move(strip));
    builder.space(columns.space.after);
    builder.keep(carried);
}

}  // namespace layout
