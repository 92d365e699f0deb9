// Years inside words: 令和５年度, R5, r5 of a file name, （2023）; moved on by a year, written as they were.
#pragma once

#include <string>
#include <string_view>

#include "base/year.h"

namespace scaffold {

/// Every year named in `text`, a year later: 令和５年度 → 令和６年度, atsugi-r5-report.pdf → atsugi-r6-report.pdf.
/// Width, letter case and the form of the year stay; all other letters are left alone.
std::string a_year_later(const base::Eras& eras, std::string_view text);

}  // namespace scaffold
