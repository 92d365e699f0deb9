// The rules of evaluation as formulas, over the cells of one row of the calculation.
#pragma once

#include <string>

#include "evaluate/assessment.h"
#include "workbook/places.h"
#include "workbook/rate_formulas.h"

namespace workbook {

struct RowFormulas {
    std::string wrong, reason, evaluated, exact, uncapped, clamped, shown, band, klass, rating, achieved, term, weight,
        weighted, points;  ///< an empty one: the cell is always empty
};

/// `index` of the indicator; its year must be judged; `row` of the calculation.
RowFormulas row_formulas(const evaluate::Assessment& assessment, const Places& places, std::size_t index,
                         base::Year year, Row row);

/// One of three words by the sign of `now` - `before`, "" unless both are numbers.
std::string sign_formula(const std::string& now, const std::string& before, const std::string& above,
                         const std::string& below, const std::string& level);

/// The number of the band that `value` reaches in a table of bands, "" when it reaches none.
std::string band_number(const std::string& value, const std::string& numbers, const std::string& edges,
                        const std::string& strict);

}  // namespace workbook
