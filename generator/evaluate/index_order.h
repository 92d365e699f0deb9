// 五十音順: what an index of names is sorted by.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "input/inputs.h"

namespace evaluate {

/// A reading in kana as indexes compare it: voiced as unvoiced, small as large, ー as the vowel before it; behind it
/// the reading itself, for readings that are alike but for these.
std::string index_key(const std::string& reading);

/// あ, か, さ …: the row of the first letter; empty where it has none.
std::string index_head(const std::string& reading);

/// The indicators whose readings are known, by them: no 再掲.
std::vector<std::size_t> index_order(const input::Strategy& strategy);

}  // namespace evaluate
