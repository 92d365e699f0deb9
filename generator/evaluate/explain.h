// The pieces of an explanation, one a kind of figure.
#pragma once

#include <string>
#include <vector>

#include "base/source.h"
#include "evaluate/border.h"
#include "evaluate/facts.h"

namespace evaluate {

/// What the pieces need; makes lines in the reader's language.
class Explainer {
   public:
    Explainer(const Context& context, const base::Sources& sources)
        : context_(context), assessment_(context.assessment), inputs_(context.inputs()), sources_(sources) {}

    std::string indicator(std::size_t index, base::Year year) const;
    /// Of something that tally_of() has a tally of.
    std::string mean(const Subject& subject) const;
    /// Of the indicators of a set.
    std::string count(const Subject& subject) const;
    std::string own(const Subject& subject, std::string_view name) const;
    std::string activity(const Subject& subject) const;
    /// Of ratings that people gave to projects.
    std::string ratings(const Subject& subject) const;

   private:
    std::string place(base::Span span) const;
    std::string year_text(base::Year year, base::YearKind kind = base::YearKind::fiscal) const;
    std::string number(const base::Decimal& value) const;
    std::string figure(const input::Figure& figure) const;
    std::string evidence(const input::Evidence& evidence) const;
    std::string percent(const base::Decimal& value) const;
    std::string approximate(const base::Ratio& exact) const;
    std::string policy_line(const input::Policy& policy) const;
    std::string rating_lines(const input::Band* band, const input::Policy& policy, const base::Decimal& shown,
                             const base::Ratio& exact, bool per_cent) const;
    std::string border_lines(const std::vector<Border>& borders, const std::string& unit, bool of_mean) const;

    std::string inputs_of(const input::Indicator& indicator, const Result& result) const;
    std::string verdict(const input::Verdict& verdict) const;
    std::string operand(const base::Decimal& value) const;
    std::string tolerance_text(const input::Tolerance& tolerance) const;
    std::string formula(const input::Indicator& indicator, const Result& result) const;
    std::string division(const input::Indicator& indicator, const Result& result) const;
    std::string outcome(const input::Indicator& indicator, const Result& result) const;
    std::string rate_lines(const input::Indicator& indicator, const Result& result) const;
    std::string changes(const Result& result) const;
    std::string why_excluded(const input::Indicator& indicator, const Result& result) const;

    std::string method(const Tally& tally) const;
    std::string goals_that_went_in(const Tally& tally, bool targets) const;
    std::string indicators_that_went_in(const Tally& tally) const;
    std::string contribution(std::size_t index, const Tally& tally) const;
    std::string left_out(const Tally& tally) const;
    std::string member(std::size_t index, base::Year year) const;

    const Context& context_;
    const Assessment& assessment_;
    const input::Inputs& inputs_;
    const base::Sources& sources_;
};

}  // namespace evaluate
