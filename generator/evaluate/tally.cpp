// Counts the members first, then takes the mean of rates, points, goals or share that the policy asks for.
#include "evaluate/tally.h"

#include <algorithm>

#include "evaluate/rating.h"

namespace evaluate {

namespace {

using base::Ratio;
using input::MeanOf;
using input::OverallBy;
using input::Policy;

/// Terms of a mean with their weights.
struct Mean {
    std::vector<Ratio> terms;
    std::vector<Ratio> weights;

    void add(const Ratio& term, const Ratio& weight) {
        terms.push_back(term * weight);
        weights.push_back(weight);
    }
    std::optional<Ratio> value() const {
        const Ratio total = base::sum(weights);
        return total.is_zero() ? std::nullopt : std::optional(base::sum(terms) / total);
    }
};

Ratio weight_of(const std::optional<base::Decimal>& weight) { return weight ? Ratio(*weight) : Ratio(1); }

/// The index of a band in its list, if it belongs to the list.
std::optional<std::size_t> place_in(const std::vector<input::Band>& bands, const input::Band* band) {
    for (std::size_t at = 0; at < bands.size(); ++at) {
        if (&bands[at] == band) return at;
    }
    return std::nullopt;
}

void count_status(Tally& tally, const input::Band* band) {
    const auto& statuses = tally.policy->statuses;
    for (std::size_t at = 0; at < statuses.size(); ++at) {
        if (statuses[at].looks && &*statuses[at].looks == band) ++tally.per_status[at];
    }
}

void count_band(Tally& tally, const input::Band* band) {
    if (const auto at = place_in(tally.policy->bands, band)) ++tally.per_band[*at];
    if (const auto at = place_in(tally.policy->class_bands, band)) ++tally.per_class_band[*at];
}

/// Whether the policy leaves the indicator out of means of this reach.
bool leaves_out(const Policy& policy, const IndicatorAssessment& indicator, Reach reach) {
    if (reach == Reach::of_type) return false;
    const input::InMeans in = input::in_means_of(*indicator.source, policy);
    return in == input::InMeans::none || (in == input::InMeans::goals && reach == Reach::whole);
}

Tally counted(const Assessment& assessment, const std::vector<std::size_t>& set, base::Year year, OverallBy by,
              Reach reach) {
    Tally tally;
    tally.year = year;
    tally.by = by;
    tally.policy = &policy_of(*assessment.inputs, year);
    tally.per_band.resize(tally.policy->bands.size());
    tally.per_class_band.resize(tally.policy->class_bands.size());
    tally.per_status.resize(tally.policy->statuses.size());
    for (const std::size_t index : set) {
        const Result& result = assessment.indicators[index].in(year);
        (result.evaluated() ? tally.evaluated : tally.excluded).push_back(index);
        if (result.present()) ++tally.in_force;
        if (result.present() && !result.evaluated()) count_status(tally, result.band);
        if (!result.evaluated()) continue;
        if (leaves_out(*tally.policy, assessment.indicators[index], reach)) tally.left_out.push_back(index);
        if (result.achieved) ++tally.achieved;
        count_band(tally, result.band);
    }
    return tally;
}

std::optional<Ratio> mean_of_rates(const Assessment& assessment, const Tally& tally) {
    Mean mean;
    for (const std::size_t index : averaged(tally)) {
        const IndicatorAssessment& indicator = assessment.indicators[index];
        const Result& result = indicator.in(tally.year);
        const bool weighted = tally.by == OverallBy::weighted_kpis;
        if (result.rate) mean.add(counted_rate(result), weighted ? weight_of(indicator.indicator->weight) : Ratio(1));
    }
    return mean.value();
}

/// The mean or the sum of the points of the ratings.
std::optional<Ratio> of_points(const Assessment& assessment, const Tally& tally) {
    std::vector<Ratio> points;
    for (const std::size_t index : averaged(tally)) {
        const input::Band* band = assessment.indicators[index].in(tally.year).band;
        if (band != nullptr && band->points) points.emplace_back(*band->points);
    }
    if (points.empty()) return std::nullopt;
    const Ratio sum = base::sum(points);
    return tally.by == OverallBy::points_sum ? sum : sum / Ratio(static_cast<std::int64_t>(points.size()));
}

std::optional<Ratio> share_achieved(const Assessment& assessment, const Tally& tally) {
    const std::size_t all = averaged(tally).size();
    if (all == 0) return std::nullopt;
    const auto count = [](std::size_t n) { return Ratio(static_cast<std::int64_t>(n)); };
    return count(achieved_of_averaged(assessment, tally)) / count(all);
}

std::optional<Ratio> mean_of_goals(const Assessment& assessment, const Tally& tally,
                                   const std::vector<const Tally*>& goals) {
    Mean mean;
    for (std::size_t at = 0; at < goals.size(); ++at) {
        if (!goals[at]->mean_exact) continue;
        const bool displayed = tally.policy->goal_mean_of == MeanOf::displayed_rates;
        const Ratio unit(goals[at]->in_points ? 1 : 100);
        const Ratio term = displayed ? Ratio(*goals[at]->mean) / unit : *goals[at]->mean_exact;
        const bool weighted = tally.by == OverallBy::weighted_goals;
        mean.add(term, weighted ? weight_of(assessment.inputs->strategy.goals[at].weight) : Ratio(1));
    }
    return mean.value();
}

void set_mean(Tally& tally, const std::optional<Ratio>& mean, bool in_points) {
    tally.in_points = in_points;
    if (!mean) return;
    tally.mean_exact = mean;
    const Ratio shown = in_points ? *mean : percent(*mean);
    tally.mean = shown.rounded(tally.policy->mean_decimals, tally.policy->rounding);
    tally.band = band_of_mean(tally, compared_mean(tally));
}

/// Of the members themselves.
void take_mean(const Assessment& assessment, Tally& tally) {
    switch (tally.by) {
        case OverallBy::share_achieved: set_mean(tally, share_achieved(assessment, tally), false); break;
        case OverallBy::points:
        case OverallBy::points_sum: set_mean(tally, of_points(assessment, tally), true); break;
        default: set_mean(tally, mean_of_rates(assessment, tally), false); break;
    }
}

}  // namespace

Ratio compared_mean(const Tally& tally) {
    if (tally.policy->rated_value == input::RatedValue::displayed) return Ratio(*tally.mean);
    return tally.in_points ? *tally.mean_exact : percent(*tally.mean_exact);
}

const input::Band* band_of_mean(const Tally& tally, const Ratio& value) {
    const Policy& policy = *tally.policy;
    if (!policy.group_bands.empty()) return band_of(policy.group_bands, value);
    if (!tally.in_points) return band_of(policy.bands, value);
    if (tally.by == OverallBy::points_sum) return nullptr;  // the bands' points are those of one indicator
    return band_of_points(policy.formula == input::Formula::classes ? policy.class_bands : policy.bands, value);
}

Ratio counted_rate(const Result& result) {
    const bool displayed = result.policy->mean_of == MeanOf::displayed_rates;
    return displayed ? Ratio(result.rate->shown) / Ratio(100) : clamped(result.rate->exact, *result.policy);
}

std::string left_out_of_means(const input::Policy& policy) {
    const bool share = policy.goal_by == OverallBy::share_achieved;
    const std::string mean = share ? "達成割合" : policy.in_points() ? "点数" : "平均";
    std::string said;
    for (const input::TypeRule& type : policy.types) {
        if (type.in_means == input::InMeans::all) continue;
        const bool goals = type.in_means == input::InMeans::goals;
        said.append(type.word).append("は、").append(goals ? "全体の" : "").append(mean).append("に入れない。");
    }
    return said;
}

std::vector<std::size_t> averaged(const Tally& tally) {
    std::vector<std::size_t> members;
    auto out = tally.left_out.begin();  // in the order of those evaluated
    for (const std::size_t index : tally.evaluated) {
        if (out != tally.left_out.end() && *out == index) {
            ++out;
        } else {
            members.push_back(index);
        }
    }
    return members;
}

std::size_t achieved_of_averaged(const Assessment& assessment, const Tally& tally) {
    const std::vector<std::size_t> members = averaged(tally);
    return static_cast<std::size_t>(std::count_if(members.begin(), members.end(), [&](std::size_t index) {
        return assessment.indicators[index].in(tally.year).achieved;
    }));
}

Tally tally_of(const Assessment& assessment, const std::vector<std::size_t>& set, base::Year year, Reach reach) {
    Tally tally = counted(assessment, set, year, policy_of(*assessment.inputs, year).goal_by, reach);
    take_mean(assessment, tally);
    return tally;
}

Tally overall_tally(const Assessment& assessment, const std::vector<std::size_t>& set,
                    const std::vector<const Tally*>& goals, base::Year year) {
    Tally tally = counted(assessment, set, year, policy_of(*assessment.inputs, year).overall_by, Reach::whole);
    if (tally.policy->whole_of_goals()) {
        const bool in_points = !goals.empty() && goals.front()->in_points;
        set_mean(tally, mean_of_goals(assessment, tally, goals), in_points);
    } else {
        take_mean(assessment, tally);
    }
    return tally;
}

std::vector<std::size_t> kpis_of(const input::Strategy& strategy, const input::Measure& measure) {
    std::vector<std::size_t> found;
    for (const std::size_t initiative : measure.initiatives) {
        const std::vector<std::size_t>& kpis = strategy.initiatives[initiative].kpis;
        found.insert(found.end(), kpis.begin(), kpis.end());
    }
    return found;
}

std::vector<std::size_t> kpis_of(const input::Strategy& strategy, const input::Goal& goal) {
    std::vector<std::size_t> found;
    for (const std::size_t measure : goal.measures) {
        const std::vector<std::size_t> kpis = kpis_of(strategy, strategy.measures[measure]);
        found.insert(found.end(), kpis.begin(), kpis.end());
    }
    return found;
}

}  // namespace evaluate
