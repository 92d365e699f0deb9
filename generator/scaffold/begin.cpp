// What a plan lacks is filled up with examples and marked guesses, so that the first draft builds.
#include "scaffold/begin.h"

#include <algorithm>

#include "scaffold/plan_text.h"
#include "scaffold/skeleton.h"

namespace scaffold {

namespace {

/// One of each kind, so that the files show their form and the draft its pages.
std::vector<PlannedGoal> examples(const Beginning& wishes) {
    PlannedIndicator headline, kpi;
    headline.name = "数値目標の例";
    headline.unit = "人";
    headline.headline = true;
    kpi.name = "指標（KPI）の例";
    kpi.unit = "件";
    for (int year = wishes.first.western; year <= wishes.last.western; ++year) {
        headline.targets[{year}] = "1,000";
        kpi.targets[{year}] = "100";
    }
    return {{"基本目標の例", {headline}, {{"具体的な施策の例", {{"主な取組の例", {kpi}}}}}}};
}

/// A baseline has a year; where a list names none it is the one before the plan, marked.
void guess_year(std::vector<PlannedIndicator>& indicators, const std::string& year) {
    for (PlannedIndicator& indicator : indicators) {
        if (indicator.baseline.empty() || !indicator.baseline_year.empty()) continue;
        indicator.baseline_year = year;
        indicator.year_guessed = true;
    }
}

void guess_years(std::vector<PlannedGoal>& goals, const std::string& year) {
    for (PlannedGoal& goal : goals) {
        guess_year(goal.headline_targets, year);
        for (PlannedMeasure& measure : goal.measures) {
            for (PlannedInitiative& initiative : measure.initiatives) guess_year(initiative.indicators, year);
        }
    }
}

/// A goal without anything below it cannot be evaluated; it gets the examples of its own.
void complete(std::vector<PlannedGoal>& goals, const Beginning& wishes) {
    const PlannedGoal example = examples(wishes).front();
    for (PlannedGoal& goal : goals) {
        if (goal.measures.empty()) goal.measures = example.measures;
    }
}

}  // namespace

std::vector<File> begin(const Beginning& wishes, const base::Eras& eras) {
    Beginning whole = wishes;
    if (whole.goals.empty()) whole.goals = examples(whole);
    complete(whole.goals, whole);
    guess_years(whole.goals, base::era_year(eras, {whole.first.western - 1}, base::YearKind::fiscal));
    const Ids ids = number_indicators(whole.goals);
    std::vector<File> files;
    files.push_back({"kensho.yaml", kensho_yaml(whole, eras)});
    files.push_back({"strategy.yaml", strategy_yaml(whole, ids, eras)});
    for (File& file : year_files(whole, ids, eras)) files.push_back(std::move(file));
    files.push_back({year_folder(whole, eras) + "/narrative.yaml", narrative_yaml(whole, eras)});
    for (std::size_t i = 0; i < whole.goals.size(); ++i) {
        const std::string name = year_folder(whole, eras) + "/projects/goal-" + std::to_string(i + 1) + ".yaml";
        files.push_back({name, projects_yaml(whole, i, eras)});
    }
    files.push_back({".gitignore", "# kensho が作るもの。いつでも作り直せる\nout/\n"});
    files.push_back({"README.md", readme(whole, eras)});
    return files;
}

}  // namespace scaffold
