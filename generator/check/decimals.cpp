// Values that are not written with as many decimals as the others of their indicator.
#include "base/message.h"
#include "check/kinds.h"

namespace check {

namespace {

using input::Figure;
using input::Indicator;

/// How many decimals more than half of the other figures have, if so many agree.
std::optional<int> usual_decimals(const std::vector<const Figure*>& figures, const Figure* without) {
    std::map<int, std::size_t> counts;
    for (const Figure* figure : figures) {
        if (figure != without) ++counts[figure->amount->decimals];
    }
    for (const auto& [decimals, count] : counts) {
        if (count * 2 > figures.size() - 1) return decimals;
    }
    return std::nullopt;
}

/// The last of `figures` may be the baseline, which is compared with but not checked.
void check(const Indicator& indicator, const std::vector<const Figure*>& figures, std::size_t checked, Doubts& doubts) {
    for (std::size_t i = 0; i < checked; ++i) {
        const auto usual = usual_decimals(figures, figures[i]);
        if (!usual || *usual == figures[i]->amount->decimals) continue;
        doubts.about("decimals", *figures[i],
                     base::say("{0}: {1} is not written with as many decimals as the other values ({2})",
                               indicator.name, shown(*figures[i]), *usual));
    }
}

void check_decimals(const Indicator& indicator, Doubts& doubts) {
    std::vector<const Figure*> actuals;
    for (const auto& [year, figure] : indicator.actuals) {
        if (figure.amount) actuals.push_back(&figure);
    }
    const std::size_t count = actuals.size();
    if (indicator.baseline && indicator.baseline->amount) actuals.push_back(&*indicator.baseline);
    check(indicator, actuals, count, doubts);
    std::vector<const Figure*> targets;
    for (const auto& [year, target] : indicator.targets) {
        if (target.original && target.original->amount) targets.push_back(&*target.original);
        for (const input::RevisedTarget& revision : target.revised) {
            if (revision.figure.amount) targets.push_back(&revision.figure);
        }
    }
    check(indicator, targets, targets.size(), doubts);
}

}  // namespace

void check_decimals(Doubts& doubts) {
    for (const Indicator& indicator : doubts.inputs().strategy.indicators) {
        if (indicator.reprint_of.empty()) check_decimals(indicator, doubts);
    }
}

}  // namespace check
