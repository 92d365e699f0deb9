// What a form says while one types: rate, rating, and doubts that a formula can have.
#pragma once

#include <string>

#include "forms/form.h"

namespace forms {

/// The cells of a row that formulas speak of.
struct RowCells {
    std::string value, status, target, last;
    int decimals = 0;  ///< that the value usually has
};

/// The rate in per cent as the policy shows it, 保留 while the value is doubted; empty where the rule of the indicator
/// is none that a form computes.
std::string rate_formula(const input::Inputs& inputs, const input::Indicator& indicator, const RowCells& cells,
                         const std::string& check);
/// The word of the band in which `rate` lies.
std::string rating_formula(const input::Inputs& inputs, const std::string& rate);
/// Begins with × for what must be wrong, △ for what may be, よい otherwise; empty while nothing is typed.
std::string check_formula(const RowCells& cells);

}  // namespace forms
