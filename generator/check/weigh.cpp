// A claim is tied to the fact it can only mean, then agrees with it or not; what could mean several is left.
#include "check/weigh.h"

#include <algorithm>
#include <vector>

namespace check {

namespace {

using base::Ratio;
using base::Year;
using evaluate::Assessment;

/// The properties a figure without one may show, the likeliest first.
std::vector<Property> properties_of(const Assessment& assessment, const Question& question, const TypedFigure& figure) {
    if (question.subject.is_group()) return {question.property == Property::share ? Property::share : Property::mean};
    const bool activity = question.subject.kind == Subject::Kind::activity;
    const bool percent = figure.unit == "％" || figure.unit == "割";
    const bool unit_percent = is_percent(unit_of(assessment, question.subject));
    const auto capped = [&]() -> std::vector<Property> {
        const auto& indicator = *assessment.indicators[question.subject.index].indicator;
        const auto& policy = evaluate::policy_of(*assessment.inputs, question.year);
        if (evaluate::shows_uncapped(policy, indicator)) return {Property::rate, Property::uncapped};
        return {Property::rate};
    };
    switch (question.property) {
        case Property::none: {
            std::vector<Property> list;
            if (!percent || unit_percent) list.push_back(Property::actual);
            if (percent && !activity) {
                for (const Property each : capped()) list.push_back(each);
            }
            return list;
        }
        case Property::rate:
        case Property::mean: return activity ? std::vector<Property>{} : capped();
        case Property::target: return {Property::target, Property::year_target, Property::final_target};
        default: return {question.property};
    }
}

}  // namespace

std::optional<Base> base_of(Property property) {
    switch (property) {
        case Property::baseline: return Base{Base::Kind::baseline, {}};
        case Property::target: return Base{Base::Kind::target, {}};
        case Property::final_target: return Base{Base::Kind::final_target, {}};
        default: return std::nullopt;
    }
}

std::string about(const Assessment& assessment, const Question& question, Property property) {
    std::string text = name_of(assessment, question.subject) + "の" + name_of(property);
    if (property == Property::baseline || property == Property::final_target) return text;
    const base::YearKind kind =
        property == Property::actual ? year_kind_of(assessment, question.subject) : base::YearKind::fiscal;
    return text + "（" + base::era_year(assessment.inputs->eras, question.year, kind) + "）";
}

namespace {

/// 数値目標の達成率が100.0％: of the only one, or of each of them; of several with other rates nothing is said.
Weighed weigh_each(const Assessment& assessment, const Question& question, const TypedFigure& figure) {
    const evaluate::Tally& tally = tally_of(assessment, question.subject, question.year);
    Weighed weighed;
    for (const std::size_t index : tally.evaluated) {
        Question one = question;
        one.subject = {Subject::Kind::indicator, index};
        weighed = weigh_value(assessment, one, figure);
        if (weighed.verdict != Verdict::tied) break;
    }
    if (weighed.verdict == Verdict::contradicted && tally.evaluated.size() > 1) weighed.verdict = Verdict::left;
    return weighed;
}

}  // namespace

Weighed weigh_value(const Assessment& assessment, const Question& question, const TypedFigure& figure) {
    if (question.subject.headline && question.property == Property::rate)
        return weigh_each(assessment, question, figure);
    Weighed weighed;
    for (const Property property : properties_of(assessment, question, figure)) {
        const auto fact = fact_of(assessment, question.subject, property, question.year);
        if (!fact) {
            // A year is named in which there is no value: 合計特殊出生率は令和５年に1.16; or none is, and it is last
            // year's value.
            const std::string reason = reason_of(assessment, question.subject, question.year);
            const auto typed = in_unit(figure, unit_of(assessment, question.subject));
            bool stale = false;
            for (int year = question.year.western - 1; year >= assessment.inputs->strategy.first_year.western; --year) {
                const auto last = fact_of(assessment, question.subject, property, {year});
                stale = stale || (typed && last && typed->bound == Bound::exact && typed->value == last->value);
            }
            if (property == Property::actual && typed && (question.year_said || stale) && !reason.empty() &&
                weighed.about.empty()) {
                weighed = {Verdict::contradicted, about(assessment, question, property), reason, {}, ClaimKind::year};
            }
            continue;
        }
        const auto typed = in_unit(figure, fact->unit);
        if (!typed) continue;
        if (agrees(*typed, fact->value))
            return {Verdict::tied, about(assessment, question, property), fact->printed, fact};
        const bool swapped = is_swapped(*typed, *fact);
        if ((!weighed.fact && weighed.about.empty()) || (swapped && !weighed.swapped)) {
            weighed = {Verdict::contradicted, about(assessment, question, property), fact->printed, fact};
            const bool percent = property == Property::rate || property == Property::uncapped ||
                                 property == Property::mean || property == Property::share;
            if (percent) weighed.kind = ClaimKind::rate;
            weighed.swapped = swapped;
        }
    }
    return weighed;
}

namespace {

/// A property then and now.
struct ThenAndNow {
    Property property;
    Fact before, now;
    Base from;
};

std::vector<Base> bases_of(const Base& from, Year year) {
    // Of the policy's target, the year's and the last one: a plan may rate by another than a sentence has in mind.
    if (from.kind == Base::Kind::target && from.year.western != 0) return {from};
    if (from.kind == Base::Kind::target) return {from, {Base::Kind::year_target, {}}, {Base::Kind::final_target, {}}};
    if (from.kind != Base::Kind::none) return {from};
    return {{Base::Kind::year, Year{year.western - 1}}, {Base::Kind::baseline, {}}, {Base::Kind::target, {}}};
}

std::optional<Year> baseline_year(const Assessment& assessment, const Subject& subject) {
    if (subject.kind != Subject::Kind::indicator) return std::nullopt;
    return assessment.indicators[subject.index].source->baseline_year;
}

std::optional<Fact> base_fact(const Assessment& assessment, const Question& question, Property property,
                              const Base& from) {
    const Year of = from.year.western == 0 ? question.year : from.year;
    const auto fact_in = [&](Property which, const std::optional<Year>& year) {
        auto fact = fact_of(assessment, question.subject, which, question.year);
        if (fact && year) fact->year = *year;
        return fact;
    };
    switch (from.kind) {
        case Base::Kind::year: return fact_of(assessment, question.subject, property, from.year);
        case Base::Kind::baseline: return fact_in(Property::baseline, baseline_year(assessment, question.subject));
        case Base::Kind::target: return fact_of(assessment, question.subject, Property::target, of);
        case Base::Kind::year_target: return fact_of(assessment, question.subject, Property::year_target, of);
        case Base::Kind::final_target: return fact_in(Property::final_target, assessment.inputs->strategy.last_year);
        default: return std::nullopt;
    }
}

std::vector<ThenAndNow> pairs_of(const Assessment& assessment, const Question& question, const Base& from,
                                 bool points) {
    std::vector<Property> properties = {question.property};
    if (question.subject.is_group()) {
        properties = {question.property == Property::share ? Property::share : Property::mean};
    } else if (question.property == Property::rate || question.property == Property::mean) {
        properties = {Property::rate, Property::uncapped};
    } else if (question.property == Property::none) {
        properties = {Property::actual};
        if (points) properties.insert(properties.end(), {Property::rate, Property::uncapped});
    }
    std::vector<ThenAndNow> pairs;
    // Where the plan has a target for the year and rates by it, that is the one.
    const auto of_year = fact_of(assessment, question.subject, Property::year_target, question.year);
    const auto rated_by = fact_of(assessment, question.subject, Property::target, question.year);
    const bool yearly = of_year && rated_by && of_year->value == rated_by->value;
    for (const Property property : properties) {
        for (const Base& each : bases_of(from, question.year)) {
            if (yearly && each.kind == Base::Kind::final_target && from.kind == Base::Kind::target) continue;
            const bool value_only = each.kind != Base::Kind::year;
            if (value_only && property != Property::actual) continue;
            const auto now = fact_of(assessment, question.subject, property, question.year);
            const auto before = base_fact(assessment, question, property, each);
            if (now && before) pairs.push_back({property, *before, *now, each});
        }
    }
    return pairs;
}

bool lower_is_better(const Assessment& assessment, const Subject& subject, Property property) {
    if (subject.kind != Subject::Kind::indicator || property != Property::actual) return false;
    return assessment.indicators[subject.index].source->direction == input::Direction::lower;
}

int sign_of(const Assessment& assessment, const Question& question, const ThenAndNow& pair, const Movement& movement) {
    const int sign = (pair.now.value - pair.before.value).sign();
    return movement.for_better && lower_is_better(assessment, question.subject, pair.property) ? -sign : sign;
}

std::string base_name(const Assessment& assessment, const Question& question, const ThenAndNow& pair) {
    switch (pair.from.kind) {
        case Base::Kind::baseline: return "現状値";
        case Base::Kind::target:
        case Base::Kind::year_target: return "目標値";
        case Base::Kind::final_target: return "最終年度の目標値";
        default:
            return base::era_year(assessment.inputs->eras, pair.from.year, year_kind_of(assessment, question.subject));
    }
}

/// 令和4年 1,308人 → 1,288人（△20人）
std::string movement_text(const Assessment& assessment, const Question& question, const ThenAndNow& pair) {
    const Ratio change = pair.now.value - pair.before.value;
    const int decimals = std::max(pair.now.decimals, pair.before.decimals);
    const std::string unit = is_percent(pair.now.unit) ? "ポイント" : pair.now.unit;
    const base::NumberStyle style{.minus = "△", .plus = "+"};
    return base_name(assessment, question, pair) + " " + pair.before.printed + " → " + pair.now.printed + "（" +
           base::difference_text(change.rounded(decimals), style) + unit + "）";
}

Weighed against(const Assessment& assessment, const Question& question, const ThenAndNow& pair, ClaimKind kind) {
    return {Verdict::contradicted,
            about(assessment, question, pair.property),
            movement_text(assessment, question, pair),
            pair.now,
            kind,
            false,
            pair.before};
}

Weighed agreed(const Assessment& assessment, const Question& question, const ThenAndNow& pair, ClaimKind kind) {
    Weighed weighed = against(assessment, question, pair, kind);
    weighed.verdict = Verdict::tied;
    return weighed;
}

/// Shares of a thousand are compared in points as well, though nobody writes 0.3％ for them.
bool is_share(const std::string& unit) { return is_percent(unit) || unit == "‰"; }

enum class Fit { none, amount, points_as_percent, wrong };

/// How a typed change fits a pair: its amount in the unit of the value, in points, as a share, as a multiple.
Fit fit(const ThenAndNow& pair, const TypedFigure& figure) {
    const Ratio change = magnitude(pair.now.value - pair.before.value);
    TypedFigure typed = figure;
    typed.value = magnitude(figure.value);
    const bool percent = is_percent(pair.now.unit);
    if (figure.unit == "ポイント" || figure.unit == "点") {
        // 出生率は0.09ポイント低下: so are values without a unit.
        const bool points = is_share(pair.now.unit) || pair.now.unit.empty() || pair.now.unit == "倍";
        if (!points && figure.unit == "ポイント") return Fit::none;
        return agrees(typed, change) ? Fit::amount : Fit::wrong;
    }
    const bool multiple = figure.unit == "倍" && pair.now.unit != "倍";
    if (figure.unit == "％" || figure.unit == "割" || multiple) {
        if (figure.unit == "％" && percent && agrees(typed, change)) return Fit::points_as_percent;
        if (pair.before.value.is_zero()) return Fit::none;
        const Ratio share = change / magnitude(pair.before.value);
        if (figure.unit == "倍") return agrees(typed, pair.now.value / pair.before.value) ? Fit::amount : Fit::wrong;
        return agrees(typed, share * Ratio(figure.unit == "％" ? 100 : 10)) ? Fit::amount : Fit::wrong;
    }
    const auto scaled = in_unit(typed, pair.now.unit);
    if (!scaled || percent) return Fit::none;
    return agrees(*scaled, change) ? Fit::amount : Fit::wrong;
}

}  // namespace

bool fits_change(const TypedFigure& figure, const Fact& before, const Fact& now) {
    if (before.value == now.value) return false;
    return fit({now.property, before, now, {}}, figure) == Fit::amount;
}

Weighed weigh_change(const Assessment& assessment, const Question& question, const Base& from,
                     const TypedFigure& figure, const Movement& movement) {
    const bool points = figure.unit == "ポイント" || figure.unit == "％";
    Weighed weighed;
    for (const ThenAndNow& pair : pairs_of(assessment, question, from, points)) {
        const Fit how = fit(pair, figure);
        if (how == Fit::none) continue;
        const int sign = sign_of(assessment, question, pair, movement);
        const bool right_way = movement.sign == 0 || sign == movement.sign || (sign == 0 && figure.value.is_zero());
        if (how == Fit::amount && right_way) return agreed(assessment, question, pair, ClaimKind::change);
        // The doubt that comes nearest to what was meant is told: the unit, then the direction, then the amount.
        const ClaimKind kind = how == Fit::points_as_percent ? ClaimKind::unit
                               : how == Fit::amount          ? ClaimKind::direction
                                                             : ClaimKind::change;
        const bool nearer = weighed.about.empty() || (weighed.kind == ClaimKind::change && kind != ClaimKind::change);
        if (nearer) weighed = against(assessment, question, pair, kind);
    }
    return weighed;
}

Weighed weigh_ratio(const Assessment& assessment, const Question& question, const Base& from,
                    const TypedFigure& figure) {
    const auto typed = in_unit(figure, "％");
    if (!typed) return {};
    Weighed weighed;
    for (const ThenAndNow& pair : pairs_of(assessment, question, from, false)) {
        if (pair.before.value.is_zero()) continue;
        if (agrees(*typed, pair.now.value / pair.before.value * Ratio(100))) {
            return agreed(assessment, question, pair, ClaimKind::change);
        }
        if (weighed.about.empty()) weighed = against(assessment, question, pair, ClaimKind::change);
    }
    return weighed;
}

Weighed weigh_direction(const Assessment& assessment, const Question& question, const Base& from,
                        const Movement& movement) {
    Weighed weighed;
    const bool either = movement.for_better && question.property == Property::none;
    for (const ThenAndNow& pair : pairs_of(assessment, question, from, either)) {
        // 増えた alone is not said of the target.
        if (from.kind == Base::Kind::none && pair.from.kind == Base::Kind::target) continue;
        const int sign = sign_of(assessment, question, pair, movement);
        if (sign == movement.sign || (movement.or_equal && sign == 0)) {
            return agreed(assessment, question, pair, ClaimKind::direction);
        }
        if (weighed.about.empty()) weighed = against(assessment, question, pair, ClaimKind::direction);
    }
    return weighed;
}

Weighed weigh_threshold(const Assessment& assessment, const Question& question, const TypedFigure& edge, int sign,
                        bool or_equal) {
    Weighed weighed;
    for (const Property property : properties_of(assessment, question, edge)) {
        const auto fact = fact_of(assessment, question.subject, property, question.year);
        if (!fact) continue;
        const auto typed = in_unit(edge, fact->unit);
        if (!typed) continue;
        const int now = (fact->value - typed->value).sign();
        const bool holds = now == sign || (or_equal && now == 0);
        const Verdict verdict = holds ? Verdict::tied : Verdict::contradicted;
        if (holds || weighed.about.empty()) {
            weighed = {verdict, about(assessment, question, property), fact->printed, fact, ClaimKind::threshold};
        }
        if (holds) return weighed;
    }
    return weighed;
}

int lead(const Ratio& value, const Ratio& over, const input::Indicator& indicator) {
    const int sign = (value - over).sign();
    return indicator.direction == input::Direction::higher ? sign : -sign;
}

Weighed weigh_reached(const Assessment& assessment, const Question& question, Base::Kind kind, bool reached) {
    if (question.subject.kind != Subject::Kind::indicator) return {};
    const evaluate::IndicatorAssessment& all = assessment.indicators[question.subject.index];
    const auto found = std::find_if(all.results.begin(), all.results.end(),
                                    [&](const evaluate::Result& r) { return r.year == question.year; });
    if (found == all.results.end()) return {};
    bool is_reached = found->achieved;
    const auto actual = fact_of(assessment, question.subject, Property::actual, question.year);
    const auto target = base_fact(assessment, question, Property::none, {kind, {}});
    // What has no rate, as a balance below zero, may have reached its target all the same.
    if ((kind != Base::Kind::target || !found->evaluated()) && (!actual || !target)) return {};
    if (actual && target) {
        const int by = lead(actual->value, target->value, *all.source);
        const bool by_value = by > 0 || (by == 0 && (!all.source->strict || kind != Base::Kind::target));
        // 目標と同じ within a tolerance: reached by its class, and short of it by its value. Either may be said.
        if (kind == Base::Kind::target && found->evaluated() && by_value != is_reached) return {};
        is_reached = by_value;
    }
    Weighed weighed;
    weighed.verdict = is_reached == reached ? Verdict::tied : Verdict::contradicted;
    weighed.kind = ClaimKind::reached;
    weighed.about = about(assessment, question, Property::actual);
    weighed.fact = actual;
    weighed.before = target;
    if (actual && target) {
        weighed.truth = "実績値 " + actual->printed + "、目標値 " + target->printed;
    } else {
        weighed.truth = is_reached ? "達成" : "未達成";
    }
    return weighed;
}

}  // namespace check
