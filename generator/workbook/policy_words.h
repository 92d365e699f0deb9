// A policy as items with a value: what both workbooks show of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "input/inputs.h"

namespace workbook {

/// One of number, choice and text; `key`, `unit` and `choice` are words of the plan.
struct PolicyItem {
    const char* key;
    std::optional<base::Decimal> number;
    const char* unit = nullptr;
    const char* choice = nullptr;
    std::string text;
};

const char* word_of(input::Formula formula);
const char* word_of(base::Rounding rounding);
const char* word_of(input::OverallBy by);

std::vector<PolicyItem> policy_items(const input::Policy& policy);
/// Every word that policy_items may ask for, but the one of a sum of points.
const std::vector<std::string_view>& policy_word_keys();
/// Whether a policy of the project needs the word points_sum; and whether one leaves types of indicators out of means.
bool sums_points(const input::Inputs& inputs);
bool leaves_out(const input::Inputs& inputs);

}  // namespace workbook
