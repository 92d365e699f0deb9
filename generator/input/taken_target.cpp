// The policy's choice of a target, carried out on the targets that are in force.
#include "input/taken_target.h"

#include <algorithm>

namespace input {

namespace {

using base::Ratio;

/// The last year of the plan that has a target in the report of `report`; with `numbers` one that is a number.
std::optional<base::Year> last_target_year(const Indicator& indicator, base::Year report, bool numbers) {
    for (auto target = indicator.targets.rbegin(); target != indicator.targets.rend(); ++target) {
        const Figure* figure = target->second.in_force(report);
        if (figure != nullptr && (figure->amount || !numbers)) return target->first;
    }
    return std::nullopt;
}

/// How far `year` is on the way from `begin` to `last`.
Ratio part_between(base::Year begin, base::Year year, base::Year last) {
    return Ratio(year.western - begin.western) / Ratio(last.western - begin.western);
}

/// The figure typed for the chosen year, or nothing.
TakenTarget as_typed(const Indicator& indicator, base::Year from, base::Year report) {
    TakenTarget taken;
    const auto target = indicator.targets.find(from);
    if (target == indicator.targets.end()) return taken;
    taken.from = from;
    taken.figure = target->second.in_force(report);
    const Figure* original = target->second.original ? &*target->second.original : nullptr;
    if (original != taken.figure) taken.original = original;
    if (taken.figure != nullptr && taken.figure->amount) taken.number = Ratio(*taken.figure->amount);
    return taken;
}

TakenTarget chosen(const Indicator& indicator, const TargetChoice& choice, base::Year year, base::Year report,
                   base::Year first) {
    base::Year from = choice.of == TargetOf::named ? choice.named : year;
    if (choice.of == TargetOf::final || choice.takes_part())
        from = last_target_year(indicator, report, false).value_or(from);
    TakenTarget taken = as_typed(indicator, from, report);
    if (!taken.number || !choice.takes_part() || !(year < from)) return taken;
    // n/N counts the plan's years, the first one too.
    base::Year before = first;
    --before.western;
    const Ratio part = part_between(before, year, from);
    const std::optional<Ratio> begin = choice.of == TargetOf::share ? Ratio() : formula_baseline_value(indicator);
    if (!begin) {
        taken.figure = nullptr;
        taken.number.reset();
        taken.lacks_baseline = true;
        return taken;
    }
    taken.part = part;
    taken.number = *begin + (*taken.number - *begin) * part;
    return taken;
}

/// Nothing where the line cannot be drawn, or where `year` is not before its end.
std::optional<TakenTarget> on_line(const Indicator& indicator, base::Year year, base::Year report) {
    const std::optional<base::Year> last = last_target_year(indicator, report, true);
    const std::optional<Ratio> baseline = formula_baseline_value(indicator);
    const std::optional<base::Year> begin = formula_baseline_year(indicator);
    if (!last || !baseline || !begin || !(*begin < *last) || !(year < *last)) return std::nullopt;
    TakenTarget taken = as_typed(indicator, *last, report);
    taken.number = *baseline + (*taken.number - *baseline) * part_between(*begin, year, *last);
    taken.line = {*begin, *last};
    taken.original = nullptr;  // of the line's end, not of the point on it
    return taken;
}

}  // namespace

TakenTarget taken_target(const Indicator& indicator, const TargetChoice& choice, Formula rule, base::Year year,
                         const Inputs& inputs) {
    const base::Year report = std::min(year, inputs.evaluated_year);
    TakenTarget taken = chosen(indicator, choice, year, report, inputs.strategy.first_year);
    if (taken.figure != nullptr || rule != Formula::linear) return taken;
    if (const std::optional<TakenTarget> point = on_line(indicator, year, report)) return *point;
    taken.lacks_baseline = !formula_baseline_value(indicator) && last_target_year(indicator, report, true).has_value();
    return taken;
}

}  // namespace input
