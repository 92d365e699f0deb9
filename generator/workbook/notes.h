// How a figure came about, in words, for the note on its cell.
#pragma once

#include <string>

#include "workbook/council.h"

namespace workbook {

/// Empty for a year to come.
std::string note_on_rate(const Council& council, const evaluate::Result& result, const input::Indicator& indicator);

}  // namespace workbook
