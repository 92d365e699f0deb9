// Answers on their way into the city's YAML.
#pragma once

#include <string>
#include <vector>

#include "forms/answer.h"
#include "input/write.h"

namespace forms {

/// The trees of the files that hold what is asked: the evaluated year's actuals first, then the annex.
struct Trees {
    std::vector<base::Value> files;
};

/// One value that changes: where, and what a person is told of it.
struct Change {
    std::size_t file = 0;  ///< into Trees::files
    input::Edit edit;
    std::string name;  ///< 出生数
    std::string before, after;
};

/// What the answers change; what stands in the files already is no change. A field that several answers fill with
/// different things is a fault of each of them.
std::vector<Change> changes(const input::Inputs& inputs, const Trees& trees, std::vector<Answer>& answers);

}  // namespace forms
