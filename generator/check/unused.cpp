// What was typed and says nothing in any output: of years to come, or beside what the policy looks at.
#include <algorithm>

#include "base/message.h"
#include "check/activities.h"
#include "check/kinds.h"

namespace check {

namespace {

using base::say;
using base::Year;
using input::Formula;
using input::Indicator;
using input::OverallBy;
using input::Policy;

constexpr std::string_view unused_value = "unused-value";

std::string in_short(const input::Inputs& inputs, Year year) { return base::short_year(inputs.eras, year); }

/// A file of values, or a value of the annex, of a year behind the evaluated one.
void check_years_to_come(Doubts& doubts) {
    const input::Inputs& inputs = doubts.inputs();
    const std::string evaluated = in_short(inputs, inputs.evaluated_year);
    for (const auto& [year, place] : inputs.year_places) {
        if (year <= inputs.evaluated_year) continue;
        doubts.at(unused_value, place, inputs.silenced,
                  say("the values of {0} are shown nowhere: the report is of {1}", in_short(inputs, year), evaluated),
                  say("is `evaluated_year` still last year's?"));
    }
    for_each_activity(inputs, [&](const input::ActivityIndicator& activity) {
        for (const auto& [year, figure] : activity.actuals) {
            if (year <= inputs.evaluated_year) continue;
            doubts.at(unused_value, figure.span, figure.beside->silenced,
                      say("{0}: the value of {1} is shown nowhere: the report is of {2}", activity.name,
                          in_short(inputs, year), evaluated),
                      say("is the year right?"));
        }
    });
}

/// Why what people said of a year is shown nowhere; empty where it is.
std::string why_unheard(const input::Inputs& inputs, const Indicator& indicator, Year year) {
    if (year > inputs.evaluated_year) return say("the report is of {}", in_short(inputs, inputs.evaluated_year));
    return indicator.valid_in(year) ? std::string() : say("the indicator is not valid in that year");
}

template <typename Item>
void check_said(const Indicator& indicator, const std::map<Year, Item>& said, Doubts& doubts) {
    for (const auto& [year, item] : said) {
        const std::string why = why_unheard(doubts.inputs(), indicator, year);
        if (why.empty()) continue;
        doubts.at(
            unused_value, item.span, indicator.silenced,
            say("{0}: what is said of {1} is shown nowhere: {2}", indicator.name, in_short(doubts.inputs(), year), why),
            say("is the year right?"));
    }
}

/// A verdict judges words, a range, a direction, or a target to be exceeded; a rate needs none.
void check_verdicts(const evaluate::IndicatorAssessment& assessed, Doubts& doubts) {
    const Indicator& indicator = *assessed.indicator;
    for (const auto& [year, verdict] : indicator.verdicts) {
        if (!why_unheard(doubts.inputs(), indicator, year).empty()) continue;
        if (evaluate::judged_without_rate(assessed.in(year), indicator)) continue;
        doubts.at(unused_value, verdict.span, indicator.silenced,
                  say("{0}: the verdict of {1} judges nothing: the rate does", indicator.name,
                      in_short(doubts.inputs(), year)),
                  say("write `formula: words` at the indicator, or a rating of your own under `ratings`"));
    }
}

/// The years whose targets the policy looks at; none: those of all years.
std::vector<Year> years_of_targets(const Indicator& indicator, const input::Inputs& inputs) {
    const Policy& policy = inputs.policy;
    std::vector<input::TargetChoice> choices = {input::target_choice_of(indicator, policy)};
    if (policy.second_rate) choices.push_back(policy.second_rate->target);
    std::vector<Year> years = {inputs.strategy.last_year};
    for (const input::TargetChoice& choice : choices) {
        if (choice.of == input::TargetOf::year) return {};
        years.push_back(choice.of == input::TargetOf::named ? choice.named : indicator.targets.rbegin()->first);
    }
    return years;
}

/// One doubt for all: it is the policy that looks elsewhere.
void check_targets(Doubts& doubts) {
    const input::Inputs& inputs = doubts.inputs();
    if (!inputs.earlier_policies.empty()) return;  // what one policy leaves another may use
    const input::Figure* first = nullptr;
    std::size_t count = 0;
    for (const Indicator& indicator : inputs.strategy.indicators) {
        if (!indicator.reprint_of.empty() || indicator.targets.empty()) continue;
        const std::vector<Year> used = years_of_targets(indicator, inputs);
        for (const auto& [year, target] : indicator.targets) {
            const bool looked_at = used.empty() || std::find(used.begin(), used.end(), year) != used.end();
            if (looked_at || !target.original || !target.original->amount) continue;
            if (first == nullptr) first = &*target.original;
            ++count;
        }
    }
    if (first == nullptr) return;
    doubts.at(unused_value, first->span, inputs.silenced,
              say("{} targets, this one the first, are of years whose target nothing is held against", count),
              say("`rate_target` chooses the target of the rate; take the others out, or silence `{}` in kensho.yaml",
                  unused_value));
}

bool weighs(const Policy& policy, OverallBy by) { return policy.goal_by == by || policy.overall_by == by; }

bool some_policy(const input::Inputs& inputs, auto holds) {
    const auto& earlier = inputs.earlier_policies;
    return holds(inputs.policy) ||
           std::any_of(earlier.begin(), earlier.end(), [&](const auto& each) { return holds(each.second); });
}

/// Weights, tolerances and later baselines that no formula asks for.
void check_terms(const Indicator& indicator, Doubts& doubts) {
    const input::Inputs& inputs = doubts.inputs();
    const auto unused = [&](std::string_view key, const std::string& why) {
        doubts.at(unused_value, indicator.span, indicator.silenced,
                  say("{0}: `{1}` has no effect: {2}", indicator.name, key, why),
                  say("take it out, or change the policy"));
    };
    const bool weighted =
        some_policy(inputs, [](const Policy& policy) { return weighs(policy, OverallBy::weighted_kpis); });
    if (indicator.weight && !weighted) unused("weight", say("the policy weights no indicators"));
    const auto some_rule = [&](std::initializer_list<Formula> rules) {
        return some_policy(inputs, [&](const Policy& policy) {
            const Formula rule = input::formula_of(indicator, policy);
            const bool second =
                policy.second_rate && std::find(rules.begin(), rules.end(), policy.second_rate->formula) != rules.end();
            return second || std::find(rules.begin(), rules.end(), rule) != rules.end();
        });
    };
    const bool aims = std::any_of(indicator.targets.begin(), indicator.targets.end(), [](const auto& target) {
        return target.second.original && target.second.original->is_aim();
    });
    const bool way = some_policy(inputs, [&](const Policy& policy) {
        return input::target_choice_of(indicator, policy).of == input::TargetOf::way;
    });
    if (indicator.tolerance && !aims && !some_rule({Formula::maintain, Formula::classes, Formula::progress})) {
        unused("tolerance", say("its formula knows none"));
    }
    if (indicator.rate_baseline && !aims && !way &&
        !some_rule({Formula::progress, Formula::classes, Formula::linear})) {
        unused("rate_baseline", say("its formula knows none"));
    }
}

void check_goals(Doubts& doubts) {
    const input::Inputs& inputs = doubts.inputs();
    const auto weighted = [](const Policy& policy) { return weighs(policy, OverallBy::weighted_goals); };
    if (some_policy(inputs, weighted)) return;
    for (const input::Goal& goal : inputs.strategy.goals) {
        if (!goal.weight) continue;
        doubts.at(unused_value, goal.span, inputs.silenced,
                  say("goal {0}: `weight` has no effect: the policy weights no goals", goal.number),
                  say("take it out, or change the policy"));
    }
}

}  // namespace

void check_unused(const evaluate::Assessment& assessment, Doubts& doubts) {
    check_years_to_come(doubts);
    check_targets(doubts);
    check_goals(doubts);
    for (const evaluate::IndicatorAssessment& assessed : assessment.indicators) {
        const Indicator& indicator = *assessed.indicator;
        if (!indicator.reprint_of.empty()) continue;
        check_said(indicator, indicator.verdicts, doubts);
        check_said(indicator, indicator.human_ratings, doubts);
        check_said(indicator, indicator.council_ratings, doubts);
        check_verdicts(assessed, doubts);
        check_terms(indicator, doubts);
    }
}

}  // namespace check
