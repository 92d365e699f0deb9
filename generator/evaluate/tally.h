// Means, ratings and counts of a set of indicators in one year.
#pragma once

#include <vector>

#include "evaluate/assessment.h"

namespace evaluate {

/// What a mean is of, as far as the policy leaves types of indicators out of it: of a part of the plan, of the whole,
/// or of a type itself, which is never left out of its own.
enum class Reach { part, whole, of_type };

/// A set of indicators (of a goal, a measure, an initiative) in one year, by the policy's rule for goals.
Tally tally_of(const Assessment& assessment, const std::vector<std::size_t>& set, base::Year year,
               Reach reach = Reach::part);

/// All of them in one year, by the policy's rule for the whole. `goals` are the goals' own tallies of the same kind
/// of indicator, one a goal.
Tally overall_tally(const Assessment& assessment, const std::vector<std::size_t>& set,
                    const std::vector<const Tally*>& goals, base::Year year);

/// The evaluated indicators that enter the mean; and how many of them were achieved.
std::vector<std::size_t> averaged(const Tally& tally);
std::size_t achieved_of_averaged(const Assessment& assessment, const Tally& tally);

/// The KPIs of a measure or a goal, initiative by initiative.
std::vector<std::size_t> kpis_of(const input::Strategy& strategy, const input::Measure& measure);
std::vector<std::size_t> kpis_of(const input::Strategy& strategy, const input::Goal& goal);

/// What of a mean is compared with the edges of bands, in their unit: as shown or exact, as the policy says. There is
/// one.
base::Ratio compared_mean(const Tally& tally);
/// The rating that such a value has.
const input::Band* band_of_mean(const Tally& tally, const base::Ratio& value);

/// What a result contributes to a mean of rates: the clamped exact rate or the displayed one, as a fraction.
base::Ratio counted_rate(const Result& result);

}  // namespace evaluate
