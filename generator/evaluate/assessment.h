// What the evaluation core produces: for every indicator and year the exact rate, what is shown, the rating, or why
// there is none; for goals and the whole the means and counts.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/seldom.h"
#include "base/source.h"
#include "base/year.h"
#include "input/inputs.h"
#include "input/taken_target.h"

namespace evaluate {

/// Why an indicator has no rate in a year.
enum class Exclusion {
    none,
    reprint,    ///< 再掲: counted at its first place
    not_valid,  ///< 指標変更: outside valid_from..valid_to
    no_actual,  ///< nothing was reported for the year
    status,     ///< 未公表, 調査なし, －: the word is the reason
    no_target,  ///< 目標値なし
    zero_target,
    refused_signs,  ///< a ratio whose signs make no sense
    no_baseline,    ///< progress without a 現状値
    reference_value,
    future,     ///< a year after the evaluated one
    no_verdict  ///< words that nobody has judged
};

/// How a result came about: which line of its formula applied.
enum class Basis {
    none,          ///< not evaluated
    divided,       ///< a quotient was taken
    maintained,    ///< maintain: met within the tolerance, 100 % exactly
    nothing_left,  ///< lower is better and the actual is 0: 100 % exactly
    zero_missed,   ///< the target is 0 and missed: 0 %
    zero_reached,  ///< the target is 0 and reached, where the policy counts that: 100 % exactly
    within,        ///< a range for a target: the actual lies in it or not
    moved,         ///< a direction for a target: told from the baseline
    compared,      ///< classes, and words or ranks that are numbers: actual beside target, no rate
    verdict,       ///< the author's word
    same_words     ///< the words of the target were reached to the letter
};

/// A rate in per cent: exact, and rounded once for the page.
struct Rate {
    base::Ratio exact;       ///< 1 is 100 %
    base::Decimal uncapped;  ///< per cent as shown without cap and floor
    base::Decimal shown;     ///< per cent as shown: capped and floored
    bool capped = false;     ///< shown differs from uncapped
};

/// One indicator in one year.
struct Result {
    base::Year year;
    const input::Figure* actual = nullptr;
    const input::Figure* target = nullptr;           ///< in force for the evaluated year's report
    const input::Figure* original_target = nullptr;  ///< when the target was revised
    std::optional<base::Year> target_from;           ///< the year whose target it is, where that is another
    std::optional<base::Ratio> target_part;          ///< how much of that is taken (n/N), where it is not all
    std::optional<input::TargetLine> target_line;    ///< where it is a point on the line to the last target
    std::optional<base::Ratio> target_value;         ///< exact: on the line for `linear`, else as `target`
    const input::Verdict* verdict = nullptr;         ///< the author's, where there is one for the year
    Basis basis = Basis::none;
    Exclusion exclusion = Exclusion::none;
    std::string reason;                           ///< in the report's language; empty when evaluated
    input::Formula rule = input::Formula::ratio;  ///< the rule really used
    std::optional<Rate> rate;                     ///< none for classes and words
    base::Seldom<Rate> second;                    ///< the policy's second rate, where it can be taken
    const input::Band* band = nullptr;            ///< the rating; when excluded none, or the class of a status
    const input::Band* computed_band = nullptr;  ///< as computed, where the policy takes people's rating for the rating
    bool achieved = false;                       ///< exact rate at least 1, or the verdict
    const input::HumanRating* human = nullptr;
    const input::Band* human_band = nullptr;  ///< of that rating
    const input::HumanRating* council = nullptr;
    const input::Band* council_band = nullptr;
    const input::Policy* policy = nullptr;
    std::optional<base::Decimal> value_change;  ///< actual minus last year's actual, with the decimals of both
    std::optional<base::Decimal> rate_change;   ///< ポイント, between the printed rates, uncapped where printed
    std::optional<int> rating_change;  ///< bands up (+) or down (-), where both years have one of the same list

    bool evaluated() const { return exclusion == Exclusion::none; }
    /// Counted at all: no reprint, and within its valid years.
    bool present() const { return exclusion != Exclusion::reprint && exclusion != Exclusion::not_valid; }
    /// Whether people's rating stands in the place of the computed one.
    bool rated_by_people() const { return computed_band != band; }
};

/// What stands beside the figures of an indicator: a note, or what a mark on them means.
struct Note {
    enum class Kind {
        value,        ///< 注: as its author wrote it
        provisional,  ///< 速報値
        revised,      ///< 改定値, or a target that was revised from `year` on
        reference,    ///< 参考値
        strict,       ///< 超: reaching the target exactly is not enough
        human         ///< a rating by people, `text` being their reason
    };
    enum class Of { indicator, baseline, actual, target };
    Kind kind = Kind::value;
    Of of = Of::indicator;
    std::optional<base::Year> year;  ///< none where it holds for the indicator as a whole
    base::YearKind year_kind = base::YearKind::fiscal;
    std::string text;                   ///< may be empty but for `value` and `human`
    std::string word;                   ///< the rating by people; of revised targets when it was decided
    const input::Band* band = nullptr;  ///< of that rating
};

struct IndicatorAssessment {
    const input::Indicator* indicator = nullptr;
    const input::Indicator* source = nullptr;  ///< of a reprint the original, else the indicator itself
    std::vector<Result> results;               ///< a result for every year of the strategy
    std::vector<Note> notes;                   ///< in the order in which they stand under it
    const Result& in(base::Year year) const;
};

/// Results of a set of KPIs (a goal, a measure, an initiative, all) in one year.
struct Tally {
    base::Year year;
    const input::Policy* policy = nullptr;
    input::OverallBy by = input::OverallBy::mean_of_kpis;  ///< how the mean was taken
    std::vector<std::size_t> evaluated;                    ///< indices of indicators
    std::vector<std::size_t> excluded;                     ///< all the others of the set, with their reason
    std::vector<std::size_t> left_out;                     ///< of the evaluated, those whose type enters no such mean
    std::size_t in_force = 0;  ///< evaluated or excluded, but neither a reprint nor outside its valid years
    std::size_t achieved = 0;
    std::vector<std::size_t> per_band;        ///< counts, one a band of the policy
    std::vector<std::size_t> per_class_band;  ///< counts, one a class band of the policy
    std::vector<std::size_t> per_status;      ///< counts, one a status of the policy, of those that are a class
    std::optional<base::Ratio> mean_exact;    ///< as a fraction (1 is 100 %), of what the policy says; or points
    std::optional<base::Decimal> mean;        ///< as shown: per cent, or points
    bool in_points = false;                   ///< the mean is one of points, without a per cent sign
    const input::Band* band = nullptr;
    std::optional<base::Decimal> mean_change;  ///< ポイント, between shown means
};

struct GroupAssessment {
    std::vector<Tally> kpis;              ///< a tally for every year of the strategy
    std::vector<Tally> headline_targets;  ///< the same over the headline targets; never mixed
    const Tally& kpis_in(base::Year year) const;
    const Tally& headline_in(base::Year year) const;
};

/// A band and how many of a set stand in it.
struct BandCount {
    const input::Band* band;
    std::size_t count;
};

/// A value that was typed though activity indicators make one.
struct TypedSum {
    const input::Figure* typed = nullptr;
    const input::Quotient* quotient = nullptr;  ///< it is a quotient: its terms are part and whole
    std::vector<base::Decimal> terms;
    base::Decimal sum;
};

struct Assessment {
    const input::Inputs* inputs = nullptr;
    /// Figures nobody typed: sums of activity indicators, targets on a line. Results point into it.
    std::shared_ptr<const std::deque<input::Figure>> made_figures;
    std::vector<IndicatorAssessment> indicators;  ///< as in Strategy::indicators
    std::vector<GroupAssessment> goals;           ///< as in Strategy::goals
    std::vector<GroupAssessment> measures;
    std::vector<GroupAssessment> initiatives;
    GroupAssessment overall;
    std::vector<TypedSum> typed_sums;
    std::vector<std::size_t> index;  ///< the indicators whose readings are known, as an index has them
};

/// Evaluates everything, a large plan on several threads. The Inputs must outlive the Assessment.
Assessment evaluate(const input::Inputs& inputs, std::size_t threads = 1);

/// Counts per band, for charts and tables: the bands that the policy's formula gives, then those of the other list that
/// a result has, bands of one word being one (that of the first list); then the policy's `other` where something
/// evaluated has no band. They add up to the number evaluated.
std::vector<BandCount> band_counts(const Tally& tally);

/// Counts of the statuses that are a class of their own (終了) and stand in the set; none of them is evaluated.
std::vector<BandCount> status_counts(const Tally& tally);

/// How many bands stand below `band` in its list, counted only in the lower half of it: 0 for the worst band, nothing
/// for the upper half. Of an odd number of bands the middle one is no lagging one.
std::optional<std::size_t> steps_from_below(const input::Policy& policy, const input::Band* band);
/// The same for a result; nothing where it is not evaluated.
std::optional<std::size_t> steps_from_below(const Result& result);

/// 再掲 and 指標変更 apart, the words for which indicators of the set were not evaluated, in the order of the plan.
std::vector<std::string> reasons_in(const Assessment& assessment, const Tally& tally);

/// 参考指標は、平均に入れない。: of the types that the policy leaves out of means, as reports say it; empty without
/// any.
std::string left_out_of_means(const input::Policy& policy);

/// Whether the uncapped rate of the indicator is printed in brackets behind the capped one.
bool shows_uncapped(const input::Policy& policy, const input::Indicator& indicator);

/// Whether a result is judged reached or not, without a rate: by a formula of words, by a range or a direction in the
/// place of the target, or by people's verdict on a target to be exceeded.
bool judged_without_rate(const Result& result, const input::Indicator& indicator);

/// The difference from the target that counts as none, in the unit of the indicator.
base::Ratio tolerance_of(const input::Policy& policy, const input::Indicator& indicator, const base::Ratio& target);

/// The policy the report of a year is judged by.
const input::Policy& policy_of(const input::Inputs& inputs, base::Year year);

/// What a binding prints, e.g. "goal.1.mean" -> "83.8%"; nullopt when the path is unknown. Filters may follow a bar:
/// "overall.headline_targets.count | 項目". docs/facts.md lists them all.
std::optional<std::string> placeholder(const Assessment& assessment, std::string_view path);

/// Replaces every {…} of a text; an unknown one is reported at its place inside `span` and left as it is.
std::string fill(const Assessment& assessment, std::string_view text, base::Span span, base::Diagnostics& diagnostics);

}  // namespace evaluate
