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

/// The numbers of a text: 80 and 100 of 80_to_100.
std::vector<std::string> numbers_in(std::string_view text) {
    constexpr std::string_view digits = "0123456789.";
    std::vector<std::string> numbers;
    for (std::size_t at = text.find_first_of(digits); at < text.size(); at = text.find_first_of(digits, at)) {
        const std::size_t end = std::min(text.find_first_not_of(digits, at), text.size());
        numbers.emplace_back(text.substr(at, end - at));
        at = end;
    }
    return numbers;
}

/// The known names with the numbers that were written in the place of N, so that a hint can be copied.
std::vector<std::string> with_numbers(std::vector<std::string> names, const std::vector<std::string>& numbers) {
    for (std::string& name : names) {
        std::size_t at = 0;
        for (const std::string& number : numbers) {
            at = name.find('N', at);
            if (at == std::string::npos) break;
            name.replace(at, 1, number);
            at += number.size();
        }
    }
    return names;
}

/// kpi_count_rated_X: the ratings there are.
std::optional<Fault> unknown_rating(const Assessment& assessment, const Path& path) {
    constexpr std::string_view rated = "rated_";
    const std::size_t at = path.property.find(rated);
    if (at == std::string::npos) return std::nullopt;
    const std::size_t begin = at + rated.size();
    std::vector<std::string> words;
    const input::Policy& policy = policy_of(*assessment.inputs, path.year);
    for (const auto* bands : {&policy.bands, &policy.class_bands}) {
        for (const input::Band& band : *bands) words.push_back(band.word);
    }
    return unknown_word(base::to_translate("no rating is called `{}`"), path.property.substr(begin), words,
                        path.subject_text + "." + path.property.substr(0, begin), "");
}

Fault unknown_property(const Assessment& assessment, const Path& path) {
    if (path.property.empty()) {
        return {base::say("`{}` needs a property", path.subject_text),
                base::say("known here: {}", properties_of(path.subject.kind).front() + ", …")};
    }
    if (auto fault = unknown_rating(assessment, path)) return *fault;
    const std::vector<std::string> numbers = numbers_in(path.property);
    return unknown_word(base::to_translate("unknown placeholder, no property is called `{}`"), path.property,
                        with_numbers(properties_of(path.subject.kind), numbers), path.subject_text + ".", "");
}

}  // namespace

Quantity Quantity::count(std::size_t value) { return of({false, std::to_string(value), 0}); }

std::variant<Quantity, Fault> quantity_of(const Assessment& assessment, const Path& path) {
    if (auto quantity = plain_quantity(assessment, path.subject, path.year, path.property)) return *quantity;
    if (path.property.ends_with(change_suffix)) {
        if (auto quantity = change_quantity(assessment, path)) return *quantity;
    }
    return unknown_property(assessment, path);
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
