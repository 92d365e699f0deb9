// Sheets are stacked line by line without writing a cell; every reference is then looked up in what was stacked.
#include "workbook/places.h"

#include <fmt/format.h>

#include <algorithm>

#include "workbook/remarks.h"

namespace workbook {

namespace {

using evaluate::Assessment;
using evaluate::IndicatorAssessment;
using input::Policy;
using input::Strategy;

void widen(int& decimals, const std::optional<input::Figure>& figure) {
    if (figure && figure->amount) decimals = std::max(decimals, figure->amount->decimals);
}

/// Lines from top to bottom.
class Stack {
   public:
    void add(GoalLine::Kind kind, std::size_t index = 0, Row rows = 1) {
        lines_.push_back({kind, next_, index});
        next_ += rows;
    }
    void add_indicator(std::size_t index, Row rows, bool remarked) {
        lines_.push_back({GoalLine::Kind::indicator, next_, index, remarked});
        next_ += rows + (remarked ? 1 : 0);
    }
    void skip() { ++next_; }
    Row next() const { return next_; }
    std::vector<GoalLine> take() { return std::move(lines_); }

   private:
    std::vector<GoalLine> lines_;
    Row next_ = 0;
};

/// What the lines of a goal's sheet follow from.
struct GoalLines {
    const Places& places;
    const Assessment& assessment;
    const Plan& plan;

    const Strategy& strategy() const { return assessment.inputs->strategy; }
    /// A reprint's remarks stand at its original.
    bool remarked(std::size_t index) const {
        return places.originals[index] == index && !remarks(assessment, plan, index, places.years).empty();
    }
};

void stack_indicators(Stack& stack, const std::vector<std::size_t>& indicators, const GoalLines& from) {
    for (const std::size_t index : indicators)
        stack.add_indicator(index, from.places.block_rows(), from.remarked(index));
    stack.skip();
}

void stack_kpis(Stack& stack, const input::Goal& goal, const GoalLines& from) {
    const Strategy& strategy = from.strategy();
    stack.add(GoalLine::Kind::section, 1);
    for (const std::size_t measure : goal.measures) {
        stack.add(GoalLine::Kind::measure, measure);
        for (const std::size_t initiative : strategy.measures[measure].initiatives) {
            stack.add(GoalLine::Kind::initiative, initiative);
            if (strategy.initiatives[initiative].kpis.empty()) continue;
            stack_indicators(stack, strategy.initiatives[initiative].kpis, from);
        }
    }
}

/// Title, mean and the years of the head are repeated on every page.
GoalSheet lay_out(const input::Goal& goal, const GoalLines& from) {
    Stack stack;
    stack.add(GoalLine::Kind::title);
    stack.add(GoalLine::Kind::slogan);
    stack.add(GoalLine::Kind::mean);
    stack.add(GoalLine::Kind::head);
    stack.skip();
    if (!goal.headline_targets.empty()) {
        stack.add(GoalLine::Kind::section, 0);
        stack_indicators(stack, goal.headline_targets, from);
        const auto rows_of_charts = (goal.headline_targets.size() + charts_side_by_side - 1) / charts_side_by_side;
        stack.add(GoalLine::Kind::charts, 0, target_chart_rows * static_cast<Row>(rows_of_charts));
        stack.skip();
    }
    stack_kpis(stack, goal, from);
    GoalSheet sheet;
    sheet.end = stack.next();
    sheet.lines = stack.take();
    return sheet;
}

/// A goal without a slogan leaves no brackets around nothing.
std::string goal_sheet_name(const SheetPlan& plan, const input::Goal& goal) {
    std::string name =
        filled(plan.name, {{"number", std::to_string(goal.number)}, {"slogan", goal.slogan}, {"title", goal.title}});
    for (const std::string_view pair : {"（）", "()", "「」", "【】", "～～", "[]"}) {
        if (const std::size_t at = name.find(pair); at != std::string::npos) name.erase(at, pair.size());
    }
    name.erase(name.find_last_not_of(' ') + 1);
    return name;
}

/// A sheet of projects where there are none would be a head alone.
void add_sheets(const Plan& plan, const input::Inputs& inputs, Book& book, std::vector<PlannedSheet>& sheets) {
    const Strategy& strategy = inputs.strategy;
    for (const SheetPlan& sheet : plan.sheets) {
        if (sheet.kind == SheetKind::projects && inputs.projects.empty()) continue;
        if (sheet.kind != SheetKind::goal) {
            sheets.push_back({&sheet, &book.add_sheet(sheet.name)});
            continue;
        }
        for (std::size_t at = 0; at < strategy.goals.size(); ++at) {
            sheets.push_back({&sheet, &book.add_sheet(goal_sheet_name(sheet, strategy.goals[at])), at});
        }
    }
}

void place_goal(Places& places, const Assessment& assessment, const Plan& plan, const PlannedSheet& sheet) {
    places.goal_plan = sheet.plan;
    const Strategy& strategy = assessment.inputs->strategy;
    GoalSheet goal = lay_out(strategy.goals[sheet.goal], {places, assessment, plan});
    goal.sheet = sheet.sheet;
    for (const GoalLine& line : goal.lines) {
        if (line.kind != GoalLine::Kind::indicator) continue;
        places.block[line.index] = line.row;
        places.goal_of[line.index] = sheet.goal;
    }
    places.goals.push_back(std::move(goal));
}

/// The rows of the projects' sheet: one an activity indicator.
void place_projects(Places& places, const input::Inputs& inputs, Sheet* sheet) {
    places.projects = sheet;
    Row row = TableSheet::first;
    for (const input::Project& project : inputs.projects) {
        places.project_rows[&project] = row;
        row += static_cast<Row>(std::max<std::size_t>(1, original_of(inputs, project).indicators.size()));
    }
}

void place_list(Places& places, const Strategy& strategy, const PlannedSheet& planned) {
    ListSheet list{planned.sheet, planned.plan, {}, std::vector<Row>(strategy.indicators.size())};
    for (std::size_t index = 0; index < strategy.indicators.size(); ++index) {
        if (places.originals[index] != index) continue;
        const bool kpi = strategy.indicators[index].kind == input::IndicatorKind::kpi;
        if (planned.plan->of != Of::both && kpi != (planned.plan->of == Of::kpis)) continue;
        list.rows[index] = TableSheet::first + static_cast<Row>(list.listed.size());
        list.listed.push_back(index);
    }
    places.lists.push_back(std::move(list));
}

void number_indicators(Places& places, const Strategy& strategy) {
    int kpis = 0, targets = 0;
    for (std::size_t at = 0; at < strategy.indicators.size(); ++at) {
        const bool kpi = strategy.indicators[at].kind == input::IndicatorKind::kpi;
        const bool original = places.originals[at] == at;
        places.numbers.push_back(!original ? 0 : kpi ? ++kpis : ++targets);
    }
}

/// The KPIs of the evaluated year, on the sheet of trials.
void place_trials(Places& places, const Assessment& assessment, Sheet* sheet) {
    places.trial = sheet;
    places.trial_head = static_cast<Row>(places.goal_count) + 6;
    const auto& indicators = assessment.inputs->strategy.indicators;
    for (std::size_t at = 0; at < indicators.size(); ++at) {
        const evaluate::Result& result = assessment.indicators[at].in(assessment.inputs->evaluated_year);
        const bool kpi = indicators[at].kind == input::IndicatorKind::kpi && places.originals[at] == at;
        if (kpi && result.exclusion != evaluate::Exclusion::not_valid) places.trials.push_back(at);
    }
}

/// Reprints are not calculated again.
void place_calculation(Places& places, const Assessment& assessment) {
    const auto& indicators = assessment.inputs->strategy.indicators;
    places.calculated.resize(indicators.size());
    places.originals.resize(indicators.size());
    Row next = TableSheet::first;
    for (std::size_t at = 0; at < indicators.size(); ++at) {
        places.originals[at] = static_cast<std::size_t>(assessment.indicators[at].source - indicators.data());
        if (places.originals[at] != at) continue;
        places.calculated[at] = next;
        next += static_cast<Row>(places.judged);
    }
    places.last_calculated = std::max(next, TableSheet::first + 1) - 1;
    for (std::size_t at = 0; at < indicators.size(); ++at) {
        places.calculated[at] = places.calculated[places.originals[at]];
    }
}

std::vector<const Policy*> policies_of(const input::Inputs& inputs) {
    std::vector<const Policy*> policies = {&inputs.policy};
    for (const auto& [year, policy] : inputs.earlier_policies) {
        if (year <= inputs.evaluated_year) policies.push_back(&policy);
    }
    return policies;
}

Spread tally_spread(const Places& places) {
    std::size_t bands = 0, classes = 0;
    for (const Policy* policy : places.policies) {
        bands = std::max(bands, policy->bands.size());
        classes = std::max(classes, policy->class_bands.size());
    }
    return {{"bands", bands}, {"classes", classes}};
}

void place_sheet(Places& places, const Assessment& assessment, const Plan& plan, const PlannedSheet& sheet) {
    switch (sheet.plan->kind) {
        case SheetKind::goal: place_goal(places, assessment, plan, sheet); break;
        case SheetKind::calculation: places.calculation = table_sheet(sheet.sheet, *sheet.plan, {}); break;
        case SheetKind::tallies: places.tallies = table_sheet(sheet.sheet, *sheet.plan, tally_spread(places)); break;
        case SheetKind::kpis: place_list(places, assessment.inputs->strategy, sheet); break;
        case SheetKind::projects: place_projects(places, *assessment.inputs, sheet.sheet); break;
        case SheetKind::trial: place_trials(places, assessment, sheet.sheet); break;
        case SheetKind::settings:
            places.settings = sheet.sheet;
            places.settings_plan = sheet.plan;
            break;
        default: break;
    }
}

}  // namespace

int decimals_of(const input::Indicator& indicator) {
    int decimals = 0;
    widen(decimals, indicator.baseline);
    for (const auto& [year, target] : indicator.targets) {
        widen(decimals, target.original);
        for (const input::RevisedTarget& revision : target.revised) widen(decimals, revision.figure);
    }
    for (const auto& [year, actual] : indicator.actuals) widen(decimals, actual);
    return decimals;
}

const input::Project& original_of(const input::Inputs& inputs, const input::Project& project) {
    const input::Project* at = &project;
    for (std::size_t steps = 0; at->reprint_of && steps < inputs.projects.size(); ++steps) {
        at = &inputs.projects[*at->reprint_of];
    }
    return *at;
}

TableSheet table_sheet(Sheet* sheet, const SheetPlan& plan, const Spread& spread) {
    TableSheet table;
    table.sheet = sheet;
    table.plan = &plan;
    std::size_t next = 0;
    for (const ColumnPlan& column : plan.columns) {
        table.columns.emplace(column.key, static_cast<Column>(next));
        const auto several = spread.find(column.key);
        next += several == spread.end() ? 1 : several->second;
    }
    return table;
}

Places find_places(const Assessment& assessment, const Plan& plan, Book& book, std::vector<PlannedSheet>& sheets) {
    const input::Inputs& inputs = *assessment.inputs;
    Places places;
    places.years = inputs.strategy.years();
    places.judged = static_cast<std::size_t>(inputs.evaluated_year.western - places.years[0].western) + 1;
    places.goal_count = inputs.strategy.goals.size();
    places.policies = policies_of(inputs);
    places.block.resize(inputs.strategy.indicators.size());
    places.goal_of.resize(inputs.strategy.indicators.size());
    for (const IndicatorAssessment& indicator : assessment.indicators) {
        places.decimals.push_back(decimals_of(*indicator.source));
    }
    add_sheets(plan, inputs, book, sheets);
    place_calculation(places, assessment);
    number_indicators(places, inputs.strategy);
    for (const PlannedSheet& sheet : sheets) place_sheet(places, assessment, plan, sheet);
    return places;
}

std::optional<Row> Places::offset(std::string_view key) const {
    const auto& rows = goal_plan->rows;
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const ColumnPlan& row) { return row.key == key; });
    return found == rows.end() ? std::nullopt : std::optional(static_cast<Row>(found - rows.begin()));
}

std::string Places::block_ref(std::size_t indicator, std::string_view key, base::Year year) const {
    const At at{block[indicator] + offset(key).value_or(0), year_column(year)};
    return cell_of(goals[goal_of[indicator]].sheet->name(), at);
}

std::string Places::baseline_ref(std::size_t indicator) const {
    return cell_of(goals[goal_of[indicator]].sheet->name(), {block[indicator], baseline_column});
}

std::string Places::calculated_ref(std::size_t indicator, base::Year year, std::string_view key) const {
    return calculation.ref(calculated_row(indicator, year), key);
}

std::string Places::calculated_range(std::string_view key) const {
    const auto& columns = calculation.plan->columns;
    const auto plan = std::find_if(columns.begin(), columns.end(), [&](const ColumnPlan& c) { return c.key == key; });
    if (!plan->name.empty()) return plan->name;
    const Column at = calculation.columns.find(key)->second;
    return area_of(calculation.sheet->name(), {{TableSheet::first, at}, {last_calculation(), at}});
}

std::string Places::goal_cell(std::size_t indicator) const {
    return cell_of(goals[goal_of[indicator]].sheet->name(), {block[indicator], name_column});
}

std::string Places::list_cell(std::size_t indicator) const {
    for (const ListSheet& list : lists) {
        if (const Row row = list.rows[originals[indicator]]; row != 0) return cell_of(list.sheet->name(), {row, 0});
    }
    return "";
}

std::string Places::answer_cell(std::size_t indicator) const {
    for (const ListSheet& list : lists) {
        const bool answers = std::any_of(list.plan->columns.begin(), list.plan->columns.end(),
                                         [](const ColumnPlan& column) { return column.key == "answer"; });
        const Row row = list.rows[originals[indicator]];
        if (answers && row != 0) return cell_of(list.sheet->name(), {row, 0});
    }
    return "";
}

std::string Places::project_cell(const input::Project& project) const {
    const auto found = project_rows.find(&project);
    return found == project_rows.end() ? "" : cell_of(projects->name(), {found->second, 0});
}

Row Places::tally_row(bool kpis, base::Year year, std::optional<std::size_t> goal) const {
    const std::size_t block_index = (kpis ? 0 : judged) + year_index(year);
    const std::size_t row = goal ? block_index * goal_count + *goal : 2 * judged * goal_count + block_index;
    return TableSheet::first + static_cast<Row>(row);
}

std::size_t Places::policy_number(const Policy* policy) const {
    return static_cast<std::size_t>(std::find(policies.begin(), policies.end(), policy) - policies.begin());
}

std::string Places::name_of(std::string_view key, const Policy* policy) const {
    const std::string& name = settings_plan->range_name(key);
    const std::size_t number = policy_number(policy);
    return number == 0 ? name : name + "_" + std::to_string(number + 1);
}

std::string Places::edge_name(std::string_view key, const input::Indicator& indicator, const Policy& policy) const {
    const std::vector<input::Band>& bands = input::bands_of(indicator, policy);
    for (std::size_t type = 0; type < policy.types.size(); ++type) {
        if (&policy.types[type].bands == &bands) return edge_name(key, type, policy);
    }
    return name_of(key, &policy);
}

std::string Places::edge_name(std::string_view key, std::size_t type, const Policy& policy) const {
    return fmt::format("{}_T{}", name_of(key, &policy), type + 1);
}

}  // namespace workbook
