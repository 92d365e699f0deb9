// The filters behind the bar of a binding: |つ, |全角|項目, |△|ポイント, |増加/減少/横ばい
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/number_style.h"
#include "evaluate/facts.h"

namespace evaluate {

/// What a fact says in letters. A number that is written in digits knows where they stand.
struct Printed {
    std::string text;
    base::Digits digits{};
};

/// The letters of what a fact says, filtered from left to right, or why there are none. A year is written short (R5),
/// a difference with its sign.
std::variant<Printed, Fault> formatted(const Context& context, const Content& content,
                                       const std::vector<std::string>& filters);

/// Why nothing can be printed of a form; nullopt when it has letters.
std::optional<Fault> letterless(const Form& form, const FactPath& path);

/// Why the filters are none; nullopt when all are known.
std::optional<Fault> check_filters(const std::vector<std::string>& filters);

/// 八, 十二, 三百五, 一万: a whole number without sign, of at most 16 digits, in Chinese numerals; others stay as they
/// are.
std::string kanji_numeral(const base::Decimal& value);

/// The filters with a meaning of their own; anything else that is not ASCII is a counter (項目).
struct Filter {
    std::string_view word;
    std::string_view line;     ///< what it does, in Japanese
    std::string_view example;  ///< what becomes of 8 or −1.6
};
std::vector<Filter> filters();

}  // namespace evaluate
