// What formulas are called: the words of the key `formula`, which all that names one takes from here.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "input/policy.h"

namespace input {

/// ratio, progress, ...
const std::vector<std::pair<std::string_view, Formula>>& formula_words();
/// A literal: a zero follows it.
std::string_view formula_word(Formula formula);

}  // namespace input
