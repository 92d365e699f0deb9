// Conditions on indicators: asked of one, or put to a set: kpis.at_100.value_down.count
#pragma once

#include <string_view>

#include "evaluate/assessment.h"

namespace evaluate {

/// An indicator in a year.
struct Case {
    const Result& result;
    const input::Indicator& indicator;

    bool present() const { return result.present(); }
    bool measured() const { return present() && result.actual != nullptr && result.actual->amount.has_value(); }
    bool evaluated() const { return result.policy != nullptr && result.evaluated(); }
    /// The year's movement in value; 0 when it cannot be told.
    int value() const { return result.value_change ? base::Ratio(*result.value_change).sign() : 0; }
    int rate() const { return result.rate_change ? base::Ratio(*result.rate_change).sign() : 0; }
    /// As value(), but 1 is always for the better.
    int progress() const { return indicator.direction == input::Direction::higher ? value() : -value(); }
};

struct Condition {
    std::string_view name;
    std::string_view japanese;
    std::string_view line;
    bool (*holds)(const Case&);
};

inline constexpr Condition conditions[] = {
    {"measured", "実績値があるもの", "", [](const Case& c) { return c.measured(); }},
    {"unmeasured", "実績値がないもの", "", [](const Case& c) { return !c.measured(); }},
    {"evaluated", "評価したもの", "", [](const Case& c) { return c.evaluated(); }},
    {"excluded", "評価しないもの", "", [](const Case& c) { return !c.evaluated(); }},
    {"achieved", "達成したもの", "丸める前の値で判定",
     [](const Case& c) { return c.evaluated() && c.result.achieved; }},
    {"unmet", "達成していないもの", "評価したもののうち",
     [](const Case& c) { return c.evaluated() && !c.result.achieved; }},
    {"declined", "前年度より悪くなったもの", "実績値と達成率のどちらかで",
     [](const Case& c) { return c.progress() < 0 || c.rate() < 0; }},
    {"improved", "前年度より良くなったもの", "実績値と達成率のどちらかで",
     [](const Case& c) { return c.progress() > 0 || c.rate() > 0; }},
    {"declined_value", "実績値が悪くなったもの", "低いほど良い指標では、増えたもの",
     [](const Case& c) { return c.progress() < 0; }},
    {"improved_value", "実績値が良くなったもの", "低いほど良い指標では、減ったもの",
     [](const Case& c) { return c.progress() > 0; }},
    {"declined_rate", "達成率が下がったもの", "rate_change で見て", [](const Case& c) { return c.rate() < 0; }},
    {"improved_rate", "達成率が上がったもの", "rate_change で見て", [](const Case& c) { return c.rate() > 0; }},
    {"value_up", "実績値が前年度より増えたもの", "良し悪しを問わず", [](const Case& c) { return c.value() > 0; }},
    {"value_down", "実績値が前年度より減ったもの", "良し悪しを問わず", [](const Case& c) { return c.value() < 0; }},
    {"rating_up", "評価が前年度より上がったもの", "",
     [](const Case& c) { return c.result.rating_change.value_or(0) > 0; }},
    {"rating_down", "評価が前年度より下がったもの", "",
     [](const Case& c) { return c.result.rating_change.value_or(0) < 0; }},
    {"lagging", "遅れているもの", "評価が、区分の下の半分にあるもの",
     [](const Case& c) { return steps_from_below(c.result).has_value(); }},
    {"target_revised", "目標値を改めたもの", "その年度の報告で有効な改定があるもの",
     [](const Case& c) { return c.result.original_target != nullptr; }},
    {"provisional", "実績値が速報値のもの", "",
     [](const Case& c) { return c.measured() && c.result.actual->provisional; }},
    {"revised", "実績値が改定値のもの", "", [](const Case& c) { return c.measured() && c.result.actual->revised; }},
};

/// By displayed rates. Only at_N looks at the capped one: 100.0% stands for all that reached the cap.
struct Comparison {
    std::string_view name;
    std::string_view japanese;
    std::string_view line;
    bool (*holds)(const Rate& rate, const base::Ratio& edge);
};

inline constexpr Comparison comparisons[] = {
    {"at_least_", "達成率がN％以上", "上限なしの達成率で",
     [](const Rate& r, const base::Ratio& edge) { return base::Ratio(r.uncapped) >= edge; }},
    {"at_most_", "達成率がN％以下", "上限なしの達成率で",
     [](const Rate& r, const base::Ratio& edge) { return base::Ratio(r.uncapped) <= edge; }},
    {"at_", "達成率がちょうどN％", "上限を適用した達成率で",
     [](const Rate& r, const base::Ratio& edge) { return base::Ratio(r.shown) == edge; }},
    {"over_", "達成率がN％を超える", "上限なしの達成率で",
     [](const Rate& r, const base::Ratio& edge) { return base::Ratio(r.uncapped) > edge; }},
    {"below_", "達成率がN％未満", "上限なしの達成率で",
     [](const Rate& r, const base::Ratio& edge) { return base::Ratio(r.uncapped) < edge; }},
};

/// rated, reason, type: a word of the city's follows.
bool takes_word(std::string_view name);

/// How many of the names from `begin` on make a condition, joined to one word in `condition`: 0 when they make none.
/// rated, reason and type take the name behind them; at_least_99.5 was cut at its point.
std::size_t take_condition(const std::vector<std::string>& names, std::size_t begin, std::string& condition);

/// Whether the indicator meets a condition that take_condition() made. `by` is the band meant by `rated`, where that
/// is known; else every band of the name counts.
bool meets(const Case& indicator, const std::string& condition, const input::Band* by);

}  // namespace evaluate
