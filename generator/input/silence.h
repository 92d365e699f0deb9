// `silence:`: doubts that an author has looked at, each with the reason why all is right.
#pragma once

#include <vector>

#include "base/value.h"
#include "input/inputs.h"

namespace input {

/// `silence: {jump: 新しい館の開館}` of a map. Whether there is such a doubt is said by check/.
std::vector<Silence> read_silence(base::Fields& fields);

/// The narrative's `silence: [{doubt: old-year, text: 令和4年度の, reason: …}]`.
std::vector<ProseSilence> read_prose_silence(const base::Value& list, base::Diagnostics& diagnostics);

}  // namespace input
