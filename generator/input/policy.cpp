// config/policies/*.yaml: the keys follow policy.h.
#include "input/policy.h"

#include <algorithm>
#include <set>

#include "base/message.h"
#include "input/bands.h"
#include "input/choices.h"
#include "input/policy_parts.h"
#include "input/readers.h"

namespace input {

namespace {

using base::Fields;
using base::Value;

/// What is no number, nor meant as one: 80%.
bool is_word(const Value& value) {
    return value.is_scalar() && !value.text.empty() &&
           std::string_view("0123456789.-").find(value.text[0]) == std::string_view::npos;
}

/// 1.2 for 120 per cent would cut off nearly all.
void check_per_cent(Fields& rate, std::string_view key) {
    const Value* value = rate.optional(key);
    const auto number = value != nullptr && value->is_scalar() ? base::parse_decimal(value->text).value : std::nullopt;
    if (!number || number->negative || base::Ratio(*number) >= base::Ratio(2) || base::Ratio(*number).is_zero()) return;
    rate.diagnostics().error(value->span,
                             base::say("`{0}` is in per cent, and {1} is nearly nothing", key, value->text),
                             base::say("write 100 for 1"));
}

void read_rate(const Value& value, Policy& policy, base::Diagnostics& diagnostics) {
    Fields rate(value, diagnostics);
    policy.decimals = static_cast<int>(rate.optional_whole("decimals", 0, 10).value_or(policy.decimals));
    policy.rounding = rate.optional_choice<base::Rounding>("rounding", rounding_words()).value_or(policy.rounding);
    policy.rated_value = rate.optional_choice<RatedValue>(
                                 "rated_value", {{"displayed", RatedValue::displayed}, {"exact", RatedValue::exact}})
                             .value_or(policy.rated_value);
    policy.rate_name = rate.optional_text("name").value_or(policy.rate_name);
    // A word is that of a band, and read once the bands are known.
    const Value* achieved = rate.optional("achieved");
    if (achieved != nullptr && !is_word(*achieved)) policy.achieved_at = rate.optional_number("achieved");
    policy.cap = rate.optional_number("cap");
    for (const std::string_view key : {"cap", "achieved"}) check_per_cent(rate, key);
    policy.floor = rate.optional_number("floor");
    policy.show_uncapped = rate.flag("show_uncapped", policy.show_uncapped);
    policy.show_uncapped_targets = rate.flag("show_uncapped_targets", policy.show_uncapped_targets);
    const Value* floor = rate.optional("floor");
    if (policy.cap && policy.floor && base::Ratio(*policy.floor) > base::Ratio(*policy.cap)) {
        diagnostics.error(floor->span, base::say("the floor lies above the cap"));
    }
}

void read_means(const Value& value, Policy& policy, base::Diagnostics& diagnostics) {
    Fields means(value, diagnostics);
    const std::vector<std::pair<std::string_view, MeanOf>> of = {{"displayed_rates", MeanOf::displayed_rates},
                                                                 {"exact_rates", MeanOf::exact_rates}};
    policy.mean_of = means.optional_choice<MeanOf>("of", of).value_or(policy.mean_of);
    policy.goal_mean_of = means
                              .optional_choice<MeanOf>("of_goals", {{"displayed_means", MeanOf::displayed_rates},
                                                                    {"exact_means", MeanOf::exact_rates}})
                              .value_or(policy.mean_of);
    policy.mean_decimals = static_cast<int>(means.optional_whole("decimals", 0, 10).value_or(policy.mean_decimals));
    ChoiceWords<OverallBy> by_kpis = overall_words();
    std::erase_if(by_kpis, [](const auto& each) {
        return each.second == OverallBy::mean_of_goal_means || each.second == OverallBy::weighted_goals;
    });
    policy.goal_by = means.optional_choice<OverallBy>("goal", by_kpis).value_or(policy.goal_by);
    policy.overall_by = means.optional_choice<OverallBy>("overall", overall_words()).value_or(policy.overall_by);
    policy.overall_note = means.optional_text("note").value_or("");
}

bool is_rating(const std::string& word, const Policy& policy) {
    const auto named = [&](const Band& band) { return band.word == word; };
    return std::any_of(policy.bands.begin(), policy.bands.end(), named) ||
           std::any_of(policy.class_bands.begin(), policy.class_bands.end(), named);
}

void read_statuses(Fields& fields, Policy& policy) {
    std::set<std::string> seen;
    for (const Value& item : fields.list("statuses")) {
        Fields status(item, fields.diagnostics());
        StatusWord word{status.required_text("word"), status.optional_text("meaning").value_or(""), item.span, {}};
        if (status.has("colour") || status.has("symbol")) word.looks = read_looks(status);
        if (word.word.empty()) continue;
        if (word.looks && is_rating(word.word, policy)) {
            fields.diagnostics().error(item.span, base::say("`{}` is a rating already", word.word));
        }
        if (!seen.insert(word.word).second) {
            fields.diagnostics().error(item.span, base::say("the status word `{}` is given twice", word.word));
        } else if (base::parse_decimal(word.word).value) {
            fields.diagnostics().error(item.span, base::say("a status word cannot be a number: `{}`", word.word));
        }
        policy.statuses.push_back(std::move(word));
    }
}

void read_words(Fields& fields, Policy& policy) {
    const Value* value = fields.required("words");
    if (value == nullptr) return;
    Fields words(*value, fields.diagnostics());
    policy.no_target_word = words.required_text("no_target");
    policy.excluded_word = words.required_text("excluded");
    policy.replaced_word = words.required_text("replaced");
    // A class without a colour: no rating of the policy looks like it.
    policy.other.id = "other";
    policy.other.word = words.optional_text("other").value_or(policy.excluded_word);
    policy.other.colour = {255, 255, 255};
    ReasonWords& reasons = policy.reasons;
    const std::pair<std::string_view, std::string*> others[] = {
        {"reprint", &reasons.reprint},     {"not_yet", &reasons.not_yet},
        {"no_actual", &reasons.no_actual}, {"zero_target", &reasons.zero_target},
        {"refused", &reasons.refused},     {"no_baseline", &reasons.no_baseline},
        {"reference", &reasons.reference}, {"no_verdict", &reasons.no_verdict}};
    for (const auto& [key, word] : others) *word = words.optional_text(key).value_or("");
}

base::NumberStyle read_numbers(const Value& value, base::Diagnostics& diagnostics) {
    Fields fields(value, diagnostics);
    base::NumberStyle style;
    style.grouping = fields.flag("grouping", style.grouping);
    style.minus = fields.optional_text("minus").value_or(style.minus);
    style.plus = fields.optional_text("plus").value_or(style.plus);
    style.percent = fields.optional_text("percent").value_or(style.percent);
    return style;
}

void read_judged(const Value& value, Policy& policy, base::Diagnostics& diagnostics) {
    Fields judged(value, diagnostics);
    policy.judged = {read_band_place(judged, "reached", policy.bands), read_band_place(judged, "missed", policy.bands)};
}

/// The steps in which rated values come, as one place behind so many decimals; none where they are exact.
std::optional<int> whole_steps(const Policy& policy) {
    return policy.rated_value == RatedValue::displayed ? std::optional(policy.decimals) : std::nullopt;
}

/// Every rule of the set, but for those switched off; or none but those switched on.
std::set<std::string, std::less<>> read_style(const Value* style, base::Diagnostics& diagnostics) {
    const auto& rules = style_rules();
    std::set<std::string, std::less<>> on(rules.begin(), rules.end());
    if (style == nullptr) return on;
    Fields fields(*style, diagnostics);
    const bool whole = fields.optional_choice<bool>("set", {{"公用文", true}, {"none", false}}).value_or(true);
    for (const std::string_view rule : rules) {
        if (!fields.flag(rule, whole)) on.erase(on.find(rule));
    }
    return on;
}

}  // namespace

const ChoiceWords<Formula>& formula_words() {
    static const ChoiceWords<Formula> words = {{"ratio", Formula::ratio},       {"progress", Formula::progress},
                                               {"maintain", Formula::maintain}, {"linear", Formula::linear},
                                               {"classes", Formula::classes},   {"words", Formula::words}};
    return words;
}

const ChoiceWords<OverallBy>& overall_words() {
    static const ChoiceWords<OverallBy> words = {{"mean_of_goal_means", OverallBy::mean_of_goal_means},
                                                 {"mean_of_kpis", OverallBy::mean_of_kpis},
                                                 {"weighted_goals", OverallBy::weighted_goals},
                                                 {"weighted_kpis", OverallBy::weighted_kpis},
                                                 {"share_achieved", OverallBy::share_achieved},
                                                 {"points", OverallBy::points},
                                                 {"points_sum", OverallBy::points_sum}};
    return words;
}

const ChoiceWords<base::Rounding>& rounding_words() {
    static const ChoiceWords<base::Rounding> words = {{"half_up", base::Rounding::half_up},
                                                      {"half_even", base::Rounding::half_even},
                                                      {"truncate", base::Rounding::truncate}};
    return words;
}

std::optional<TargetChoice> read_target_choice(Fields& fields, const base::Eras& eras) {
    const std::optional<std::string> word = fields.optional_text("rate_target");
    if (!word) return std::nullopt;
    if (*word == "year") return TargetChoice{TargetOf::year, {}};
    if (*word == "final") return TargetChoice{TargetOf::final, {}};
    if (*word == "share") return TargetChoice{TargetOf::share, {}};
    if (*word == "way") return TargetChoice{TargetOf::way, {}};
    if (const auto year = base::parse_year(eras, *word)) return TargetChoice{TargetOf::named, *year};
    base::report_unknown("`{}` is neither a way to choose the target nor a year", *word,
                         fields.optional("rate_target")->span, {"year", "final", "share", "way"}, fields.diagnostics());
    return std::nullopt;
}

std::optional<Tolerance> read_tolerance(Fields& fields) {
    Tolerance tolerance;
    tolerance.of_baseline =
        fields.optional_choice<bool>("tolerance_of", {{"target", false}, {"baseline", true}}).value_or(false);
    const Value* value = fields.optional("tolerance");
    if (value == nullptr) return std::nullopt;
    Value amount = *value;
    for (const std::string_view sign : {"%", "％"}) {
        if (!amount.is_scalar() || !amount.text.ends_with(sign)) continue;
        amount.text.resize(amount.text.size() - sign.size());
        tolerance.per_cent = true;
    }
    const std::optional<base::Decimal> number = base::as_number(amount, fields.diagnostics());
    if (!number) return std::nullopt;
    tolerance.amount = *number;
    if (number->negative) {
        fields.diagnostics().error(value->span, base::say("a tolerance cannot be negative"));
    } else if (tolerance.of_baseline && !tolerance.per_cent) {
        fields.diagnostics().error(value->span, base::say("only a tolerance in per cent is one of something"),
                                   base::say("write `tolerance: 10%`"));
    }
    return tolerance;
}

const std::vector<std::string_view>& style_rules() {
    static const std::vector<std::string_view> rules = {"punctuation", "digits",        "commas",   "percent",
                                                        "counters",    "brackets",      "ranges",   "bands",
                                                        "no_value",    "compatibility", "controls", "spellings"};
    return rules;
}

Policy read_policy(const Value& tree, std::string id, const base::Eras& eras, base::Diagnostics& diagnostics) {
    Policy policy;
    policy.id = std::move(id);
    policy.span = tree.span;
    Fields fields(tree, diagnostics);
    policy.name = fields.required_text("name");
    policy.formula = fields.optional_choice<Formula>("formula", formula_words()).value_or(policy.formula);
    policy.zero_target =
        fields
            .optional_choice<ZeroTarget>("zero_target", {{"not_evaluated", ZeroTarget::not_evaluated},
                                                         {"achieved_if_zero", ZeroTarget::achieved_if_zero}})
            .value_or(policy.zero_target);
    policy.tolerance = read_tolerance(fields).value_or(policy.tolerance);
    policy.target = read_target_choice(fields, eras).value_or(policy.target);
    if (const Value* rate = fields.optional("rate")) read_rate(*rate, policy, diagnostics);
    if (const Value* means = fields.optional("means")) read_means(*means, policy, diagnostics);
    policy.bands = read_bands(fields, policy.in_points(), whole_steps(policy));
    const Value* rate = fields.optional("rate");
    const Value* achieved = rate != nullptr && rate->is_map() ? rate->find("achieved") : nullptr;
    if (achieved != nullptr && is_word(*achieved)) {
        base::Fields again(*rate, diagnostics);
        again.accept_rest();
        policy.achieved_from = read_band_place(again, "achieved", policy.bands);
    }
    if (const Value* judged = fields.optional("judged")) read_judged(*judged, policy, diagnostics);
    policy.group_bands = read_group_bands(fields);
    policy.class_bands = read_class_bands(fields, policy.formula == Formula::classes, policy.by_baseline);
    policy.types = read_types(fields, eras, policy);
    policy.unions = read_unions(fields, policy);
    policy.second_rate = read_second_rate(fields, eras);
    read_raters(fields, policy);
    read_statuses(fields, policy);
    read_words(fields, policy);
    policy.style = read_style(fields.optional("style"), diagnostics);
    if (const Value* numbers = fields.optional("numbers")) policy.numbers = read_numbers(*numbers, diagnostics);
    return policy;
}

bool Policy::is_status(std::string_view words) const {
    return std::any_of(statuses.begin(), statuses.end(),
                       [&](const StatusWord& status) { return status.word == words; });
}

bool Policy::in_points() const {
    const auto counts = [](OverallBy by) { return by == OverallBy::points || by == OverallBy::points_sum; };
    return counts(goal_by) || counts(overall_by);
}

bool Policy::whole_of_goals() const {
    return overall_by == OverallBy::mean_of_goal_means || overall_by == OverallBy::weighted_goals;
}

bool Policy::leaves_out() const {
    return std::any_of(types.begin(), types.end(), [](const TypeRule& type) { return type.in_means != InMeans::all; });
}

}  // namespace input
