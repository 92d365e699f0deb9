// The whole of the core in its order: sums, results, reprints, changes, tallies.
#include <algorithm>
#include <cassert>
#include <string_view>
#include <unordered_map>

#include "base/jobs.h"
#include "evaluate/assessment.h"
#include "evaluate/changes.h"
#include "evaluate/index_order.h"
#include "evaluate/notes.h"
#include "evaluate/result.h"
#include "evaluate/sums.h"
#include "evaluate/tally.h"

namespace evaluate {

namespace {

using input::IndicatorKind;

using ById = std::unordered_map<std::string_view, const input::Indicator*>;

/// For those that are printed again; empty where none is.
ById by_id(const input::Strategy& strategy) {
    ById found;
    const auto again = [](const input::Indicator& indicator) { return !indicator.reprint_of.empty(); };
    if (std::none_of(strategy.indicators.begin(), strategy.indicators.end(), again)) return found;
    found.reserve(strategy.indicators.size());
    for (const input::Indicator& indicator : strategy.indicators) found.emplace(indicator.id, &indicator);
    return found;
}

/// Follows 再掲 to the indicator that is counted; a circle ends where it began.
const input::Indicator* original_of(const input::Indicator& indicator, const ById& indicators) {
    const input::Indicator* at = &indicator;
    for (std::size_t steps = 0; !at->reprint_of.empty() && steps < indicators.size(); ++steps) {
        const auto next = indicators.find(at->reprint_of);
        if (next == indicators.end()) break;
        at = next->second;
    }
    return at;
}

IndicatorAssessment assess(const input::Indicator& indicator, const ById& indicators, const input::Inputs& inputs,
                           Made& made) {
    IndicatorAssessment result;
    result.indicator = &indicator;
    result.source = original_of(indicator, indicators);
    const std::vector<base::Year> years = inputs.strategy.years();
    result.results.reserve(years.size());
    for (const base::Year year : years) {
        result.results.push_back(result_of(*result.source, year, inputs, made));
        if (indicator.reprint_of.empty()) continue;
        Result& reprint = result.results.back();
        reprint.exclusion = Exclusion::reprint;
        const std::string& word = reprint.policy->reasons.reprint;
        reprint.reason = word.empty() ? reprint.policy->excluded_word : word;
    }
    add_changes(result, made);
    result.notes = notes_of(result, inputs);
    return result;
}

using Set = std::vector<std::size_t>;

/// The indices of the indicators of one kind for which `belongs` holds, in the order of the plan.
template <typename Belongs>
Set select(const input::Strategy& strategy, IndicatorKind kind, Belongs belongs) {
    Set set;
    for (std::size_t at = 0; at < strategy.indicators.size(); ++at) {
        if (strategy.indicators[at].kind == kind && belongs(strategy.indicators[at])) set.push_back(at);
    }
    return set;
}

GroupAssessment assess_group(const Assessment& assessment, const Set& kpis, const Set& targets) {
    GroupAssessment group;
    for (const base::Year year : assessment.inputs->strategy.years()) {
        group.kpis.push_back(tally_of(assessment, kpis, year));
        group.headline_targets.push_back(tally_of(assessment, targets, year));
    }
    add_mean_changes(group.kpis);
    add_mean_changes(group.headline_targets);
    return group;
}

void assess_groups(Assessment& assessment, base::Jobs& jobs) {
    const input::Strategy& strategy = assessment.inputs->strategy;
    auto goals = jobs.beside([&] {
        for (const input::Goal& goal : strategy.goals) {
            assessment.goals.push_back(assess_group(assessment, kpis_of(strategy, goal), goal.headline_targets));
        }
    });
    for (const input::Measure& measure : strategy.measures) {
        assessment.measures.push_back(assess_group(assessment, kpis_of(strategy, measure), {}));
    }
    for (const input::Initiative& initiative : strategy.initiatives) {
        assessment.initiatives.push_back(assess_group(assessment, initiative.kpis, {}));
    }
    goals.get();
}

std::vector<Tally> overall_tallies(const Assessment& assessment, IndicatorKind kind,
                                   std::vector<Tally> GroupAssessment::*of_goal) {
    const input::Strategy& strategy = assessment.inputs->strategy;
    const Set set = select(strategy, kind, [](const input::Indicator&) { return true; });
    const std::vector<base::Year> years = strategy.years();
    std::vector<Tally> tallies;
    for (std::size_t at = 0; at < years.size(); ++at) {
        std::vector<const Tally*> goals;
        for (const GroupAssessment& goal : assessment.goals) goals.push_back(&(goal.*of_goal)[at]);
        tallies.push_back(overall_tally(assessment, set, goals, years[at]));
    }
    add_mean_changes(tallies);
    return tallies;
}

/// Years follow one another without a gap, so that the first gives the place of any.
template <typename Item>
const Item& item_in(const std::vector<Item>& items, base::Year year) {
    const int at = year.western - items.front().year.western;
    assert(at >= 0 && static_cast<std::size_t>(at) < items.size());
    return items[static_cast<std::size_t>(at)];
}

}  // namespace

const Result& IndicatorAssessment::in(base::Year year) const { return item_in(results, year); }
const Tally& GroupAssessment::kpis_in(base::Year year) const { return item_in(kpis, year); }
const Tally& GroupAssessment::headline_in(base::Year year) const { return item_in(headline_targets, year); }

bool shows_uncapped(const input::Policy& policy, const input::Indicator& indicator) {
    return indicator.kind == IndicatorKind::kpi ? policy.show_uncapped : policy.show_uncapped_targets;
}

const input::Policy& policy_of(const input::Inputs& inputs, base::Year year) {
    const auto earlier = inputs.earlier_policies.find(year);
    return earlier == inputs.earlier_policies.end() ? inputs.policy : earlier->second;
}

namespace {

/// A rating of the one list that is called as one of the other is the same to who reads it. Of a list that is not
/// `whole` only what is used.
void count_bands(std::vector<BandCount>& counts, const std::vector<input::Band>& bands,
                 const std::vector<std::size_t>& per_band, bool whole) {
    for (std::size_t at = 0; at < bands.size(); ++at) {
        const auto same = std::find_if(counts.begin(), counts.end(),
                                       [&](const BandCount& other) { return other.band->word == bands[at].word; });
        if (same != counts.end()) {
            same->count += per_band[at];
        } else if (whole || per_band[at] > 0) {
            counts.push_back({&bands[at], per_band[at]});
        }
    }
}

}  // namespace

std::vector<BandCount> band_counts(const Tally& tally) {
    const input::Policy& policy = *tally.policy;
    const bool classes = policy.formula == input::Formula::classes;
    std::vector<BandCount> counts;
    if (classes) count_bands(counts, policy.class_bands, tally.per_class_band, true);
    count_bands(counts, policy.bands, tally.per_band, !classes);
    if (!classes) count_bands(counts, policy.class_bands, tally.per_class_band, false);
    std::size_t rest = tally.evaluated.size();
    for (const BandCount& count : counts) rest -= count.count;
    if (rest > 0) counts.push_back({&policy.other, rest});
    return counts;
}

std::vector<BandCount> status_counts(const Tally& tally) {
    std::vector<BandCount> counts;
    for (std::size_t at = 0; at < tally.per_status.size(); ++at) {
        if (tally.per_status[at] > 0) counts.push_back({&*tally.policy->statuses[at].looks, tally.per_status[at]});
    }
    return counts;
}

std::vector<std::string> reasons_in(const Assessment& assessment, const Tally& tally) {
    std::vector<std::string> reasons;
    for (const std::size_t index : tally.excluded) {
        const Result& result = assessment.indicators[index].in(tally.year);
        const bool known = std::find(reasons.begin(), reasons.end(), result.reason) != reasons.end();
        if (result.present() && !known && !result.reason.empty()) reasons.push_back(result.reason);
    }
    return reasons;
}

namespace {

/// Fewer are done before another thread has begun.
constexpr std::size_t worth_a_thread = 2'000;

/// Each thread judges the indicators of a stretch of the plan, and makes its own figures.
void assess_indicators(Assessment& assessment, std::vector<Made>& made, base::Jobs& jobs) {
    const std::vector<input::Indicator>& indicators = assessment.inputs->strategy.indicators;
    const ById known = by_id(assessment.inputs->strategy);
    assessment.indicators.resize(indicators.size());
    jobs.in_stretches(indicators.size(), [&](std::size_t stretch, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            assessment.indicators[i] = assess(indicators[i], known, *assessment.inputs, made[stretch]);
        }
    });
}

}  // namespace

Assessment evaluate(const input::Inputs& inputs, std::size_t threads) {
    base::Jobs jobs(inputs.strategy.indicators.size() < worth_a_thread ? 1 : threads);
    const auto made = std::make_shared<std::vector<Made>>(jobs.threads());
    Assessment assessment;
    assessment.typed_sums = add_sums(inputs, made->front());
    for (std::size_t at = 1; at < made->size(); ++at) (*made)[at].actuals = made->front().actuals;
    assessment.inputs = &inputs;
    assess_indicators(assessment, *made, jobs);
    assessment.index = index_order(inputs.strategy);
    // All of them stay as long as the first.
    assessment.made_figures = std::shared_ptr<const std::deque<input::Figure>>(made, &made->front().figures);
    assess_groups(assessment, jobs);
    assessment.overall.kpis = overall_tallies(assessment, IndicatorKind::kpi, &GroupAssessment::kpis);
    assessment.overall.headline_targets =
        overall_tallies(assessment, IndicatorKind::headline_target, &GroupAssessment::headline_targets);
    return assessment;
}

}  // namespace evaluate
