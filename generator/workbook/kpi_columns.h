// The columns a list of indicators may have: one table, from which the reader takes the keys and the writer the cells.
#pragma once

#include <string_view>
#include <vector>

#include "workbook/kpi_row.h"

namespace workbook {

struct KpiColumn {
    std::string_view key;
    /// Null for a column that spreads over the judged years.
    Content (*content)(const KpiRow&);
    /// Whether there is anything to show; null for a column that is never left out.
    bool (*filled)(const KpiRow&) = nullptr;
    bool flexible = false;  ///< takes what the page has left
};

const std::vector<KpiColumn>& kpi_columns();
/// Null for an unknown key.
const KpiColumn* kpi_column(std::string_view key);

// Parts of the table.
std::vector<KpiColumn> change_columns();
std::vector<KpiColumn> next_columns();

}  // namespace workbook
