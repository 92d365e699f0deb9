// Values, formats and measures that the sheets of the council workbook share.
#include <algorithm>

#include "workbook/council.h"
#include "workbook/formulas.h"
#include "workbook/measures.h"

namespace workbook {

base::Decimal whole(std::size_t value) { return base::whole(static_cast<std::int64_t>(value)); }

base::Decimal kept(const base::Ratio& percent) { return percent.rounded(kept_decimals); }

Computed number_or_blank(const std::optional<base::Decimal>& value) {
    return value ? Computed(*value) : Computed(std::string());
}

std::string band_display(const input::Band& band) {
    return band.symbol.empty() || band.symbol == band.word ? band.word : band.symbol + " " + band.word;
}

const std::string& band_chip(const input::Band& band) { return band.symbol.empty() ? band.word : band.symbol; }

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

std::string axis_format(const Council& council, const std::string& unit) {
    const std::string whole = number_format(council, 0), minus = council.inputs().policy.numbers.minus;
    const std::string after = unit.empty() ? "" : "\"" + unit + "\"";
    return "[>=1000]" + whole.substr(0, whole.find(';')) + after + ";[<0]\"" + minus + "\"General" + after +
           ";General" + after;
}

std::string mean_format(const Council& council, const evaluate::Tally& tally) {
    const int decimals = tally.policy->mean_decimals;
    return tally.in_points ? number_format(council, decimals) : rate_format(*tally.policy, decimals);
}

std::vector<BandColumn> band_columns(const evaluate::Tally& tally) {
    std::vector<BandColumn> columns;
    const auto add = [&](const char* key, const std::vector<input::Band>& bands,
                         const std::vector<std::size_t>& counts) {
        for (std::size_t at = 0; at < counts.size(); ++at) columns.push_back({key, at, &bands[at].word, counts[at]});
    };
    add("bands", tally.policy->bands, tally.per_band);
    add("classes", tally.policy->class_bands, tally.per_class_band);
    return columns;
}

namespace {

/// The policy's own, and behind them those of the other kind that look otherwise, where an indicator is judged by it.
std::vector<const input::Band*> bands_in_use(const Council& council) {
    const input::Policy& policy = council.inputs().policy;
    const bool by_class = policy.formula == input::Formula::classes;
    const auto& indicators = council.strategy().indicators;
    const auto judged_otherwise = [&](const input::Indicator& indicator) {
        return (input::formula_of(indicator, policy) == input::Formula::classes) != by_class;
    };
    const std::vector<input::Band>& own = by_class ? policy.class_bands : policy.bands;
    const std::vector<input::Band>& others = by_class ? policy.bands : policy.class_bands;
    std::vector<const input::Band*> used;
    used.reserve(own.size() + others.size());
    for (const input::Band& band : own) used.push_back(&band);
    if (std::none_of(indicators.begin(), indicators.end(), judged_otherwise)) return used;
    for (const input::Band& band : others) {
        const auto is_same = [&](const input::Band& other) { return band_display(other) == band_display(band); };
        if (std::none_of(own.begin(), own.end(), is_same)) used.push_back(&band);
    }
    return used;
}

}  // namespace

std::string bands_in_words(const Council& council, const SheetPlan& plan) {
    const input::Policy& policy = council.inputs().policy;
    const bool by_type = std::any_of(policy.types.begin(), policy.types.end(),
                                     [](const input::TypeRule& type) { return !type.bands.empty(); });
    constexpr double share = 0.7;  // of the page's breadth; the rest is the page's number and the sheet's name
    std::vector<std::string> bands;
    double points = 0;
    for (const input::Band* band : bands_in_use(council)) {
        const bool ranged = !band->range.empty() && !by_type;  // by type they stand on the sheet of settings
        bands.push_back(band_display(*band) + (ranged ? " " + band->range : ""));
        points += points_of_text(bands.back() + "　");
    }
    const bool two_lines = points > share * printed_breadth(plan.a3, !plan.portrait);
    const std::size_t middle = two_lines ? (bands.size() + 1) / 2 : bands.size();
    std::string text;
    for (std::size_t at = 0; at < bands.size(); ++at) text += (at == 0 ? "" : at == middle ? "\n" : "　") + bands[at];
    return text;
}

std::string wrong_sentence(const Council& council, std::optional<std::size_t> goal) {
    const Places& places = council.places;
    std::string count;
    for (const char* kind : {"kpi", "headline_target"}) {
        count += (count.empty() ? "" : "+") + ("COUNTIFS(" + places.calculated_range("wrong")) + ",1," +
                 places.calculated_range("kind") + "," + formula_text(council.plan.word(kind));
        if (goal) {
            count +=
                "," + places.calculated_range("goal") + "," + std::to_string(council.strategy().goals[*goal].number);
        }
        count += ")";
    }
    const std::string& words = council.plan.word("wrong_sentence");
    const std::size_t number = words.find("{count}");
    const std::string before = words.substr(0, number);
    const std::string after = number == std::string::npos ? "" : words.substr(number + 7);
    return "IF(" + count + "=0,\"\"," + formula_text(before) + "&(" + count + ")&" + formula_text(after) + ")";
}

std::string signed_format(const Council& council, int decimals) {
    base::NumberStyle style = council.inputs().policy.numbers;
    const std::string plus = "\"" + style.plus + "\"", minus = "\"" + style.minus + "\"";
    style.minus = "-";  // one section, without a sign
    const std::string digits = base::spreadsheet_format(decimals, style);
    return plus + digits + ";" + minus + digits + ";" + digits;
}

std::string marked(const Plan& plan, const std::string& format, const input::Figure* figure) {
    if (figure == nullptr || !figure->amount) return format;
    std::string before, after;
    if (figure->reference) before = "\"(\"", after = "\")\"";
    if (figure->revised) before = "\"" + plan.word("revised_mark") + " \"" + before;
    if (figure->provisional) before = "\"" + plan.word("provisional_mark") + " \"" + before;
    if (before.empty()) return format;
    const std::size_t negative = format.find(';');  // no literal of a number style holds one
    if (negative == std::string::npos) return before + format + after;
    return before + format.substr(0, negative) + after + ";" + before + format.substr(negative + 1) + after;
}

}  // namespace workbook
