// How many of a list rose, fell, became better or worse: one line of text above the table, and on the first sheet.
#pragma once

#include <string>
#include <vector>

#include "workbook/council.h"

namespace workbook {

struct ListCount {
    const char* words;      ///< of the plan
    const char* column;     ///< whose cells are counted
    std::string criterion;  ///< of COUNTIF
    std::size_t value;
};

/// Of the columns that the sheet has.
std::vector<ListCount> list_counts(const Council& council, const SheetPlan& plan,
                                   const std::vector<std::size_t>& listed);

/// 改善した指標 21　悪化した指標 18 …
std::string counts_in_words(const Council& council, const ListSheet& list);

}  // namespace workbook
