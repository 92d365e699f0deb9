// Addresses as text: births.actual@R5, goal.1.mean@R4, overall.kpis.rated.順調.count
#include "base/message.h"
#include "evaluate/facts.h"

namespace evaluate {

namespace {

std::string goal(const Context& c, std::size_t at) { return "goal." + std::to_string(c.strategy().goals[at].number); }

std::string measure(const Context& c, std::size_t at) {
    const input::Measure& measure = c.strategy().measures[at];
    return goal(c, measure.goal) + ".measure." + std::to_string(measure.number);
}

std::string initiative(const Context& c, std::size_t at) {
    const input::Initiative& initiative = c.strategy().initiatives[at];
    return measure(c, initiative.measure) + ".initiative." + std::to_string(initiative.number);
}

std::string activity_id(const Context& c, const Subject& s) {
    const input::Project& project = c.inputs().projects[s.index];
    const std::string& id = project.indicators[s.part].id;
    return id.empty() ? project.id + ".activity." + std::to_string(s.part + 1) : id;
}

/// Whether the subject's facts are those of a year.
bool yearly(Topic topic) {
    switch (topic) {
        case Topic::overall:
        case Topic::goal:
        case Topic::measure:
        case Topic::initiative:
        case Topic::indicators:
        case Topic::selection:
        case Topic::project_ratings:
        case Topic::rated_projects:
        case Topic::indicator:
        case Topic::activity: return true;
        default: return false;
    }
}

std::string set_text(const Context& c, const Subject& s) {
    Subject owner{.topic = s.of, .index = s.index};
    std::string text = subject_text(c, owner) + (s.headline ? ".headline_targets" : ".kpis");
    for (const std::string& condition : s.conditions) text += "." + condition;
    return text;
}

std::string ratings_text(const Context& c, const Subject& s) {
    const Subject owner{.topic = s.of, .index = s.index};
    std::string text = subject_text(c, owner) + ".project_rating." + c.inputs().own_fields[s.part].id;
    for (const std::string& condition : s.conditions) text += "." + condition;
    return text;
}

}  // namespace

std::string subject_text(const Context& context, const Subject& subject) {
    switch (subject.topic) {
        case Topic::report: return "report";
        case Topic::strategy: return "strategy";
        case Topic::policy: return "policy";
        case Topic::overall: return "overall";
        case Topic::goal: return goal(context, subject.index);
        case Topic::measure: return measure(context, subject.index);
        case Topic::initiative: return initiative(context, subject.index);
        case Topic::indicators:
        case Topic::selection: return set_text(context, subject);
        case Topic::project_ratings:
        case Topic::rated_projects: return ratings_text(context, subject);
        case Topic::indicator: return context.strategy().indicators[subject.index].id;
        case Topic::project: return context.inputs().projects[subject.index].id;
        case Topic::activity: return activity_id(context, subject);
        case Topic::work:
            return context.inputs().projects[subject.index].id + ".work." + std::to_string(subject.part + 1);
        case Topic::section: return "section." + sections_of(context.inputs())[subject.index];
        default: return "";
    }
}

std::string text_of(const Context& context, const Address& address) {
    std::string text = subject_text(context, address.subject);
    if (!address.name.empty()) {
        if (!text.empty()) text += '.';
        text += address.name;
    }
    if (!yearly(address.subject.topic)) return text;
    text += '@';
    text += base::short_year(context.inputs().eras, address.subject.year);
    return text;
}

std::variant<Address, Fault> parse_address(const Context& context, std::string_view text) {
    const auto path = parse_path(text);
    if (!path) {
        return Fault{base::say("`{}` is not a path", text), base::say("a path looks like goal.1.mean@R4")};
    }
    Reached found = beginning(context, true);
    if (auto fault = follow(context, found, *path)) return std::move(*fault);
    const auto* subject = found.content ? std::get_if<Subject>(&found.content->is) : nullptr;
    if (subject != nullptr && subject->topic <= Topic::activity) return Address{*subject, ""};
    return found.address;
}

}  // namespace evaluate
