// strategy.yaml: goals, measures, initiatives and their indicators, flat and in the order of the plan.
#include <algorithm>
#include <set>

#include "base/message.h"
#include "input/figure.h"
#include "input/readers.h"

namespace input {

namespace {

using base::Fields;
using base::say;
using base::Value;

constexpr int longest_plan = 50;

void read_period(const Value& value, Reading& reading) {
    Fields period(value, reading.diagnostics);
    period.required("from");
    period.required("to");
    const auto first = read_year(period, "from", reading);
    const auto last = read_year(period, "to", reading);
    if (!first || !last) return;
    if (*first > *last || last->western - first->western >= longest_plan) {
        reading.diagnostics.error(period.optional("to")->span, *first > *last
                                                                   ? say("`to` lies before `from`")
                                                                   : say("a plan runs at most {} years", longest_plan));
        return;
    }
    reading.plan = Period{*first, *last};
    reading.inputs.strategy.first_year = *first;
    reading.inputs.strategy.last_year = *last;
}

/// The number of a goal, measure or initiative; each stands once among its neighbours.
int read_number(Fields& fields, std::set<int>& taken) {
    const int number = static_cast<int>(fields.required_whole("number", 1, 999).value_or(0));
    if (number != 0 && !taken.insert(number).second) {
        fields.diagnostics().error(fields.optional("number")->span, say("the number {} is given twice", number));
    }
    return number;
}

/// Puts an indicator into the strategy. One whose id is missing or taken is kept out of the index.
std::size_t add_indicator(const Value& item, IndicatorKind kind, std::size_t goal, Reading& reading) {
    auto& indicators = reading.inputs.strategy.indicators;
    const std::size_t index = indicators.size();
    Indicator indicator = read_indicator(item, reading);
    indicator.kind = kind;
    indicator.goal = goal;
    if (!indicator.id.empty() && !reading.indicators.emplace(indicator.id, index).second) {
        reading.diagnostics.error(indicator.span, say("the id `{}` is given twice", indicator.id));
    }
    indicators.push_back(std::move(indicator));
    return index;
}

void read_initiative(const Value& item, std::size_t measure, std::set<int>& taken, Reading& reading) {
    Strategy& strategy = reading.inputs.strategy;
    Fields fields(item, reading.diagnostics);
    Initiative initiative;
    initiative.span = item.span;
    initiative.measure = measure;
    initiative.goal = strategy.measures[measure].goal;
    initiative.number = read_number(fields, taken);
    initiative.title = fields.required_text("title");
    const std::size_t index = strategy.initiatives.size();
    for (const Value& kpi : fields.list("kpis")) {
        const std::size_t at = add_indicator(kpi, IndicatorKind::kpi, initiative.goal, reading);
        strategy.indicators[at].measure = measure;
        strategy.indicators[at].initiative = index;
        initiative.kpis.push_back(at);
    }
    strategy.initiatives.push_back(std::move(initiative));
    strategy.measures[measure].initiatives.push_back(index);
}

void read_measure(const Value& item, std::size_t goal, std::set<int>& taken, Reading& reading) {
    Strategy& strategy = reading.inputs.strategy;
    Fields fields(item, reading.diagnostics);
    Measure measure;
    measure.span = item.span;
    measure.goal = goal;
    measure.number = read_number(fields, taken);
    measure.title = fields.required_text("title");
    const std::size_t index = strategy.measures.size();
    strategy.measures.push_back(std::move(measure));
    strategy.goals[goal].measures.push_back(index);
    std::set<int> numbers;
    for (const Value& initiative : fields.list("initiatives")) read_initiative(initiative, index, numbers, reading);
}

void read_goal(const Value& item, std::set<int>& taken, Reading& reading) {
    Strategy& strategy = reading.inputs.strategy;
    Fields fields(item, reading.diagnostics);
    Goal goal;
    goal.span = item.span;
    goal.number = read_number(fields, taken);
    goal.title = fields.required_text("title");
    goal.slogan = fields.optional_text("slogan").value_or("");
    goal.weight = fields.optional_number("weight");
    if (goal.weight && goal.weight->negative) {
        reading.diagnostics.error(fields.optional("weight")->span, say("`{}` cannot be negative", "weight"));
    }
    const std::size_t index = strategy.goals.size();
    strategy.goals.push_back(std::move(goal));
    for (const Value& target : fields.list("headline_targets")) {
        const std::size_t at = add_indicator(target, IndicatorKind::headline_target, index, reading);
        strategy.goals[index].headline_targets.push_back(at);
    }
    std::set<int> numbers;
    for (const Value& measure : fields.list("measures")) read_measure(measure, index, numbers, reading);
}

/// The items of a list under `key`; none where there is none.
const std::vector<Value>& items_of(const Value& map, std::string_view key) {
    static const std::vector<Value> none;
    const Value* list = map.find(key);
    return list == nullptr ? none : list->items;
}

/// How many indicators a goal may have: they are large, and should not move.
std::size_t indicators_in(const Value& goal) {
    std::size_t count = items_of(goal, "headline_targets").size();
    for (const Value& measure : items_of(goal, "measures")) {
        for (const Value& initiative : items_of(measure, "initiatives")) count += items_of(initiative, "kpis").size();
    }
    return count;
}

}  // namespace

void read_plan(const Value& tree, Reading& reading) {
    const Value* period = tree.find("period");
    if (period != nullptr && !period->is_empty()) read_period(*period, reading);
}

void read_strategy(const Value& tree, Reading& reading) {
    Fields fields(tree, reading.diagnostics);
    reading.inputs.strategy.title = fields.required_text("title");
    reading.inputs.strategy.short_title = fields.optional_text("short_title").value_or(reading.inputs.strategy.title);
    fields.required("period");
    std::set<int> numbers;
    const auto& goals = fields.required_list("goals");
    std::size_t count = 0;
    for (const Value& goal : goals) count += indicators_in(goal);
    reading.inputs.strategy.indicators.reserve(count);
    for (const Value& goal : goals) read_goal(goal, numbers, reading);
    if (goals.empty() && fields.has("goals") && fields.optional("goals")->is_list()) {
        reading.diagnostics.error(fields.optional("goals")->span, say("a strategy has at least one goal"));
    }
    reading.strategy_read = !goals.empty();
}

bool Indicator::valid_in(base::Year year) const {
    return (!valid_from || year >= *valid_from) && (!valid_to || year <= *valid_to);
}

const Figure* Target::in_force(base::Year report) const {
    const Figure* figure = original ? &*original : nullptr;
    for (const RevisedTarget& revision : revised) {
        if (revision.from <= report) figure = &revision.figure;
    }
    return figure;
}

const Indicator* Strategy::find(std::string_view id) const {
    const auto found =
        std::find_if(indicators.begin(), indicators.end(), [&](const Indicator& i) { return i.id == id; });
    return found == indicators.end() ? nullptr : &*found;
}

std::vector<base::Year> Strategy::years() const {
    std::vector<base::Year> result;
    for (int year = first_year.western; year <= last_year.western; ++year) result.push_back({year});
    return result;
}

}  // namespace input
