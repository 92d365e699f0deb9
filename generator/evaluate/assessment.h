// What the evaluation core produces: for every indicator and year the exact rate, what is shown, the rating, or why
// there is none; for goals and the whole the means and counts.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/source.h"
#include "base/year.h"
#include "input/inputs.h"

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
    future  ///< a year after the evaluated one
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
    Exclusion exclusion = Exclusion::none;
    std::string reason;                           ///< in the report's language; empty when evaluated
    input::Formula rule = input::Formula::ratio;  ///< the rule really used
    std::optional<Rate> rate;                     ///< none for classes and words
    const input::Band* band = nullptr;            ///< none when excluded
    bool achieved = false;                        ///< exact rate at least 1, or the verdict
    const input::HumanRating* human = nullptr;
    const input::Policy* policy = nullptr;
    std::optional<base::Ratio> value_change;   ///< actual minus last year's actual
    std::optional<base::Decimal> rate_change;  ///< ポイント, between the printed rates, uncapped where printed

    bool evaluated() const { return exclusion == Exclusion::none; }
};

struct IndicatorAssessment {
    const input::Indicator* indicator = nullptr;
    std::vector<Result> results;  ///< a result for every year of the strategy
    const Result& in(base::Year year) const;
};

/// Results of a set of KPIs (a goal, a measure, an initiative, all) in one year.
struct Tally {
    base::Year year;
    std::vector<std::size_t> evaluated;  ///< indices of indicators
    std::vector<std::size_t> excluded;
    std::size_t achieved = 0;
    std::vector<std::size_t> per_band;      ///< counts, one a band of the policy
    std::optional<base::Ratio> mean_exact;  ///< as a fraction (1 is 100 %), of what the policy says
    std::optional<base::Decimal> mean;      ///< per cent as shown
    const input::Band* band = nullptr;
    std::optional<base::Decimal> mean_change;  ///< ポイント, between shown means
};

struct GroupAssessment {
    std::vector<Tally> kpis;              ///< a tally for every year of the strategy
    std::vector<Tally> headline_targets;  ///< the same over the headline targets; never mixed
    const Tally& kpis_in(base::Year year) const;
    const Tally& headline_in(base::Year year) const;
};

struct Assessment {
    const input::Inputs* inputs = nullptr;
    std::vector<IndicatorAssessment> indicators;  ///< as in Strategy::indicators
    std::vector<GroupAssessment> goals;           ///< as in Strategy::goals
    std::vector<GroupAssessment> measures;
    std::vector<GroupAssessment> initiatives;
    GroupAssessment overall;
};

/// Evaluates everything. Faults that only evaluation sees (a sum that does not agree, alarms) go to `diagnostics`.
/// The Inputs must outlive the Assessment.
Assessment evaluate(const input::Inputs& inputs, base::Diagnostics& diagnostics);

/// The printed figure of a placeholder, e.g. "goal.1.kpi_average" -> "83.8%"; nullopt when the path is unknown.
/// Format words may follow a bar: "overall.targets_total | 項目". docs/placeholders.md lists them all.
std::optional<std::string> placeholder(const Assessment& assessment, std::string_view path);

/// Replaces every {{…}} of a text; an unknown one is reported at its place inside `span` and left as it is.
std::string fill(const Assessment& assessment, std::string_view text, base::Span span, base::Diagnostics& diagnostics);

}  // namespace evaluate
