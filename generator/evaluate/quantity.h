// What a path stands for: a figure or words, not yet letters on a page.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "evaluate/path.h"

namespace evaluate {

/// A figure as shown, or words. Where a number belongs but none is there, `text` says why (未公表) and `missing` is
/// set.
struct Quantity {
    enum class Kind {
        plain,    ///< 18,405
        percent,  ///< 83.8%
        change,   ///< printed without a sign unless a format asks for one
        text
    };
    Kind kind = Kind::text;
    base::Decimal number;
    std::string text;
    bool missing = false;
    std::vector<std::size_t> members;  ///< of a count: the indicators counted

    static Quantity of(base::Decimal value, Kind kind = Kind::plain) { return {kind, std::move(value), {}, false, {}}; }
    static Quantity count(std::size_t value);
    static Quantity words(std::string text) { return {Kind::text, {}, std::move(text), false, {}}; }
    static Quantity none(std::string reason) { return {Kind::text, {}, std::move(reason), true, {}}; }
    bool is_number() const { return kind != Kind::text; }
};

/// The quantity of a path, or why there is none.
std::variant<Quantity, Fault> quantity_of(const Assessment& assessment, const Path& path);

// One a kind of subject; nullopt when the property is unknown.
std::optional<Quantity> report_quantity(const Assessment& assessment, std::string_view property);
std::optional<Quantity> indicator_quantity(const Assessment& assessment, const IndicatorAssessment& indicator,
                                           base::Year year, std::string_view property);
std::optional<Quantity> group_quantity(const Assessment& assessment, const Subject& subject, base::Year year,
                                       std::string_view property);
std::optional<Quantity> annex_quantity(const Assessment& assessment, const Subject& subject, base::Year year,
                                       std::string_view property);

/// The names of the properties of a subject, for hints and for the test of the documentation.
std::vector<std::string> properties_of(Subject::Kind kind);

/// The tallies of a subject that has KPIs: overall, a goal, a measure, an initiative.
const GroupAssessment& group_of(const Assessment& assessment, const Subject& subject);

}  // namespace evaluate
