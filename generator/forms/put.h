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

/// Two copies of one form: what only one of them has is taken from it; what both have must agree, else the later copy
/// gets a fault.
void compare_copies(std::vector<Answer>& answers);

/// What the answers change; what stands in the files already is no change. Of copies the first one is taken.
std::vector<Change> changes(const input::Inputs& inputs, const Trees& trees, const std::vector<Answer>& answers);

}  // namespace forms
