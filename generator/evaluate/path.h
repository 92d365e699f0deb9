// The paths of placeholders, taken apart: goal.1.kpi.crimes.rate@R4 is a subject, a property and a year.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "evaluate/assessment.h"

namespace evaluate {

/// What a path speaks of.
struct Subject {
    enum class Kind { report, overall, goal, measure, initiative, indicator, project, activity };
    Kind kind = Kind::overall;
    std::size_t index = 0;     ///< into the strategy's list of that kind, or into Inputs::projects
    std::size_t activity = 0;  ///< into Project::indicators
};

struct Path {
    Subject subject;
    std::string subject_text;  ///< as written: goal.1.kpi.crimes
    std::string property;
    base::Year year;
    bool year_named = false;  ///< an @ was written
};

/// Why a placeholder cannot be printed, in the reader's language.
struct Fault {
    std::string message;
    std::string hint;
};

/// Without a property ("goal.1"), `property` is empty.
std::variant<Path, Fault> parse_path(const Assessment& assessment, std::string_view text);

/// A fault that names the nearest of the known words; `before` and `after` complete the hint to a whole path.
Fault unknown_word(const char* what, std::string_view word, const std::vector<std::string>& known,
                   const std::string& before, const std::string& after);

/// The path's beginning as it could have been written: goal.4.kpi.crimes.
std::string subject_text(const Assessment& assessment, const Subject& subject);

}  // namespace evaluate
