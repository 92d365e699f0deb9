// What holds for every indicator and every mean, on figures drawn at random from a fixed seed.
#include <doctest/doctest.h>

#include <cstdlib>
#include <random>

#include "evaluate/assessment.h"
#include "evaluate/border.h"
#include "evaluate/rate.h"
#include "evaluate/rating.h"
#include "home.h"

namespace {

using base::Decimal;
using base::Ratio;
using input::Formula;

class Draw {
   public:
    std::size_t below(std::size_t limit) { return engine_() % limit; }
    /// A number of up to `digits` digits with 0 to 3 decimals, negative one time in four when allowed.
    Decimal decimal(std::size_t digits, bool negative) {
        std::string text(1 + below(digits), '0');
        for (char& c : text) c = static_cast<char>('0' + below(10));
        const std::size_t first = text.find_first_not_of('0');
        text = first == std::string::npos ? "0" : text.substr(first);
        return {negative && text != "0" && below(4) == 0, text, static_cast<int>(below(4))};
    }
    evaluate::Terms terms(bool negative) {
        evaluate::Terms terms;
        terms.actual = Ratio(decimal(9, negative));
        terms.target = Ratio(decimal(9, negative));
        if (below(3) > 0) terms.baseline = Ratio(decimal(9, negative));
        terms.direction = below(2) == 0 ? input::Direction::higher : input::Direction::lower;
        return terms;
    }
    Formula formula() {
        constexpr Formula formulas[] = {Formula::ratio, Formula::progress, Formula::maintain, Formula::linear};
        return formulas[below(4)];
    }
    input::Policy policy() {
        input::Policy policy;
        policy.decimals = static_cast<int>(below(4));
        constexpr base::Rounding modes[] = {base::Rounding::half_up, base::Rounding::half_even,
                                            base::Rounding::truncate};
        policy.rounding = modes[below(3)];
        if (below(3) > 0) policy.cap = Decimal{false, below(2) == 0 ? "100" : "120", 0};
        return policy;
    }

   private:
    std::mt19937_64 engine_{20240901};
};

constexpr int rounds = 4000;

/// A plan of one year whose KPIs stand in `goals` goals, with a four-band policy.
input::Inputs plan(std::size_t goals, std::size_t kpis_per_goal, Draw& draw) {
    input::Inputs inputs;
    inputs.evaluated_year = inputs.strategy.first_year = inputs.strategy.last_year = base::Year{2023};
    inputs.policy.cap = Decimal{false, "100", 0};
    inputs.policy.floor = Decimal{false, "0", 0};
    for (const char* edge : {"100", "80", "60", ""}) {
        input::Band band;
        band.id = band.word = std::string("from ") + edge;
        if (*edge != '\0') band.lower = Decimal{false, edge, 0};
        inputs.policy.bands.push_back(band);
    }
    input::Strategy& strategy = inputs.strategy;
    for (std::size_t goal = 0; goal < goals; ++goal) {
        strategy.goals.push_back({static_cast<int>(goal + 1), "g", "", std::nullopt, {}, {goal}, {}});
        strategy.measures.push_back({1, "m", {}, {goal}, goal, {}});
        strategy.initiatives.push_back({1, "i", {}, {}, goal, goal, {}});
        for (std::size_t kpi = 0; kpi < kpis_per_goal; ++kpi) {
            input::Indicator indicator;
            indicator.id = "k" + std::to_string(strategy.indicators.size());
            indicator.goal = indicator.measure = indicator.initiative = goal;
            indicator.direction = draw.below(2) == 0 ? input::Direction::higher : input::Direction::lower;
            input::Figure actual;
            actual.amount = draw.decimal(9, false);
            input::Target target;
            target.original = input::Figure{};
            target.original->amount = draw.decimal(9, false);
            indicator.actuals[base::Year{2023}] = actual;
            indicator.targets[base::Year{2023}] = target;
            strategy.initiatives[goal].kpis.push_back(strategy.indicators.size());
            strategy.indicators.push_back(std::move(indicator));
        }
    }
    return inputs;
}

}  // namespace

TEST_CASE("scaling actual, target, baseline and tolerance alike leaves the rate") {
    Draw draw;
    int rates = 0;
    for (int round = 0; round < rounds; ++round) {
        const Formula formula = draw.formula();
        evaluate::Terms terms = draw.terms(true);
        terms.tolerance = Ratio(draw.decimal(3, false));
        const evaluate::Outcome one = evaluate::rate_of(formula, terms);
        const Ratio scale = Ratio(static_cast<std::int64_t>(1 + draw.below(1000))) / Ratio(7);
        terms.actual = terms.actual * scale;
        terms.target = terms.target * scale;
        terms.tolerance = terms.tolerance * scale;
        if (terms.baseline) terms.baseline = *terms.baseline * scale;
        const evaluate::Outcome other = evaluate::rate_of(formula, terms);
        CHECK(one.exclusion == other.exclusion);
        REQUIRE(one.rate.has_value() == other.rate.has_value());
        if (!one.rate) continue;
        CHECK(*one.rate == *other.rate);
        ++rates;
    }
    CHECK(rates > rounds / 3);
}

TEST_CASE("100 % or more is what reaches the target, by ratio and maintain") {
    Draw draw;
    int rates = 0;
    for (int round = 0; round < rounds; ++round) {
        const evaluate::Terms terms = draw.terms(false);
        const Formula formula = draw.below(2) == 0 ? Formula::ratio : Formula::maintain;
        const evaluate::Outcome outcome = evaluate::rate_of(formula, terms);
        if (!outcome.rate) continue;
        CHECK((*outcome.rate >= Ratio(1)) == evaluate::reaches(terms, false));
        ++rates;
    }
    CHECK(rates > rounds / 2);
}

TEST_CASE("the capped rate is at most the uncapped one, and neither is rounded by more than its last digit") {
    Draw draw;
    for (int round = 0; round < rounds; ++round) {
        const input::Policy policy = draw.policy();
        const Ratio exact = Ratio(draw.decimal(5, true)) / Ratio(static_cast<std::int64_t>(1 + draw.below(9999)));
        const evaluate::Rate rate = evaluate::shown_rate(exact, policy);
        CHECK(Ratio(rate.shown) <= Ratio(rate.uncapped));
        CHECK(rate.capped == (rate.shown != rate.uncapped));
        CHECK(rate.shown.decimals == policy.decimals);
        const Ratio off = Ratio(rate.uncapped) - evaluate::percent(exact);
        const Ratio unit(Decimal{false, "1", policy.decimals});
        CHECK(off < unit);
        CHECK(off > Ratio() - unit);
    }
}

TEST_CASE("of a plan drawn at random: achieved is exact at least 1, and the mean lies between the extremes") {
    Draw draw;
    for (int round = 0; round < 40; ++round) {
        const input::Inputs inputs = plan(1 + draw.below(4), draw.below(12), draw);
        base::Diagnostics diagnostics;
        const evaluate::Assessment assessment = evaluate::evaluate(inputs);
        CHECK(diagnostics.all().empty());
        for (std::size_t goal = 0; goal < assessment.goals.size(); ++goal) {
            const evaluate::Tally& tally = assessment.goals[goal].kpis_in(inputs.evaluated_year);
            std::optional<Ratio> least;
            std::optional<Ratio> most;
            std::size_t achieved = 0;
            for (const std::size_t index : tally.evaluated) {
                const evaluate::Result& result = assessment.indicators[index].in(inputs.evaluated_year);
                CHECK(result.achieved == (result.rate->exact >= Ratio(1)));
                if (result.achieved) ++achieved;
                const Ratio shown(result.rate->shown);
                if (!least || shown < *least) least = shown;
                if (!most || shown > *most) most = shown;
            }
            CHECK(tally.achieved == achieved);
            REQUIRE(tally.mean.has_value() == least.has_value());
            if (!least) continue;
            CHECK(evaluate::percent(*tally.mean_exact) >= *least);
            CHECK(evaluate::percent(*tally.mean_exact) <= *most);
        }
    }
}

TEST_CASE("ten thousand KPIs of unlike denominators") {
    Draw draw;
    input::Inputs inputs = plan(4, 2500, draw);
    inputs.policy.mean_of = input::MeanOf::exact_rates;
    inputs.policy.overall_by = input::OverallBy::mean_of_kpis;
    base::Diagnostics diagnostics;
    const evaluate::Assessment assessment = evaluate::evaluate(inputs);
    CHECK(assessment.overall.kpis_in(inputs.evaluated_year).evaluated.size() > 9000);
    CHECK(assessment.overall.kpis_in(inputs.evaluated_year).mean.has_value());
}

TEST_CASE("up to the border a rating stays, and at the border it changes: every value is tried") {
    Draw draw;
    const base::Year year{2023};
    constexpr int far = 150;
    int borders = 0;
    for (int round = 0; round < 150; ++round) {
        input::Inputs inputs = plan(1, 1, draw);
        const input::Policy drawn = draw.policy();
        inputs.policy.decimals = drawn.decimals;
        inputs.policy.rounding = drawn.rounding;
        inputs.policy.rated_value = draw.below(2) == 0 ? input::RatedValue::exact : input::RatedValue::displayed;
        input::Indicator& indicator = inputs.strategy.indicators.front();
        indicator.formula = draw.formula();
        indicator.strict = draw.below(3) == 0;
        indicator.tolerance = input::Tolerance{draw.decimal(1, false), false, false};
        if (draw.below(2) == 0) {
            indicator.baseline.emplace().amount = base::whole(static_cast<std::int64_t>(draw.below(120)));
        }
        indicator.targets[year].original->amount = base::whole(static_cast<std::int64_t>(draw.below(100)));
        std::optional<Decimal>& actual = indicator.actuals[year].amount;
        const auto here = static_cast<int>(draw.below(100));
        const auto result_at = [&](int value) {
            actual = base::whole(value);
            return evaluate::evaluate(inputs);
        };
        const evaluate::Assessment assessment = result_at(here);
        const evaluate::Result result = assessment.indicators.front().in(year);
        const std::vector<evaluate::Border> found = evaluate::borders_of(result, indicator);
        borders += static_cast<int>(found.size());
        for (const int step : {1, -1}) {
            int other = here;
            const input::Band* band = result.band;
            bool evaluated = result.evaluated();
            while (evaluated && band == result.band && std::abs(other - here) < far) {
                other += step;
                const evaluate::Assessment there = result_at(other);
                evaluated = there.indicators.front().in(year).evaluated();
                band = there.indicators.front().in(year).band;
            }
            const auto border = std::find_if(found.begin(), found.end(),
                                             [&](const evaluate::Border& each) { return each.above == (step > 0); });
            CAPTURE(round);
            CAPTURE(here);
            CAPTURE(other);
            if (evaluated && band != result.band) {
                REQUIRE(border != found.end());
                CHECK(border->value == base::whole(other));
                CHECK(border->away == base::whole(std::abs(other - here)));
                CHECK(border->band == band);
                CHECK(border->better == (band < result.band));
            } else if (border != found.end()) {
                CHECK(Ratio(border->away) >= Ratio(far));
            }
        }
    }
    CHECK(borders > 100);
}
