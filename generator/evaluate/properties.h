// Tables of named properties.
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "evaluate/quantity.h"

namespace evaluate {

/// A property and how it is found; `Thing` is what it is a property of.
template <typename Thing>
struct Property {
    std::string_view name;
    Quantity (*value)(const Thing&);
};

template <typename Thing>
std::optional<Quantity> find_property(std::span<const Property<Thing>> properties, std::string_view name,
                                      const Thing& thing) {
    const auto found =
        std::find_if(properties.begin(), properties.end(), [&](const auto& property) { return property.name == name; });
    return found == properties.end() ? std::nullopt : std::optional(found->value(thing));
}

template <typename Thing>
void add_names(std::span<const Property<Thing>> properties, std::vector<std::string>& names) {
    for (const auto& property : properties) names.emplace_back(property.name);
}

// The names that properties_of() puts together.
void add_report_names(std::vector<std::string>& names);
void add_indicator_names(std::vector<std::string>& names);
void add_group_names(Subject::Kind kind, std::vector<std::string>& names);
void add_annex_names(Subject::Kind kind, std::vector<std::string>& names);

}  // namespace evaluate
