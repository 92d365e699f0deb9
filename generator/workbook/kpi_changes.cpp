// What changed on the year: differences of the two cells that stand beside them.
#include <fmt/format.h>

#include <algorithm>

#include "workbook/formulas.h"
#include "workbook/kpi_columns.h"
#include "workbook/looks.h"

namespace workbook {

namespace {

using evaluate::Result;

Content difference(const KpiRow& row, const std::string& now, const std::string& before, int decimals,
                   const std::optional<base::Decimal>& value) {
    return row.number(
        fmt::format("IF(AND(ISNUMBER({0}),ISNUMBER({1})),ROUND({0}-{1},{2}),\"\")", now, before, decimals), value,
        signed_format(row.council, decimals));
}

/// One of three words by the sign of `now` - `before`.
Content sign_word(const KpiRow& row, const std::string& now, const std::string& before, const std::optional<int>& sign,
                  const char* above, const char* below) {
    const char* key = !sign ? nullptr : *sign > 0 ? above : *sign < 0 ? below : "level";
    return row.centred(sign_formula(now, before, row.word(above), row.word(below), row.word("level")),
                       key == nullptr ? std::string() : row.word(key));
}

std::optional<int> sign_of(const std::optional<base::Decimal>& change) {
    return change ? std::optional(base::Ratio(*change).sign()) : std::nullopt;
}

Content value_change(const KpiRow& row) {
    if (row.before == nullptr) return row.nothing();
    std::optional<base::Decimal> value;
    if (row.now.value_change) value = base::Ratio(*row.now.value_change).rounded(row.decimals());
    return difference(row, row.ref(row.now, "actual"), row.ref(*row.before, "actual"), row.decimals(), value);
}

Content value_trend(const KpiRow& row) {
    if (row.before == nullptr) return row.nothing();
    return sign_word(row, row.ref(row.now, "actual"), row.ref(*row.before, "actual"), sign_of(row.now.value_change),
                     "up", "down");
}

/// By the direction that is better: more crimes are worse.
Content value_better(const KpiRow& row) {
    if (row.before == nullptr) return row.nothing();
    const bool higher = row.indicator.direction == input::Direction::higher;
    return sign_word(row, row.ref(row.now, "actual"), row.ref(*row.before, "actual"), sign_of(row.now.value_change),
                     higher ? "better" : "worse", higher ? "worse" : "better");
}

int shared_decimals(const KpiRow& row) { return std::max(row.now.policy->decimals, row.before->policy->decimals); }

/// Of the two rates as shown, both capped or both not.
std::optional<base::Decimal> rate_difference(const KpiRow& row, bool capped) {
    const auto of = [&](const Result& result) -> const base::Decimal* {
        if (!result.evaluated() || !result.rate) return nullptr;
        return capped ? &result.rate->shown : &result.rate->uncapped;
    };
    const base::Decimal *now = of(row.now), *before = of(*row.before);
    if (now == nullptr || before == nullptr) return std::nullopt;
    return (base::Ratio(*now) - base::Ratio(*before)).rounded(shared_decimals(row));
}

Content rate_change(const KpiRow& row) {
    if (row.before == nullptr) return row.nothing();
    return difference(row, row.ref(row.now, "shown"), row.ref(*row.before, "shown"), shared_decimals(row),
                      rate_difference(row, true));
}

Content rate_trend(const KpiRow& row) {
    if (row.before == nullptr) return row.nothing();
    std::optional<int> sign;
    if (row.now.rate_change) sign = base::Ratio(*row.now.rate_change).sign();
    return sign_word(row, row.printed_ref(row.now), row.printed_ref(*row.before), sign, "up", "down");
}

/// Whether a limit changed what is shown of this year or the last: only then the rates beyond it are shown too.
std::string beyond_condition(const KpiRow& row) {
    return fmt::format("OR({}<>{},{}<>{})", row.ref(row.now, "shown"), row.ref(row.now, "uncapped"),
                       row.ref(*row.before, "shown"), row.ref(*row.before, "uncapped"));
}

bool goes_beyond(const KpiRow& row) {
    const auto beyond = [](const Result& result) {
        return result.evaluated() && result.rate && result.rate->shown != result.rate->uncapped;
    };
    return row.before != nullptr && (beyond(row.now) || beyond(*row.before));
}

Content where_beyond(const KpiRow& row, Content content) {
    if (row.before == nullptr) return row.nothing();
    content.formula = fmt::format("IF({},{},\"\")", beyond_condition(row), content.formula);
    if (!goes_beyond(row)) content.value = std::string();
    return content;
}

Content previous_beyond(const KpiRow& row) {
    return row.before == nullptr ? row.nothing() : where_beyond(row, row.rate("uncapped", *row.before));
}

Content beyond(const KpiRow& row) { return where_beyond(row, row.rate("uncapped", row.now)); }

Content beyond_change(const KpiRow& row) {
    if (row.before == nullptr) return row.nothing();
    return where_beyond(row, difference(row, row.ref(row.now, "uncapped"), row.ref(*row.before, "uncapped"),
                                        shared_decimals(row), rate_difference(row, false)));
}

/// Steps between bands of the same name where the years' policies differ.
Content rating_change(const KpiRow& row) {
    if (row.before == nullptr) return row.nothing();
    const auto steps = [&](const char* key, const char* words) {
        const std::string now = row.ref(row.now, key), before = row.ref(*row.before, key);
        if (row.now.policy == row.before->policy) {
            return fmt::format("IF(AND(ISNUMBER({0}),ISNUMBER({1})),{1}-{0},", now, before);
        }
        const std::string old_words = row.places.name_of(words, row.before->policy);
        return fmt::format("IF(AND(ISNUMBER({0}),ISNUMBER({1})),IFERROR(MATCH(INDEX({2},{1}),{3},0)-{0},\"\"),", now,
                           before, old_words, row.places.name_of(words, row.now.policy));
    };
    std::string formula = steps("band", "band_word");
    const bool classes = !row.now.policy->class_bands.empty() && !row.before->policy->class_bands.empty();
    formula += classes ? steps("class", "class_word") + "\"\"))" : "\"\")";
    std::optional<base::Decimal> value;
    if (row.now.rating_change) value = whole(std::int64_t{*row.now.rating_change});
    return row.number(formula, value, signed_format(row.council, 0));
}

template <Content (*of)(const KpiRow&, const Result&)>
Content previous(const KpiRow& row) {
    return row.before == nullptr ? row.nothing() : of(row, *row.before);
}

Content actual_of(const KpiRow& row, const Result& result) { return row.figure("actual", result); }
Content rate_of(const KpiRow& row, const Result& result) { return row.rate("shown", result); }
Content rating_in(const KpiRow& row, const Result& result) { return row.rating(result); }

}  // namespace

std::vector<KpiColumn> change_columns() {
    return {
        {"previous_actual", previous<actual_of>},
        {"value_change", value_change},
        {"value_trend", value_trend},
        {"value_better", value_better},
        {"previous_rate", previous<rate_of>},
        {"rate_change", rate_change},
        {"rate_trend", rate_trend},
        {"previous_beyond", previous_beyond, goes_beyond},
        {"beyond", beyond, goes_beyond},
        {"beyond_change", beyond_change, goes_beyond},
        {"previous_rating", previous<rating_in>},
        {"rating_change", rating_change},
    };
}

}  // namespace workbook
