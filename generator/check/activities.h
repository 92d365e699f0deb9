// The activity indicators that were typed, each once: not the copies that reprints and `same_as` make.
#pragma once

#include <set>
#include <utility>

#include "input/inputs.h"

namespace check {

/// Calls `use` for each, in the order of the annex.
void for_each_activity(const input::Inputs& inputs, const auto& use) {
    std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
    for (const input::Project& project : inputs.projects) {
        for (const input::ActivityIndicator& activity : project.indicators) {
            const bool typed = !activity.kpi && !activity.same_as;
            if (typed && seen.emplace(activity.span.file, activity.span.begin).second) use(activity);
        }
    }
}

}  // namespace check
