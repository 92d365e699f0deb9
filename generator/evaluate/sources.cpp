// What each fact is made from, one step back: of values what was typed, of rates their terms, of counts their members.
#include <algorithm>

#include "evaluate/conditions.h"
#include "evaluate/dependents.h"
#include "evaluate/own.h"
#include "evaluate/project_ratings.h"

namespace evaluate {

namespace {

using Addresses = std::vector<Address>;
using input::Formula;

Subject in_year(Subject subject, int years_on) {
    subject.year.western += years_on;
    return subject;
}

bool in_plan(const Context& context, base::Year year) {
    return year >= context.strategy().first_year && year <= context.strategy().last_year;
}

Subject indicator(std::size_t index, base::Year year) {
    return {.topic = Topic::indicator, .year = year, .index = index};
}

/// The same fact now and a year before.
Addresses now_and_before(const Context& context, const Subject& subject, const char* name) {
    Addresses from = {{subject, name}};
    const Subject before = in_year(subject, -1);
    if (in_plan(context, before.year)) from.push_back({before, name});
    return from;
}

Addresses all_of(const Subject& subject, std::initializer_list<const char*> names) {
    Addresses from;
    for (const char* name : names) from.push_back({subject, name});
    return from;
}

/// A reprint shows what its original shows.
std::optional<Subject> original_of(const Context& context, const Subject& subject) {
    const std::string& id = context.strategy().indicators[subject.index].reprint_of;
    const input::Indicator* original = id.empty() ? nullptr : context.strategy().find(id);
    if (original == nullptr) return std::nullopt;
    return indicator(static_cast<std::size_t>(original - context.strategy().indicators.data()), subject.year);
}

/// The actual of every activity indicator with that id, as of the first that has it.
void add_activity(const Context& context, const std::string& id, base::Year year, Addresses& from) {
    const auto& projects = context.inputs().projects;
    for (std::size_t at = 0; at < projects.size(); ++at) {
        for (std::size_t n = 0; n < projects[at].indicators.size(); ++n) {
            const input::ActivityIndicator& activity = projects[at].indicators[n];
            if (activity.id != id || activity.kpi) continue;
            from.push_back({{.topic = Topic::activity, .year = year, .index = at, .part = n}, "actual"});
            return;
        }
    }
}

/// An actual nobody typed is a sum or a quotient of activity indicators, the sum perhaps of all years until then.
Addresses sources_of_actual(const Context& context, const Subject& subject) {
    const input::Indicator& of = context.strategy().indicators[subject.index];
    Addresses from;
    if (of.actuals.contains(subject.year)) return from;
    if (of.quotient_of) {
        for (const std::string& id : {of.quotient_of->part, of.quotient_of->whole}) {
            add_activity(context, id, subject.year, from);
        }
        return from;
    }
    const base::Year first = of.sum_over_years ? context.strategy().first_year : subject.year;
    for (base::Year year = first; year <= subject.year; ++year.western) {
        for (const std::string& id : of.sum_of) add_activity(context, id, year, from);
    }
    return from;
}

Formula rule_of(const Context& context, const Subject& subject) {
    return context.assessment.indicators[subject.index].in(subject.year).rule;
}

/// A target is that of the year, or of another; the part of one that falls to the year; or on the line from the
/// baseline to the last.
Addresses sources_of_target(const Context& context, const Subject& subject) {
    const Result& result = context.assessment.indicators[subject.index].in(subject.year);
    Addresses from;
    if (result.target_from) from.push_back({indicator(subject.index, *result.target_from), "target"});
    const input::Indicator& of = context.strategy().indicators[subject.index];
    const bool way = input::target_choice_of(of, *result.policy).of == input::TargetOf::way;
    if (way || result.rule == Formula::linear) from.push_back({subject, "baseline"});
    const base::Year last = context.strategy().last_year;
    if (result.rule == Formula::linear && subject.year != last)
        from.push_back({indicator(subject.index, last), "target"});
    return from;
}

/// The second rate has a target of its own choice.
Addresses sources_of_second_rate(const Context& context, const Subject& subject) {
    Addresses from = all_of(subject, {"actual", "final_target", "baseline"});
    const auto& second = policy_of(context.inputs(), subject.year).second_rate;
    if (!second) return from;
    const base::Year year = second->target.of == input::TargetOf::named ? second->target.named : subject.year;
    if (in_plan(context, year)) from.push_back({indicator(subject.index, year), "target"});
    return from;
}

/// The baseline is one for all years.
Addresses sources_of_baseline(const Context& context, const Subject& subject) {
    const base::Year year = context.inputs().evaluated_year;
    return subject.year == year ? Addresses{} : Addresses{{indicator(subject.index, year), "baseline"}};
}

Addresses sources_of_rate(const Context& context, const Subject& subject) {
    Addresses from = all_of(subject, {"actual", "target"});
    const Formula rule = rule_of(context, subject);
    if (rule == Formula::progress || rule == Formula::linear) from.push_back({subject, "baseline"});
    return from;
}

/// What a condition looks at.
Addresses sources_of_condition(const Subject& subject, std::string_view name) {
    const auto is = [&](std::initializer_list<std::string_view> names) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    if (is({"measured", "unmeasured", "provisional", "revised"})) return all_of(subject, {"actual"});
    if (is({"declined", "improved"})) return all_of(subject, {"actual_change", "rate_change"});
    if (is({"declined_rate", "improved_rate"})) return all_of(subject, {"rate_change"});
    if (is({"declined_value", "improved_value", "value_up", "value_down"})) return all_of(subject, {"actual_change"});
    if (is({"rating_up", "rating_down"})) return all_of(subject, {"rating_change"});
    return all_of(subject, {"actual", "target", "rate"});
}

bool is_condition(std::string_view name) {
    return std::any_of(std::begin(conditions), std::end(conditions),
                       [&](const Condition& condition) { return condition.name == name; });
}

Addresses sources_of_indicator(const Context& context, const Subject& subject, const std::string& name) {
    if (const auto original = original_of(context, subject)) return {{*original, name}};
    if (name == "actual") return sources_of_actual(context, subject);
    if (name == "target") return sources_of_target(context, subject);
    if (name == "final_target") return all_of(indicator(subject.index, context.strategy().last_year), {"target"});
    if (name == "actual_change") return now_and_before(context, subject, "actual");
    if (name == "gap" || name == "reason") return all_of(subject, {"actual", "target"});
    if (name == "rate" || name == "uncapped_rate") return sources_of_rate(context, subject);
    if (name == "second_rate") return sources_of_second_rate(context, subject);
    if (name == "baseline") return sources_of_baseline(context, subject);
    if (name == "rate_in_brackets") return all_of(subject, {"uncapped_rate"});
    if (name == "rate_change" || name == "trend") return now_and_before(context, subject, "uncapped_rate");
    if (name == "rating" || name == "computed_rating") return all_of(subject, {"rate", "actual", "target"});
    if (name == "rating_change") return now_and_before(context, subject, "rating");
    if (fact(Topic::indicator, name) != nullptr && is_condition(name)) return sources_of_condition(subject, name);
    return {};
}

/// The indicators whose results go into a mean or a count, whether they are evaluated or not.
std::vector<std::size_t> members_of(const Context& context, const Subject& subject) {
    const bool set = subject.topic == Topic::indicators || subject.topic == Topic::selection;
    Subject all = subject;
    all.topic = Topic::selection;
    all.conditions.clear();
    all.band = nullptr;
    if (!set) all.of = subject.topic;
    return indicators_of(context, all);
}

Addresses sources_of_mean(const Context& context, const Subject& subject) {
    const Tally& tally = *tally_of(context, subject);
    Addresses from;
    if (tally.by == input::OverallBy::mean_of_goal_means || tally.by == input::OverallBy::weighted_goals) {
        for (std::size_t at = 0; at < context.strategy().goals.size(); ++at) {
            Subject goal{.topic = Topic::goal, .year = subject.year, .index = at};
            if (subject.headline) {
                goal = {
                    .topic = Topic::indicators, .of = Topic::goal, .headline = true, .year = subject.year, .index = at};
            }
            from.push_back({goal, "mean"});
        }
        return from;
    }
    const char* name = tally.by == input::OverallBy::share_achieved ? "achieved" : tally.in_points ? "rating" : "rate";
    for (const std::size_t index : members_of(context, subject)) {
        const bool out = std::find(tally.left_out.begin(), tally.left_out.end(), index) != tally.left_out.end();
        if (!out) from.push_back({indicator(index, subject.year), name});
    }
    return from;
}

/// What each condition looks at in each member; a count without conditions looks at nothing.
Addresses sources_of_count(const Context& context, const Subject& subject, bool share) {
    Addresses from;
    const auto add = [&](const Subject& one, const std::string& condition) {
        if (condition.starts_with("type.")) return;
        const bool reason = condition.starts_with("reason.");
        from.push_back({one, condition.starts_with(rated) ? "rating"
                             : reason                     ? "reason"
                             : is_condition(condition)    ? condition
                                                          : "uncapped_rate"});
    };
    for (const std::size_t index : members_of(context, subject)) {
        const Subject one = indicator(index, subject.year);
        for (const std::string& condition : subject.conditions) add(one, condition);
        if (share) add(one, "evaluated");
    }
    return from;
}

/// What people wrote at projects; a share is one of all that have a rating.
Addresses sources_of_ratings(const Context& context, const Subject& subject) {
    Addresses from;
    for (const std::size_t at : rated_projects(context, all_words(subject))) {
        from.push_back({{.topic = Topic::project, .year = subject.year, .index = at},
                        "own." + context.inputs().own_fields[subject.part].id});
    }
    return from;
}

/// What the KPIs of projects reached.
Addresses sources_of_projects(const Context& context, const Subject& subject) {
    Addresses from;
    for (const std::size_t at : projects_of(context, subject)) {
        for (const input::ActivityIndicator& activity : context.inputs().projects[at].indicators) {
            if (activity.kpi) from.push_back({indicator(*activity.kpi, subject.year), "achieved"});
        }
    }
    return from;
}

/// A reprint's activity indicator, or one that is `same_as` another, has the figures of the one that was typed.
Addresses sources_of_activity(const Context& context, const Subject& subject) {
    const auto& projects = context.inputs().projects;
    const input::ActivityIndicator& activity = projects[subject.index].indicators[subject.part];
    if (activity.kpi) return {{indicator(*activity.kpi, subject.year), "actual"}};
    const auto actual = activity.actuals.find(subject.year);
    const bool copied = activity.same_as || projects[subject.index].reprint_of;
    if (!copied || actual == activity.actuals.end()) return {};
    for (std::size_t at = 0; at < projects.size(); ++at) {
        for (std::size_t n = 0; n < projects[at].indicators.size(); ++n) {
            const input::ActivityIndicator& other = projects[at].indicators[n];
            const auto same = other.actuals.find(subject.year);
            if (other.same_as || projects[at].reprint_of || same == other.actuals.end()) continue;
            if (same->second.span != actual->second.span) continue;
            return {{{.topic = Topic::activity, .year = subject.year, .index = at, .part = n}, "actual"}};
        }
    }
    return {};
}

/// own.budget, own_share.budget
Addresses sources_of_own(const Context& context, const Subject& subject, const std::string& name) {
    const std::string id = name.substr(name.find('.') + 1);
    const input::OwnField* field = context.inputs().own_field(id);
    if (field == nullptr) return {};
    if (name.starts_with("own_share.")) {
        return {{subject, "own." + id}, {{.topic = Topic::overall, .year = subject.year}, "own." + id}};
    }
    if (field->is == input::OwnField::Is::rate)
        return {{subject, "own." + field->part}, {subject, "own." + field->whole}};
    Addresses from;
    for (const OwnTerm& term : own_terms(context, subject, id)) {
        const bool itself = term.of.topic == subject.topic && term.of.index == subject.index;
        if (!itself) from.push_back({term.of, name});
    }
    return from;
}

Addresses sources_of_group(const Context& context, const Subject& subject, const std::string& name) {
    const bool set = subject.topic == Topic::indicators || subject.topic == Topic::selection;
    if (subject.topic == Topic::selection && name == "mean") {
        Addresses from = sources_of_count(context, subject, true);
        for (const std::size_t index : members_of(context, subject)) {
            const Subject one = indicator(index, subject.year);
            from.insert(from.end(), {{one, "rate"}, {one, "rating"}, {one, "achieved"}});
        }
        return from;
    }
    if (set && (name == "count" || name == "share")) return sources_of_count(context, subject, name == "share");
    if (tally_of(context, subject) == nullptr) return {};
    // The KPIs' mean of a goal is the goal's own.
    const bool owns = subject.topic == Topic::indicators && !subject.headline;
    const Subject owner{.topic = subject.of, .year = subject.year, .index = subject.index};
    if (owns && fact(subject.of, name) != nullptr) return {{owner, name}};
    if (name == "mean") return sources_of_mean(context, subject);
    if (name == "rating") return all_of(subject, {"mean"});
    if (name == "mean_change" || name == "trend") return now_and_before(context, subject, "mean");
    return {};
}

}  // namespace

std::vector<Address> sources_of(const Context& context, const Address& address) {
    constexpr std::string_view change = "_change";
    const Subject& subject = address.subject;
    const std::string& name = address.name;
    const bool made = name.ends_with(change) && fact(subject.topic, name) == nullptr;
    if (made) return now_and_before(context, subject, name.substr(0, name.size() - change.size()).c_str());
    if (name.starts_with("own.") || name.starts_with("own_share.")) return sources_of_own(context, subject, name);
    if (name == "projects_achieved" || name == "achieved_kpis") return sources_of_projects(context, subject);
    if (subject.topic == Topic::project_ratings || subject.topic == Topic::rated_projects) {
        return name == "count" || name == "share" ? sources_of_ratings(context, subject) : Addresses{};
    }
    if (subject.topic == Topic::indicator) {
        return in_plan(context, subject.year) ? sources_of_indicator(context, subject, name) : Addresses{};
    }
    if (subject.topic == Topic::activity) return name == "actual" ? sources_of_activity(context, subject) : Addresses{};
    return sources_of_group(context, subject, name);
}

}  // namespace evaluate
