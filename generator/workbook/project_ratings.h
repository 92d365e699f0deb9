// What people gave projects for ratings, in fields of the city's own (事業効果): a column a field in which a project is
// rated.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "input/inputs.h"
#include "workbook/plan.h"

namespace workbook {

/// In plans one column stands for all of them.
inline constexpr std::string_view project_ratings_column = "project_ratings";

/// That column becomes one a field, under the field's name; none where no project is rated.
void spread_project_ratings(std::vector<ColumnPlan>& columns, const input::Inputs& inputs);

/// The field whose ratings such a column shows; null for any other column.
const input::OwnField* rating_field(std::string_view column, const input::Inputs& inputs);

/// What stands at a project; null where nothing does.
const input::OwnValue* rating_in(const input::Project& project, const input::OwnField& field);

/// The band of that word; null where the policy that judges now knows none.
const input::Band* rating_band(const input::OwnValue& value, const input::OwnField& field, const input::Inputs& inputs);

}  // namespace workbook
