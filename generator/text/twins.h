// Twins: the outline of a glyph under a second id, with a wider body.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "text/line.h"
#include "text/outline_tables.h"

namespace text {

/// Adds a twin for every glyph of `glyphs` (ascending) that has eighths. Their ids follow those of the face and go to
/// `ids`; where the face has no room for them all, or a table is not as it should be, nothing changes.
void add_twins(OutlineTables& tables, const std::vector<EmbeddedGlyph>& glyphs,
               std::map<EmbeddedGlyph, std::uint32_t>& ids);

}  // namespace text
