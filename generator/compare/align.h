// Two sequences side by side: what stands in both, and the gaps between.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace compare {

/// A stretch that is not the same: [before_from, before_end) of the one became [after_from, after_end) of the other.
struct Gap {
    std::size_t before_from = 0, before_end = 0, after_from = 0, after_end = 0;
};

/// Where they differ, from front to back. Shortest where they differ in few places (Myers, An O(ND) Difference
/// Algorithm, 1986); where they have little in common, one gap from the first to the last difference.
std::vector<Gap> gaps(const std::vector<std::uint64_t>& before, const std::vector<std::uint64_t>& after);

/// Equal texts have equal numbers.
std::uint64_t key_of(std::string_view text);

}  // namespace compare
