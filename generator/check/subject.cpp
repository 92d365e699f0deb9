// Facts of indicators, goals and the whole, by what is asked of them.
#include "check/subject.h"

#include <algorithm>

#include "base/number_style.h"
#include "base/utf8.h"
#include "check/prose.h"
#include "evaluate/facts.h"

namespace check {

namespace {

using base::Decimal;
using base::Ratio;
using base::Year;
using evaluate::Assessment;
using evaluate::Result;

using evaluate::Topic;
using SubjectKind = Subject::Kind;

const evaluate::IndicatorAssessment& assessed(const Assessment& assessment, const Subject& subject) {
    return assessment.indicators[subject.index];
}

const input::ActivityIndicator& activity_of(const Assessment& assessment, const Subject& subject) {
    return assessment.inputs->projects[subject.index].indicators[subject.activity];
}

/// ｔ as t: units as sentences have them.
std::string plain_unit(const std::string& unit) {
    const bool wide = unit.find("\xEF\xBC") != std::string::npos || unit.find("\xEF\xBD") != std::string::npos;
    return wide ? base::encode(narrowed(unit)) : unit;
}

std::string printed(const Assessment& assessment, const Decimal& value, const std::string& unit) {
    return base::to_text(value, assessment.inputs->policy.numbers) + unit;
}

std::optional<Fact> of_figure(const Assessment& assessment, const input::Figure* figure, const std::string& unit) {
    if (figure == nullptr || !figure->amount) return std::nullopt;
    Fact fact;
    fact.value = Ratio(*figure->amount);
    fact.decimals = figure->amount->decimals;
    fact.unit = plain_unit(unit);
    fact.printed = printed(assessment, *figure->amount, unit);
    fact.span = figure->span;
    return fact;
}

std::optional<Fact> of_percent(const Assessment& assessment, const std::optional<Decimal>& percent, bool points) {
    if (!percent) return std::nullopt;
    Fact fact;
    fact.value = Ratio(*percent);
    fact.decimals = percent->decimals;
    fact.unit = points ? "点" : "％";
    fact.printed = printed(assessment, *percent, fact.unit);
    return fact;
}

std::optional<Fact> of_indicator(const Assessment& assessment, const Subject& subject, Property property, Year year) {
    const evaluate::IndicatorAssessment& all = assessed(assessment, subject);
    const input::Indicator& indicator = *all.source;
    if (property == Property::baseline) {
        return of_figure(assessment, indicator.baseline ? &*indicator.baseline : nullptr, indicator.unit);
    }
    if (property == Property::year_target) {
        const auto found = indicator.targets.find(year);
        const bool there = found != indicator.targets.end();
        return of_figure(assessment, there ? found->second.in_force(year) : nullptr, indicator.unit);
    }
    if (property == Property::final_target) {
        return all.results.empty() ? std::nullopt : of_figure(assessment, all.results.back().target, indicator.unit);
    }
    const Result* found = result_in(assessment, subject, year);
    if (found == nullptr) {
        const bool baseline = property == Property::actual && indicator.baseline && indicator.baseline_year == year;
        return baseline ? of_figure(assessment, &*indicator.baseline, indicator.unit) : std::nullopt;
    }
    switch (property) {
        case Property::actual: return of_figure(assessment, found->actual, indicator.unit);
        case Property::target: return of_figure(assessment, found->target, indicator.unit);
        case Property::rate:
            return of_percent(assessment, found->rate ? std::optional(found->rate->shown) : std::nullopt, false);
        case Property::uncapped:
            return of_percent(assessment, found->rate ? std::optional(found->rate->uncapped) : std::nullopt, false);
        default: return std::nullopt;
    }
}

std::optional<Fact> of_activity(const Assessment& assessment, const Subject& subject, Property property, Year year) {
    if (property != Property::actual) return std::nullopt;
    const input::ActivityIndicator& activity = activity_of(assessment, subject);
    const auto found = activity.actuals.find(year);
    return of_figure(assessment, found == activity.actuals.end() ? nullptr : &found->second, activity.unit);
}

std::optional<Fact> of_group(const Assessment& assessment, const Subject& subject, Property property, Year year) {
    if (property != Property::mean && property != Property::share) return std::nullopt;
    const input::Strategy& strategy = assessment.inputs->strategy;
    if (year < strategy.first_year || year > strategy.last_year) return std::nullopt;
    const evaluate::Tally& tally = tally_of(assessment, subject, year);
    if (property == Property::share) {
        const auto rated = static_cast<std::int64_t>(tally.evaluated.size());
        const auto reached = static_cast<std::int64_t>(
            std::count_if(tally.evaluated.begin(), tally.evaluated.end(),
                          [&](const std::size_t index) { return assessment.indicators[index].in(year).achieved; }));
        if (rated == 0) return std::nullopt;
        return of_percent(assessment, (Ratio(reached * 100) / Ratio(rated)).rounded(1), false);
    }
    return of_percent(assessment, tally.mean, tally.in_points);
}

const char* property_word(Property property) {
    switch (property) {
        case Property::actual: return "actual";
        case Property::target:
        case Property::year_target: return "target";
        case Property::final_target: return "final_target";
        case Property::baseline: return "baseline";
        case Property::rate: return "rate";
        case Property::uncapped: return "uncapped_rate";
        case Property::mean: return "mean";
        case Property::rating: return "rating";
        case Property::share:
        case Property::none: break;
    }
    return "";
}

evaluate::Topic topic_of(const Subject& subject) {
    switch (subject.kind) {
        case SubjectKind::indicator: return Topic::indicator;
        case SubjectKind::activity: return Topic::activity;
        case SubjectKind::goal: return Topic::goal;
        case SubjectKind::measure: return Topic::measure;
        case SubjectKind::initiative: return Topic::initiative;
        case SubjectKind::overall: break;
    }
    return Topic::overall;
}

std::optional<SubjectKind> kind_of(Topic topic) {
    switch (topic) {
        case Topic::indicator: return SubjectKind::indicator;
        case Topic::activity: return SubjectKind::activity;
        case Topic::overall: return SubjectKind::overall;
        case Topic::goal: return SubjectKind::goal;
        case Topic::measure: return SubjectKind::measure;
        case Topic::initiative: return SubjectKind::initiative;
        default: return std::nullopt;
    }
}

}  // namespace

std::optional<Fact> fact_of(const Assessment& assessment, const Subject& subject, Property property, Year year) {
    std::optional<Fact> fact;
    switch (subject.kind) {
        case SubjectKind::indicator: fact = of_indicator(assessment, subject, property, year); break;
        case SubjectKind::activity: fact = of_activity(assessment, subject, property, year); break;
        default: fact = of_group(assessment, subject, property, year); break;
    }
    if (!fact) return fact;
    fact->year = year;
    fact->property = property;
    // The value of the baseline's own year has no other name.
    if (property == Property::actual && year < assessment.inputs->strategy.first_year &&
        subject.kind == SubjectKind::indicator)
        property = Property::baseline;
    const std::string address = address_of(assessment, subject);
    if (address.empty() || property == Property::share) return fact;
    fact->address = address + "." + property_word(property);
    const bool yearless = property == Property::baseline || property == Property::final_target;
    if (year != assessment.inputs->evaluated_year && !yearless) {
        fact->address += "@" + base::short_year(assessment.inputs->eras, year);
    }
    return fact;
}

bool is_of_group(Property property) {
    return property == Property::mean || property == Property::rate || property == Property::share;
}

std::vector<Subject> goals_between(std::size_t first, std::size_t end) {
    std::vector<Subject> goals;
    for (std::size_t goal = first; goal < end; ++goal) goals.push_back({Subject::Kind::goal, goal});
    return goals;
}

std::string reason_of(const Assessment& assessment, const Subject& subject, Year year) {
    if (subject.kind == SubjectKind::activity) {
        const auto& actuals = activity_of(assessment, subject).actuals;
        const auto found = actuals.find(year);
        return found == actuals.end() ? "" : found->second.words;
    }
    const Result* found = result_in(assessment, subject, year);
    return found == nullptr ? "" : found->reason;
}

bool is_called(const input::Band& band, std::u32string_view letters) {
    return narrowed(band.word) == letters || (!band.symbol.empty() && narrowed(band.symbol) == letters);
}

const Result* result_in(const Assessment& assessment, const Subject& subject, Year year) {
    if (subject.kind != SubjectKind::indicator) return nullptr;
    const auto& results = assessed(assessment, subject).results;
    const auto found = std::find_if(results.begin(), results.end(), [&](const Result& r) { return r.year == year; });
    return found == results.end() ? nullptr : &*found;
}

const evaluate::GroupAssessment& group_of(const Assessment& assessment, const Subject& subject) {
    switch (subject.kind) {
        case SubjectKind::goal: return assessment.goals[subject.index];
        case SubjectKind::measure: return assessment.measures[subject.index];
        case SubjectKind::initiative: return assessment.initiatives[subject.index];
        default: return assessment.overall;
    }
}

const evaluate::Tally& tally_of(const Assessment& assessment, const Subject& subject, Year year) {
    static const evaluate::Tally none;
    const evaluate::GroupAssessment& group = group_of(assessment, subject);
    const auto& years = subject.headline ? group.headline_targets : group.kpis;
    if (years.empty() || year < years.front().year || year > years.back().year) return none;
    return subject.headline ? group.headline_in(year) : group.kpis_in(year);
}

std::string name_of(const Assessment& assessment, const Subject& subject) {
    const input::Strategy& strategy = assessment.inputs->strategy;
    if (subject.kind == SubjectKind::indicator) return "「" + assessed(assessment, subject).source->name + "」";
    if (subject.kind == SubjectKind::activity) {
        const input::ActivityIndicator& activity = activity_of(assessment, subject);
        return "「" + (activity.kpi ? strategy.indicators[*activity.kpi].name : activity.name) + "」";
    }
    const std::string of = subject.headline ? "数値目標" : "KPI";
    switch (subject.kind) {
        case SubjectKind::goal: return "基本目標" + std::to_string(strategy.goals[subject.index].number) + "の" + of;
        case SubjectKind::measure: return "施策「" + strategy.measures[subject.index].title + "」の" + of;
        case SubjectKind::initiative: return "主な取組「" + strategy.initiatives[subject.index].title + "」の" + of;
        default: return "全体の" + of;
    }
}

std::string name_of(Property property) {
    switch (property) {
        case Property::target:
        case Property::year_target: return "目標値";
        case Property::final_target: return "最終年度の目標値";
        case Property::baseline: return "現状値";
        case Property::rate: return "達成率";
        case Property::uncapped: return "上限を適用しない達成率";
        case Property::mean: return "達成率平均";
        case Property::share: return "うち目標を達成したものの割合";
        case Property::rating: return "評価";
        default: return "実績値";
    }
}

std::string unit_of(const Assessment& assessment, const Subject& subject) {
    if (subject.kind == SubjectKind::indicator) return plain_unit(assessed(assessment, subject).source->unit);
    if (subject.kind == SubjectKind::activity) return plain_unit(activity_of(assessment, subject).unit);
    return "％";
}

base::YearKind year_kind_of(const Assessment& assessment, const Subject& subject) {
    if (subject.kind == SubjectKind::indicator) return assessed(assessment, subject).source->year_kind;
    return base::YearKind::fiscal;
}

std::string address_of(const Assessment& assessment, const Subject& subject) {
    const Topic topic = topic_of(subject);
    evaluate::Subject named{
        .topic = topic, .of = topic, .headline = subject.headline, .index = subject.index, .part = subject.activity};
    if (subject.headline && subject.is_group()) named.topic = Topic::indicators;
    return evaluate::subject_text(evaluate::unworded(assessment), named);
}

std::optional<Address> parse_address(const Assessment& assessment, const std::string& path) {
    const auto read = evaluate::parse_address(evaluate::unworded(assessment), path);
    const auto* found = std::get_if<evaluate::Address>(&read);
    if (found == nullptr || found->name.empty()) return std::nullopt;
    const evaluate::Subject& of = found->subject;
    const auto kind = kind_of(of.topic == Topic::indicators ? of.of : of.topic);
    if (!kind) return std::nullopt;
    Address address{
        {*kind, of.index, of.part, of.topic == Topic::indicators && of.headline}, found->name, std::nullopt};
    if (path.find('@') != std::string::npos) address.year = of.year;
    return address;
}

}  // namespace check
