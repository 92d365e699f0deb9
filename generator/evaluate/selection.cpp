#include "evaluate/selection.h"

#include <algorithm>

#include "evaluate/changes.h"

namespace evaluate {

namespace {

using base::Ratio;

struct Case {
    const Result& result;
    const input::Indicator& indicator;

    bool present() const { return result.exclusion != Exclusion::reprint && result.exclusion != Exclusion::not_valid; }
    bool measured() const { return present() && result.actual != nullptr && result.actual->amount.has_value(); }
    /// The year's movement in value; 0 when it cannot be told.
    int value() const { return result.value_change ? result.value_change->sign() : 0; }
    int rate() const { return result.rate_change ? Ratio(*result.rate_change).sign() : 0; }
    /// As value(), but 1 is always for the better.
    int progress() const { return indicator.direction == input::Direction::higher ? value() : -value(); }
};

struct Condition {
    std::string_view name;
    bool (*holds)(const Case&);
};

constexpr Condition conditions_by_name[] = {
    {"total", [](const Case&) { return true; }},
    {"measured", [](const Case& c) { return c.measured(); }},
    {"unmeasured", [](const Case& c) { return !c.measured(); }},
    {"evaluated", [](const Case& c) { return c.result.evaluated(); }},
    {"excluded", [](const Case& c) { return !c.result.evaluated(); }},
    {"achieved", [](const Case& c) { return c.result.evaluated() && c.result.achieved; }},
    {"unmet", [](const Case& c) { return c.result.evaluated() && !c.result.achieved; }},
    {"declined_value", [](const Case& c) { return c.progress() < 0; }},
    {"declined_rate", [](const Case& c) { return c.rate() < 0; }},
    {"declined", [](const Case& c) { return c.progress() < 0 || c.rate() < 0; }},
    {"improved_value", [](const Case& c) { return c.progress() > 0; }},
    {"improved_rate", [](const Case& c) { return c.rate() > 0; }},
    {"improved", [](const Case& c) { return c.progress() > 0 || c.rate() > 0; }},
    {"value_up", [](const Case& c) { return c.value() > 0; }},
    {"value_down", [](const Case& c) { return c.value() < 0; }},
    {"rating_up", [](const Case& c) { return c.result.rating_change.value_or(0) > 0; }},
    {"rating_down", [](const Case& c) { return c.result.rating_change.value_or(0) < 0; }},
    {"provisional", [](const Case& c) { return c.measured() && c.result.actual->provisional; }},
    {"revised", [](const Case& c) { return c.measured() && c.result.actual->revised; }},
};

struct Comparison {
    std::string_view name;
    bool (*holds)(const Rate& rate, const Ratio& edge);
};

/// By displayed rates. Only at_N looks at the capped one: 100.0% stands for all that reached the cap.
constexpr Comparison comparisons[] = {
    {"at_least_", [](const Rate& rate, const Ratio& edge) { return Ratio(rate.uncapped) >= edge; }},
    {"at_most_", [](const Rate& rate, const Ratio& edge) { return Ratio(rate.uncapped) <= edge; }},
    {"at_", [](const Rate& rate, const Ratio& edge) { return Ratio(rate.shown) == edge; }},
    {"over_", [](const Rate& rate, const Ratio& edge) { return Ratio(rate.uncapped) > edge; }},
    {"below_", [](const Rate& rate, const Ratio& edge) { return Ratio(rate.uncapped) < edge; }},
};

/// Takes conditions one after the other from the text and keeps the indicators that meet them.
class Selection {
   public:
    Selection(const Assessment& assessment, const Tally& tally, std::string_view text)
        : assessment_(assessment), tally_(tally), rest_(text) {
        kept_ = tally.evaluated;
        kept_.insert(kept_.end(), tally.excluded.begin(), tally.excluded.end());
        std::sort(kept_.begin(), kept_.end());
        keep([](const Case& c) { return c.present(); });
    }

    std::optional<std::vector<std::size_t>> run() {
        while (take_condition()) {
            if (rest_.empty()) return kept_;
            if (!take("_")) break;
        }
        return std::nullopt;
    }

   private:
    bool take(std::string_view word) {
        if (!rest_.starts_with(word)) return false;
        rest_.remove_prefix(word.size());
        return true;
    }
    /// The name must end the text or be followed by _, so that `rated` is no beginning of `rate`.
    bool take_name(std::string_view word) {
        const std::string_view after = rest_.substr(std::min(word.size(), rest_.size()));
        return rest_.starts_with(word) && (after.empty() || after.front() == '_') && take(word);
    }
    std::optional<Ratio> take_number() {
        const std::size_t length = std::min(rest_.find_first_not_of("0123456789."), rest_.size());
        const auto number = base::parse_decimal(rest_.substr(0, length)).value;
        if (!number) return std::nullopt;
        rest_.remove_prefix(length);
        return Ratio(*number);
    }
    bool take_condition() { return take_named() || take_comparison() || take_range() || take_rated(); }
    bool take_named();
    bool take_comparison();
    bool take_range();
    bool take_rated();

    template <typename Holds>
    bool keep(Holds holds) {
        std::erase_if(kept_, [&](std::size_t index) {
            const IndicatorAssessment& indicator = assessment_.indicators[index];
            return !holds(Case{indicator.in(tally_.year), *indicator.source});
        });
        return true;
    }
    template <typename Holds>
    bool keep_rates(Holds holds) {
        return keep([&](const Case& c) { return c.result.evaluated() && c.result.rate && holds(*c.result.rate); });
    }

    const Assessment& assessment_;
    const Tally& tally_;
    std::string_view rest_;
    std::vector<std::size_t> kept_;
};

bool Selection::take_named() {
    for (const Condition& condition : conditions_by_name) {
        if (take_name(condition.name)) return keep(condition.holds);
    }
    return false;
}

bool Selection::take_comparison() {
    for (const Comparison& comparison : comparisons) {
        const std::string_view before = rest_;
        if (!take(comparison.name)) continue;
        if (const auto edge = take_number()) {
            return keep_rates([&](const Rate& rate) { return comparison.holds(rate, *edge); });
        }
        rest_ = before;
    }
    return false;
}

/// 80_to_100: over the one and below the other.
bool Selection::take_range() {
    const auto low = take_number();
    if (!low || !take("_to_")) return false;
    const auto high = take_number();
    if (!high) return false;
    return keep_rates([&](const Rate& rate) { return Ratio(rate.uncapped) > *low && Ratio(rate.uncapped) < *high; });
}

/// rated_順調, rated_◎, rated_on-track: the longest name of a band that stands here.
bool Selection::take_rated() {
    if (!take("rated_")) return false;
    std::string_view best;
    const input::Band* chosen = nullptr;
    for (const auto* bands : {&tally_.policy->bands, &tally_.policy->class_bands}) {
        for (const input::Band& band : *bands) {
            for (const std::string* name : {&band.word, &band.symbol, &band.id}) {
                if (name->size() <= best.size() || !rest_.starts_with(*name)) continue;
                best = *name;
                chosen = &band;
            }
        }
    }
    if (chosen == nullptr) return false;
    rest_.remove_prefix(best.size());
    return keep([&](const Case& c) { return c.result.evaluated() && c.result.band == chosen; });
}

}  // namespace

std::optional<std::vector<std::size_t>> select(const Assessment& assessment, const Tally& tally,
                                               std::string_view conditions) {
    return Selection(assessment, tally, conditions).run();
}

std::vector<std::string> condition_names() {
    std::vector<std::string> names;
    for (const Condition& condition : conditions_by_name) names.emplace_back(condition.name);
    for (const Comparison& comparison : comparisons) names.push_back(std::string(comparison.name) + "N");
    names.insert(names.end(), {"N_to_N", "rated_X"});
    return names;
}

}  // namespace evaluate
