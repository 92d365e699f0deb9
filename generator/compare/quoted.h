// What a 正誤表 quotes of a place: as much of its words as tells what changed.
#pragma once

#include <string>
#include <vector>

#include "compare/changes.h"
#include "compare/errata.h"

namespace compare {

/// Sentences that hold a change, and of long ones some letters around it; the rest is ….
std::vector<Piece> quoted(const std::string& words, const std::vector<Stretch>& changed);

/// Of a drawing only the numbers: what is said of it is long.
std::vector<Piece> numbers_of(const Side& side);

}  // namespace compare
