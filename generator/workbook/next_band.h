// What would reach the next band: the question every council member asks.
#pragma once

#include <optional>
#include <string>

#include "evaluate/assessment.h"
#include "workbook/places.h"

namespace workbook {

/// The least exact rate, in per cent, that reaches a band; none for the lowest.
struct Threshold {
    std::optional<base::Decimal> rate;
    bool exclusive = false;  ///< the rate itself does not reach it, anything above does
};

Threshold threshold_of(const input::Band& band, const input::Policy& policy);

/// The nearest actual, with the indicator's decimals, that would reach a band above the present one; nothing in the
/// highest band, where nothing is evaluated, and for judgements without a rate.
std::optional<base::Decimal> needed_actual(const evaluate::Result& result, const input::Indicator& indicator);
/// The same as a formula; empty for judgements without a rate. Cells of the row are named by the caller.
struct NeededCells {
    std::string target, baseline, band, exact;  ///< references
};
std::string needed_formula(const Places& places, const evaluate::Result& result, const input::Indicator& indicator,
                           const NeededCells& cells);

}  // namespace workbook
