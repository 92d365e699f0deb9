// The sheet of a form: which column holds what. Writing and reading share it.
#pragma once

#include <string>
#include <string_view>

#include "workbook/names.h"

namespace forms::sheet {

using workbook::Column;

inline constexpr Column name = 0, unit = 1, target = 2, before_last = 3, last = 4, value = 5, status = 6, rate = 7,
                        rating = 8, check = 9;
inline constexpr Column text = 1, text_end = 9;  ///< 要因 and 今後の取組, across the sheet
/// 根拠資料: the paper stands where texts do, beside it who gave the value and who agreed.
inline constexpr Column given_by = 6, agreed_by = 9;
inline constexpr Column results = 1, results_end = 5, activity = 6, activity_last = 7, activity_value = 8;
/// The day on which the form was filled in, in the second row.
inline constexpr Column date = 7;
inline constexpr Column code = 10, results_code = 11, filled = 12;

/// In front of a project's mark, in a cell of the form.
inline constexpr std::string_view mark = "kensho ";
/// A final value and a provisional one; other words of the list are statuses of the policy.
inline constexpr std::string_view final_word = "確定", provisional_word = "速報";

}  // namespace forms::sheet
