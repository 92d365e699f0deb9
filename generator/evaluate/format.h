// The format words behind the bar of a placeholder: |つ, |全角|項目, |△|ポイント, |増加/減少/横ばい
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "evaluate/quantity.h"

namespace evaluate {

/// The letters of a quantity, with the formats applied from left to right, or why they cannot be.
std::variant<std::string, Fault> formatted(const Quantity& quantity, const std::vector<std::string_view>& formats,
                                           const base::NumberStyle& style);

/// 八, 十二, 三百五, 一万: a whole number without sign, of at most 16 digits, in Chinese numerals; others stay as they
/// are.
std::string kanji_numeral(const base::Decimal& value);

/// The format words with a meaning of their own; anything else that is not ASCII is a counter (項目).
const std::vector<std::string>& format_words();

}  // namespace evaluate
