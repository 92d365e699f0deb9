// One indicator as a row of a list: the cells that its columns are made of.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "workbook/council.h"
#include "workbook/subjects.h"

namespace workbook {

/// A cell to be written. An empty formula: the value stands as it is.
struct Content {
    std::string formula;
    Computed value;
    Look look;
    base::Span span = {};
    std::string link = {};                                 ///< a cell of this book that a click leads to
    std::optional<evaluate::Address> fact = std::nullopt;  ///< that the cell shows
};

/// The content, with the fact that it shows.
Content showing(Content content, const evaluate::Subject& subject, std::string_view fact);

/// The indicator, its evaluated year and the year before.
struct KpiRow {
    /// `needed` names the cell of the row that holds the needed actual, "" when the list has none.
    KpiRow(const Council& council, std::size_t index, std::string needed);

    const std::string& word(std::string_view key) const { return council.plan.word(key); }
    int decimals() const { return places.decimals[index]; }
    std::string format() const { return number_format(council, decimals()); }
    /// A cell of the calculation.
    std::string ref(const evaluate::Result& result, std::string_view key) const {
        return places.calculated_ref(index, result.year, key);
    }
    /// The cell of the rate that the report prints for comparing years.
    std::string printed_ref(const evaluate::Result& result) const {
        return ref(result, evaluate::shows_uncapped(*result.policy, indicator) ? "uncapped" : "shown");
    }
    const evaluate::Result& in(base::Year year) const { return council.assessment.indicators[index].in(year); }
    bool kpi() const { return indicator.kind == input::IndicatorKind::kpi; }

    Content text(const std::string& value, base::Span span = {}) const { return {"", value, text_look_(), span}; }
    Content centred(const std::string& formula, const Computed& value) const;
    Content number(const std::string& formula, const std::optional<base::Decimal>& value,
                   const std::string& format) const;
    Content nothing() const { return text(""); }

    /// The target or the actual of a year.
    Content figure(std::string_view key, const evaluate::Result& result) const;
    /// `key`: shown or uncapped.
    Content rate(std::string_view key, const evaluate::Result& result) const;
    Content rating(const evaluate::Result& result) const;
    /// What needed_actual says of it, tried out once: two columns ask for it, to be measured and to be written.
    const std::optional<base::Decimal>& needed_value() const;

    const Council& council;
    const Places& places;
    std::size_t index;
    const input::Indicator& indicator;
    const evaluate::Result& now;
    const evaluate::Result* before;  ///< null in the strategy's first year
    std::string needed;

   private:
    static Look text_look_();

    mutable std::optional<std::optional<base::Decimal>> needed_value_;
};

/// Of the columns `actuals` and `rates` one cell a judged year; of every other key one cell.
std::vector<Content> kpi_contents(const KpiRow& row, std::string_view key);

/// Whether the column spreads over the judged years.
bool spreads(std::string_view key);

void put(Sheet& sheet, At at, const Content& content);

}  // namespace workbook
