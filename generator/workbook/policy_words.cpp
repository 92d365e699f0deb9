// Choices are keys of words, not words: the template says how each is called.
#include "workbook/policy_words.h"

#include <algorithm>

#include "evaluate/assessment.h"
#include "input/choices.h"

namespace workbook {

namespace {

PolicyItem choice(const char* key, const char* word) { return {key, std::nullopt, nullptr, word, {}}; }

PolicyItem number(const char* key, const base::Decimal& value, const char* unit) {
    return {key, value, unit, nullptr, {}};
}

/// A limit that may be missing.
PolicyItem limit(const char* key, const std::optional<base::Decimal>& value) {
    return value ? number(key, *value, "rate_unit") : choice(key, "none");
}

/// Whether the test holds for a policy of the project, whatever the year.
template <typename Test>
bool any_policy(const input::Inputs& inputs, const Test& test) {
    const auto& earlier = inputs.earlier_policies;
    return test(inputs.policy) ||
           std::any_of(earlier.begin(), earlier.end(), [&](const auto& entry) { return test(entry.second); });
}

}  // namespace

const char* word_of(input::Formula formula) {
    return formula == input::Formula::words ? "judged" : input::word_in(input::formula_words(), formula).data();
}

const char* word_of(base::Rounding rounding) { return input::word_in(input::rounding_words(), rounding).data(); }

const char* word_of(input::OverallBy by) { return input::word_in(input::overall_words(), by).data(); }

std::vector<PolicyItem> policy_items(const input::Policy& policy) {
    const bool exact_rated = policy.rated_value == input::RatedValue::exact;
    const bool exact_means = policy.mean_of == input::MeanOf::exact_rates;
    const bool zero_skipped = policy.zero_target == input::ZeroTarget::not_evaluated;
    return {
        choice("formula", word_of(policy.formula)),
        limit("cap", policy.cap),
        limit("floor", policy.floor),
        number("decimals", base::whole(policy.decimals), "digits_unit"),
        choice("rounding", word_of(policy.rounding)),
        choice("rated_value", exact_rated ? "exact_value" : "displayed_value"),
        choice("mean_of", exact_means ? "exact_value" : "displayed_value"),
        number("mean_decimals", base::whole(policy.mean_decimals), "digits_unit"),
        choice("goal_by", word_of(policy.goal_by)),
        choice("overall_by", word_of(policy.overall_by)),
        choice("zero_target", zero_skipped ? "zero_not_evaluated" : "zero_achieved"),
        number("tolerance", policy.tolerance.amount, policy.tolerance.per_cent ? "rate_unit" : "tolerance_unit"),
        PolicyItem{"overall_note", std::nullopt, nullptr, nullptr,
                   policy.overall_note + evaluate::left_out_of_means(policy)},
    };
}

const std::vector<std::string_view>& policy_word_keys() {
    static const std::vector<std::string_view> keys = [] {
        std::vector<std::string_view> all = {
            "formula",      "cap",           "floor",          "decimals",        "rounding",           "rated_value",
            "mean_of",      "mean_decimals", "goal_by",        "overall_by",      "zero_target",        "tolerance",
            "overall_note", "none",          "exact_value",    "displayed_value", "zero_not_evaluated", "zero_achieved",
            "rate_unit",    "digits_unit",   "tolerance_unit",
        };
        for (const auto& [word, formula] : input::formula_words()) all.emplace_back(word_of(formula));
        for (const auto& [word, rounding] : input::rounding_words()) all.push_back(word);
        for (const auto& [word, by] : input::overall_words()) {
            if (by != input::OverallBy::points_sum) all.push_back(word);
        }
        return all;
    }();
    return keys;
}

bool sums_points(const input::Inputs& inputs) {
    return any_policy(inputs, [](const input::Policy& policy) {
        return policy.goal_by == input::OverallBy::points_sum || policy.overall_by == input::OverallBy::points_sum;
    });
}

bool leaves_out(const input::Inputs& inputs) {
    return any_policy(inputs, [](const input::Policy& policy) { return policy.leaves_out(); });
}

}  // namespace workbook
