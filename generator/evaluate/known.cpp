// Looks into the strategy, the annex and the policy; a hint names the nearest of what it finds.
#include "evaluate/known.h"

#include <algorithm>

#include "base/message.h"
#include "base/utf8.h"
#include "evaluate/fact_rows.h"
#include "evaluate/project_ratings.h"

namespace evaluate {

namespace {

using base::say;

constexpr const char* no_such_field = base::to_translate("kensho.yaml declares no field `{}`");

constexpr Numbered by_number[] = {
    {Topic::whole, "goal", Topic::goal, base::to_translate("no goal `{}`")},
    {Topic::goal, "measure", Topic::measure, base::to_translate("no measure `{}` in the goal")},
    {Topic::measure, "initiative", Topic::initiative, base::to_translate("no initiative `{}` in the measure")},
    {Topic::whole, "section", Topic::section, base::to_translate("no section `{}`")},
    {Topic::overall, "project_rating", Topic::project_ratings, no_such_field},
    {Topic::goal, "project_rating", Topic::project_ratings, no_such_field},
    {Topic::measure, "project_rating", Topic::project_ratings, no_such_field},
    {Topic::initiative, "project_rating", Topic::project_ratings, no_such_field},
    {Topic::section, "project_rating", Topic::project_ratings, no_such_field},
    {Topic::project, "activity", Topic::activity, base::to_translate("no activity indicator `{}` in the project")},
    {Topic::project, "work", Topic::work, base::to_translate("no result `{}` in the project")},
};

std::vector<std::string> ids_of(const Context& context) {
    std::vector<std::string> ids;
    for (const input::Indicator& indicator : context.strategy().indicators) ids.push_back(indicator.id);
    for (const input::Project& project : context.inputs().projects) {
        ids.push_back(project.id);
        for (const auto& activity : project.indicators) {
            if (!activity.id.empty()) ids.push_back(activity.id);
        }
    }
    return ids;
}

/// The known names with the numbers that were written in the place of N, so that a hint can be copied.
std::vector<std::string> with_numbers(std::vector<std::string> names, std::string_view written) {
    constexpr std::string_view digits = "0123456789.";
    for (std::string& name : names) {
        std::size_t at = 0;
        std::size_t from = written.find_first_of(digits);
        while (from < written.size() && (at = name.find('N', at)) != std::string::npos) {
            const std::size_t end = std::min(written.find_first_not_of(digits, from), written.size());
            name.replace(at, 1, written.substr(from, end - from));
            at += end - from;
            from = written.find_first_of(digits, end);
        }
    }
    return names;
}

}  // namespace

const Numbered* numbered(const Form& at, std::string_view name) {
    if (at.list || at.is != Form::Is::subject) return nullptr;
    const auto* found = std::find_if(std::begin(by_number), std::end(by_number),
                                     [&](const Numbered& n) { return at.topic == n.from && n.name == name; });
    return found == std::end(by_number) ? nullptr : found;
}

std::vector<std::pair<std::string, Subject>> numbers_in(const Context& context, const Subject& from, Topic to) {
    const input::Strategy& strategy = context.strategy();
    std::vector<std::pair<std::string, Subject>> found;
    const auto add = [&](int number, std::size_t index, std::size_t part) {
        found.emplace_back(std::to_string(number),
                           Subject{.topic = to, .year = from.year, .index = index, .part = part});
    };
    if (to == Topic::goal) {
        for (std::size_t at = 0; at < strategy.goals.size(); ++at) add(strategy.goals[at].number, at, 0);
    } else if (to == Topic::measure) {
        for (const std::size_t at : strategy.goals[from.index].measures) add(strategy.measures[at].number, at, 0);
    } else if (to == Topic::initiative) {
        for (const std::size_t at : strategy.measures[from.index].initiatives)
            add(strategy.initiatives[at].number, at, 0);
    } else if (to == Topic::section) {
        for (const std::string& section : sections_of(context.inputs())) {
            found.emplace_back(section, Subject{.topic = to, .year = from.year, .index = found.size()});
        }
    } else if (to == Topic::project_ratings) {
        const std::vector<input::OwnField>& fields = context.inputs().own_fields;
        for (std::size_t at = 0; at < fields.size(); ++at) {
            if (fields[at].is == input::OwnField::Is::rating)
                found.emplace_back(fields[at].id, ratings_of_projects(from, at));
        }
    } else {
        const input::Project& project = context.inputs().projects[from.index];
        const std::size_t count = to == Topic::work ? project.results.size() : project.indicators.size();
        for (std::size_t at = 0; at < count; ++at) add(static_cast<int>(at) + 1, from.index, at);
    }
    return found;
}

std::optional<Subject> by_id(const Context& context, std::string_view id, base::Year year) {
    const input::Strategy& strategy = context.strategy();
    if (const input::Indicator* found = strategy.find(id)) {
        const auto index = static_cast<std::size_t>(found - strategy.indicators.data());
        return Subject{.topic = Topic::indicator, .year = year, .index = index};
    }
    const auto& projects = context.inputs().projects;
    for (std::size_t at = 0; at < projects.size(); ++at) {
        if (projects[at].id == id) return Subject{.topic = Topic::project, .year = year, .index = at};
        for (std::size_t n = 0; n < projects[at].indicators.size(); ++n) {
            if (projects[at].indicators[n].id == id && !id.empty()) {
                return Subject{.topic = Topic::activity, .year = year, .index = at, .part = n};
            }
        }
    }
    return std::nullopt;
}

KnownWords words_behind(std::string_view name, const Context& context, const input::Policy& policy) {
    KnownWords known;
    const auto add = [&](const std::string& word) {
        known.all.push_back(word);
        known.to_say.push_back(word);
    };
    if (name == "type") {
        known.fault = base::to_translate("the policy has no type `{}`");
        for (const input::TypeRule& type : policy.types) add(type.word);
    } else if (name == "reason") {
        known.fault = base::to_translate("the policy has no word `{}` for what is not evaluated");
        for (const input::StatusWord& status : policy.statuses) add(status.word);
        const input::ReasonWords& words = policy.reasons;
        for (const std::string* word :
             {&policy.no_target_word, &policy.excluded_word, &policy.replaced_word, &words.no_actual,
              &words.zero_target, &words.refused, &words.no_baseline, &words.reference, &words.no_verdict}) {
            if (!word->empty()) add(*word);
        }
        if (!context.inputs().awaited.empty()) add(context.inputs().awaited);
    } else {
        known.fault = base::to_translate("no rating is called `{}`");
        for (const auto* bands : {&policy.bands, &policy.class_bands}) {
            for (const input::Band& band : *bands) {
                add(band.word);
                known.all.push_back(band.symbol);
                known.all.push_back(band.id);
            }
        }
        for (const input::BandUnion& one : policy.unions) add(one.word);
    }
    return known;
}

std::vector<std::string> names_known(const Context& context, const Form& at, std::string_view written) {
    std::vector<std::string> known;
    const Topic topic = at.list ? Topic::list : at.topic;
    if (at.list || at.is == Form::Is::subject) {
        for (const Fact& row : facts()) {
            if ((row.topics & only(topic)) != 0) known.emplace_back(row.name);
        }
        for (const Numbered& numbered : by_number) {
            if (numbered.from == topic) known.emplace_back(numbered.name);
        }
    }
    if (topic == Topic::indicators || topic == Topic::selection) {
        for (std::string& condition : with_numbers(condition_names(), written)) {
            const bool open = condition.find('N') != std::string::npos || condition.ends_with('X');
            if (!open) known.push_back(std::move(condition));
        }
    }
    if (topic == Topic::whole) {
        const auto ids = ids_of(context);
        known.insert(known.end(), ids.begin(), ids.end());
    }
    return known;
}

Fault unknown_word(const char* what, std::string_view word, const std::vector<std::string>& known,
                   const std::string& before, const std::string& after) {
    const std::vector<std::string_view> candidates(known.begin(), known.end());
    Fault fault{say(what, word), ""};
    if (const auto near = base::nearest(word, candidates)) {
        fault.hint = say("did you mean `{}`?", before + std::string(*near) + after);
    } else if (!known.empty() && known.size() <= 12) {
        std::string list;
        for (const std::string& candidate : known) list += (list.empty() ? "" : ", ") + candidate;
        fault.hint = say("known here: {}", list);
    }
    return fault;
}

}  // namespace evaluate
