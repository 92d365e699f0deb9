// One indicator as a row of a list: what each column shows, as text, number or live formula.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "workbook/council.h"

namespace workbook {

/// A cell to be written. An empty formula: the value stands as it is.
struct Content {
    std::string formula;
    Computed value;
    Look look;
    base::Span span;
};

/// Of the columns `actuals` and `rates` one cell a judged year; of every other key one cell. `needed` names the cell of
/// the row that holds the needed actual, "" when the list has none.
std::vector<Content> kpi_contents(const Council& council, std::size_t index, std::string_view key,
                                  const std::string& needed);

/// Whether the column spreads over the judged years.
bool spreads(std::string_view key);

void put(Sheet& sheet, At at, const Content& content);

}  // namespace workbook
