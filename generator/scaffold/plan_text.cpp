// YAML is put together as text rather than written from a tree, so that its comments can tell the author what to do.
#include "scaffold/plan_text.h"

#include <functional>
#include <set>

#include "base/utf8.h"
#include "input/write.h"

namespace scaffold {

namespace {

using input::as_yaml;

std::string indent(std::size_t depth) { return std::string(depth * 2, ' '); }

void each_indicator(const std::vector<PlannedGoal>& goals, const std::function<void(const PlannedIndicator&)>& visit) {
    for (const PlannedGoal& goal : goals) {
        for (const PlannedIndicator& indicator : goal.headline_targets) visit(indicator);
        for (const PlannedMeasure& measure : goal.measures) {
            for (const PlannedInitiative& initiative : measure.initiatives) {
                for (const PlannedIndicator& indicator : initiative.indicators) visit(indicator);
            }
        }
    }
}

void add_text(std::string& out, const std::string& pad, const char* key, const std::string& text) {
    if (!text.empty()) out += pad + key + ": " + as_yaml(text) + "\n";
}

void add_indicator(std::string& out, const PlannedIndicator& indicator, std::size_t depth, const Ids& ids,
                   const base::Eras& eras) {
    const std::string pad = indent(depth + 1);
    out += indent(depth) + "- id: " + ids.at(&indicator) + "\n";
    out += pad + "name: " + as_yaml(indicator.name) + "\n";
    add_text(out, pad, "unit", indicator.unit);
    if (!indicator.baseline.empty()) {
        out += pad + "baseline: {value: " + as_yaml(indicator.baseline, true);
        if (!indicator.baseline_year.empty()) out += ", year: " + as_yaml(indicator.baseline_year, true);
        out += indicator.year_guessed ? "}    # 年を確かめる\n" : "}\n";
    }
    if (indicator.in_words) out += pad + "formula: words\n";
    if (indicator.lower) out += pad + "direction: lower\n";
    if (indicator.cumulative) out += pad + "cumulative: true\n";
    add_text(out, pad, "section", indicator.section);
    add_text(out, pad, "definition", indicator.definition);
    add_text(out, pad, "note", indicator.note);
    if (indicator.targets.empty()) return;
    out += pad + "targets:\n";
    for (const auto& [year, value] : indicator.targets) {
        out += pad + "  " + base::short_year(eras, year) + ": " + as_yaml(value) + "\n";
    }
}

void add_measures(std::string& out, const PlannedGoal& goal, const Ids& ids, const base::Eras& eras) {
    out += "    measures:\n";
    for (std::size_t i = 0; i < goal.measures.size(); ++i) {
        const PlannedMeasure& measure = goal.measures[i];
        out += "      - number: " + std::to_string(i + 1) + "\n        title: " + as_yaml(measure.title) + "\n";
        out += "        initiatives:\n";
        for (std::size_t k = 0; k < measure.initiatives.size(); ++k) {
            const PlannedInitiative& initiative = measure.initiatives[k];
            out += "          - number: " + std::to_string(k + 1) + "\n            title: " + as_yaml(initiative.title);
            out += "\n            kpis:\n";
            for (const PlannedIndicator& kpi : initiative.indicators) add_indicator(out, kpi, 7, ids, eras);
        }
    }
}

std::string actuals_yaml(const Beginning& wishes, base::Year year, const Ids& ids, const base::Eras& eras) {
    const bool evaluated = year == wishes.evaluated;
    std::string out = schema_line("year", year_file(wishes, year, eras)) + "# " +
                      base::era_year(eras, year, base::YearKind::fiscal) +
                      "の実績値。数は公表するとおりに書く（小数の桁も意味を持つ）。値がないときは 未公表、調査なし "
                      "などの語を書く。\n\nyear: " +
                      base::short_year(eras, year) + "\nactuals:\n";
    each_indicator(wishes.goals, [&](const PlannedIndicator& indicator) {
        const auto found = indicator.actuals.find(year);
        if (found == indicator.actuals.end() && !evaluated) return;
        const std::string value = found == indicator.actuals.end() ? "集計中" : as_yaml(found->second);
        out += "  " + ids.at(&indicator) + ": " + value + "    # " + indicator.name + "\n";
    });
    return out;
}

}  // namespace

std::string schema_line(const std::string& name, std::string_view file) {
    std::string up;
    for (const char c : file) up += c == '/' ? "../" : "";
    return "# yaml-language-server: $schema=" + up + "schema/" + name + ".schema.json\n";
}

std::string year_folder(const Beginning& wishes, const base::Eras& eras) {
    return "years/" + base::ascii_lower(base::short_year(eras, wishes.evaluated));
}

std::string year_file(const Beginning& wishes, base::Year year, const base::Eras& eras) {
    if (year == wishes.evaluated) return year_folder(wishes, eras) + "/actuals.yaml";
    return "years/" + base::ascii_lower(base::short_year(eras, year)) + ".yaml";
}

std::vector<base::Year> years_with_values(const Beginning& wishes) {
    std::set<base::Year> years = {wishes.evaluated};
    each_indicator(wishes.goals, [&](const PlannedIndicator& indicator) {
        for (const auto& [year, value] : indicator.actuals) {
            if (year >= wishes.first && year < wishes.evaluated) years.insert(year);
        }
    });
    return {years.begin(), years.end()};
}

Ids number_indicators(const std::vector<PlannedGoal>& goals) {
    Ids ids;
    std::size_t targets = 0, kpis = 0;
    each_indicator(goals, [&](const PlannedIndicator& indicator) {
        ids[&indicator] = indicator.headline ? "target-" + std::to_string(++targets) : "kpi-" + std::to_string(++kpis);
    });
    return ids;
}

std::string strategy_yaml(const Beginning& wishes, const Ids& ids, const base::Eras& eras) {
    std::string out = schema_line("strategy", "strategy.yaml");
    out +=
        "# " + wishes.title +
        "：基本目標、数値目標、施策、KPIと目標値\n# 計画が改定されるまで書き換えない。毎年の実績値は years/ にある。\n";
    out +=
        "# id は値を書く場所の名前。半角の英字で始め、一度決めたら変えない（分かりやすい語に直すなら今のうちに）。\n\n";
    out += "title: " + as_yaml(wishes.title) + "\n";
    out += "period: {from: " + base::short_year(eras, wishes.first) + ", to: " + base::short_year(eras, wishes.last) +
           "}\n\ngoals:\n";
    for (std::size_t i = 0; i < wishes.goals.size(); ++i) {
        const PlannedGoal& goal = wishes.goals[i];
        out += "  - number: " + std::to_string(i + 1) + "\n    title: " + as_yaml(goal.title) + "\n";
        if (!goal.headline_targets.empty()) out += "    headline_targets:\n";
        for (const PlannedIndicator& target : goal.headline_targets) add_indicator(out, target, 3, ids, eras);
        add_measures(out, goal, ids, eras);
    }
    return out;
}

std::vector<File> year_files(const Beginning& wishes, const Ids& ids, const base::Eras& eras) {
    std::vector<File> files;
    for (const base::Year year : years_with_values(wishes)) {
        files.push_back({year_file(wishes, year, eras), actuals_yaml(wishes, year, ids, eras)});
    }
    return files;
}

}  // namespace scaffold
