// Crosses indicators, goals and the whole with those rows of the fact table that can be shown in a text.
#include "commands/known_facts.h"

#include "evaluate/facts.h"
#include "evaluate/project_ratings.h"

namespace commands {

namespace {

/// Whether it is said in a text: letters or a number, neither a list nor something that has facts of its own.
bool can_be_shown(const evaluate::Fact& fact) {
    using Is = evaluate::Form::Is;
    switch (fact.form.is) {
        case Is::ordinal:
        case Is::count:
        case Is::number:
        case Is::percent:
        case Is::change:
        case Is::words: return !fact.form.list;
        case Is::subject: return fact.form.topic == evaluate::Topic::band && !fact.form.list;
        default: return false;
    }
}

void add(const std::string& subject, const std::string& name, evaluate::Topic topic, std::vector<KnownFact>& known) {
    for (const evaluate::Fact& fact : evaluate::facts()) {
        const bool has = (fact.topics & evaluate::only(topic)) != 0;
        if (!has || !can_be_shown(fact)) continue;
        known.push_back({subject + "." + std::string(fact.name), name + "　" + std::string(fact.japanese)});
    }
}

/// How many projects of a goal or the whole have each rating that people gave.
void add_ratings(const evaluate::Context& context, evaluate::Topic topic, std::size_t index, const std::string& name,
                 std::vector<KnownFact>& known) {
    const evaluate::Subject group{.topic = topic, .year = context.inputs().evaluated_year, .index = index};
    for (const evaluate::Subject& ratings : evaluate::project_ratings_of(context, group)) {
        const std::string field = name + "　" + context.inputs().own_fields[ratings.part].name;
        add(evaluate::subject_text(context, ratings), field, ratings.topic, known);
        for (const evaluate::Subject& each : evaluate::by_word(context, ratings)) {
            add(evaluate::subject_text(context, each), field + "　" + evaluate::word_of(each), each.topic, known);
        }
    }
}

}  // namespace

std::vector<KnownFact> known_facts(const evaluate::Assessment& assessment) {
    std::vector<KnownFact> known;
    for (const evaluate::IndicatorAssessment& each : assessment.indicators) {
        add(each.indicator->id, each.indicator->name, evaluate::Topic::indicator, known);
    }
    const evaluate::Context context = evaluate::unworded(assessment);
    const std::vector<input::Goal>& goals = assessment.inputs->strategy.goals;
    for (std::size_t at = 0; at < goals.size(); ++at) {
        add("goal." + std::to_string(goals[at].number), goals[at].title, evaluate::Topic::goal, known);
        add_ratings(context, evaluate::Topic::goal, at, goals[at].title, known);
    }
    add("overall", "全体", evaluate::Topic::overall, known);
    add_ratings(context, evaluate::Topic::overall, 0, "全体", known);
    return known;
}

}  // namespace commands
