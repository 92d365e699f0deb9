// The data workbook and its CSV: for machines, by the ministry's rules of 2020.
#pragma once

#include <vector>

#include "workbook/tables.h"
#include "workbook/workbook.h"

namespace workbook {

std::vector<File> write_data(const evaluate::Assessment& assessment, const Plan& plan, const Options& options,
                             base::Diagnostics& diagnostics);

}  // namespace workbook
