// What would reach the next band: checked against the evaluation itself, value by value.
#include "workbook/next_band.h"

#include <doctest/doctest.h>

#include "evaluate/rate.h"
#include "evaluate/rating.h"

namespace {

using base::Decimal;
using base::Ratio;

Decimal number(const char* text) { return *base::parse_decimal(text).value; }

input::Figure figure(const Decimal& amount) {
    input::Figure figure;
    figure.amount = amount;
    return figure;
}

struct Choice {
    base::Rounding rounding;
    input::RatedValue rated;
    bool strict_edge;
    input::Direction direction;
    input::Formula formula;
    bool strict_target;
};

input::Policy policy_of(const Choice& choice) {
    input::Policy policy;
    policy.rounding = choice.rounding;
    policy.rated_value = choice.rated;
    for (const char* edge : {"100", "79.9", "60", ""}) {
        input::Band band;
        band.id = edge;
        if (*edge != 0) band.lower = number(edge);
        band.lower_strict = choice.strict_edge && *edge != 0;
        policy.bands.push_back(band);
    }
    policy.tolerance.amount = number("0.4");
    return policy;
}

/// The indicator's result for an actual, by the functions of the evaluation.
evaluate::Result judged(const input::Indicator& indicator, const input::Policy& policy, const input::Figure& actual,
                        const input::Figure& target) {
    evaluate::Terms terms;
    terms.actual = Ratio(*actual.amount);
    terms.target = Ratio(*target.amount);
    if (indicator.baseline) terms.baseline = Ratio(*indicator.baseline->amount);
    terms.direction = indicator.direction;
    terms.tolerance = Ratio(policy.tolerance.amount);
    const evaluate::Outcome outcome = evaluate::rate_of(*indicator.formula, terms);
    REQUIRE(outcome.rate);
    evaluate::Result result;
    result.actual = &actual;
    result.policy = &policy;
    result.rule = outcome.rule;
    result.target = &target;
    result.target_value = terms.target;
    result.rate = evaluate::shown_rate(*outcome.rate, policy);
    result.band = evaluate::band_of(*result.rate, policy, indicator);
    result.computed_band = result.band;  // no rating of people
    return result;
}

/// The needed actual reaches the band above, and a unit less does not.
void check(const Choice& choice, const char* target_text) {
    const input::Policy policy = policy_of(choice);
    const input::Figure target = figure(number(target_text));
    input::Indicator indicator;
    indicator.formula = choice.formula;
    indicator.direction = choice.direction;
    indicator.strict = choice.strict_target;
    indicator.baseline = figure(number(choice.direction == input::Direction::higher ? "1.0" : "60.0"));
    const auto at = [&](int tenths) { return (Ratio(tenths) / Ratio(10)).rounded(1); };
    const auto band = [&](int tenths) {
        const input::Figure actual = figure(at(tenths));
        return judged(indicator, policy, actual, target).band - policy.bands.data();
    };
    const int better = choice.direction == input::Direction::higher ? 1 : -1;
    int answers = 0;
    for (int tenths = 10; tenths < 600; ++tenths) {
        const input::Figure actual = figure(at(tenths));
        const evaluate::Result result = judged(indicator, policy, actual, target);
        const auto needed = workbook::needed_actual(result, indicator);
        const auto place = result.band - policy.bands.data();
        CHECK((place == 0) == !needed.has_value());
        if (!needed) continue;
        const int wanted = std::stoi((Ratio(*needed) * Ratio(10)).rounded(0).digits);
        CAPTURE(tenths);
        CAPTURE(wanted);
        CHECK(band(wanted) < place);
        if (wanted != tenths + better) CHECK(band(wanted - better) >= place);
        ++answers;
    }
    CHECK(answers > 100);
}

}  // namespace

TEST_CASE("the needed actual is the least that reaches the next band") {
    using base::Rounding;
    using input::Direction;
    using input::Formula;
    using input::RatedValue;
    for (const Rounding rounding : {Rounding::half_up, Rounding::half_even, Rounding::truncate}) {
        for (const RatedValue rated : {RatedValue::displayed, RatedValue::exact}) {
            for (const bool strict : {false, true}) {
                CAPTURE(static_cast<int>(rounding));
                CAPTURE(static_cast<int>(rated));
                CAPTURE(strict);
                check({rounding, rated, strict, Direction::higher, Formula::ratio, false}, "32.0");
                check({rounding, rated, strict, Direction::lower, Formula::ratio, false}, "25.0");
                check({rounding, rated, strict, Direction::higher, Formula::progress, false}, "41.0");
                check({rounding, rated, strict, Direction::lower, Formula::progress, false}, "20.0");
                if (!strict) check({rounding, rated, strict, Direction::higher, Formula::maintain, false}, "40.0");
                check({rounding, rated, strict, Direction::higher, Formula::ratio, true}, "32.0");
            }
        }
    }
}

TEST_CASE("people who gave the rating that was computed change nothing in what is needed") {
    input::Policy policy = policy_of({base::Rounding::half_up, input::RatedValue::displayed, false,
                                      input::Direction::higher, input::Formula::ratio, false});
    policy.rated_by = input::RatedBy::council;
    input::Indicator indicator;
    indicator.formula = input::Formula::ratio;
    const input::Figure target = figure(number("40.0")), actual = figure(number("20.0"));
    evaluate::Result result = judged(indicator, policy, actual, target);
    result.council_band = result.band;
    const auto needed = workbook::needed_actual(result, indicator);
    REQUIRE(needed);
    CHECK(base::plain(*needed) == "24");  // 60 % of the target
}
