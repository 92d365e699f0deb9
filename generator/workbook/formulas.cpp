// Each formula follows the core's rule branch by branch; ROUND to nine places takes off the noise of binary numbers.
#include "workbook/formulas.h"

#include <fmt/format.h>

#include <algorithm>

#include "workbook/council.h"

namespace workbook {

namespace {

using evaluate::Result;
using input::Direction;
using input::Formula;
using input::Indicator;
using input::Policy;

/// The cells a formula of the row speaks of, and the names of the settings.
struct Terms {
    const Places& places;
    const Indicator& indicator;
    const Policy& policy;
    const Result& result;
    Row row;

    std::string cell_of_row(std::string_view key) const {
        return "$" + workbook::cell(places.calculation.at(row, key));
    }
    std::string name(std::string_view key) const { return places.name_of(key, &policy); }
    std::string actual() const { return cell_of_row("actual"); }
    std::string target() const { return cell_of_row("target"); }
    std::string baseline() const { return cell_of_row("baseline"); }
    std::string tolerance() const {
        const bool of_policy = &input::tolerance_of(indicator, policy) == &policy.tolerance;
        return tolerance_formula(indicator, policy, of_policy ? name("tolerance") : "", target(), baseline());
    }
    bool by_people() const { return result.evaluated() && result.rated_by_people(); }
    bool higher() const { return indicator.direction == Direction::higher; }
    Formula rule() const { return input::formula_of(indicator, policy); }
    /// A range or a direction in the place of the target, which the author has not judged himself.
    const input::Aim* aim() const {
        const bool aims = result.target != nullptr && result.target->is_aim();
        return aims && result.verdict == nullptr ? &*result.target->aim : nullptr;
    }
    bool by_words() const { return evaluate::judged_without_rate(result, indicator); }
    bool by_class() const { return !by_words() && rule() == Formula::classes; }
    RateTerms rate_terms() const {
        return {rule(),      higher(),        policy.zero_target,  actual(),           target(), baseline(),
                tolerance(), name("refused"), name("zero_target"), name("no_baseline")};
    }
};

std::string lead(const Terms& t) { return lead_formula(t.rate_terms()); }

/// Why there is no rate although actual and target are numbers.
std::string reason_of_numbers(const Terms& t) {
    if (t.rule() != Formula::classes) return rate_refusal(t.rate_terms());
    if (!t.policy.by_baseline) return "\"\"";
    return fmt::format("IF(OR(ISNUMBER({}),ROUND({},9){}0),\"\",{})", t.baseline(), lead(t),
                       t.indicator.strict ? ">" : ">=", t.name("no_baseline"));
}

/// Whether the cell holds a word of the statuses, to the letter: MATCH would take * and ? for any.
std::string is_status(const Terms& t, const std::string& cell) {
    return fmt::format("SUMPRODUCT(--({}={}))>0", t.name("statuses"), cell);
}

/// A word that the author wrote where a number is expected, and that is no status: it stays allowed.
std::string own_words(const std::string& cell, const input::Figure* figure, const Policy& policy) {
    if (figure == nullptr || figure->amount || figure->words.empty()) return "";
    return policy.is_status(figure->words) ? "" : fmt::format("+({}={})", cell, formula_text(figure->words));
}

/// 1 where target, actual or baseline is neither a number nor empty nor a status: 195件, △195 as a text.
std::string wrong(const Terms& t) {
    if (t.by_words()) return "0";
    const std::string a = t.actual(), b = t.target(), c = t.baseline(), words = t.name("statuses");
    std::string good = fmt::format(
        "COUNT({0},{1},{2})+({0}=\"\")+({1}=\"\")+({2}=\"\")+SUMPRODUCT(({3}={0})*({0}<>\"\")+({3}={1})*({1}<>\"\")+({"
        "3}={2})*({2}"
        "<>\"\"))",
        a, b, c, words);
    good += own_words(a, t.result.actual, t.policy) + own_words(b, t.result.target, t.policy);
    if (t.indicator.baseline) good += own_words(c, &*t.indicator.baseline, t.policy);
    return fmt::format("IF(OR({}<>\"\",{}>=3),0,1)", t.cell_of_row("fixed"), good);
}

std::string reason_of_words(const Terms& t) {
    if (t.result.verdict != nullptr) return "\"\"";
    if (const input::Aim* aim = t.aim()) {
        if (aim->range) return "\"\"";
        return fmt::format("IF(ISNUMBER({}),\"\",{})", t.baseline(), t.name("no_baseline"));
    }
    return fmt::format("IF(AND(ISNUMBER({0}),ISNUMBER({1})),\"\",IF({2},{0},IF({0}={1},\"\",{3})))", t.actual(),
                       t.target(), is_status(t, t.actual()), t.name("no_verdict"));
}

/// The word where there is no target: of a line or a way that has no beginning.
std::string no_target(const Terms& t) {
    const bool way = input::target_choice_of(t.indicator, t.policy).of == input::TargetOf::way;
    if (t.result.exclusion != evaluate::Exclusion::no_baseline || (!way && t.rule() != Formula::linear)) {
        return t.name("no_target");
    }
    return fmt::format("IF(ISNUMBER({}),{},{})", t.baseline(), t.name("no_target"), t.name("no_baseline"));
}

std::string reason(const Terms& t) {
    const std::string early =
        fmt::format("IF({0}<>\"\",{0},IF({3}=1,{4},IF({1}=\"\",{2},", t.cell_of_row("fixed"), t.actual(),
                    t.name("no_actual"), t.cell_of_row("wrong"), t.name("wrong_input"));
    const std::string target_missing = fmt::format("IF({}=\"\",{},", t.target(), t.name("no_target"));
    if (t.rule() == Formula::words && t.aim() == nullptr) return early + target_missing + reason_of_words(t) + "))))";
    const std::string status = fmt::format("IF(ISTEXT({0}),{0},", t.actual());
    if (t.by_words()) return early + status + target_missing + reason_of_words(t) + ")))))";
    return early + status +
           fmt::format("IF(NOT(ISNUMBER({})),{},{})))))", t.target(), no_target(t), reason_of_numbers(t));
}

/// Whether a range or a direction is met.
std::string aim_reached(const Terms& t, const input::Aim& aim) {
    if (aim.range) {
        return fmt::format("IF(AND({0}>={1},{0}<={2}),1,0)", t.actual(), base::plain(aim.range->first),
                           base::plain(aim.range->second));
    }
    const std::string moved = fmt::format("ROUND({}-{},9)", t.actual(), t.baseline());
    if (aim.toward == input::Aim::Toward::up) return fmt::format("IF({}>0,1,0)", moved);
    if (aim.toward == input::Aim::Toward::down) return fmt::format("IF({}<0,1,0)", moved);
    const std::string tolerance = tolerance_formula(t.indicator, t.policy, "", t.baseline(), t.baseline());
    return fmt::format("IF(ROUND({}{}+{},9)>=0,1,0)", t.higher() ? "" : "-", moved, tolerance);
}

std::string words_reached(const Terms& t) {
    if (const input::Aim* aim = t.aim()) return aim_reached(t, *aim);
    if (t.result.verdict != nullptr) return t.result.verdict->reached ? "1" : "0";
    return fmt::format("IF(ISNUMBER({0}),IF(ROUND({2},9){3}0,1,0),IF({0}={1},1,0))", t.actual(), t.target(), lead(t),
                       t.indicator.strict ? ">" : ">=");
}

std::string achieved(const Terms& t) {
    std::string test;
    if (t.by_words()) {
        test = words_reached(t);
    } else if (t.by_class()) {
        test = fmt::format("IF({}<={},1,0)", t.cell_of_row("class"), t.policy.by_baseline ? 1 : 2);
    } else {
        const std::string enough = t.policy.achieved_at ? base::plain(*t.policy.achieved_at) : "100";
        test = fmt::format("IF({}{}{},1,0)", t.cell_of_row("exact"), t.indicator.strict ? ">" : ">=", enough);
    }
    if (t.policy.achieved_from) {
        test =
            fmt::format("IF({0}=\"\",{2},IF({0}<={1},1,0))", t.cell_of_row("band"), *t.policy.achieved_from + 1, test);
    }
    return fmt::format("IF({}=0,\"\",{})", t.cell_of_row("evaluated"), test);
}

/// The band of words: the author's, else the one the policy names for what is reached or not, else that of 100 or the
/// lowest.
std::string band_of_words(const Terms& t) {
    const std::size_t judged = band_place(t.policy.bands, t.result.band).value_or(0);
    if (t.result.verdict != nullptr && judged == 0) return "";
    const auto& [reached, missed] = t.policy.judged;
    const std::string high =
        reached ? std::to_string(*reached + 1)
                : band_number("100", t.name("band_number"), t.name("band_edge"), t.name("band_strict"));
    const std::string low = std::to_string(missed ? *missed + 1 : t.policy.bands.size());
    const std::string number = t.result.verdict != nullptr ? std::to_string(judged)
                                                           : fmt::format("IF({}=1,{},{})", words_reached(t), high, low);
    return fmt::format("IF({}=0,\"\",{})", t.cell_of_row("evaluated"), number);
}

/// A rating that people gave, and that the policy takes for the rating, is no formula of the figures.
std::string by_people(const Terms& t, std::size_t place) {
    return place == 0 ? "" : fmt::format("IF({}=0,\"\",{})", t.cell_of_row("evaluated"), place);
}

/// A target to be exceeded (超) that is only met, or missed by so little that 100 is shown, does not reach the band
/// that begins at 100.
std::string band(const Terms& t) {
    if (t.by_people()) return by_people(t, band_place(t.policy.bands, t.result.band).value_or(0));
    if (t.by_class()) return "";
    if (t.by_words()) return band_of_words(t);
    const bool displayed = t.policy.rated_value == input::RatedValue::displayed;
    const std::string value = t.cell_of_row(displayed ? "uncapped" : "exact");
    const std::string edges = t.places.edge_name("band_edge", t.indicator, t.policy);
    const std::string strict = t.places.edge_name("band_strict", t.indicator, t.policy);
    std::string missed = fmt::format("1+SUMPRODUCT(({0}<{1})+({0}={1})*{2})", value, edges, strict);
    if (t.indicator.strict) {
        missed += fmt::format("+({0}<=100)*SUMPRODUCT(({1}={2})*({2}=100)*(1-{3}))", t.cell_of_row("exact"), value,
                              edges, strict);
    }
    return fmt::format("IF({}=\"\",\"\",IFERROR(MATCH({},{},0),\"\"))", value, missed, t.name("band_number"));
}

std::string klass(const Terms& t) {
    if (t.by_people()) return by_people(t, band_place(t.policy.class_bands, t.result.band).value_or(0));
    if (t.by_class())
        return fmt::format("IF({}=0,\"\",{})", t.cell_of_row("evaluated"),
                           standing_formula(t.rate_terms(), t.policy.by_baseline, t.indicator.strict));
    const std::size_t judged = t.by_words() ? band_place(t.policy.class_bands, t.result.band).value_or(0) : 0;
    return judged == 0 ? "" : fmt::format("IF({}=0,\"\",{})", t.cell_of_row("evaluated"), judged);
}

std::string rating(const Terms& t) {
    const std::string number = t.cell_of_row("band"), other = t.cell_of_row("class");
    const std::string by_class = t.policy.class_bands.empty()
                                     ? "\"\""
                                     : fmt::format("IF({0}=\"\",\"\",INDEX({1},{0}))", other, t.name("class_display"));
    return fmt::format("IF({0}<>\"\",INDEX({1},{0}),{2})", number, t.name("band_display"), by_class);
}

std::string points(const Terms& t) {
    if (!t.policy.in_points()) return "";
    const auto looked_up = [&](const char* key, const char* table) {
        return fmt::format("IF(INDEX({1},{0})=\"\",\"\",INDEX({1},{0}))", t.cell_of_row(key), t.name(table));
    };
    const std::string by_class =
        t.policy.class_bands.empty()
            ? "\"\""
            : fmt::format("IF({}=\"\",\"\",{})", t.cell_of_row("class"), looked_up("class", "class_points"));
    return fmt::format("IF({}<>\"\",{},{})", t.cell_of_row("band"), looked_up("band", "band_points"), by_class);
}

/// MIN and MAX pass over a cell without a number: no cap, no floor.
std::string clamped(const Terms& t) {
    return fmt::format("IF({0}=\"\",\"\",MAX({1},MIN({2},{0})))", t.cell_of_row("exact"), t.name("floor"),
                       t.name("cap"));
}

void add_rates(const Terms& t, RowFormulas& row) {
    const std::string exact = t.cell_of_row("exact"), limited = t.cell_of_row("clamped");
    const std::string digits = t.name("decimals"), term = t.cell_of_row("term");
    const bool shown = t.policy.mean_of == input::MeanOf::displayed_rates;
    row.exact = fmt::format("IF({}<>\"\",\"\",ROUND({},{}))", t.cell_of_row("reason"), rate_formula(t.rate_terms()),
                            kept_decimals);
    row.uncapped = fmt::format("IF({}=\"\",\"\",{})", exact, rounded(exact, digits, t.policy.rounding));
    row.clamped = clamped(t);
    row.shown = fmt::format("IF({}=\"\",\"\",{})", limited, rounded(limited, digits, t.policy.rounding));
    row.term = t.cell_of_row(shown ? "shown" : "clamped");
    row.weight = fmt::format("IF({}=\"\",\"\",{})", term,
                             t.indicator.weight ? base::plain(*t.indicator.weight) : std::string("1"));
    row.weighted = fmt::format("IF({0}=\"\",\"\",{0}*{1})", term, t.cell_of_row("weight"));
}

}  // namespace

std::string band_number(const std::string& value, const std::string& numbers, const std::string& edges,
                        const std::string& strict) {
    return fmt::format("IFERROR(MATCH(1+SUMPRODUCT(({0}<{1})+({0}={1})*{2}),{3},0),\"\")", value, edges, strict,
                       numbers);
}

RowFormulas row_formulas(const evaluate::Assessment& assessment, const Places& places, std::size_t index,
                         base::Year year, Row calculation_row) {
    const Result& result = assessment.indicators[index].in(year);
    const Terms t{places, *assessment.indicators[index].source, *result.policy, result, calculation_row};
    RowFormulas row;
    row.wrong = wrong(t);
    row.reason = reason(t);
    row.evaluated = fmt::format("IF({}=\"\",1,0)", t.cell_of_row("reason"));
    if (!t.by_words() && !t.by_class()) add_rates(t, row);
    row.band = band(t);
    row.klass = klass(t);
    row.rating = rating(t);
    row.achieved = achieved(t);
    row.points = points(t);
    return row;
}

std::string sign_formula(const std::string& now, const std::string& before, const std::string& above,
                         const std::string& below, const std::string& level) {
    return fmt::format(
        "IF(AND(ISNUMBER({0}),ISNUMBER({1})),IF(ROUND({0}-{1},9)>0,{2},IF(ROUND({0}-{1},9)<0,{3},{4})),\"\")", now,
        before, formula_text(above), formula_text(below), formula_text(level));
}

}  // namespace workbook
