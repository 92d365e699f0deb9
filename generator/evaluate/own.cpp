// 項目: what a city writes of projects and measures beside what kensho knows; sums of numbers, rates of sums.
#include "evaluate/own.h"

#include <algorithm>

#include "evaluate/fact_rows.h"

namespace evaluate {

namespace {

using As = Number::As;
using base::Decimal;
using base::Ratio;
using input::OwnField;
using Is = input::OwnField::Is;

const input::OwnValues* values_of(const Context& context, const Subject& subject) {
    if (subject.topic == Topic::project) return &context.inputs().projects[subject.index].own;
    if (subject.topic == Topic::measure) return &context.strategy().measures[subject.index].own;
    return nullptr;
}

/// As written, else the sum over the projects.
std::optional<Decimal> number_in(const Context& context, const Subject& subject, const std::string& field) {
    std::vector<Ratio> terms;
    int decimals = 0;
    for (const OwnTerm& term : own_terms(context, subject, field)) {
        if (!term.value->number) return std::nullopt;
        terms.emplace_back(*term.value->number);
        decimals = std::max(decimals, term.value->number->decimals);
    }
    return terms.empty() ? std::nullopt : std::optional(base::sum(terms).rounded(decimals));
}

std::optional<Decimal> per_cent(const std::optional<Decimal>& part, const std::optional<Decimal>& whole, int decimals,
                                base::Rounding rounding) {
    if (!part || !whole || Ratio(*whole).is_zero()) return std::nullopt;
    return (Ratio(*part) * Ratio(100) / Ratio(*whole)).rounded(decimals, rounding);
}

const input::Band* band_in(const std::vector<input::Band>& bands, const std::string& word) {
    const auto found = std::find_if(bands.begin(), bands.end(), [&](const auto& band) { return band.word == word; });
    return found == bands.end() ? nullptr : &*found;
}

}  // namespace

bool has_own_fields(Topic topic) {
    switch (topic) {
        case Topic::overall:
        case Topic::goal:
        case Topic::measure:
        case Topic::initiative:
        case Topic::section:
        case Topic::project: return true;
        default: return false;
    }
}

const input::OwnValue* written_own(const Context& context, const Subject& subject, const std::string& field) {
    const input::OwnValues* values = values_of(context, subject);
    if (values == nullptr) return nullptr;
    const auto found = values->find(field);
    return found == values->end() ? nullptr : &found->second;
}

std::vector<OwnTerm> own_terms(const Context& context, const Subject& subject, const std::string& field) {
    if (const input::OwnValue* own = written_own(context, subject, field)) return {{subject, own}};
    std::vector<OwnTerm> terms;
    if (subject.topic == Topic::project) return terms;
    for (const std::size_t at : projects_of(context, subject)) {
        const Subject project{.topic = Topic::project, .year = subject.year, .index = at};
        const input::OwnValue* own = written_own(context, project, field);
        if (context.inputs().projects[at].reprint_of || own == nullptr || !own->number) continue;
        terms.push_back({project, own});
    }
    return terms;
}

Content own_value(const Context& context, const Subject& subject, const OwnField& field) {
    const input::Policy& policy = context.inputs().policy;
    if (field.is == Is::number) {
        const auto number = number_in(context, subject, field.id);
        return number ? as_number(number, As::plain, policy, "") : Content{Missing{}};
    }
    if (field.is == Is::rate) {
        const auto rate = per_cent(number_in(context, subject, field.part), number_in(context, subject, field.whole),
                                   field.decimals, policy.rounding);
        return rate ? as_number(rate, As::percent, policy, "") : Content{Missing{}};
    }
    const input::OwnValue* own = written_own(context, subject, field.id);
    if (own == nullptr || own->text.empty()) return {};
    if (field.is == Is::text) return as_text(own->text);
    return as_band(band_in(field.bands.empty() ? policy.bands : field.bands, own->text), own->text);
}

Content own_share(const Context& context, const Subject& subject, const OwnField& field) {
    const input::Policy& policy = context.inputs().policy;
    const Subject whole{.topic = Topic::overall, .year = subject.year};
    const auto share = per_cent(number_in(context, subject, field.id), number_in(context, whole, field.id),
                                policy.mean_decimals, policy.rounding);
    return share ? as_number(share, As::percent, policy, "") : Content{Missing{}};
}

Form form_of(const OwnField& field) {
    switch (field.is) {
        case Is::number: return a_number;
        case Is::rate: return a_percent;
        case Is::rating: return a(Topic::band);
        case Is::text: break;
    }
    return a_text;
}

}  // namespace evaluate
