// Pieces of cells that several tables share.
#include <algorithm>

#include "base/year.h"
#include "workbook/data_columns.h"
#include "workbook/data_text.h"

namespace workbook {

Datum nothing() { return {}; }

Datum name_datum(std::string_view text, base::Span span) { return {std::nullopt, one_line(text), span}; }

Datum text_datum(std::string_view text, base::Span span) {
    return {std::nullopt, without_machine_characters(one_line(text)), span};
}

Datum whole_datum(std::int64_t value) { return {base::whole(value), {}, {}}; }

Datum number_datum(const std::optional<base::Decimal>& value, base::Span span) { return {value, {}, span}; }

Datum amount_datum(const input::Figure* figure) {
    return figure == nullptr ? nothing() : number_datum(figure->amount, figure->span);
}

namespace {

bool is_status(const Facts& facts, const std::string& words) {
    const auto& earlier = facts.inputs().earlier_policies;
    return facts.inputs().policy.is_status(words) ||
           std::any_of(earlier.begin(), earlier.end(),
                       [&](const auto& entry) { return entry.second.is_status(words); });
}

Datum words_where(const Facts& facts, const input::Figure* figure, bool status) {
    if (figure == nullptr || figure->amount || is_status(facts, figure->words) != status) return nothing();
    return text_datum(figure->words, figure->span);
}

}  // namespace

Datum status_datum(const Facts& facts, const input::Figure* figure) { return words_where(facts, figure, true); }

Datum word_value_datum(const Facts& facts, const input::Figure* figure) { return words_where(facts, figure, false); }

Datum flag_datum(const Facts& facts, bool flag) { return text_datum(facts.word(flag ? "yes" : "no")); }

Datum unit_datum(const Facts& facts, const std::string& unit) {
    const bool none = unit.empty() || unit == "－" || unit == "-" || unit == "―";
    return text_datum(none ? facts.word("no_unit") : half_width(unit));
}

Datum western_datum(const std::optional<base::Year>& year) {
    if (!year) return nothing();
    Datum datum = whole_datum(year->western);
    datum.names = true;
    return datum;
}

Datum era_datum(const Facts& facts, const std::optional<base::Year>& year, base::YearKind kind) {
    return year ? text_datum(base::era_year(facts.inputs().eras, *year, kind)) : nothing();
}

Datum year_kind_datum(const Facts& facts, base::YearKind kind) {
    return text_datum(facts.word(kind == base::YearKind::fiscal ? "fiscal" : "calendar"));
}

std::string column_label(const Facts& facts, const ColumnPlan& column) {
    return filled(column.label, {{"code_digits", std::to_string(facts.inputs().municipality.code.size())}});
}

std::string column_definition(const Facts& facts, const ColumnPlan& column) {
    return text_datum(filled(column.note, {{"code_digits", std::to_string(facts.inputs().municipality.code.size())}}))
        .text;
}

Datum municipality_code(const Facts& facts) { return text_datum(facts.inputs().municipality.code); }
Datum municipality_name(const Facts& facts) { return name_datum(facts.inputs().municipality.name); }

}  // namespace workbook
