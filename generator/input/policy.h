// A city's convention for judging its indicators: config/policies/*.yaml or the project's own.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/length.h"
#include "base/number_style.h"
#include "base/source.h"
#include "base/year.h"

namespace input {

/// EVALUATION.md rule 3.
enum class Formula { ratio, progress, maintain, linear, classes, words };

/// 評価区分. Bands stand highest first; the lower edge belongs to the band unless it is strict (超).
struct Band {
    std::string id;
    std::string word;                    ///< 順調
    std::string symbol;                  ///< ◎, may be empty
    std::string range;                   ///< 100％以上, as the table of bands prints it; empty: generated
    std::optional<base::Decimal> lower;  ///< per cent; none for the lowest band
    bool lower_strict = false;
    std::optional<base::Decimal> points;  ///< for means by points
    base::Colour colour;
    base::Colour on_colour;  ///< of text and symbol on the colour
    base::Span span;
    /// Whether the name is the band's word, its symbol or its id.
    bool is_called(std::string_view name) const { return word == name || symbol == name || id == name; }
};

/// A word that stands where a number is not: 未公表, 調査なし, 集計中, －.
struct StatusWord {
    std::string word;
    std::string meaning;  ///< how it is spoken and reported: 値なし
    base::Span span;
    /// 終了: a class of its own beside the ratings, shown like one and counted by itself; neither rated nor averaged.
    std::optional<Band> looks;
};

enum class RatedValue { exact, displayed };
enum class MeanOf { exact_rates, displayed_rates };
/// weighted_kpis: a mean over KPIs with the weights of the indicators, 1 where none is given.
/// points: the mean of the points of the ratings; points_sum: their sum.
enum class OverallBy {
    mean_of_goal_means,
    mean_of_kpis,
    weighted_goals,
    share_achieved,
    points,
    points_sum,
    weighted_kpis
};
/// Which target the rate of a year is taken from: that year's; the plan's last; that of a named year (中間目標); the
/// part of the last one that the years gone make of the plan's (n/N); or the same part of the way from the baseline.
enum class TargetOf { year, final, named, share, way };
struct TargetChoice {
    TargetOf of = TargetOf::year;
    base::Year named;
    /// Whether it is a part of the last target, by the years gone.
    bool takes_part() const { return of == TargetOf::share || of == TargetOf::way; }
};
/// The difference that counts as none: in the indicator's own unit, or per cent of the target or the baseline.
struct Tolerance {
    base::Decimal amount;
    bool per_cent = false;
    bool of_baseline = false;
};
enum class ZeroTarget { not_evaluated, achieved_if_zero };

/// Which means an indicator enters: all; those of goals, measures and initiatives but not the whole's; or none. A share
/// of what was achieved and points are means too.
enum class InMeans { all, goals, none };

/// What holds for the indicators of one type (意識調査, 取組): behind what an indicator says itself, before the rest of
/// the policy.
struct TypeRule {
    std::string word;
    std::optional<Formula> formula;
    std::optional<Tolerance> tolerance;
    std::optional<TargetChoice> target;
    std::vector<Band> bands;  ///< the policy's `bands`, in its order, with edges of the type's own; empty: the policy's
    InMeans in_means = InMeans::all;
};

/// Ratings that a summary takes together: 順調 for ◎ and ○.
struct BandUnion {
    std::string word;
    std::vector<std::string> of;  ///< their words
    base::Span span;
};

/// A rate beside the one that is rated: 進捗率 to the last target, say. It is shown, and neither rated nor averaged.
struct SecondRate {
    std::string name;
    Formula formula = Formula::ratio;
    TargetChoice target;
};

/// Whose rating of an indicator is the rating, and enters counts and points; the others are shown beside it.
enum class RatedBy { computed, section, council };

/// How an exclusion is worded where no status of the author's says it; an empty one is worded `excluded_word`.
struct ReasonWords {
    std::string reprint;      ///< 再掲
    std::string not_yet;      ///< before the indicator is valid; empty: `no_target_word`
    std::string no_actual;    ///< nothing was reported
    std::string zero_target;  ///< the target is 0
    std::string refused;      ///< the signs of target and actual make no sense of a ratio
    std::string no_baseline;  ///< progress without a 現状値
    std::string reference;    ///< 参考値
    std::string no_verdict;   ///< words that nobody has judged
};

/// Which of the bands rates what is judged reached or not, without a rate (words, ranks): positions in `bands`. Where
/// the policy does not say, it is the band of 100 % and the lowest.
struct JudgedBands {
    std::optional<std::size_t> reached, missed;
};

struct Policy {
    std::string id;    ///< file name without .yaml
    std::string name;  ///< for people
    Formula formula = Formula::ratio;
    RatedValue rated_value = RatedValue::displayed;
    int decimals = 1;  ///< of a rate in per cent
    base::Rounding rounding = base::Rounding::half_up;
    std::optional<base::Decimal> cap;               ///< per cent, 100
    std::optional<base::Decimal> floor;             ///< per cent, 0
    bool show_uncapped = true;                      ///< 100.0 % (102.3 %)
    bool show_uncapped_targets = false;             ///< the same for headline targets
    MeanOf mean_of = MeanOf::displayed_rates;       ///< of rates
    MeanOf goal_mean_of = MeanOf::displayed_rates;  ///< of the means of goals
    int mean_decimals = 1;
    OverallBy goal_by = OverallBy::mean_of_kpis;  ///< how a goal is rated: mean_of_kpis, share_achieved or points
    OverallBy overall_by = OverallBy::mean_of_goal_means;
    ZeroTarget zero_target = ZeroTarget::not_evaluated;
    Tolerance tolerance;                       ///< of maintain and classes
    TargetChoice target;                       ///< of the rate
    std::optional<base::Decimal> achieved_at;  ///< per cent, from which a rate counts as achieved; none: 100
    std::string rate_name = "達成率";          ///< 進捗率, 目標達成度: how reports call the rate
    std::vector<Band> bands;
    JudgedBands judged;
    Band other;  ///< 区分なし: stands in distributions for what was evaluated and has no band
    /// Of the formula classes: above, equal, below, worse than the target; or, `by_baseline`, the target reached,
    /// better than the baseline, the same, worse.
    std::vector<Band> class_bands;
    bool by_baseline = false;
    std::vector<BandUnion> unions;
    std::vector<TypeRule> types;
    std::optional<SecondRate> second_rate;
    RatedBy rated_by = RatedBy::computed;
    std::vector<Band> council_bands;           ///< of the council's ratings; empty: as the KPIs'
    std::optional<std::size_t> achieved_from;  ///< the lowest of `bands` that counts as achieved; none: by the rate
    std::vector<Band> group_bands;  ///< of goals and the whole, in the unit of their mean; empty: as the KPIs'
    std::vector<StatusWord> statuses;
    std::string no_target_word;  ///< 目標値なし
    std::string excluded_word;   ///< 評価の対象外
    std::string replaced_word;   ///< 指標変更
    ReasonWords reasons;
    std::string overall_note;  ///< what the overall figure is the mean of, in words
    base::NumberStyle numbers;
    std::set<std::string, std::less<>> style;  ///< the rules of house style that are on; style_rules() has them all
    base::Span span;
    /// Whether the words are one of the statuses, to the letter.
    bool is_status(std::string_view words) const;
    /// Whether goals or the whole are rated by the points of the bands.
    bool in_points() const;
    /// Whether the whole is taken from the goals' means, not from the indicators.
    bool whole_of_goals() const;
    /// Whether a type of indicators is left out of means.
    bool leaves_out() const;
};

/// The highest band whose lower edge is at or below `value` (above, for a strict edge); in the unit of the edges.
/// `beyond`: the edge 100 is not reached by a value that equals it (a target to be exceeded, 超).
const Band* band_of(const std::vector<Band>& bands, const base::Ratio& value, bool beyond = false);
/// The band of what is judged reached or not without a rate, where no verdict names one.
const Band* judged_band(const Policy& policy, bool reached);

/// The rules of house style a policy may switch, the default set 公用文.
const std::vector<std::string_view>& style_rules();

}  // namespace input
