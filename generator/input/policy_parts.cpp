// The parts of a policy beside rate, means and bands: types of indicators, ratings taken together, a second rate.
#include "input/policy_parts.h"

#include <algorithm>

#include "base/message.h"
#include "input/bands.h"
#include "input/choices.h"
#include "input/readers.h"

namespace input {

namespace {

using base::Fields;
using base::say;
using base::Value;

std::vector<std::string_view> words_of(const Policy& policy) {
    std::vector<std::string_view> words;
    for (const auto* bands : {&policy.bands, &policy.class_bands}) {
        for (const Band& band : *bands) words.emplace_back(band.word);
    }
    return words;
}

BandUnion read_union(const Value& item, const std::vector<std::string_view>& known, base::Diagnostics& diagnostics) {
    Fields fields(item, diagnostics);
    BandUnion result;
    result.span = item.span;
    result.word = fields.required_text("word");
    if (std::find(known.begin(), known.end(), result.word) != known.end()) {
        diagnostics.error(fields.optional("word")->span, say("`{}` is a rating already", result.word),
                          say("a union has a word of its own"));
    }
    for (const Value& one : fields.required_list("of")) {
        const auto word = base::as_text(one, diagnostics);
        if (!word) continue;
        if (std::find(known.begin(), known.end(), *word) == known.end()) {
            base::report_unknown("`{}` is no rating of the policy", *word, one.span, known, diagnostics);
        }
        result.of.push_back(*word);
    }
    return result;
}

InMeans read_in_means(Fields& fields, const Policy& policy) {
    const auto choice =
        fields.optional_choice<InMeans>("in_means", {{"none", InMeans::none}, {"goals", InMeans::goals}});
    if (choice == InMeans::goals && policy.whole_of_goals()) {
        fields.diagnostics().error(fields.optional("in_means")->span,
                                   say("the whole is taken from the goals' means, which these indicators enter"),
                                   say("write `in_means: none`, or take `overall` over the indicators: mean_of_kpis"));
    }
    return choice.value_or(InMeans::all);
}

}  // namespace

std::optional<std::size_t> read_band_place(Fields& fields, std::string_view key, const std::vector<Band>& bands) {
    const std::optional<std::string> word = fields.optional_text(key);
    if (!word) return std::nullopt;
    std::vector<std::string_view> known;
    for (const Band& band : bands) {
        if (band.word == *word) return known.size();
        known.emplace_back(band.word);
    }
    base::report_unknown("`{}` is no rating of the policy", *word, fields.optional(key)->span, known,
                         fields.diagnostics());
    return std::nullopt;
}

std::vector<TypeRule> read_types(Fields& fields, const base::Eras& eras, const Policy& policy) {
    std::vector<TypeRule> types;
    for (const Value::Entry& entry : fields.map("types")) {
        TypeRule type;
        type.word = entry.key;
        if (!entry.value.is_empty()) {
            Fields keys(entry.value, fields.diagnostics());
            type.formula = keys.optional_choice<Formula>("formula", formula_words());
            type.tolerance = read_tolerance(keys);
            type.target = read_target_choice(keys, eras);
            type.bands = read_edges(keys, policy.bands);
            type.in_means = read_in_means(keys, policy);
        }
        types.push_back(std::move(type));
    }
    return types;
}

std::vector<BandUnion> read_unions(Fields& fields, const Policy& policy) {
    const std::vector<std::string_view> known = words_of(policy);
    std::vector<BandUnion> unions;
    for (const Value& item : fields.list("unions")) {
        BandUnion one = read_union(item, known, fields.diagnostics());
        const auto same = [&](const BandUnion& other) { return other.word == one.word; };
        if (std::any_of(unions.begin(), unions.end(), same)) {
            fields.diagnostics().error(item.span, say("`{}` is given twice", one.word));
        }
        unions.push_back(std::move(one));
    }
    return unions;
}

std::optional<SecondRate> read_second_rate(Fields& policy, const base::Eras& eras) {
    const Value* value = policy.optional("second_rate");
    if (value == nullptr) return std::nullopt;
    Fields fields(*value, policy.diagnostics());
    SecondRate rate;
    rate.name = fields.required_text("name");
    rate.formula = fields
                       .optional_choice<Formula>("formula", {{"ratio", Formula::ratio},
                                                             {"progress", Formula::progress},
                                                             {"maintain", Formula::maintain},
                                                             {"linear", Formula::linear}})
                       .value_or(rate.formula);
    rate.target = read_target_choice(fields, eras).value_or(rate.target);
    return rate;
}

void read_raters(Fields& fields, Policy& policy) {
    policy.rated_by = fields
                          .optional_choice<RatedBy>("rated_by", {{"computed", RatedBy::computed},
                                                                 {"section", RatedBy::section},
                                                                 {"council", RatedBy::council}})
                          .value_or(policy.rated_by);
    policy.council_bands = read_word_bands(fields, "council_bands");
    const Value* bands = fields.optional("council_bands");
    if (bands != nullptr && policy.rated_by == RatedBy::council) {
        fields.diagnostics().error(bands->span, say("the council's rating is the rating, so it has the policy's bands"),
                                   say("leave `council_bands` out, or `rated_by`"));
    }
}

}  // namespace input
