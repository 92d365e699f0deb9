// The tidy tables of the data workbook: one datum a cell, one row a fact, nothing omitted.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/source.h"
#include "evaluate/assessment.h"
#include "evaluate/fact.h"
#include "workbook/plan.h"

namespace workbook {

/// A number, a text, or nothing.
struct Datum {
    std::optional<base::Decimal> number;
    std::string text;
    base::Span span;
    std::string_view fact = {};  ///< that it shows, of the row's subject
    bool names = false;          ///< the number is a name, such as a year: no separators between its digits
};

/// What every column may ask.
struct Facts {
    const evaluate::Assessment& assessment;
    const Plan& plan;
    const input::Inputs& inputs() const { return *assessment.inputs; }
    const input::Strategy& strategy() const { return assessment.inputs->strategy; }
    const std::string& word(std::string_view key) const { return plan.word(key); }
};

/// A row, and what it is about where that is one thing.
using TakeRow = std::function<void(const std::vector<Datum>&, const std::optional<evaluate::Subject>&)>;

/// One row after the other, so that a large table never stands in memory whole.
void each_row(const Facts& facts, const TablePlan& plan, const TakeRow& take);

/// The keys a table's columns may have; nullptr for an unknown table.
const std::vector<std::string_view>* columns_of_table(std::string_view table);
/// Those of them whose columns hold numbers.
const std::vector<std::string_view>* numbers_of_table(std::string_view table);
/// All tables.
const std::vector<std::string_view>& table_names();

}  // namespace workbook
