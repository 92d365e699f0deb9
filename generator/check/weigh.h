// One claim put beside the facts.
#pragma once

#include <optional>
#include <string>

#include "check/agreement.h"
#include "check/claim.h"
#include "check/subject.h"

namespace check {

/// What a change is measured from.
struct Base {
    enum class Kind { none, year, baseline, target, year_target, final_target };
    Kind kind = Kind::none;
    base::Year year;  ///< of a target too, where another than that of the value is meant
};
/// The baseline or a target, where the property is one.
std::optional<Base> base_of(Property property);

/// The outcome for one subject; `left` when the data cannot tell.
struct Weighed {
    Verdict verdict = Verdict::left;
    std::string about, truth;
    std::optional<Fact> fact;
    ClaimKind kind = ClaimKind::value;
    bool swapped = false;          ///< contradicted by two digits beside each other that changed places
    std::optional<Fact> before{};  ///< what the fact was compared with
};

/// What is asked of a subject.
struct Question {
    Subject subject;
    Property property = Property::none;  ///< none: the figure's unit tells
    base::Year year;
    bool year_said = false;
};

Weighed weigh_value(const evaluate::Assessment& assessment, const Question& question, const TypedFigure& figure);

/// `sign`: 1 up, -1 down, 0 either; `for_better`: the sign is one of good and bad, not of more and less.
struct Movement {
    int sign = 0;
    bool for_better = false;
    bool or_equal = false;  ///< 上回らなかった
};
Weighed weigh_change(const evaluate::Assessment& assessment, const Question& question, const Base& from,
                     const TypedFigure& figure, const Movement& movement);
/// 前年度比98.5％, 前年度の98.5％: now as a share of then.
Weighed weigh_ratio(const evaluate::Assessment& assessment, const Question& question, const Base& from,
                    const TypedFigure& figure);
/// A direction without a figure; sign 0 is 同じ.
Weighed weigh_direction(const evaluate::Assessment& assessment, const Question& question, const Base& from,
                        const Movement& movement);
/// 90％を上回った, 80％に届かない: `sign` as of the verb, `or_equal` for 達した.
Weighed weigh_threshold(const evaluate::Assessment& assessment, const Question& question, const TypedFigure& edge,
                        int sign, bool or_equal);
/// `target`: of its kinds, which one is meant.
Weighed weigh_reached(const evaluate::Assessment& assessment, const Question& question, Base::Kind target,
                      bool reached);
/// How a value stands to another in the direction that is better for the indicator: 1 beyond it, 0 on it, -1 short.
int lead(const base::Ratio& value, const base::Ratio& over, const input::Indicator& indicator);
/// Whether a figure, in a unit that goes with it, is the way from one fact to another.
bool fits_change(const TypedFigure& figure, const Fact& before, const Fact& now);
/// 「出生数」の実績値（令和5年）
std::string about(const evaluate::Assessment& assessment, const Question& question, Property property);

}  // namespace check
