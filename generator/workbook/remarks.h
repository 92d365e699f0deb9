// What a person typed about an indicator and its years, in words: marks, notes, reasons.
#pragma once

#include <string>
#include <vector>

#include "workbook/council.h"

namespace workbook {

/// A line each: the indicator's own marks and note, then those of the years. Words come from the template.
std::string remarks(const evaluate::Assessment& assessment, const Plan& plan, std::size_t index,
                    const std::vector<base::Year>& years);

/// The name with the marks that belong to it: a calendar year's value, a target to be exceeded.
std::string marked_name(const Council& council, std::size_t index);
/// A goal where there is little room: its slogan, if it has one.
const std::string& short_name(const input::Goal& goal);

}  // namespace workbook
