// A stage with the time it took.
#pragma once

#include <chrono>
#include <string>
#include <utility>

#include "pipeline.h"

namespace kensho {

/// What a stage made, and how long it took.
template <typename Result>
struct Timed {
    Result result;
    std::chrono::microseconds time;
};

template <typename Stage>
auto measured(const Stage& stage) {
    const auto begin = std::chrono::steady_clock::now();
    auto result = stage();
    const auto time = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
    return Timed<decltype(result)>{std::move(result), time};
}

/// Runs one stage, notes its time and passes its result on.
template <typename Stage>
auto timed(const std::string& name, Timings& timings, const Progress& progress, Stage stage) {
    progress(name);
    auto done = measured(stage);
    timings.emplace_back(name, done.time);
    return std::move(done.result);
}

}  // namespace kensho
