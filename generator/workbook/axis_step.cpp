// Steps are tried from the least on.
#include "workbook/axis_step.h"

namespace workbook {

using base::Decimal;
using base::Ratio;

std::optional<Decimal> axis_step(const LinePoints& line, int decimals) {
    constexpr std::int64_t most_steps = 5;
    const Ratio span = axis_span(line);
    if (span.is_zero()) return std::nullopt;
    for (int after = decimals - 1;; --after) {
        for (const char* digit : {"1", "2", "5"}) {
            Decimal step{false, digit, std::max(after, 0)};
            if (after < 0) step.digits.append(static_cast<std::size_t>(-after), '0');
            if (Ratio(step) * Ratio(most_steps) >= span) return step;
        }
    }
}

}  // namespace workbook
