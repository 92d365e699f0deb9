// Dependents are those facts whose way back (sources.cpp), walked once, meets the fact.
#include "evaluate/dependents.h"

#include <unordered_map>
#include <unordered_set>

#include "evaluate/conditions.h"
#include "evaluate/own.h"
#include "evaluate/project_ratings.h"

namespace evaluate {

namespace {

/// Looks back from facts to one fact, each only once.
class Search {
   public:
    Search(const Context& context, const Address& wanted) : context_(context), wanted_(text_of(context, wanted)) {}

    bool leads_to_it(const Address& address) {
        const std::string text = text_of(context_, address);
        if (text == wanted_) return true;
        const auto [known, added] = answers_.emplace(text, false);
        if (!added) return known->second;
        for (const Address& source : sources_of(context_, address)) {
            if (!leads_to_it(source)) continue;
            answers_[text] = true;
            return true;
        }
        return false;
    }
    bool is_it(const Address& address) const { return text_of(context_, address) == wanted_; }

   private:
    const Context& context_;
    std::string wanted_;
    std::unordered_map<std::string, bool> answers_;
};

void add_facts(std::vector<Address>& all, const Subject& subject) {
    for (const Fact& row : facts()) {
        const bool has = (row.topics & only(subject.topic)) != 0;
        const bool says = row.form.is != Form::Is::own_list && !row.form.list && row.form.is != Form::Is::words;
        const bool leads = row.form.is == Form::Is::subject && row.form.topic < Topic::figure;
        if (has && says && !leads) all.push_back({subject, std::string(row.name)});
    }
}

/// The numbers and rates among the city's own fields of a subject.
void add_own(const Context& context, std::vector<Address>& all, const Subject& subject) {
    for (const input::OwnField& field : context.inputs().own_fields) {
        const bool number = field.is == input::OwnField::Is::number;
        if (!number && field.is != input::OwnField::Is::rate) continue;
        all.push_back({subject, "own." + field.id});
        if (number) all.push_back({subject, "own_share." + field.id});
    }
}

/// How many projects of a group have each rating that people gave.
void add_ratings(const Context& context, std::vector<Address>& all, const Subject& group) {
    for (const Subject& ratings : project_ratings_of(context, group)) {
        all.push_back({ratings, "count"});
        for (const Subject& each : by_word(context, ratings)) {
            for (const char* name : {"count", "share"}) all.push_back({each, name});
        }
    }
}

/// The counts of a set that have a name of their own.
void add_counts(const Context& context, std::vector<Address>& all, const Subject& set) {
    const auto add = [&](std::string condition, const input::Band* band, bool mean) {
        Subject selection = set;
        selection.topic = Topic::selection;
        selection.conditions = {std::move(condition)};
        selection.band = band;
        for (const char* name : {"count", "share"}) all.push_back({selection, name});
        if (mean) all.push_back({selection, "mean"});
    };
    for (const Condition& condition : conditions) add(std::string(condition.name), nullptr, false);
    const input::Policy& policy = policy_of(context.inputs(), set.year);
    for (const input::BandUnion& one : policy.unions) add(std::string(rated) + one.word, nullptr, true);
    for (const input::TypeRule& type : policy.types) add("type." + type.word, nullptr, true);
    const Tally* tally = tally_of(context, set);
    if (tally == nullptr) return;  // a section's
    for (const BandCount& counted : band_counts(*tally)) {
        add(std::string(rated) + counted.band->word, counted.band, true);
    }
    for (const std::string& reason : reasons_in(context.assessment, *tally)) add("reason." + reason, nullptr, false);
}

/// The KPIs and the headline targets of a group.
void add_sets(const Context& context, std::vector<Address>& all, const Subject& group) {
    for (const bool headline : {false, true}) {
        const Subject set{.topic = Topic::indicators,
                          .of = group.topic,
                          .headline = headline,
                          .year = group.year,
                          .index = group.index};
        if (indicators_of(context, set).empty()) continue;
        add_facts(all, set);
        add_counts(context, all, set);
    }
}

void add_group(const Context& context, std::vector<Address>& all, const Subject& group) {
    add_facts(all, group);
    add_sets(context, all, group);
}

/// Every fact that is computed, nearest to the values first.
std::vector<Address> everything(const Context& context) {
    const input::Strategy& strategy = context.strategy();
    std::vector<Address> all;
    for (const base::Year year : strategy.years()) {
        for (std::size_t at = 0; at < strategy.indicators.size(); ++at) {
            add_facts(all, {.topic = Topic::indicator, .year = year, .index = at});
        }
        // Sections, projects and own fields are named without a year: they are those of the evaluated one.
        const bool now = year == context.inputs().evaluated_year;
        const auto add_groups = [&](Topic topic, std::size_t count) {
            for (std::size_t at = 0; at < count; ++at) {
                const Subject group{.topic = topic, .year = year, .index = at};
                add_group(context, all, group);
                if (!now) continue;
                add_own(context, all, group);
                add_ratings(context, all, group);
            }
        };
        add_groups(Topic::initiative, strategy.initiatives.size());
        add_groups(Topic::measure, strategy.measures.size());
        add_groups(Topic::goal, strategy.goals.size());
        add_groups(Topic::overall, 1);
        for (std::size_t at = 0; at < sections_of(context.inputs()).size(); ++at) {
            const Subject section{.topic = Topic::section, .year = year, .index = at};
            add_sets(context, all, section);
            if (!now) continue;
            all.push_back({section, "projects_achieved"});
            add_own(context, all, section);
            add_ratings(context, all, section);
        }
        const auto& projects = context.inputs().projects;
        for (std::size_t at = 0; at < projects.size(); ++at) {
            const Subject project{.topic = Topic::project, .year = year, .index = at};
            if (now) all.push_back({project, "achieved_kpis"});
            if (now) add_own(context, all, project);
            for (std::size_t n = 0; n < projects[at].indicators.size(); ++n) {
                all.push_back({{.topic = Topic::activity, .year = year, .index = at, .part = n}, "actual"});
            }
        }
    }
    return all;
}

base::Span span_of(const Context& context, const Subject& subject) {
    const input::Strategy& strategy = context.strategy();
    switch (subject.topic) {
        case Topic::goal: return strategy.goals[subject.index].span;
        case Topic::measure: return strategy.measures[subject.index].span;
        case Topic::initiative: return strategy.initiatives[subject.index].span;
        case Topic::indicator: return strategy.indicators[subject.index].span;
        case Topic::project:
        case Topic::work: return context.inputs().projects[subject.index].span;
        case Topic::activity: return context.inputs().projects[subject.index].indicators[subject.part].span;
        default: return {};
    }
}

}  // namespace

std::vector<Address> dependents_of(const Context& context, const Address& address, const std::vector<Address>& also) {
    std::vector<Address> candidates = everything(context);
    candidates.insert(candidates.end(), also.begin(), also.end());
    return dependents_among(context, address, candidates);
}

std::vector<Address> dependents_among(const Context& context, const Address& address,
                                      const std::vector<Address>& candidates) {
    Search search(context, address);
    std::vector<Address> found;
    std::unordered_set<std::string> taken;
    for (const Address& candidate : candidates) {
        if (search.is_it(candidate) || !search.leads_to_it(candidate)) continue;
        if (taken.insert(text_of(context, candidate)).second) found.push_back(candidate);
    }
    return found;
}

base::Span place_of(const Context& context, const Address& address) {
    if (address.name.starts_with("own.")) {
        const input::OwnValue* own = written_own(context, address.subject, address.name.substr(4));
        return own == nullptr ? base::Span{} : own->span;
    }
    const Content content = get(context, address);
    const auto* subject = std::get_if<Subject>(&content.is);
    if (subject != nullptr && subject->figure != nullptr) return subject->figure->span;
    const bool said = std::holds_alternative<Words>(content.is);
    return said ? span_of(context, address.subject) : base::Span{};
}

}  // namespace evaluate
