// The parts of a policy beside rate, means and bands: types of indicators, ratings taken together, a second rate.
#pragma once

#include "base/value.h"
#include "input/policy.h"

namespace input {

/// The key `types`: a map from a type's word to its formula, rate_target, tolerance, edges and in_means; the means and
/// bands of the policy must have been read.
std::vector<TypeRule> read_types(base::Fields& fields, const base::Eras& eras, const Policy& policy);

/// The key `unions`: {word, of}; the bands and class bands must have been read.
std::vector<BandUnion> read_unions(base::Fields& fields, const Policy& policy);

/// The key `second_rate`.
std::optional<SecondRate> read_second_rate(base::Fields& policy, const base::Eras& eras);

/// The keys `rated_by` and `council_bands`.
void read_raters(base::Fields& fields, Policy& policy);

/// The place of the band whose word stands at the key; reported when there is none.
std::optional<std::size_t> read_band_place(base::Fields& fields, std::string_view key, const std::vector<Band>& bands);

}  // namespace input
