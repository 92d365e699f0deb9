// Units: rows of a table that spans tie together, cut into fragments for pages.
#pragma once

#include <optional>
#include <utility>

#include "layout/set.h"

namespace layout {

/// The whole of a unit, uncut.
Fragment whole_fragment(Unit& unit);

/// As much of a unit, from the cursor on, as `room` can hold; moves the cursor behind it. Nothing when too little
/// would stand above or below the cut; `forced` (at the top of a page) then cuts all the same, and sets what cannot
/// be cut beyond the room.
std::optional<Fragment> cut_unit(Setter& setter, Unit& unit, Cursor& cursor, Length room, bool forced);

/// Fills in Unit::row_cells; cells stand by row, then column.
void index_rows(Unit& unit, std::size_t rows);

}  // namespace layout
