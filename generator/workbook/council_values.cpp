// Values, formats and measures that the sheets of the council workbook share.
#include <algorithm>

#include "base/utf8.h"
#include "workbook/council.h"
#include "workbook/formulas.h"

namespace workbook {

base::Decimal whole(std::size_t value) { return base::whole(static_cast<std::int64_t>(value)); }

base::Decimal kept(const base::Ratio& percent) { return percent.rounded(kept_decimals); }

Computed number_or_blank(const std::optional<base::Decimal>& value) {
    return value ? Computed(*value) : Computed(std::string());
}

std::string band_display(const input::Band& band) {
    return band.symbol.empty() ? band.word : band.symbol + " " + band.word;
}

Computed rating_of(const input::Band* band) { return band == nullptr ? std::string() : band_display(*band); }

Computed figure_value(const input::Figure* figure) {
    if (figure == nullptr) return std::string();
    return figure->amount ? Computed(*figure->amount) : Computed(figure->words);
}

Computed shown_actual(const evaluate::Result& result) {
    const bool absent = result.actual == nullptr && result.exclusion == evaluate::Exclusion::not_valid;
    return absent ? Computed(result.reason) : figure_value(result.actual);
}

std::optional<std::size_t> band_place(const std::vector<input::Band>& bands, const input::Band* band) {
    for (std::size_t at = 0; at < bands.size(); ++at) {
        if (&bands[at] == band) return at + 1;
    }
    return std::nullopt;
}

std::string rate_format(const input::Policy& policy, int decimals) {
    return base::spreadsheet_format(decimals, policy.numbers, policy.numbers.percent);
}

std::string number_format(const Council& council, int decimals) {
    return base::spreadsheet_format(decimals, council.inputs().policy.numbers);
}

}  // namespace workbook
