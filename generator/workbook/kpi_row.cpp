// A cell carries its formula, where it has one, and the core's own value as the stored result.
#include "workbook/kpi_row.h"

#include "workbook/kpi_columns.h"
#include "workbook/looks.h"
#include "workbook/next_band.h"

namespace workbook {

using evaluate::Result;

KpiRow::KpiRow(const Council& c, std::size_t at, std::string needed_cell)
    : council(c),
      places(c.places),
      index(at),
      indicator(*c.assessment.indicators[at].source),
      now(c.assessment.indicators[at].in(c.evaluated_year())),
      before(c.places.judged < 2 ? nullptr
                                 : &c.assessment.indicators[at].in(base::Year{c.evaluated_year().western - 1})),
      needed(std::move(needed_cell)) {}

Look KpiRow::text_look_() { return text_look(); }

Content KpiRow::centred(const std::string& formula, const Computed& value) const {
    return {formula, value, centred_look()};
}

Content KpiRow::number(const std::string& formula, const std::optional<base::Decimal>& value,
                       const std::string& number) const {
    return {formula, number_or_blank(value), number_look(number)};
}

Content KpiRow::figure(std::string_view key, const Result& result) const {
    const bool actual = key == "actual";
    const Computed value = actual ? shown_actual(result) : figure_value(result.target);
    return showing(
        {ref(result, key), value, number_look(marked(council.plan, format(), actual ? result.actual : nullptr))},
        indicator_in(index, result.year), key);
}

Content KpiRow::rate(std::string_view key, const Result& result) const {
    std::optional<base::Decimal> value;
    if (result.evaluated() && result.rate) value = key == "shown" ? result.rate->shown : result.rate->uncapped;
    return showing(number(ref(result, key), value, rate_format(*result.policy, result.policy->decimals)),
                   indicator_in(index, result.year), key == "shown" ? "rate" : "uncapped_rate");
}

Content KpiRow::rating(const Result& result) const {
    return showing(centred(ref(result, "rating"), rating_of(result.evaluated() ? result.band : nullptr)),
                   indicator_in(index, result.year), "rating");
}

bool spreads(std::string_view key) { return key == "actuals" || key == "rates"; }

const std::optional<base::Decimal>& KpiRow::needed_value() const {
    if (!needed_value_) needed_value_ = needed_actual(now, indicator);
    return *needed_value_;
}

std::vector<Content> kpi_contents(const KpiRow& row, std::string_view key) {
    if (!spreads(key)) return {kpi_column(key)->content(row)};
    std::vector<Content> contents;
    for (std::size_t at = 0; at < row.places.judged; ++at) {
        const base::Year year = row.places.years[at];
        contents.push_back(key == "actuals" ? row.figure("actual", row.in(year)) : row.rate("shown", row.in(year)));
        if (year == row.council.evaluated_year()) contents.back().look = emphasised(contents.back().look);
    }
    return contents;
}

Content showing(Content content, const evaluate::Subject& subject, std::string_view fact) {
    content.fact = evaluate::Address{subject, std::string(fact)};
    return content;
}

void put(Sheet& sheet, At at, const Content& content) {
    if (content.fact) sheet.shows(content.fact->subject, content.fact->name);
    if (!content.link.empty()) sheet.link(at, content.link);
    if (!content.formula.empty()) {
        sheet.formula(at, content.formula, content.value, content.look);
    } else if (const auto* number = std::get_if<base::Decimal>(&content.value)) {
        sheet.number(at, *number, content.look, content.span);
    } else {
        sheet.text(at, std::get<std::string>(content.value), content.look, content.span);
    }
}

}  // namespace workbook
