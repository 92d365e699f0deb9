// A number as people type it into a sheet, made one that can be published, or the reason why not.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"
#include "forms/sheets.h"

namespace forms {

struct TypedNumber {
    std::optional<base::Decimal> amount;
    std::string words;    ///< what stands there when it is no number; empty for an empty cell
    std::string message;  ///< why neither can be taken; empty when all is well
    std::string hint;
    bool changed = false;  ///< written otherwise than published: １，２８８人
};

/// Text without blanks and line ends around it.
std::string trimmed(const std::string& text);

/// Text with full-width digits, signs and letters made half-width, ideographic blanks made plain, ends trimmed.
std::string half_width(std::string_view text);

/// 1,299 as the city's files have it: grouped, with a plain minus.
std::string number_for_file(const base::Decimal& amount);

/// Reads what a cell holds. `unit` may stand behind the number and is taken off; 約, （58）, 58% in a place that counts
/// people, dates and formulas without a value are answered with how to write this one.
TypedNumber read_typed(const Cell& cell, const std::string& unit);

}  // namespace forms
