// Where everything of the council workbook stands: fixed before anything is written, because formulas point to and fro.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evaluate/assessment.h"
#include "workbook/book.h"
#include "workbook/plan.h"

namespace workbook {

/// A line of a goal's sheet.
struct GoalLine {
    enum class Kind { title, slogan, mean, section, head, measure, initiative, indicator, charts };
    Kind kind = Kind::title;
    Row row = 0;
    std::size_t index = 0;  ///< of the measure, initiative or indicator; of a section 0 for targets, 1 for KPIs
    bool remarked = false;  ///< an indicator with a row more, for what people typed beside its figures
};

struct GoalSheet {
    Sheet* sheet = nullptr;
    std::vector<GoalLine> lines;
    Row end = 0;
};

/// A sheet that is one table: a title, a head, then rows.
struct TableSheet {
    Sheet* sheet = nullptr;
    const SheetPlan* plan = nullptr;
    std::map<std::string, Column, std::less<>> columns;  ///< the first column of each key
    static constexpr Row head = 2, first = 3;
    At at(Row row, std::string_view key) const { return {row, columns.find(key)->second}; }
    std::string ref(Row row, std::string_view key) const { return cell_of(sheet->name(), at(row, key)); }
};

/// A list of indicators, a row each.
struct ListSheet {
    Sheet* sheet = nullptr;
    const SheetPlan* plan = nullptr;
    std::vector<std::size_t> listed;  ///< indicators, from top to bottom
    std::vector<Row> rows;            ///< of an indicator; 0 when it is not listed
};

// Columns of a goal's sheet.
inline constexpr Column name_column = 0, unit_column = 1, baseline_column = 2, row_column = 3, first_year_column = 4;

struct Places {
    std::vector<base::Year> years;  ///< of the strategy
    std::size_t judged = 0;         ///< of these, up to the evaluated one
    const SheetPlan* goal_plan = nullptr;
    std::vector<GoalSheet> goals;
    std::vector<Row> block;  ///< of an indicator: the first row on its goal's sheet
    std::vector<std::size_t> goal_of;
    std::vector<int> decimals;  ///< of an indicator: decimals_of
    TableSheet calculation, tallies;
    Row last_calculated = TableSheet::first;
    std::vector<Row> calculated;         ///< of an indicator: the row of its first year; of a reprint its original's
    std::vector<std::size_t> originals;  ///< of a reprint the index of its original, else its own
    const SheetPlan* settings_plan = nullptr;
    Sheet* settings = nullptr;
    std::vector<std::size_t> trials;  ///< the KPIs that the sheet of trials lists, each with a row of the calculation
    Sheet* trial = nullptr;
    std::vector<ListSheet> lists;
    Sheet* projects = nullptr;
    std::map<const input::Project*, Row> project_rows;
    std::vector<int> numbers;  ///< of an indicator: its number among the KPIs or the headline targets, from 1
    std::vector<const input::Policy*> policies;  ///< in force in any year; the evaluated year's first
    std::size_t goal_count = 0;

    /// How far below the block's first row the row `key` stands; nothing when the plan leaves it out.
    std::optional<Row> offset(std::string_view key) const;
    Row block_rows() const { return static_cast<Row>(goal_plan->rows.size()); }
    std::size_t year_index(base::Year year) const { return static_cast<std::size_t>(year.western - years[0].western); }
    Column year_column(base::Year year) const { return static_cast<Column>(first_year_column + year_index(year)); }
    Column last_column() const { return static_cast<Column>(first_year_column + years.size() - 1); }
    bool is_judged(base::Year year) const { return year_index(year) < judged; }

    /// The cell of an indicator's row in a year on its goal's sheet.
    std::string block_ref(std::size_t indicator, std::string_view key, base::Year year) const;
    std::string baseline_ref(std::size_t indicator) const;
    /// A cell of the calculation; the year must be judged.
    std::string calculated_ref(std::size_t indicator, base::Year year, std::string_view key) const;
    /// A column of the calculation: by its name where the plan gives one.
    std::string calculated_range(std::string_view key) const;
    Row calculated_row(std::size_t indicator, base::Year year) const {
        return calculated[indicator] + static_cast<Row>(year_index(year));
    }
    /// The row of the trial value of a KPI; `at` is a place in `trials`.
    Row trial_calculation(std::size_t at) const { return last_calculated + 1 + static_cast<Row>(at); }
    Row last_calculation() const { return last_calculated + static_cast<Row>(trials.size()); }
    /// Where a trial value is typed.
    At trial_input(std::size_t at) const { return {trial_head + 1 + static_cast<Row>(at), trial_column}; }
    static constexpr Column trial_column = 5;
    Row trial_head = 0;

    // Where a click leads, as cell_of; "" when there is no such place.
    std::string goal_cell(std::size_t indicator) const;    ///< the block on the goal's sheet
    std::string list_cell(std::size_t indicator) const;    ///< the row of the first list that holds it
    std::string answer_cell(std::size_t indicator) const;  ///< the row of questions and answers
    std::string project_cell(const input::Project& project) const;

    /// The row of a goal, or of the whole without one.
    Row tally_row(bool kpis, base::Year year, std::optional<std::size_t> goal) const;
    /// The same with the trial values.
    Row trial_tally(std::optional<std::size_t> goal) const {
        return tally_row(false, years[judged - 1], std::nullopt) + 1 + static_cast<Row>(goal.value_or(goal_count));
    }
    /// The name of a settings cell or range under the policy.
    std::string name_of(std::string_view key, const input::Policy* policy) const;
    /// The same for what depends on the edges of bands: those of the indicator's type, or of the type at a place.
    std::string edge_name(std::string_view key, const input::Indicator& indicator, const input::Policy& policy) const;
    std::string edge_name(std::string_view key, std::size_t type, const input::Policy& policy) const;
    std::size_t policy_number(const input::Policy* policy) const;
};

inline constexpr std::size_t charts_side_by_side = 3;  ///< of headline targets
inline constexpr Row target_chart_rows = 15;           ///< that stay free for each row of these charts

/// The project whose data a reprint gives; itself, when it is none.
const input::Project& original_of(const input::Inputs& inputs, const input::Project& project);

/// The most decimals any of the indicator's figures is printed with.
int decimals_of(const input::Indicator& indicator);

/// Adds the sheets in the plan's order and finds a place for everything.
struct PlannedSheet {
    const SheetPlan* plan;
    Sheet* sheet;
    std::size_t goal = 0;  ///< of a goal's sheet
};

Places find_places(const evaluate::Assessment& assessment, const Plan& plan, Book& book,
                   std::vector<PlannedSheet>& sheets);

/// How many columns a key takes: one a band, one a year for some.
using Spread = std::map<std::string, std::size_t, std::less<>>;
TableSheet table_sheet(Sheet* sheet, const SheetPlan& plan, const Spread& spread);

}  // namespace workbook
