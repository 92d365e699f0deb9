// Values that are last year's: one that its history says should have moved, or a whole file that was copied.
#include <algorithm>

#include "base/message.h"
#include "check/kinds.h"

namespace check {

namespace {

using base::Ratio;
using base::say;
using base::Year;
using input::Figure;
using input::Indicator;

struct Pair {
    const Indicator* indicator;
    const Figure* now;
    bool equal;
};

const Figure* number_in(const Indicator& indicator, Year year) {
    const auto found = indicator.actuals.find(year);
    return found != indicator.actuals.end() && found->second.amount ? &found->second : nullptr;
}

/// A number at which an indicator may well stay: all of something or nothing, or its target.
bool may_stay(const Indicator& indicator, Year year, const Figure& figure) {
    const Ratio value(*figure.amount);
    if (value.is_zero() || (indicator.unit == "％" && value == Ratio(100))) return true;
    const auto target = indicator.targets.find(year);
    if (target == indicator.targets.end()) return false;
    const auto is = [&](const std::optional<Figure>& aim) {
        return aim && aim->amount && Ratio(*aim->amount) == value;
    };
    const auto& revised = target->second.revised;
    return is(target->second.original) ||
           std::any_of(revised.begin(), revised.end(), [&](const auto& revision) { return is(revision.figure); });
}

/// A count of few, such as shops or rooms, often stands still; so does what has stood still before.
bool moves(const Indicator& indicator, Year before) {
    std::vector<Ratio> values;
    if (indicator.baseline && indicator.baseline->amount) values.emplace_back(*indicator.baseline->amount);
    for (const auto& [year, figure] : indicator.actuals) {
        if (year <= before && figure.amount) values.emplace_back(*figure.amount);
    }
    for (std::size_t at = 1; at < values.size(); ++at) {
        if (values[at] == values[at - 1]) return false;
    }
    const bool few =
        values.back() < Ratio(100) && values.back() > Ratio(-100) && indicator.actuals.at(before).amount->decimals == 0;
    return values.size() >= 3 && !few;
}

/// The headline targets and KPIs with a number in both years; a sum nobody typed is its terms' business.
std::vector<Pair> pairs_of(const input::Inputs& inputs, Year year) {
    std::vector<Pair> pairs;
    for (const Indicator& indicator : inputs.strategy.indicators) {
        if (!indicator.reprint_of.empty()) continue;
        const Figure* now = number_in(indicator, year);
        const Figure* before = number_in(indicator, Year{year.western - 1});
        if (now == nullptr || before == nullptr) continue;
        pairs.push_back({&indicator, now, Ratio(*now->amount) == Ratio(*before->amount)});
    }
    return pairs;
}

/// Of three pairs or more, more than half that could have moved did not.
bool is_stale(const std::vector<Pair>& pairs, Year year) {
    std::size_t equal = 0;
    std::size_t all = 0;
    for (const Pair& pair : pairs) {
        if (pair.equal && may_stay(*pair.indicator, year, *pair.now)) continue;
        ++all;
        if (pair.equal) ++equal;
    }
    return equal >= 3 && equal * 2 > all;
}

std::size_t count_equal(const std::vector<Pair>& pairs) {
    return static_cast<std::size_t>(std::count_if(pairs.begin(), pairs.end(), [](const Pair& p) { return p.equal; }));
}

void check_pair(const Pair& pair, Year year, Doubts& doubts) {
    const Indicator& indicator = *pair.indicator;
    const Year before{year.western - 1};
    if (!pair.equal) return;
    if (!indicator.survey && (may_stay(indicator, year, *pair.now) || !moves(indicator, before))) return;
    const std::string when = base::short_year(doubts.inputs().eras, before);
    doubts.about("unchanged", *pair.now,
                 indicator.survey ? say("{0}: the survey gave {1} in {2} too", indicator.name, shown(*pair.now), when)
                                  : say("{0}: {1} is the value of {2} too, and it has moved every year", indicator.name,
                                        shown(*pair.now), when));
}

}  // namespace

void check_unchanged(Doubts& doubts) {
    const input::Inputs& inputs = doubts.inputs();
    for (const Year year : inputs.strategy.years()) {
        if (year > inputs.evaluated_year) break;
        const std::vector<Pair> pairs = pairs_of(inputs, year);
        if (is_stale(pairs, year)) {
            const auto file = inputs.year_places.find(year);
            doubts.at(
                "stale", file == inputs.year_places.end() ? base::Span{} : file->second, inputs.silenced,
                say("{0} of {1} values of {2} are those of {3}: was the file copied and not yet filled in?",
                    count_equal(pairs), pairs.size(), base::short_year(inputs.eras, year),
                    base::short_year(inputs.eras, Year{year.western - 1})),
                say("type this year's values, or the status 集計中; in kensho.yaml silence: {{stale: the reason}}"));
            continue;
        }
        for (const Pair& pair : pairs) check_pair(pair, year, doubts);
    }
}

}  // namespace check
