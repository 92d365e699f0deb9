// An indicator on its goal's sheet: a block of rows, where targets and actuals are corrected.
#pragma once

#include <optional>
#include <string>

#include "workbook/council.h"

namespace workbook {

class GoalBlock {
   public:
    GoalBlock(const Council& council, const SheetPlan& plan, Sheet& sheet);
    /// Heights in points: of each of its rows, and of the row of remarks.
    struct Heights {
        double row = 0, remarks = 0;
    };
    /// `remarks` have a row below the figures, when there are any.
    void write(const GoalLine& line, Heights heights, const std::string& remarks);

   private:
    void row_label(At at, std::size_t index, const ColumnPlan& row);
    void baseline(const GoalLine& line, const input::Indicator& indicator, bool reprint);
    void baseline_year(At at, Row last, const input::Indicator& indicator);
    void value(std::size_t index, const std::string& key, base::Year year, bool reprint);
    void figure_value_cell(std::size_t index, const std::string& key, const evaluate::Result& result, At at,
                           bool reprint);
    void figure_cell(At at, const input::Figure* figure, const Look& look);
    void made_target(std::size_t index, const evaluate::Result& result, At at, const std::string& format);
    void computed(std::size_t index, const std::string& key, const evaluate::Result& result, At at);
    Computed computed_value(std::size_t index, const std::string& key, base::Year year) const;
    std::string figure_format(const input::Figure* figure, const std::string& otherwise) const;
    void reference(At at, const std::string& source, const Computed& value, const Look& look);
    void accept(At at, bool any_words);
    void accept_run();
    Look of_year(const Look& look, base::Year year) const;
    const input::Indicator* source(std::size_t index) const { return council_.assessment.indicators[index].source; }
    /// A reprint shows what its original's row of the calculation gives.
    const evaluate::Result& original(std::size_t index, base::Year year) const {
        return council_.assessment.indicators[places_.originals[index]].in(year);
    }

    const Council& council_;
    const Places& places_;
    const SheetPlan& plan_;
    Sheet& sheet_;
    std::optional<Area> run_;  ///< of free cells whose rule is not written yet
};

}  // namespace workbook
