// How a table is made of columns: a list of keys with a function each, over rows of one type.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "workbook/tables.h"

namespace workbook {

template <typename Item>
struct DataColumn {
    std::string_view key;
    std::function<Datum(const Facts&, const Item&)> value;
    std::string_view fact = {};  ///< the fact that it shows; empty: none that pages could show too
};

/// The columns the plan asks for, in its order. The reader has checked the keys.
template <typename Item>
std::vector<const DataColumn<Item>*> chosen(const std::vector<DataColumn<Item>>& known, const TablePlan& plan) {
    std::vector<const DataColumn<Item>*> columns;
    for (const ColumnPlan& column : plan.columns) {
        for (const DataColumn<Item>& candidate : known) {
            if (candidate.key == column.key) columns.push_back(&candidate);
        }
    }
    return columns;
}

/// Sends items through the chosen columns.
template <typename Item>
class RowMaker {
   public:
    using SubjectOf = std::optional<evaluate::Subject> (*)(const Facts&, const Item&);
    RowMaker(const Facts& facts, const std::vector<DataColumn<Item>>& known, const TablePlan& plan, const TakeRow& take,
             SubjectOf subject = nullptr)
        : facts_(facts), columns_(chosen(known, plan)), take_(take), subject_(subject), row_(columns_.size()) {}
    void operator()(const Item& item) {
        for (std::size_t at = 0; at < columns_.size(); ++at) {
            row_[at] = columns_[at]->value(facts_, item);
            row_[at].fact = columns_[at]->fact;
        }
        take_(row_, subject_ == nullptr ? std::nullopt : subject_(facts_, item));
    }

   private:
    const Facts& facts_;
    std::vector<const DataColumn<Item>*> columns_;
    const TakeRow& take_;
    SubjectOf subject_;
    std::vector<Datum> row_;
};

template <typename Item>
std::vector<std::string_view> keys_of(const std::vector<DataColumn<Item>>& known) {
    std::vector<std::string_view> keys;
    keys.reserve(known.size());
    for (const DataColumn<Item>& column : known) keys.push_back(column.key);
    return keys;
}

/// A table: its name, the keys it knows, those of them whose columns hold numbers (and not their names, as years are),
/// and its rows.
struct TableKind {
    std::string_view name;
    std::vector<std::string_view> keys;
    std::vector<std::string_view> numbers;
    std::function<void(const Facts&, const TablePlan&, const TakeRow&)> rows;
};

TableKind results_table();
TableKind indicators_table();
TableKind goals_table();
TableKind goal_bands_table();
TableKind initiatives_table();
TableKind projects_table();
TableKind project_texts_table();
TableKind activities_table();
TableKind policy_table();
TableKind bands_table();
TableKind statuses_table();
TableKind definitions_table();

// Pieces of cells.

Datum nothing();
/// Without line breaks, U+3000, blanks at the ends: the rules 1-5. Names keep their characters.
Datum name_datum(std::string_view text, base::Span span = {});
/// The same, and ㎡ ① Ⅱ ㈱ written with ordinary characters (rule 1-10).
Datum text_datum(std::string_view text, base::Span span = {});
Datum whole_datum(std::int64_t value);
Datum number_datum(const std::optional<base::Decimal>& value, base::Span span = {});
/// The figure's number; nothing for words.
Datum amount_datum(const input::Figure* figure);
/// The figure's words, where they say why there is no number (a status); nothing for a number and for other words.
Datum status_datum(const Facts& facts, const input::Figure* figure);
/// Words that are the value itself: 設置, 工事.
Datum word_value_datum(const Facts& facts, const input::Figure* figure);
Datum flag_datum(const Facts& facts, bool flag);
/// The unit, or the word for "none".
Datum unit_datum(const Facts& facts, const std::string& unit);
Datum western_datum(const std::optional<base::Year>& year);
Datum era_datum(const Facts& facts, const std::optional<base::Year>& year, base::YearKind kind);
Datum year_kind_datum(const Facts& facts, base::YearKind kind);

/// The head of a column, {code_digits} filled in.
std::string column_label(const Facts& facts, const ColumnPlan& column);
std::string column_definition(const Facts& facts, const ColumnPlan& column);
Datum municipality_code(const Facts& facts);
Datum municipality_name(const Facts& facts);

}  // namespace workbook
