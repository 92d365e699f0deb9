// 評価区分 of a policy file.
#pragma once

#include <optional>
#include <vector>

#include "base/value.h"
#include "input/policy.h"

namespace input {

/// The list `bands`, highest first. A gap or an overlap between two of them is reported at the lower one's edge. Where
/// rated values come with so many `decimals`, a step of the last place is no gap (80 to 99 under 100).
std::vector<Band> read_bands(base::Fields& policy, bool points_needed, std::optional<int> decimals);
/// The list `group_bands`, with the same checks; none when the key is missing.
std::vector<Band> read_group_bands(base::Fields& policy);
/// The list `class_bands`: above, equal, below and worse, each once.
std::vector<Band> read_class_bands(base::Fields& policy, bool needed, bool& by_baseline);
/// The key `edges` of a type, {順調: 95}: the bands with these edges in the place of their own, each over or from it as
/// the policy's band is; the ranges in words, which are the policy's, are left out. None when the key is missing.
std::vector<Band> read_edges(base::Fields& type, const std::vector<Band>& bands);
/// `word`, `symbol`, `colour` and `on_colour`, the id being the word.
Band read_looks(base::Fields& fields);
/// Bands that have words and looks, but no edges.
std::vector<Band> read_word_bands(base::Fields& fields, std::string_view key);

}  // namespace input
