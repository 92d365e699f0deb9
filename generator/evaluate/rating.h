// From an exact rate to what is shown and to its band.
#pragma once

#include <optional>
#include <vector>

#include "base/decimal.h"
#include "evaluate/assessment.h"

namespace evaluate {

/// `exact` (1 is 100 %) between floor and cap of the policy.
base::Ratio clamped(const base::Ratio& exact, const input::Policy& policy);

/// Both shown values are rounded once, from the exact rate.
Rate shown_rate(const base::Ratio& exact, const input::Policy& policy);

/// The highest band whose points `mean` reaches; bands without points are passed over.
const input::Band* band_of_points(const std::vector<input::Band>& bands, const base::Ratio& mean);

/// The band of an indicator's rate, one of the policy's `bands`: by the exact or the displayed value, as the policy
/// says, never by the capped one; and by the edges that hold for the indicator's type.
const input::Band* band_of(const Rate& rate, const input::Policy& policy, const input::Indicator& indicator);

/// The band of an indicator named by its word, its symbol or its id.
const input::Band* band_named(const input::Policy& policy, std::string_view name);

/// The band of the council's rating: of its own list, else as above.
const input::Band* council_band(const input::Policy& policy, std::string_view word);

/// Fraction to per cent.
base::Ratio percent(const base::Ratio& fraction);

}  // namespace evaluate
