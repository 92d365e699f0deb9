// The head of a table: one to three rows whose words say what the columns below hold.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "forms/table.h"

namespace forms {

struct Head {
    std::uint32_t first_row = 0, last_row = 0;
    std::vector<TableColumn> columns;  ///< of tables side by side all, each from its column of names
    std::optional<std::uint32_t> column_of(const std::string& kind) const;
};

/// What a head's words mean, as TableColumn::kind; `year` where they are no more than a year.
std::string kind_of(const std::string& head, bool has_year);

/// The head with most columns understood; nothing when no rows name indicators and values.
std::optional<Head> find_head(const Sheet& sheet, const base::Eras& eras, const Corrections& corrections);

/// Whether the row repeats the head, as lists do for each goal.
bool is_head_again(const Sheet& sheet, std::uint32_t row, const Head& head);

/// The first year named in a text: R3, 令和３年度, 2021, H30.
std::optional<base::Year> year_in(const base::Eras& eras, const std::string& text);

}  // namespace forms
