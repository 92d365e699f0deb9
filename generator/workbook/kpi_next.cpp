// How far it is: to the target, to the next band.
#include <fmt/format.h>

#include "workbook/kpi_columns.h"
#include "workbook/looks.h"
#include "workbook/next_band.h"

namespace workbook {

namespace {

Content gap(const KpiRow& row) {
    std::optional<base::Decimal> value;
    const evaluate::Result& now = row.now;
    const bool numbers = now.actual != nullptr && now.actual->amount && now.target_value;
    if (numbers) value = (base::Ratio(*now.actual->amount) - *now.target_value).rounded(row.decimals());
    return row.number(fmt::format("IF(AND(ISNUMBER({0}),ISNUMBER({1})),ROUND({0}-{1},{2}),\"\")",
                                  row.ref(now, "actual"), row.ref(now, "target"), row.decimals()),
                      value, signed_format(row.council, row.decimals()));
}

Content next_band(const KpiRow& row) {
    const evaluate::Result& now = row.now;
    const std::string band = row.ref(now, "band");
    const auto place = band_place(now.policy->bands, now.evaluated() ? now.band : nullptr);
    Computed value = std::string();
    if (place) {
        value = *place == 1 ? Computed(row.word("highest_band")) : rating_of(&now.policy->bands[*place - 2]);
    }
    return row.centred(
        fmt::format("IF({0}=\"\",\"\",IF({0}=1,{1},INDEX({2},{0}-1)))", band, formula_text(row.word("highest_band")),
                    row.places.name_of("band_display", now.policy)),
        value);
}

std::string formula_of_needed(const KpiRow& row) {
    const evaluate::Result& now = row.now;
    return needed_formula(
        row.places, now, row.indicator,
        {row.ref(now, "target"), row.ref(now, "baseline"), row.ref(now, "band"), row.ref(now, "exact")});
}

Content needed(const KpiRow& row) {
    const std::string formula = formula_of_needed(row);
    if (formula.empty()) return row.nothing();
    return row.number(formula, row.needed_value(), row.format());
}

/// How many more, or fewer, than now.
Content more(const KpiRow& row) {
    const std::string own = formula_of_needed(row);
    if (own.empty()) return row.nothing();
    const std::string& formula = row.needed.empty() ? own : row.needed;
    std::optional<base::Decimal> value;
    if (const auto& wanted = row.needed_value()) {
        value = (base::Ratio(*wanted) - base::Ratio(*row.now.actual->amount)).rounded(row.decimals());
    }
    return row.number(
        fmt::format("IF(ISNUMBER({0}),ROUND({0}-{1},{2}),\"\")", formula, row.ref(row.now, "actual"), row.decimals()),
        value, signed_format(row.council, row.decimals()));
}

}  // namespace

std::vector<KpiColumn> next_columns() {
    return {{"gap", gap}, {"next_band", next_band}, {"needed", needed}, {"more", more}};
}

}  // namespace workbook
