#include "evaluate/quantity.h"

#include <algorithm>

#include "base/message.h"

namespace evaluate {

namespace {

using Kind = Subject::Kind;

constexpr std::string_view change_suffix = "_change";

std::optional<Quantity> plain_quantity(const Assessment& assessment, const Subject& subject, base::Year year,
                                       std::string_view property) {
    switch (subject.kind) {
        case Kind::report: return report_quantity(assessment, property);
        case Kind::indicator:
            return indicator_quantity(assessment, assessment.indicators[subject.index], year, property);
        case Kind::project:
        case Kind::activity: return annex_quantity(assessment, subject, year, property);
        default: return group_quantity(assessment, subject, year, property);
    }
}

/// X_change of any figure X: what is shown now minus what was shown for the year before.
std::optional<Quantity> change_quantity(const Assessment& assessment, const Path& path) {
    const std::string_view base(path.property.data(), path.property.size() - change_suffix.size());
    const auto now = plain_quantity(assessment, path.subject, path.year, base);
    if (!now || (!now->is_number() && !now->missing)) return std::nullopt;
    const base::Year before{path.year.western - 1};
    if (before < assessment.inputs->strategy.first_year) return Quantity::none("");
    const auto then = plain_quantity(assessment, path.subject, before, base);
    if (!now->is_number()) return *now;
    if (!then->is_number()) return *then;
    const int decimals = std::max(now->number.decimals, then->number.decimals);
    return Quantity::of((base::Ratio(now->number) - base::Ratio(then->number)).rounded(decimals),
                        Quantity::Kind::change);
}

}  // namespace

Quantity Quantity::count(std::size_t value) { return of({false, std::to_string(value), 0}); }

std::variant<Quantity, Fault> quantity_of(const Assessment& assessment, const Path& path) {
    if (auto quantity = plain_quantity(assessment, path.subject, path.year, path.property)) return *quantity;
    if (path.property.ends_with(change_suffix)) {
        if (auto quantity = change_quantity(assessment, path)) return *quantity;
    }
    if (path.property.empty()) {
        return Fault{base::say("`{}` needs a property", path.subject_text),
                     base::say("known here: {}", properties_of(path.subject.kind).front() + ", …")};
    }
    return unknown_word("unknown placeholder, no property is called `{}`", path.property,
                        properties_of(path.subject.kind), path.subject_text + ".", "");
}

const GroupAssessment& group_of(const Assessment& assessment, const Subject& subject) {
    switch (subject.kind) {
        case Kind::goal: return assessment.goals[subject.index];
        case Kind::measure: return assessment.measures[subject.index];
        case Kind::initiative: return assessment.initiatives[subject.index];
        default: return assessment.overall;
    }
}

}  // namespace evaluate
