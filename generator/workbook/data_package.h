// What is in the tables, for machines: a data package (Frictionless Data Package 1, tables as Table Schema) and
// metadata of CSV on the Web (W3C CSVW). Both say title, publisher, licence, date, and name, type and definition of
// every column.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "workbook/data_columns.h"

namespace workbook {

/// A column as it was written.
struct WrittenColumn {
    std::string key;  ///< of the vocabulary: a name without Japanese letters
    std::string label, definition;
    bool numbers = false, decimals = false, texts = false;  ///< seen in its cells
};

struct WrittenTable {
    std::string title, file;
    std::vector<WrittenColumn> columns;
    std::size_t bytes = 0;
    std::string digest;  ///< SHA-256 of the CSV
};

std::string data_package(const Facts& facts, const std::vector<WrittenTable>& tables);
std::string csvw_metadata(const Facts& facts, const std::vector<WrittenTable>& tables);

}  // namespace workbook
