// A day as people type it into a sheet, made the one that the city's files have.
#pragma once

#include <optional>
#include <string>

#include "base/year.h"
#include "forms/sheets.h"

namespace forms {

/// 2024-05-20, from 2024/5/20, 令和６年５月20日, R6.5.20 or the number that a spreadsheet keeps of a day (1900 system,
/// ECMA-376 Part 1, 18.17.4.1). Nothing where the cell holds no whole day: 5月20日 has no year.
std::optional<std::string> read_day(const Cell& cell, const base::Eras& eras);

}  // namespace forms
