// The author's marks in a text: readings, notes, stretches with a line under them.
#pragma once

#include <string_view>
#include <vector>

#include "compose/composer.h"

namespace compose {

/// Whether a piece may have marks: a name written exactly and what is spoken otherwise have none.
bool is_parted_at_marks(const Inline& piece);

/// The piece parted at its marks, its facts with their stretches; a piece without marks alone.
std::vector<Inline> part_at_marks(Composer& composer, Inline piece);

/// Whether a text has a sign that may begin a mark.
bool may_hold_marks(std::string_view text);

/// Says what is wrong with the marks of a text as it was written.
void report_marks(Composer& composer, std::string_view text, base::Span span);

}  // namespace compose
