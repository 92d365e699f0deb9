// What the choices of a policy are called: one list each, which the reader and all that names one take from here.
#pragma once

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "input/policy.h"

namespace input {

template <typename Choice>
using ChoiceWords = std::vector<std::pair<std::string_view, Choice>>;

/// ratio, progress, ...
const ChoiceWords<Formula>& formula_words();
/// mean_of_goal_means, ...: how the whole is rated, and most of them how a goal is.
const ChoiceWords<OverallBy>& overall_words();
/// half_up, ...
const ChoiceWords<base::Rounding>& rounding_words();

/// The word of a choice that the list has; a literal, so that a zero follows it.
template <typename Choice>
std::string_view word_in(const ChoiceWords<Choice>& words, Choice choice) {
    return std::find_if(words.begin(), words.end(), [&](const auto& each) { return each.second == choice; })->first;
}

}  // namespace input
