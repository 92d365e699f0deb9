// Signs that a voice leaves out or misreads: the minus of △120, the arrow of R4 → R5, － in a value's place.
#pragma once

#include <string>
#include <vector>

#include "compose/document.h"
#include "compose/thing.h"

namespace compose {

/// The letters that may be such signs: of the minus, as the policy and people write it; of a value that is missing; of
/// ratings, which are none before a count.
struct SignLetters {
    std::u32string minus, missing, ratings;
};

SignLetters sign_letters(const World& world);

/// Parts the letters of a content at such signs, each of which says what it means; what is said in words of its own
/// already, and what has a reading, stays as it is.
void say_signs(const World& world, const SignLetters& letters, std::vector<Inline>& content);

}  // namespace compose
