// The plan and its values as YAML: strategy.yaml and years/.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "scaffold/begin.h"

namespace scaffold {

/// The id of each indicator, in the order of the plan: target-1, kpi-1.
using Ids = std::map<const PlannedIndicator*, std::string>;

Ids number_indicators(const std::vector<PlannedGoal>& goals);

std::string strategy_yaml(const Beginning& wishes, const Ids& ids, const base::Eras& eras);

/// Actuals of the evaluated year, and of each earlier one of which the plan knows a value.
std::vector<File> year_files(const Beginning& wishes, const Ids& ids, const base::Eras& eras);

/// The line that tells an editor the schema of a file, in the project's folder schema (kensho schema), whose path leads
/// up from the file's.
std::string schema_line(const std::string& name, std::string_view file);

/// years/r5
std::string year_folder(const Beginning& wishes, const base::Eras& eras);
/// years/r4.yaml, or for the evaluated year years/r5/actuals.yaml.
std::string year_file(const Beginning& wishes, base::Year year, const base::Eras& eras);
/// The years that have a file, oldest first.
std::vector<base::Year> years_with_values(const Beginning& wishes);

}  // namespace scaffold
