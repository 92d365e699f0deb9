// Reading conditions and putting them to an indicator.
#include "evaluate/conditions.h"

#include <algorithm>

#include "evaluate/facts.h"

namespace evaluate {

namespace {

using base::Ratio;

constexpr std::string_view reason = "reason.", type = "type.";

/// Ratings that a summary takes together, or one.
bool is_rated(const input::Policy& policy, const input::Band& band, std::string_view word) {
    for (const input::BandUnion& one : policy.unions) {
        if (one.word == word) return std::find(one.of.begin(), one.of.end(), band.word) != one.of.end();
    }
    return band.is_called(word);
}

std::optional<Ratio> number(std::string_view text) {
    if (text.empty() || text.find_first_not_of("0123456789.") != std::string_view::npos) return std::nullopt;
    const auto parsed = base::parse_decimal(text).value;
    return parsed ? std::optional(Ratio(*parsed)) : std::nullopt;
}

struct Compared {
    const Comparison* comparison = nullptr;
    Ratio edge;
};

std::optional<Compared> compared(std::string_view condition) {
    for (const Comparison& comparison : comparisons) {
        if (!condition.starts_with(comparison.name)) continue;
        if (const auto edge = number(condition.substr(comparison.name.size()))) return Compared{&comparison, *edge};
    }
    return std::nullopt;
}

/// 80_to_100: over the one and below the other.
std::optional<std::pair<Ratio, Ratio>> range(std::string_view condition) {
    constexpr std::string_view to = "_to_";
    const std::size_t at = condition.find(to);
    if (at == std::string_view::npos) return std::nullopt;
    const auto low = number(condition.substr(0, at));
    const auto high = number(condition.substr(at + to.size()));
    return low && high ? std::optional(std::pair(*low, *high)) : std::nullopt;
}

const Condition* named(std::string_view condition) {
    const auto* found = std::find_if(std::begin(conditions), std::end(conditions),
                                     [&](const Condition& known) { return known.name == condition; });
    return found == std::end(conditions) ? nullptr : found;
}

bool known(std::string_view condition) {
    return named(condition) != nullptr || compared(condition) || range(condition);
}

}  // namespace

bool takes_word(std::string_view name) { return name == "rated" || name == "reason" || name == "type"; }

std::size_t take_condition(const std::vector<std::string>& names, std::size_t begin, std::string& condition) {
    condition = names[begin];
    if (takes_word(condition) && begin + 1 < names.size()) {
        condition += "." + names[begin + 1];
        return 2;
    }
    // The longest that can be understood: 99.5_to_99.9 stands in three names.
    std::size_t taken = known(condition) ? 1 : 0;
    std::string longer = condition;
    for (std::size_t at = begin + 1; at < names.size() && at < begin + 3; ++at) {
        const std::size_t digits = std::min(names[at].find_first_not_of("0123456789"), names[at].size());
        if (digits == 0 || (digits < names[at].size() && !names[at].substr(digits).starts_with("_to_"))) break;
        longer += "." + names[at];
        if (!known(longer)) continue;
        taken = at + 1 - begin;
        condition = longer;
    }
    return taken;
}

bool meets(const Case& indicator, const std::string& condition, const input::Band* by) {
    if (const Condition* found = named(condition)) return found->holds(indicator);
    const std::string_view whole = condition;
    if (whole.starts_with(type)) return indicator.present() && indicator.indicator.type == whole.substr(type.size());
    if (whole.starts_with(reason)) {
        return indicator.present() && !indicator.evaluated() && indicator.result.reason == whole.substr(reason.size());
    }
    if (!indicator.evaluated()) return false;
    if (condition.starts_with(rated)) {
        const input::Band* band = indicator.result.band;
        if (band == nullptr || by != nullptr) return band != nullptr && band->word == by->word;
        return is_rated(*indicator.result.policy, *band, whole.substr(rated.size()));
    }
    if (!indicator.result.rate) return false;
    const Rate& rate = *indicator.result.rate;
    if (const auto found = compared(condition)) return found->comparison->holds(rate, found->edge);
    const auto between = range(condition);
    return between && Ratio(rate.uncapped) > between->first && Ratio(rate.uncapped) < between->second;
}

std::vector<std::string> condition_names() {
    std::vector<std::string> names;
    for (const Condition& condition : conditions) names.emplace_back(condition.name);
    for (const Comparison& comparison : comparisons) names.push_back(std::string(comparison.name) + "N");
    names.insert(names.end(), {"N_to_N", "rated.X", "reason.X", "type.X"});
    return names;
}

}  // namespace evaluate
