// The words are those of the field, else of the policy; and, where another policy judges, those that were typed.
#include "evaluate/project_ratings.h"

#include <algorithm>

namespace evaluate {

namespace {

Subject with_word(const Subject& ratings, const std::string& word, const input::Band* band) {
    Subject made = ratings;
    made.topic = Topic::rated_projects;
    made.conditions = {std::string(rated) + word};
    made.band = band;
    return made;
}

/// What stands at a project; empty where nothing does.
std::string rating_in(const input::Project& project, const std::string& field) {
    const auto found = project.own.find(field);
    return found == project.own.end() ? "" : found->second.text;
}

}  // namespace

Subject ratings_of_projects(const Subject& group, std::size_t field) {
    return {
        .topic = Topic::project_ratings, .of = group.topic, .year = group.year, .index = group.index, .part = field};
}

std::vector<Subject> project_ratings_of(const Context& context, const Subject& group) {
    const std::vector<input::OwnField>& fields = context.inputs().own_fields;
    std::vector<Subject> found;
    for (std::size_t at = 0; at < fields.size(); ++at) {
        const Subject ratings = ratings_of_projects(group, at);
        const bool rating = fields[at].is == input::OwnField::Is::rating;
        if (rating && !rated_projects(context, ratings).empty()) found.push_back(ratings);
    }
    return found;
}

std::vector<std::size_t> rated_projects(const Context& context, const Subject& subject) {
    if (subject.year != context.inputs().evaluated_year) return {};
    const std::string& field = context.inputs().own_fields[subject.part].id;
    const bool any = subject.topic == Topic::project_ratings;
    std::vector<std::size_t> found =
        projects_of(context, {.topic = subject.of, .year = subject.year, .index = subject.index});
    std::erase_if(found, [&](std::size_t at) {
        const input::Project& project = context.inputs().projects[at];
        const std::string word = rating_in(project, field);
        return project.reprint_of || word.empty() || (!any && word != word_of(subject));
    });
    return found;
}

std::vector<Subject> by_word(const Context& context, const Subject& ratings) {
    const input::OwnField& field = context.inputs().own_fields[ratings.part];
    std::vector<Subject> found;
    for (const input::Band& band : field.bands.empty() ? context.inputs().policy.bands : field.bands) {
        found.push_back(with_word(ratings, band.word, &band));
    }
    for (const std::size_t at : rated_projects(context, ratings)) {
        const std::string word = rating_in(context.inputs().projects[at], field.id);
        const bool known =
            std::any_of(found.begin(), found.end(), [&](const Subject& s) { return word_of(s) == word; });
        if (!known) found.push_back(with_word(ratings, word, nullptr));
    }
    return found;
}

std::string word_of(const Subject& rated_projects) { return rated_projects.conditions.front().substr(rated.size()); }

Subject all_words(Subject subject) {
    subject.topic = Topic::project_ratings;
    subject.conditions.clear();
    subject.band = nullptr;
    return subject;
}

}  // namespace evaluate
