// What a form says while one types: rate, rating, and doubts that a formula can have.
#pragma once

#include <optional>
#include <string>

#include "forms/form.h"

namespace forms {

/// The cells of a row that formulas speak of.
struct RowCells {
    std::string value, status, target, last, before_last;  ///< empty: the row has none
    int decimals = 0;                                      ///< that the value usually has
    bool words = false;                                    ///< the value may be words
};

/// The cells of a row that formulas fill.
struct RatingCells {
    std::string check, rate;
};

/// Formulas of a row; empty where there is nothing to compute: no target, no baseline, no rate.
struct LiveRating {
    std::string rate;                     ///< in per cent as the policy prints it, 保留 while the value is doubted
    std::string rating;                   ///< the words of the band
    std::optional<base::Decimal> target;  ///< that the rate is taken from, where it is no typed one of the year
};
LiveRating live_rating(const input::Inputs& inputs, const input::Indicator& indicator, const RowCells& cells,
                       const RatingCells& shown);
/// Begins with × for what must be wrong, △ for what may be, よい otherwise; empty while nothing is typed.
std::string check_formula(const RowCells& cells);

}  // namespace forms
