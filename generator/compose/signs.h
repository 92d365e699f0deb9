// Signs that a voice leaves out or misreads: the minus of △120, the arrow of R4 → R5, － in a value's place.
#pragma once

#include <vector>

#include "compose/document.h"
#include "compose/thing.h"

namespace compose {

/// Parts the letters of a content at such signs, each of which says what it means; what is said in words of its own
/// already, and what has a reading, stays as it is.
void say_signs(const World& world, std::vector<Inline>& content);

}  // namespace compose
