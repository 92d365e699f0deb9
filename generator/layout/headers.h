// Which headings a data cell of a table stands under.
#pragma once

#include "layout/stack.h"
#include "layout/structure.h"

namespace layout {

/// Gives the data cells below a row that heads what is below it the ids of all the headings they stand under: of their
/// columns in the head, of such rows, and of their own rows. A heading of the body heads the rows below it when its
/// scope is Column, until the next such one; when it is Both, it ends those of scope Column too. A note across the
/// table stands under the name of the row it is bound to. Elsewhere the scopes say it all, in fewer bytes. Cells that
/// name their headers themselves keep them. `before` so many elements stand in the sequences before: ids are the
/// document's.
void link_headers(Structure& structure, int before, const TableSet& table, const std::vector<Unit*>& body);

}  // namespace layout
