// A row without a title goes on under the part above it; parts of the same title are one, wherever they stand.
#include "scaffold/from_table.h"

#include <algorithm>

namespace scaffold {

namespace {

/// The part with this title, or a new one behind the others.
template <typename Part>
Part& part_for(std::vector<Part>& parts, const std::string& title, const std::string& otherwise) {
    const std::string wanted = title.empty() ? (parts.empty() ? otherwise : parts.back().title) : title;
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return part.title == wanted; });
    if (found != parts.end()) return *found;
    Part part;
    part.title = wanted;
    parts.push_back(std::move(part));
    return parts.back();
}

PlannedIndicator indicator_of(const forms::TableRow& row, base::Year first, base::Year last) {
    PlannedIndicator out;
    out.name = row.name;
    out.unit = row.unit;
    out.section = row.section;
    out.note = row.note;
    out.definition = row.definition;
    out.baseline = row.baseline;
    out.baseline_year = row.baseline_year;
    out.headline = row.headline;
    out.cumulative = row.name.find("累計") != std::string::npos;
    const auto within = [&](const std::map<base::Year, std::string>& values) {
        std::map<base::Year, std::string> kept;
        for (const auto& [year, value] : values) {
            if (year >= first && year <= last) kept[year] = value;
        }
        return kept;
    };
    out.targets = within(row.targets);
    out.actuals = within(row.actuals);
    if (!row.last_target.empty()) out.targets[last] = row.last_target;
    return out;
}

}  // namespace

std::vector<PlannedGoal> goals_of(const std::vector<forms::Table>& tables, base::Year first, base::Year last) {
    std::vector<PlannedGoal> goals;
    for (const forms::Table& table : tables) {
        for (const forms::TableRow& row : table.rows) {
            PlannedGoal& goal = part_for(goals, row.goal, "基本目標");
            PlannedIndicator indicator = indicator_of(row, first, last);
            if (indicator.headline) {
                goal.headline_targets.push_back(std::move(indicator));
                continue;
            }
            PlannedMeasure& measure = part_for(goal.measures, row.measure, "具体的な施策");
            part_for(measure.initiatives, row.initiative, "主な取組").indicators.push_back(std::move(indicator));
        }
    }
    return goals;
}

KnownYears years_of(const std::vector<forms::Table>& tables) {
    KnownYears years;
    const auto see = [&](base::Year year) {
        years.first = years.any ? std::min(years.first, year) : year;
        years.last = years.any ? std::max(years.last, year) : year;
        years.any = true;
    };
    for (const forms::Table& table : tables) {
        for (const forms::TableRow& row : table.rows) {
            for (const auto& [year, value] : row.targets) see(year);
            for (const auto& [year, value] : row.actuals) {
                see(year);
                years.last_actual = std::max(years.last_actual, year);
            }
        }
    }
    return years;
}

}  // namespace scaffold
