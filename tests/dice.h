// Chance for tests: the same row of numbers in every run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>

struct Dice {
    std::uint64_t state;
    std::size_t below(std::size_t limit) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::size_t>(state >> 33U) % limit;
    }
    bool once_in(std::size_t times) { return below(times) == 0; }
    template <typename Words>
    const char* one_of(const Words& words) {
        return words[below(std::size(words))];
    }
};
