// 事業の評価: ratings that people gave to projects in a field of the city's own, counted by their words.
#pragma once

#include "evaluate/facts.h"

namespace evaluate {

/// What projects of a group (goal, measure, initiative, section, the whole) are rated in a field.
Subject ratings_of_projects(const Subject& group, std::size_t field);

/// One for each field of ratings in which a project of the group is rated.
std::vector<Subject> project_ratings_of(const Context& context, const Subject& group);

/// The projects that are rated, of Topic::project_ratings; or rated with the word, of Topic::rated_projects. No
/// reprints. Ratings are those of the evaluated year: of another there are none.
std::vector<std::size_t> rated_projects(const Context& context, const Subject& subject);

/// Rated projects, word by word: those that may be written, best first; then others that were, by another policy.
std::vector<Subject> by_word(const Context& context, const Subject& ratings);

/// Of rated projects.
std::string word_of(const Subject& rated_projects);
/// The ratings without the word.
Subject all_words(Subject subject);

}  // namespace evaluate
