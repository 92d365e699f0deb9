// What is known at a place of a path: the numbers, ids and words that may stand there, for the step and for hints.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "evaluate/facts.h"

namespace evaluate {

/// Goals, measures and the like go by their number, departments by their name, fields by their id: goal.1
struct Numbered {
    Topic from;
    std::string_view name;
    Topic to;
    const char* fault;
};
/// The row of a name that a number follows; null where none of that name stands there.
const Numbered* numbered(const Form& at, std::string_view name);

/// The numbers there are, and what each stands for.
std::vector<std::pair<std::string, Subject>> numbers_in(const Context& context, const Subject& from, Topic to);

/// Indicators, projects and activity indicators go by their id alone.
std::optional<Subject> by_id(const Context& context, std::string_view id, base::Year year);

/// What may stand behind rated, reason and type: every name, and those that hints say.
struct KnownWords {
    std::vector<std::string> all, to_say;
    const char* fault = nullptr;
};
KnownWords words_behind(std::string_view name, const Context& context, const input::Policy& policy);

/// The names that can stand there, with the numbers of the one that was written.
std::vector<std::string> names_known(const Context& context, const Form& at, std::string_view written);

}  // namespace evaluate
