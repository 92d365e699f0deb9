// Values that look like a slip of the pen beside their indicator's past, its baseline and its target.
#include <algorithm>

#include "base/message.h"
#include "check/activities.h"
#include "check/figure_words.h"
#include "check/kinds.h"
#include "check/slip.h"

namespace check {

namespace {

using base::Decimal;
using base::Ratio;
using base::say;
using base::Year;
using input::Figure;
using input::Indicator;

using Figures = std::map<Year, Figure>;

Ratio magnitude(const Figure& figure) {
    Decimal amount = *figure.amount;
    amount.negative = false;
    return Ratio(amount);
}

/// A value with what it is compared with, and that in words.
struct Compared {
    Beside beside;
    std::string words;
};

void add(Compared& compared, const std::string& when, const Figure& figure) {
    compared.words += (compared.words.empty() ? "" : ", ") + when + " " + shown(figure);
}

/// The year's target, or the next that stands: a plan may have one for its last year only.
const Figure* target_from(const Indicator& indicator, Year year) {
    for (auto found = indicator.targets.lower_bound(year); found != indicator.targets.end(); ++found) {
        const Figure* figure = found->second.in_force(year);
        if (figure != nullptr && figure->amount) return figure;
    }
    return nullptr;
}

Compared compared(const Indicator& indicator, Year year, const base::Eras& eras) {
    Compared result;
    const auto own = [&](const std::string& when, const Figure& figure) {
        if (!figure.amount) return;
        add(result, when, figure);
        if (const Ratio size = magnitude(figure); !size.is_zero()) result.beside.own.push_back(size);
    };
    if (indicator.baseline) own(say("baseline"), *indicator.baseline);
    const std::size_t before = result.beside.own.size();
    for (const auto& [earlier, figure] : indicator.actuals) {
        if (earlier < year) own(base::short_year(eras, earlier), figure);
    }
    result.beside.has_past = result.beside.own.size() > before;
    if (const Figure* target = target_from(indicator, year)) {
        add(result, say("target"), *target);
        if (const Ratio size = magnitude(*target); !size.is_zero())
            result.beside.target = size;
        else
            result.beside.to_zero = true;
    }
    return result;
}

/// Where the course crosses zero, magnitudes say little: on the way from the one side to the other values are small.
bool on_the_way(const Indicator& indicator, Year year, const Figure& now) {
    std::vector<Ratio> course;
    const auto take = [&](const Figure* figure) {
        if (figure != nullptr && figure->amount) course.emplace_back(*figure->amount);
    };
    if (indicator.baseline) take(&*indicator.baseline);
    for (const auto& [earlier, figure] : indicator.actuals) take(earlier < year ? &figure : nullptr);
    take(target_from(indicator, year));
    if (course.empty()) return false;
    const auto [least, most] = std::minmax_element(course.begin(), course.end());
    const Ratio value(*now.amount);
    return least->sign() < 0 && most->sign() > 0 && *least <= value && value <= *most;
}

/// The number that would fit, as an end of a message.
std::string fitting_words(const Figure& figure, const std::optional<Slip>& slip) {
    if (!slip || !slip->meant) return {};
    Decimal meant = *slip->meant;
    meant.negative = figure.amount->negative;
    return say(" {} would fit", shown(meant));
}

void raise_slip(const std::string& name, const Figure& figure, const Slip& slip, const std::string& others,
                Doubts& doubts) {
    const char* cause = slip.kind == SlipKind::too_large   ? base::to_translate("a digit too many?")
                        : slip.kind == SlipKind::too_small ? base::to_translate("a digit too few?")
                                                           : base::to_translate("two digits exchanged?");
    doubts.about(
        slip.kind == SlipKind::swapped ? "swapped" : "jump", figure,
        say("{0}: {1} is far from the others ({2}): {3}", name, shown(figure), others, base::translated(cause)) +
            fitting_words(figure, slip));
}

/// Ten times as much or a tenth of the year before. A fall to zero counts from ten on: below, counts reach zero in
/// earnest. The only measure where nothing else stands, as in the annex.
bool check_tenfold(const std::string& name, Year year, const Figure& before, const Figure& now,
                   const std::optional<Slip>& slip, Doubts& doubts) {
    const Ratio ten(10);
    const Ratio a = magnitude(before);
    const Ratio b = magnitude(now);
    const bool more = !a.is_zero() && b >= a * ten;
    if (!more && (a.is_zero() || (b.is_zero() ? a < ten : b * ten > a))) return false;
    const char* message = more ? base::to_translate("{0}: {1} is ten times the {2} of {3} or more")
                               : base::to_translate("{0}: {1} is a tenth of the {2} of {3} or less");
    doubts.about("jump", now,
                 say(message, name, shown(now), shown(before), base::short_year(doubts.inputs().eras, year)) +
                     fitting_words(now, slip));
    return true;
}

void check_sign(const std::string& name, Year year, const Figure& before, const Figure& now, Doubts& doubts) {
    if (Ratio(*before.amount).sign() * Ratio(*now.amount).sign() >= 0) return;
    doubts.about("sign", now,
                 say("{0}: {1} has another sign than the {2} of {3}", name, shown(now), shown(before),
                     base::short_year(doubts.inputs().eras, year)));
}

void check_cumulative(const Indicator& indicator, Year year, const Figure& before, const Figure& now, Doubts& doubts) {
    if (!indicator.cumulative || Ratio(*now.amount) >= Ratio(*before.amount)) return;
    doubts.about("cumulative-fell", now,
                 say("{0}: a cumulative value fell from {1} in {2} to {3}", indicator.name, shown(before),
                     base::short_year(doubts.inputs().eras, year), shown(now)));
}

bool above_hundred(const std::optional<Figure>& figure) {
    return figure && figure->amount && Ratio(*figure->amount) > Ratio(100);
}

/// Silent where a share above 100 is nothing new: the target, the baseline or an earlier value is above it as well.
bool goes_above(const Indicator& indicator, Year year) {
    if (above_hundred(indicator.baseline)) return true;
    const bool target = std::any_of(indicator.targets.begin(), indicator.targets.end(), [](const auto& entry) {
        const auto& revised = entry.second.revised;
        return above_hundred(entry.second.original) ||
               std::any_of(revised.begin(), revised.end(), [](const auto& r) { return above_hundred(r.figure); });
    });
    return target || std::any_of(indicator.actuals.begin(), indicator.actuals.end(),
                                 [&](const auto& entry) { return entry.first < year && above_hundred(entry.second); });
}

void check_share(const std::string& name, const std::string& unit, const Figure& figure, Doubts& doubts) {
    if (!is_percent(unit) || Ratio(*figure.amount) <= Ratio(100)) return;
    doubts.about("over-100", figure, say("{0}: a share of {1} {2}", name, shown(figure), unit));
}

/// The value of the year before, where both are numbers.
const Figure* number_before(const Figures& figures, Year year) {
    const auto before = figures.find(Year{year.western - 1});
    return before != figures.end() && before->second.amount ? &before->second : nullptr;
}

/// Earlier years were looked at in their own reports, when less stood beside them; with no value before them they are
/// compared no more.
void check_indicator(const Indicator& indicator, Doubts& doubts) {
    for (const auto& [year, now] : indicator.actuals) {
        if (!now.amount) continue;
        if (!goes_above(indicator, year)) check_share(indicator.name, indicator.unit, now, doubts);
        const Year last{year.western - 1};
        const Figure* before = number_before(indicator.actuals, year);
        const Compared others = compared(indicator, year, doubts.inputs().eras);
        const bool crossing = on_the_way(indicator, year, now);
        const auto slip = crossing ? std::nullopt : slip_of(*now.amount, others.beside);
        bool told = false;
        if (before != nullptr) {
            told = !crossing && check_tenfold(indicator.name, last, *before, now, slip, doubts);
            check_sign(indicator.name, last, *before, now, doubts);
            check_cumulative(indicator, last, *before, now, doubts);
        }
        if (told || (year < doubts.inputs().evaluated_year && !others.beside.has_past)) continue;
        if (slip) raise_slip(indicator.name, now, *slip, others.words, doubts);
    }
}

void check_activity(const input::ActivityIndicator& activity, Doubts& doubts) {
    for (const auto& [year, now] : activity.actuals) {
        if (!now.amount) continue;
        const bool usual =
            std::any_of(activity.actuals.begin(), activity.actuals.end(), [&, y = year](const auto& other) {
                return other.first < y && other.second.amount && Ratio(*other.second.amount) > Ratio(100);
            });
        if (!usual) check_share(activity.name, activity.unit, now, doubts);
        const Figure* before = number_before(activity.actuals, year);
        if (before == nullptr) continue;
        check_tenfold(activity.name, Year{year.western - 1}, *before, now, {}, doubts);
        check_sign(activity.name, Year{year.western - 1}, *before, now, doubts);
    }
}

}  // namespace

void check_values(Doubts& doubts) {
    for (const Indicator& indicator : doubts.inputs().strategy.indicators) {
        if (indicator.reprint_of.empty()) check_indicator(indicator, doubts);
    }
    for_each_activity(doubts.inputs(), [&](const auto& activity) { check_activity(activity, doubts); });
}

}  // namespace check
