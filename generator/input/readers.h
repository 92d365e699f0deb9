// The readers of this room, one a kind of file. Each reports its faults and gives what it could read.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/source.h"
#include "base/value.h"
#include "input/inputs.h"

namespace input {

/// ratio, progress, ...: the words of the key `formula`.
const std::vector<std::pair<std::string_view, Formula>>& formula_words();

/// A policy file. `id` is its name without .yaml.
Policy read_policy(const base::Value& tree, std::string id, base::Diagnostics& diagnostics);

}  // namespace input
