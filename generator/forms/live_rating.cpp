// What a form computes while one types: the core's rules, branch by branch, over the cells of a row. What the plan
// fixes stands in the formulas as exact fractions.
#include <fmt/format.h>

#include "forms/formulas.h"
#include "input/taken_target.h"
#include "workbook/names.h"
#include "workbook/rate_formulas.h"

namespace forms {

namespace {

using base::Ratio;
using input::Formula;
using workbook::formula_text;

std::string in_formula(const Ratio& value) { return "(" + value.fraction() + ")"; }

std::string band_words(const input::Band& band) { return band.symbol + (band.symbol.empty() ? "" : " ") + band.word; }

std::string quoted(const input::Band* band) {
    return formula_text(band == nullptr ? std::string() : band_words(*band));
}

class Live {
   public:
    Live(const input::Inputs& inputs, const input::Indicator& indicator, const RowCells& cells,
         const RatingCells& shown)
        : inputs_(inputs), policy_(inputs.policy), indicator_(indicator), cells_(cells), shown_(shown) {
        if (const auto baseline = input::formula_baseline_value(indicator)) baseline_ = in_formula(*baseline);
        rule_ = input::formula_of(indicator, policy_);
        take_target();
    }

    LiveRating make() const {
        LiveRating live;
        live.target = typed_ ? std::nullopt : target_shown_;
        if (aim_ != nullptr) {
            live.rating = guarded(false, aim());
        } else if (rule_ == Formula::words) {
            live.rating = worded();
        } else if (target_.empty()) {
            return live;
        } else if (rule_ == Formula::classes) {
            live.rating = guarded(true, classed());
        } else if (rule_ != Formula::progress || !baseline_.empty()) {
            const workbook::RateTerms terms = rate_terms();
            const std::string exact = fmt::format("ROUND({},{})", rate_formula(terms), workbook::kept_decimals);
            live.rate = guarded(true, fmt::format("IF({}=\"\",{},\"\")", rate_refusal(terms), rounded(limited(exact))));
            const bool by_exact = policy_.rated_value == input::RatedValue::exact;
            live.rating = fmt::format("IF(ISNUMBER({0}),{1},IF({0}={2},{0},\"\"))", shown_.rate,
                                      banded(by_exact ? exact : rounded(exact), exact), formula_text("保留"));
        }
        return live;
    }

   private:
    void take_target() {
        const base::Year year = inputs_.evaluated_year;
        const input::TakenTarget taken =
            input::taken_target(indicator_, input::target_choice_of(indicator_, policy_), rule_, year, inputs_);
        if (taken.figure == nullptr) return;
        if (taken.figure->is_aim()) aim_ = &*taken.figure->aim;
        if (!taken.figure->amount) words_ = taken.figure->words;
        typed_ = taken.from == year && !taken.computed();
        if (taken.number) target_shown_ = taken.number->rounded(taken.figure->amount->decimals);
        target_ = typed_ ? cells_.target : taken.number ? in_formula(*taken.number) : std::string();
    }

    bool higher() const { return indicator_.direction == input::Direction::higher; }

    workbook::RateTerms rate_terms() const {
        const std::string baseline = baseline_.empty() ? "\"\"" : baseline_, refused = "1";
        return {rule_,   higher(), policy_.zero_target, cells_.value, target_, baseline, tolerance(target_), refused,
                refused, refused};
    }

    /// `of` what a tolerance in per cent is taken of, unless it is the baseline.
    std::string tolerance(const std::string& of) const {
        return workbook::tolerance_formula(indicator_, policy_, "", of, baseline_.empty() ? "0" : baseline_);
    }

    std::string limited(const std::string& rate) const {
        std::string out = rate;
        if (policy_.cap) out = "MIN(" + out + "," + base::plain(*policy_.cap) + ")";
        if (policy_.floor) out = "MAX(" + out + "," + base::plain(*policy_.floor) + ")";
        return out;
    }

    std::string rounded(const std::string& rate) const {
        return workbook::rounded(rate, std::to_string(policy_.decimals), policy_.rounding);
    }

    /// The band of a rate. A target that must be exceeded is not reached where it is met exactly.
    std::string banded(const std::string& compared, const std::string& exact) const {
        std::string words = "\"\"";
        const std::vector<input::Band>& bands = input::bands_of(indicator_, policy_);
        for (auto band = bands.rbegin(); band != bands.rend(); ++band) {
            if (!band->lower) {
                words = quoted(&*band);
                continue;
            }
            std::string above =
                fmt::format("{}{}{}", compared, band->lower_strict ? ">" : ">=", base::plain(*band->lower));
            const bool whole = indicator_.strict && !band->lower_strict && Ratio(*band->lower) == Ratio(100);
            if (whole) above = fmt::format("AND({},{}<>100)", above, exact);
            words = fmt::format("IF({},{},{})", above, quoted(&*band), words);
        }
        return words;
    }

    std::string class_words(std::size_t at) const {
        return quoted(at < policy_.class_bands.size() ? &policy_.class_bands[at] : nullptr);
    }

    /// An error where there is no baseline to tell it from, which shows as nothing.
    std::string classed() const {
        return fmt::format("IFERROR(CHOOSE({},{},{},{},{}),\"\")",
                           workbook::standing_formula(rate_terms(), policy_.by_baseline, indicator_.strict),
                           class_words(0), class_words(1), class_words(2), class_words(3));
    }

    std::string judged(bool reached) const { return quoted(input::judged_band(policy_, reached)); }

    std::string judged_by(const std::string& condition) const {
        return fmt::format("IF({},{},{})", condition, judged(true), judged(false));
    }

    /// A target that is a range or a direction.
    std::string aim() const {
        const std::string& v = cells_.value;
        if (aim_->range) {
            return judged_by(fmt::format("AND({0}>={1},{0}<={2})", v, base::plain(aim_->range->first),
                                         base::plain(aim_->range->second)));
        }
        if (baseline_.empty()) return "\"\"";
        const std::string moved = fmt::format("ROUND({}-{},9)", v, baseline_);
        if (aim_->toward == input::Aim::Toward::up) return judged_by(moved + ">0");
        if (aim_->toward == input::Aim::Toward::down) return judged_by(moved + "<0");
        return judged_by(fmt::format("ROUND({}{}+{},9)>=0", higher() ? "" : "-", moved, tolerance(baseline_)));
    }

    /// Judged as far as the figures, or the same words, speak for themselves; else by a person.
    std::string worded() const {
        const std::string open =
            formula_text(policy_.reasons.no_verdict.empty() ? "判定待ち" : policy_.reasons.no_verdict);
        const std::string& v = cells_.value;
        const std::string same =
            words_.empty() ? open : fmt::format("IF({}={},{},{})", v, formula_text(words_), judged(true), open);
        std::string number = open;
        if (!target_.empty() && words_.empty())
            number =
                judged_by(fmt::format("ROUND({},9){}0", lead_formula(rate_terms()), indicator_.strict ? ">" : ">="));
        return fmt::format("IF({0}=\"\",\"\",IF(LEFT({1},1)={2},{3},IF(ISNUMBER({0}),{4},{5})))", v, shown_.check,
                           formula_text("×"), formula_text("保留"), number, same);
    }

    /// Nothing until there are numbers, and 保留 while the value is doubted.
    std::string guarded(bool needs_target, const std::string& otherwise) const {
        const std::string target = needs_target ? ",ISNUMBER(" + target_ + ")" : "";
        return fmt::format("IF(NOT(AND(ISNUMBER({}){})),\"\",IF(LEFT({},1)={},{},{}))", cells_.value, target,
                           shown_.check, formula_text("×"), formula_text("保留"), otherwise);
    }

    const input::Inputs& inputs_;
    const input::Policy& policy_;
    const input::Indicator& indicator_;
    const RowCells& cells_;
    const RatingCells& shown_;
    Formula rule_ = Formula::ratio;
    std::string baseline_, target_;  ///< as formulas name them; empty: there is none
    std::string words_;              ///< of a target that is no number
    const input::Aim* aim_ = nullptr;
    bool typed_ = false;  ///< the target stands in its cell
    std::optional<base::Decimal> target_shown_;
};

}  // namespace

LiveRating live_rating(const input::Inputs& inputs, const input::Indicator& indicator, const RowCells& cells,
                       const RatingCells& shown) {
    return Live(inputs, indicator, cells, shown).make();
}

}  // namespace forms
