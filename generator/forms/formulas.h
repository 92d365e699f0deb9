// What a form says while one types: rate, rating, and doubts that a formula can have.
#pragma once

#include <string>

#include "forms/form.h"

namespace forms {

/// The cells of a row that formulas speak of.
struct RowCells {
    std::string value, status, target, last, before_last;  ///< empty: the row has none
    int decimals = 0;                                      ///< that the value usually has
};

/// Formulas of a row; empty where the rule of the indicator is none that a form computes.
struct LiveRating {
    std::string rate;    ///< in per cent as the policy prints it, 保留 while the value is doubted
    std::string rating;  ///< the words of the band
};
LiveRating live_rating(const input::Inputs& inputs, const input::Indicator& indicator, const RowCells& cells,
                       const std::string& check, const std::string& rate_cell);
/// Begins with × for what must be wrong, △ for what may be, よい otherwise; empty while nothing is typed.
std::string check_formula(const RowCells& cells);

}  // namespace forms
