// Twins: the outline of a glyph under a second id, with a wider body.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "text/line.h"
#include "text/outline_tables.h"

namespace text {

/// Adds a twin for every glyph of `glyphs` (ascending) that has eighths; `ids` are those of the glyphs in the tables.
/// Gives the ids of the twins, which follow those of the tables; where these have no room for them all, or one is not
/// as it should be, nothing changes.
std::map<EmbeddedGlyph, std::uint32_t> add_twins(OutlineTables& tables, const std::vector<EmbeddedGlyph>& glyphs,
                                                 const std::map<std::uint32_t, std::uint32_t>& ids);

}  // namespace text
