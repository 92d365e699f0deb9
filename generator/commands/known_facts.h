// The facts of a project by their addresses, for those who write them: on the command line and in texts.
#pragma once

#include <string>
#include <vector>

#include "evaluate/assessment.h"

namespace commands {

struct KnownFact {
    std::string address;  ///< births.rate, goal.1.mean, overall.count
    std::string what;     ///< Japanese: 出生数　達成率
};

/// Those that a text can show as they are, of every indicator, every goal and the whole, without a year.
std::vector<KnownFact> known_facts(const evaluate::Assessment& assessment);

}  // namespace commands
