// The year that was meant by what is none as it is written.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/year.h"

namespace input {

/// Half-width digits and letters for others: 五 is 5, 十二 is 12, ２０ is 20.
std::u32string with_digits(std::string_view text);

/// The year of 令5, R.5, 令和五年度; nothing where none can be told, as of a month, which lies in one of two years.
std::optional<base::Year> year_meant(const base::Eras& eras, std::string_view text);

}  // namespace input
