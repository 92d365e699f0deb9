// Tables of indicators: their definitions, and their years.
#include <algorithm>

#include "workbook/data_columns.h"
#include "workbook/policy_words.h"
#include "workbook/subjects.h"

namespace workbook {

namespace {

using evaluate::IndicatorAssessment;
using evaluate::Result;
using input::Formula;
using input::Indicator;

/// An indicator in its place in the plan; a reprint takes name and unit from its original.
struct ResultEntry {
    const IndicatorAssessment* assessment;
    const Result* result = nullptr;

    const Indicator& indicator() const { return *assessment->indicator; }
    const Indicator& source() const { return *assessment->source; }
    bool kpi() const { return indicator().kind == input::IndicatorKind::kpi; }
};

const input::Goal& goal_of(const Facts& f, const ResultEntry& e) { return f.strategy().goals[e.indicator().goal]; }
const input::Measure& measure_of(const Facts& f, const ResultEntry& e) {
    return f.strategy().measures[e.indicator().measure];
}
const input::Initiative& initiative_of(const Facts& f, const ResultEntry& e) {
    return f.strategy().initiatives[e.indicator().initiative];
}

Datum rule_datum(const Facts& f, Formula rule) { return text_datum(f.word(word_of(rule))); }

Datum formula_of(const Facts& f, const ResultEntry& e) {
    return rule_datum(f, input::formula_of(e.source(), f.inputs().policy));
}

/// Columns that say which indicator it is; on every row of every table.
template <typename Item>
std::vector<DataColumn<Item>> with_identity(std::vector<DataColumn<Item>> columns) {
    std::vector<DataColumn<Item>> all = {
        {"municipality_code", [](const Facts& f, const Item&) { return municipality_code(f); }},
        {"municipality", [](const Facts& f, const Item&) { return municipality_name(f); }},
        {"strategy", [](const Facts& f, const Item&) { return name_datum(f.strategy().title); }},
        {"id", [](const Facts&, const Item& e) { return name_datum(e.indicator().id, e.indicator().span); }},
        {"kind", [](const Facts& f, const Item& e) { return text_datum(f.word(e.kpi() ? "kpi" : "headline_target")); }},
        {"goal_number", [](const Facts& f, const Item& e) { return whole_datum(goal_of(f, e).number); }},
        {"goal", [](const Facts& f, const Item& e) { return name_datum(goal_of(f, e).title, goal_of(f, e).span); }},
        {"measure_number",
         [](const Facts& f, const Item& e) { return e.kpi() ? whole_datum(measure_of(f, e).number) : nothing(); }},
        {"measure",
         [](const Facts& f, const Item& e) {
             return e.kpi() ? name_datum(measure_of(f, e).title, measure_of(f, e).span) : nothing();
         }},
        {"initiative_number",
         [](const Facts& f, const Item& e) { return e.kpi() ? whole_datum(initiative_of(f, e).number) : nothing(); }},
        {"initiative",
         [](const Facts& f, const Item& e) {
             return e.kpi() ? name_datum(initiative_of(f, e).title, initiative_of(f, e).span) : nothing();
         }},
        {"name", [](const Facts&, const Item& e) { return name_datum(e.source().name, e.source().span); }},
        {"unit", [](const Facts& f, const Item& e) { return unit_datum(f, e.source().unit); }},
        {"year_kind", [](const Facts& f, const Item& e) { return year_kind_datum(f, e.source().year_kind); }},
        {"direction",
         [](const Facts& f, const Item& e) {
             return text_datum(f.word(e.source().direction == input::Direction::higher ? "higher" : "lower"));
         }},
        {"reprint_of",
         [](const Facts&, const Item& e) { return name_datum(e.indicator().reprint_of, e.indicator().span); }},
    };
    all.insert(all.end(), columns.begin(), columns.end());
    return all;
}

const input::Figure* baseline_of(const ResultEntry& e) { return e.source().baseline ? &*e.source().baseline : nullptr; }

const std::vector<DataColumn<ResultEntry>>& indicator_columns() {
    static const auto columns = with_identity<ResultEntry>({
        {"formula", formula_of},
        {"baseline", [](const Facts&, const ResultEntry& e) { return amount_datum(baseline_of(e)); }, "baseline"},
        {"baseline_status", [](const Facts& f, const ResultEntry& e) { return status_datum(f, baseline_of(e)); },
         "baseline"},
        {"baseline_words", [](const Facts& f, const ResultEntry& e) { return word_value_datum(f, baseline_of(e)); },
         "baseline"},
        {"baseline_year", [](const Facts&, const ResultEntry& e) { return western_datum(e.source().baseline_year); }},
        {"baseline_era_year",
         [](const Facts& f, const ResultEntry& e) {
             return era_datum(f, e.source().baseline_year, e.source().baseline_year_kind);
         }},
        {"baseline_year_kind",
         [](const Facts& f, const ResultEntry& e) { return year_kind_datum(f, e.source().baseline_year_kind); }},
        {"cumulative", [](const Facts& f, const ResultEntry& e) { return flag_datum(f, e.source().cumulative); }},
        {"survey", [](const Facts& f, const ResultEntry& e) { return flag_datum(f, e.source().survey); }},
        {"strict", [](const Facts& f, const ResultEntry& e) { return flag_datum(f, e.source().strict); }},
        {"period", [](const Facts&, const ResultEntry& e) { return text_datum(e.source().period, e.source().span); }},
        {"weight", [](const Facts&, const ResultEntry& e) { return number_datum(e.source().weight, e.source().span); }},
        {"valid_from", [](const Facts&, const ResultEntry& e) { return western_datum(e.source().valid_from); }},
        {"valid_to", [](const Facts&, const ResultEntry& e) { return western_datum(e.source().valid_to); }},
        {"replaced_by", [](const Facts&, const ResultEntry& e) { return name_datum(e.source().replaced_by); }},
        {"section", [](const Facts&, const ResultEntry& e) { return name_datum(e.source().section, e.source().span); }},
        {"source", [](const Facts&, const ResultEntry& e) { return name_datum(e.source().source, e.source().span); }},
        {"definition",
         [](const Facts&, const ResultEntry& e) { return text_datum(e.source().definition, e.source().span); }},
        {"next_publication",
         [](const Facts&, const ResultEntry& e) { return text_datum(e.source().next_publication, e.source().span); }},
        {"note", [](const Facts&, const ResultEntry& e) { return text_datum(e.source().note, e.source().span); }},
    });
    return columns;
}

Datum band_word(const ResultEntry& e) {
    return e.result->band == nullptr ? nothing() : text_datum(e.result->band->word);
}

Datum change_of(const ResultEntry& e) {
    return e.result->value_change ? number_datum(*e.result->value_change) : nothing();
}

/// A unit for a figure that may be missing: always there, so that a column never changes its meaning.
template <char const* Word>
Datum unit_word(const Facts& f, const ResultEntry&) {
    return text_datum(f.word(Word));
}
constexpr char rate_unit[] = "rate_unit";
constexpr char points_unit[] = "points_unit";

Datum actual_flag(const Facts& f, const ResultEntry& e, bool input::Figure::*flag) {
    return flag_datum(f, e.result->actual != nullptr && e.result->actual->*flag);
}

Datum said_by(const input::HumanRating* people, std::string input::HumanRating::*text) {
    return people == nullptr ? nothing() : text_datum(people->*text, people->span);
}

Datum rate_of(const auto& rate, base::Decimal evaluate::Rate::*value) {
    return rate ? number_datum((*rate).*value) : nothing();
}

const std::vector<DataColumn<ResultEntry>>& result_columns() {
    static const auto columns = with_identity<ResultEntry>({
        {"year", [](const Facts&, const ResultEntry& e) { return western_datum(e.result->year); }},
        {"era_year",
         [](const Facts& f, const ResultEntry& e) { return era_datum(f, e.result->year, e.source().year_kind); }},
        {"target", [](const Facts&, const ResultEntry& e) { return amount_datum(e.result->target); }, "target"},
        {"target_status", [](const Facts& f, const ResultEntry& e) { return status_datum(f, e.result->target); },
         "target"},
        {"target_words", [](const Facts& f, const ResultEntry& e) { return word_value_datum(f, e.result->target); },
         "target"},
        {"original_target", [](const Facts&, const ResultEntry& e) { return amount_datum(e.result->original_target); },
         "original_target"},
        {"actual", [](const Facts&, const ResultEntry& e) { return amount_datum(e.result->actual); }, "actual"},
        {"status", [](const Facts& f, const ResultEntry& e) { return status_datum(f, e.result->actual); }, "actual"},
        {"actual_words", [](const Facts& f, const ResultEntry& e) { return word_value_datum(f, e.result->actual); },
         "actual"},
        {"verdict",
         [](const Facts&, const ResultEntry& e) {
             return e.result->verdict == nullptr ? nothing()
                                                 : text_datum(e.result->verdict->word, e.result->verdict->span);
         }},
        {"provisional",
         [](const Facts& f, const ResultEntry& e) { return actual_flag(f, e, &input::Figure::provisional); }},
        {"revised", [](const Facts& f, const ResultEntry& e) { return actual_flag(f, e, &input::Figure::revised); }},
        {"reference",
         [](const Facts& f, const ResultEntry& e) { return actual_flag(f, e, &input::Figure::reference); }},
        {"rule",
         [](const Facts& f, const ResultEntry& e) {
             return e.result->evaluated() ? rule_datum(f, e.result->rule) : nothing();
         }},
        {"rate", [](const Facts&, const ResultEntry& e) { return rate_of(e.result->rate, &evaluate::Rate::shown); },
         "rate"},
        {"uncapped_rate",
         [](const Facts&, const ResultEntry& e) { return rate_of(e.result->rate, &evaluate::Rate::uncapped); },
         "uncapped_rate"},
        {"exact_rate",
         [](const Facts&, const ResultEntry& e) {
             return e.result->rate ? text_datum(e.result->rate->exact.fraction()) : nothing();
         }},
        {"second_rate",
         [](const Facts&, const ResultEntry& e) { return rate_of(e.result->second, &evaluate::Rate::shown); },
         "second_rate"},
        {"rate_unit", unit_word<rate_unit>},
        {"rating", [](const Facts&, const ResultEntry& e) { return band_word(e); }, "rating"},
        {"human_rating",
         [](const Facts&, const ResultEntry& e) { return said_by(e.result->human, &input::HumanRating::word); }},
        {"human_reason",
         [](const Facts&, const ResultEntry& e) { return said_by(e.result->human, &input::HumanRating::reason); }},
        {"council_rating",
         [](const Facts&, const ResultEntry& e) { return said_by(e.result->council, &input::HumanRating::word); }},
        {"council_reason",
         [](const Facts&, const ResultEntry& e) { return said_by(e.result->council, &input::HumanRating::reason); }},
        {"evaluated", [](const Facts& f, const ResultEntry& e) { return flag_datum(f, e.result->evaluated()); }},
        {"reason", [](const Facts&, const ResultEntry& e) { return text_datum(e.result->reason); }},
        {"achieved",
         [](const Facts& f, const ResultEntry& e) {
             if (!e.result->evaluated()) return nothing();
             return text_datum(f.word(e.result->achieved ? "achieved" : "not_achieved"));
         }},
        {"value_change", [](const Facts&, const ResultEntry& e) { return change_of(e); }, "actual_change"},
        {"rate_change", [](const Facts&, const ResultEntry& e) { return number_datum(e.result->rate_change); },
         "rate_change"},
        {"points_unit", unit_word<points_unit>},
        {"policy", [](const Facts&, const ResultEntry& e) { return text_datum(e.result->policy->name); }},
        {"actual_note",
         [](const Facts&, const ResultEntry& e) {
             return e.result->actual == nullptr ? nothing()
                                                : text_datum(e.result->actual->beside->note, e.result->actual->span);
         }},
    });
    return columns;
}

std::optional<evaluate::Subject> subject_of_result(const Facts& f, const ResultEntry& e) {
    const auto index = static_cast<std::size_t>(e.assessment - f.assessment.indicators.data());
    return indicator_in(index, e.result == nullptr ? f.inputs().evaluated_year : e.result->year);
}

}  // namespace

TableKind indicators_table() {
    return {"indicators",
            keys_of(indicator_columns()),
            {"goal_number", "measure_number", "initiative_number", "baseline", "weight"},
            [](const Facts& facts, const TablePlan& plan, const TakeRow& take) {
                RowMaker<ResultEntry> rows(facts, indicator_columns(), plan, take, subject_of_result);
                for (const IndicatorAssessment& indicator : facts.assessment.indicators) rows({&indicator});
            }};
}

TableKind results_table() {
    return {"results",
            keys_of(result_columns()),
            {"goal_number", "measure_number", "initiative_number", "target", "original_target", "actual", "rate",
             "uncapped_rate", "second_rate", "value_change", "rate_change"},
            [](const Facts& facts, const TablePlan& plan, const TakeRow& take) {
                RowMaker<ResultEntry> rows(facts, result_columns(), plan, take, subject_of_result);
                for (const IndicatorAssessment& indicator : facts.assessment.indicators) {
                    for (const Result& result : indicator.results) rows({&indicator, &result});
                }
            }};
}

}  // namespace workbook
