// What a form asks of a section, before it is a sheet and after it came back: fields, each with the address of its
// fact.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/source.h"
#include "base/year.h"
#include "input/inputs.h"

namespace forms {

enum class Part { value, results };

/// One thing that is asked: a value with its status, cause and next steps, or the results of a project.
struct Field {
    Part part = Part::value;
    std::string code;                       ///< the address of the fact: births.actual@R5, summer-fair.results@R5
    std::optional<std::size_t> indicator;   ///< into Strategy::indicators
    std::size_t project = 0, activity = 0;  ///< into Inputs::projects, and its indicators
    bool is_kpi() const { return indicator.has_value(); }
};

/// The form of one section.
struct Form {
    std::string section;  ///< as the project names it; empty: what names no section
    std::vector<Field> fields;
};

/// The code of what stands beside a value: births.actual@R5 and cause → births.cause@R5.
std::string sibling_code(const std::string& code, const std::string& key);

/// The name in the workbook of the cell where a field, counted from 0, is filled in, and of one beside it, by its key:
/// kensho_v_1, kensho_r_2; kensho_c_1.
std::string range_name(const Field& field, std::size_t index);
std::string range_name(const std::string& key, std::size_t index);

/// One form a section, in the order in which sections appear in the plan and the projects; reprints, references to a
/// KPI and indicators that are not valid in the evaluated year are not asked for.
std::vector<Form> forms_of(const input::Inputs& inputs);

/// The figure of a field in a year, or null.
const input::Figure* figure_of(const input::Inputs& inputs, const Field& field, base::Year year);

/// The target of a year as the report of another has it, or null.
const input::Figure* target_of(const input::Indicator& indicator, base::Year year, base::Year report);

/// 1,288 or 未公表; empty for none.
std::string printed(const input::Inputs& inputs, const input::Figure* figure);

/// A mark of the project and the year, the same for all its forms: 厚木市 R5 and a digest of plan and city.
std::string project_mark(const input::Inputs& inputs);

/// How the sheet of a form shows a section without a name.
std::string section_name(const Form& form);

}  // namespace forms
