// Values that look like a slip of the pen. Each alarm has a name, by which the author silences it at the value.
#include <algorithm>
#include <map>

#include "base/message.h"
#include "base/number_style.h"
#include "check/doubts.h"

namespace check {

namespace {

using base::Decimal;
using base::Ratio;
using base::say;
using input::ActivityIndicator;
using input::Figure;
using input::Indicator;

using Figures = std::map<base::Year, Figure>;

struct Alarms {
    const base::Eras& eras;
    base::Diagnostics& diagnostics;
};

std::string shown(const Figure& figure) { return base::to_text(*figure.amount, {.minus = "-"}); }

void raise(const Alarms& alarms, const char* name, const Figure& figure, std::string message) {
    const auto& silenced = figure.silenced;
    if (std::find(silenced.begin(), silenced.end(), name) != silenced.end()) return;
    alarms.diagnostics.warning(name, figure.span, std::move(message),
                               say("if it is right, write {{value: \"{0}\", silence: [{1}]}}", shown(figure), name));
}

Ratio magnitude(const Figure& figure) {
    Decimal amount = *figure.amount;
    amount.negative = false;
    return Ratio(amount);
}

/// Ten times as much or a tenth. A fall to zero counts from ten on: below, counts reach zero in earnest.
bool jumped(const Figure& before, const Figure& now) {
    const Ratio ten(10);
    const Ratio a = magnitude(before);
    const Ratio b = magnitude(now);
    if (a.is_zero()) return false;
    if (b.is_zero()) return a >= ten;
    return b >= a * ten || b * ten <= a;
}

void compare(const Alarms& alarms, const std::string& name, base::Year year_before, const Figure& before,
             const Figure& now) {
    const std::string year = base::short_year(alarms.eras, year_before);
    if (jumped(before, now)) {
        const char* message = magnitude(now) > magnitude(before)
                                  ? base::to_translate("{0}: {1} is ten times the {2} of {3} or more")
                                  : base::to_translate("{0}: {1} is a tenth of the {2} of {3} or less");
        raise(alarms, "jump", now, say(message, name, shown(now), shown(before), year));
    }
    if (Ratio(*before.amount).sign() * Ratio(*now.amount).sign() < 0) {
        raise(alarms, "sign", now,
              say("{0}: {1} has another sign than the {2} of {3}", name, shown(now), shown(before), year));
    }
}

void check_cumulative(const Alarms& alarms, const Indicator& indicator, base::Year year, const Figure& before,
                      const Figure& now) {
    if (!indicator.cumulative || Ratio(*now.amount) >= Ratio(*before.amount)) return;
    raise(alarms, "cumulative-fell", now,
          say("{0}: a cumulative value fell from {1} in {2} to {3}", indicator.name, shown(before),
              base::short_year(alarms.eras, year), shown(now)));
}

void check_survey(const Alarms& alarms, const Indicator& indicator, base::Year year, const Figure& before,
                  const Figure& now) {
    if (!indicator.survey || Ratio(*now.amount) != Ratio(*before.amount)) return;
    raise(alarms, "unchanged", now,
          say("{0}: the survey gave {1} in {2} too", indicator.name, shown(now), base::short_year(alarms.eras, year)));
}

void check_share(const Alarms& alarms, const std::string& name, const std::string& unit, const Figure& figure) {
    if ((unit != "％" && unit != "%") || Ratio(*figure.amount) <= Ratio(100)) return;
    raise(alarms, "over-100", figure, say("{0}: a share of {1} {2}", name, shown(figure), unit));
}

/// Calls `use` for each year that has an amount and whose year before has one.
void for_pairs(const Figures& figures, auto use) {
    for (const auto& [year, now] : figures) {
        const auto before = figures.find(base::Year{year.western - 1});
        if (now.amount && before != figures.end() && before->second.amount) use(before->first, before->second, now);
    }
}

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
void check_decimals(const Alarms& alarms, const Indicator& indicator, const std::vector<const Figure*>& figures,
                    std::size_t checked) {
    for (std::size_t i = 0; i < checked; ++i) {
        const auto usual = usual_decimals(figures, figures[i]);
        if (!usual || *usual == figures[i]->amount->decimals) continue;
        raise(alarms, "decimals", *figures[i],
              say("{0}: {1} is not written with as many decimals as the other values ({2})", indicator.name,
                  shown(*figures[i]), *usual));
    }
}

void check_all_decimals(const Alarms& alarms, const Indicator& indicator) {
    std::vector<const Figure*> actuals;
    for (const auto& [year, figure] : indicator.actuals) {
        if (figure.amount) actuals.push_back(&figure);
    }
    const std::size_t count = actuals.size();
    if (indicator.baseline && indicator.baseline->amount) actuals.push_back(&*indicator.baseline);
    check_decimals(alarms, indicator, actuals, count);
    std::vector<const Figure*> targets;
    for (const auto& [year, target] : indicator.targets) {
        if (target.original && target.original->amount) targets.push_back(&*target.original);
        for (const input::RevisedTarget& revision : target.revised) {
            if (revision.figure.amount) targets.push_back(&revision.figure);
        }
    }
    check_decimals(alarms, indicator, targets, targets.size());
}

void check_indicator(const Alarms& alarms, const Indicator& indicator) {
    for_pairs(indicator.actuals, [&](base::Year year, const Figure& before, const Figure& now) {
        compare(alarms, indicator.name, year, before, now);
        check_cumulative(alarms, indicator, year, before, now);
        check_survey(alarms, indicator, year, before, now);
    });
    for (const auto& [year, figure] : indicator.actuals) {
        if (figure.amount) check_share(alarms, indicator.name, indicator.unit, figure);
    }
    check_all_decimals(alarms, indicator);
}

void check_activity(const Alarms& alarms, const ActivityIndicator& activity) {
    for_pairs(activity.actuals, [&](base::Year year, const Figure& before, const Figure& now) {
        compare(alarms, activity.name, year, before, now);
    });
    for (const auto& [year, figure] : activity.actuals) {
        if (figure.amount) check_share(alarms, activity.name, activity.unit, figure);
    }
}

}  // namespace

void check_values(const input::Inputs& inputs, base::Diagnostics& diagnostics) {
    const Alarms alarms = {inputs.eras, diagnostics};
    for (const Indicator& indicator : inputs.strategy.indicators) {
        if (indicator.reprint_of.empty()) check_indicator(alarms, indicator);
    }
    for (const input::Project& project : inputs.projects) {
        if (project.reprint_of) continue;
        for (const ActivityIndicator& activity : project.indicators) {
            if (!activity.kpi) check_activity(alarms, activity);
        }
    }
}

}  // namespace check
