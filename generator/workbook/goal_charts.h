// The charts of a goal's headline targets, side by side under their table.
#pragma once

#include "workbook/council.h"

namespace workbook {

/// `row` is the first free one, `head` that of the years' names; `breadth` of the sheet in points.
void write_target_charts(const Council& council, const SheetPlan& plan, std::size_t goal, Row row, Row head,
                         double breadth);

}  // namespace workbook
