// Crosses indicators, goals and the whole with those rows of the fact table that can be shown in a text.
#include "commands/known_facts.h"

#include "evaluate/facts.h"

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

}  // namespace

std::vector<KnownFact> known_facts(const evaluate::Assessment& assessment) {
    std::vector<KnownFact> known;
    for (const evaluate::IndicatorAssessment& each : assessment.indicators) {
        add(each.indicator->id, each.indicator->name, evaluate::Topic::indicator, known);
    }
    for (const input::Goal& goal : assessment.inputs->strategy.goals) {
        add("goal." + std::to_string(goal.number), goal.title, evaluate::Topic::goal, known);
    }
    add("overall", "全体", evaluate::Topic::overall, known);
    return known;
}

}  // namespace commands
