// Builds a project out of a case, evaluates it and writes down what came out.
#include <algorithm>
#include <stdexcept>

#include "evaluate/border.h"
#include "evaluate/case_file.h"
#include "evaluate/dependents.h"
#include "evaluate/facts.h"
#include "evaluate/names.h"
#include "evaluate/report.h"
#include "home.h"
#include "input/own_fields.h"
#include "input/readers.h"
#include "input/yaml.h"

namespace {

using base::Value;
using evaluate::name_of;

Value scalar(const std::string& text) {
    Value value;
    value.kind = Value::Kind::scalar;
    value.text = text;
    return value;
}

Value map(const std::vector<std::pair<std::string, Value>>& entries) {
    Value value;
    value.kind = Value::Kind::map;
    for (const auto& [key, item] : entries) value.entries.push_back({key, {}, item});
    return value;
}

Value list(std::vector<Value> items) {
    Value value;
    value.kind = Value::Kind::list;
    value.items = std::move(items);
    return value;
}

class CaseProject {
   public:
    explicit CaseProject(const Case& test) {
        const Value tree = parse("case", test.yaml);
        inputs_.eras = input::read_eras(file("config/eras.yaml"), diagnostics_);
        inputs_.policy = policy(tree.find("policy"), "policy");
        reading_.strategy_read = true;
        reading_.statuses = std::vector<std::string>{"未公表", "調査なし", "－"};
        for (const input::StatusWord& status : inputs_.policy.statuses) reading_.statuses->push_back(status.word);
        if (const Value* earlier = tree.find("earlier")) {
            for (const Value::Entry& entry : earlier->entries) {
                inputs_.earlier_policies[year(entry.key)] = policy(&entry.value, "earlier");
            }
        }
        const Value* evaluated = tree.find("evaluated");
        inputs_.evaluated_year = year(evaluated == nullptr ? "R5" : evaluated->text);
        const Value strategy = strategy_of(tree);
        input::read_plan(strategy, reading_);
        input::read_strategy(strategy, reading_);
        for (const auto& [in, values] : actuals_) {
            input::read_actuals(map({{"year", scalar(in)}, {"actuals", map(values)}}), year(in), reading_);
        }
        if (const Value* fields = tree.find("fields")) {
            const Value settings = map({{"fields", *fields}});
            base::Fields read(settings, diagnostics_);
            inputs_.own_fields = input::read_own_fields(read, diagnostics_);
        }
        if (const Value* activities = tree.find("activities")) read_activities(*activities);
        read_projects(tree);
        input::resolve_references(reading_);
    }

    std::string outcome(const Value& asked);
    Value parse(const std::string& name, const std::string& text) {
        auto tree = input::parse_yaml(sources_.add(name, text), sources_, diagnostics_);
        if (!tree) throw std::runtime_error(messages());
        return *tree;
    }
    std::string messages() const {
        std::string out;
        for (const auto& diagnostic : diagnostics_.all()) out += base::render(diagnostic, sources_);
        return out;
    }

   private:
    base::Year year(const std::string& text) const { return base::parse_year(inputs_.eras, text).value(); }
    Value file(const std::string& name) {
        const std::uint32_t number = sources_.load(std::string(KENSHO_HOME) + "/" + name);
        return input::parse_yaml(number, sources_, diagnostics_).value();
    }
    input::Policy policy(const Value* changes, const std::string& id);
    Value indicator(const Value& given);
    Value indicators(const Value* given);
    Value strategy_of(const Value& tree);
    void read_activities(const Value& activities);
    void read_annex(std::size_t goal, std::vector<Value> projects);
    void read_projects(const Value& tree);
    std::string line(const evaluate::IndicatorAssessment& indicator, const evaluate::Result& result) const;
    std::string tally(const std::string& name, const evaluate::Tally& tally) const;
    std::string told(const evaluate::Assessment& assessment, const Value& asked);

    base::Sources sources_;
    base::Diagnostics diagnostics_;
    input::Inputs inputs_;
    input::Reading reading_{diagnostics_, inputs_};
    std::map<std::string, std::vector<std::pair<std::string, Value>>> actuals_;
};

/// policy.yaml of this folder with some of its keys replaced; a key with nothing is taken away.
input::Policy CaseProject::policy(const Value* changes, const std::string& id) {
    Value tree = file("tests/evaluate/policy.yaml");
    if (changes != nullptr) {
        for (const Value::Entry& change : changes->entries) {
            std::erase_if(tree.entries, [&](const Value::Entry& entry) { return entry.key == change.key; });
            if (!change.value.is_empty()) tree.entries.push_back(change);
        }
    }
    return input::read_policy(tree, id, inputs_.eras, diagnostics_);
}

/// Takes the actuals out and gives a name where there is none.
Value CaseProject::indicator(const Value& given) {
    Value value = given;
    const std::string id = given.find("id")->text;
    if (const Value* actuals = given.find("actuals")) {
        for (const Value::Entry& entry : actuals->entries) actuals_[entry.key].emplace_back(id, entry.value);
    }
    std::erase_if(value.entries, [](const Value::Entry& entry) { return entry.key == "actuals"; });
    if (given.find("name") == nullptr) value.entries.push_back({"name", {}, scalar(id)});
    return value;
}

Value CaseProject::indicators(const Value* given) {
    std::vector<Value> items;
    if (given != nullptr) {
        for (const Value& item : given->items) items.push_back(indicator(item));
    }
    return list(std::move(items));
}

Value CaseProject::strategy_of(const Value& tree) {
    std::vector<Value> given = {tree};
    if (const Value* goals = tree.find("goals")) given = goals->items;
    std::vector<Value> goals;
    for (const Value& goal : given) {
        const Value initiative =
            map({{"number", scalar("1")}, {"title", scalar("i")}, {"kpis", indicators(goal.find("kpis"))}});
        const Value measure =
            map({{"number", scalar("1")}, {"title", scalar("m")}, {"initiatives", list({initiative})}});
        Value made = map({{"number", scalar(std::to_string(goals.size() + 1))},
                          {"title", scalar("g")},
                          {"headline_targets", indicators(goal.find("headline_targets"))},
                          {"measures", list({measure})}});
        if (const Value* weight = goal.find("weight")) made.entries.push_back({"weight", {}, *weight});
        goals.push_back(std::move(made));
    }
    const Value period = map({{"from", scalar("R3")}, {"to", scalar("R6")}});
    return map({{"title", scalar("plan")}, {"period", period}, {"goals", list(std::move(goals))}});
}

void CaseProject::read_activities(const Value& activities) {
    std::vector<Value> items;
    for (const Value& item : activities.items) {
        items.push_back(item);
        const Value* id = item.find("id");
        if (id != nullptr) items.back().entries.push_back({"name", {}, scalar(id->text)});
    }
    read_annex(1, {map({{"id", scalar("project")}, {"name", scalar("p")}, {"indicators", list(items)}})});
}

void CaseProject::read_annex(std::size_t goal, std::vector<Value> projects) {
    const Value initiative = map({{"number", scalar("1")}, {"projects", list(std::move(projects))}});
    const Value measure = map({{"number", scalar("1")}, {"initiatives", list({initiative})}});
    reading_.annex_read = true;
    input::read_annex(map({{"goal", scalar(std::to_string(goal))}, {"measures", list({measure})}}), reading_);
}

/// Those of each goal.
void CaseProject::read_projects(const Value& tree) {
    std::vector<Value> goals = {tree};
    if (const Value* given = tree.find("goals")) goals = given->items;
    for (std::size_t at = 0; at < goals.size(); ++at) {
        const Value* given = goals[at].find("projects");
        if (given == nullptr) continue;
        std::vector<Value> projects = given->items;
        for (Value& project : projects) project.entries.push_back({"name", {}, *project.find("id")});
        read_annex(at + 1, std::move(projects));
    }
}

std::string named(const input::Band* band) { return band == nullptr ? "no rating" : band->word; }

std::string lines(const std::vector<evaluate::Border>& borders) {
    std::string text;
    for (const evaluate::Border& border : borders) {
        text += std::string("  ") + (border.better ? "better: " : "worse: ") + named(border.band) +
                (border.above ? " from " : " up to ") + base::plain(border.value) + ", " + base::plain(border.away) +
                " away";
        if (border.points) text += ", " + base::plain(*border.points) + " points";
        text += "\n";
    }
    return text;
}

std::string CaseProject::line(const evaluate::IndicatorAssessment& indicator, const evaluate::Result& result) const {
    std::string text = indicator.indicator->id + " " + base::short_year(inputs_.eras, result.year) + ": ";
    if (!result.evaluated()) {
        text += "－ " + result.reason + ", " + std::string(name_of(result.exclusion));
    } else if (!result.rate) {
        text += std::string(name_of(result.rule)) + " " + std::string(name_of(result.basis)) + ", " +
                named(result.band) + (result.achieved ? ", achieved" : ", not achieved");
    }
    if (result.rate) {
        text += result.evaluated() ? "" : "; ";
        text += result.rate->exact.fraction() + " = " + base::plain(result.rate->shown);
        if (result.rate->capped) text += " (" + base::plain(result.rate->uncapped) + ")";
        text += ", " + named(result.band) + (result.achieved ? ", achieved" : ", not achieved");
        text += ", " + std::string(name_of(result.rule)) + " " + std::string(name_of(result.basis));
    }
    if (result.human != nullptr) text += ", by people " + result.human->word;
    if (result.original_target != nullptr) text += ", original target " + base::plain(*result.original_target->amount);
    if (result.value_change) text += ", value " + base::Ratio(*result.value_change).fraction();
    if (result.rate_change) text += ", rate " + base::plain(*result.rate_change);
    if (result.rating_change) text += ", rating " + std::to_string(*result.rating_change);
    return text + "\n";
}

std::string CaseProject::tally(const std::string& name, const evaluate::Tally& tally) const {
    std::string text = name + ": ";
    text += tally.mean ? base::plain(*tally.mean) + " = " + tally.mean_exact->fraction() : "no mean";
    text += ", " + named(tally.band) + ", " + std::to_string(tally.evaluated.size()) + " of " +
            std::to_string(tally.in_force) + ", " + std::to_string(tally.achieved) + " achieved";
    if (tally.mean_change) text += ", change " + base::plain(*tally.mean_change);
    return text + "\n";
}

/// The explanations that are asked for, and whether one fact depends on another.
std::string CaseProject::told(const evaluate::Assessment& assessment, const Value& asked) {
    std::string text;
    if (const Value* explain = asked.find("explain")) {
        for (const Value& item : explain->items)
            text += evaluate::explain(assessment, item.text, sources_, diagnostics_);
        const std::string folder = std::string(KENSHO_HOME) + "/tests/evaluate/";
        for (std::size_t at = 0; (at = text.find(folder, at)) != std::string::npos;) text.erase(at, folder.size());
    }
    const evaluate::Context context = evaluate::unworded(assessment);
    const auto address = [&](const Value& item) {
        return std::get<evaluate::Address>(evaluate::parse_address(context, item.text));
    };
    const Value* depends = asked.find("depends");
    for (std::size_t at = 0; depends != nullptr && at < depends->entries.size(); ++at) {
        const Value::Entry& entry = depends->entries[at];
        const auto all = evaluate::dependents_of(context, address(scalar(entry.key)));
        for (const Value& item : entry.value.items) {
            const auto is_it = [&](const evaluate::Address& one) {
                return evaluate::text_of(context, one) == evaluate::text_of(context, address(item));
            };
            const bool found = std::any_of(all.begin(), all.end(), is_it);
            text += item.text + (found ? " depends on " : " does not depend on ") + entry.key + "\n";
        }
    }
    return text;
}

std::string CaseProject::outcome(const Value& asked) {
    const Value* show = asked.find("show");
    const bool borders = asked.find("borders") != nullptr;
    const evaluate::Assessment assessment = evaluate::evaluate(inputs_);
    std::string text;
    for (const auto& indicator : assessment.indicators) {
        for (const evaluate::Result& result : indicator.results) {
            const bool past = result.year < inputs_.evaluated_year && result.actual != nullptr;
            if (!past && result.year != inputs_.evaluated_year) continue;
            text += line(indicator, result);
            if (borders) text += lines(evaluate::borders_of(result, *indicator.source));
        }
    }
    if (show != nullptr) {
        for (std::size_t goal = 0; goal < assessment.goals.size() && assessment.goals.size() > 1; ++goal) {
            text += tally("goal " + std::to_string(goal + 1), assessment.goals[goal].kpis_in(inputs_.evaluated_year));
        }
        text += tally("overall", assessment.overall.kpis_in(inputs_.evaluated_year));
        if (borders) text += lines(evaluate::borders_of(assessment.overall.kpis_in(inputs_.evaluated_year)));
        for (const Value& item : show->items) {
            const bool prose = item.text.find('{') != std::string::npos;
            text += item.text + " → " +
                    evaluate::fill(assessment, prose ? item.text : "{" + item.text + "}", item.span, diagnostics_) +
                    "\n";
        }
    }
    return text + told(assessment, asked) + messages();
}

}  // namespace

std::string outcome_of(const Case& test) {
    CaseProject project(test);
    const Value tree = project.parse("case", test.yaml);
    return project.outcome(tree);
}
