// With the top of every strip at hand, any stretch of a stack is measured from its two ends.
#include "layout/stack.h"

namespace layout {

Length Stack::height(std::size_t from, std::size_t end) const {
    return from == end ? Length{} : strips[end - 1].top + strips[end - 1].height - strips[from].top;
}

Overleaf* overleaf_of(const Strip& strip) {
    if (const auto* unit = std::get_if<UnitOf>(&strip.what))
        return unit->table == nullptr ? nullptr : &unit->table->overleaf;
    const auto* drawing = std::get_if<DrawingOf>(&strip.what);
    return drawing == nullptr || drawing->begins ? nullptr : &drawing->figure->overleaf;
}

}  // namespace layout
