// 数値目標 and KPIs: both have the same form.
#include <algorithm>

#include "base/message.h"
#include "base/utf8.h"
#include "input/choices.h"
#include "input/figure.h"
#include "input/readers.h"
#include "input/silence.h"

namespace input {

namespace {

using base::Fields;
using base::say;
using base::Value;

/// A day, a month or several years, which no year says: 平成31年３月末, 2019-03-31, H27～H29平均.
bool is_no_single_year(std::string_view text, const base::Eras& eras) {
    if (base::parse_year(eras, text)) return false;
    constexpr std::string_view signs[] = {"月", "-", "/", ".", "～", "〜", "平均", "現在"};
    return std::any_of(std::begin(signs), std::end(signs),
                       [&](std::string_view sign) { return text.find(sign) != std::string_view::npos; });
}

std::optional<base::Year> read_baseline_year(Fields& baseline, Reading& reading) {
    const std::string text = baseline.optional_text("year").value_or("");
    if (!is_no_single_year(text, reading.inputs.eras)) return read_year(baseline, "year", reading);
    reading.diagnostics.error(baseline.optional("year")->span, say("`{}` is not a year", text),
                              say("write the year it lies in, and beside it `label: {}`, which is printed", text));
    return std::nullopt;
}

void read_baseline(Fields& fields, Words words, Indicator& indicator, Reading& reading) {
    const Value* value = fields.optional("baseline");
    if (value == nullptr) return;
    Fields baseline(*value, reading.diagnostics);
    baseline.required("year");
    if (const Value* amount = baseline.optional("value")) indicator.baseline = read_figure(*amount, words, reading);
    indicator.baseline_year = read_baseline_year(baseline, reading);
    indicator.baseline_year_kind =
        base::kind_of_year(baseline.optional_text("year").value_or("")).value_or(indicator.year_kind);
    indicator.baseline_label = baseline.optional_text("label").value_or("");
}

/// The baseline of formulas, where a later value has taken the first one's place.
void read_rate_baseline(Fields& fields, Indicator& indicator, Reading& reading) {
    const Value* value = fields.optional("rate_baseline");
    if (value == nullptr) return;
    Fields baseline(*value, reading.diagnostics);
    baseline.required("year");
    if (const Value* amount = baseline.required("value")) {
        indicator.rate_baseline = read_figure(*amount, Words::statuses, reading);
        if (indicator.rate_baseline && !indicator.rate_baseline->amount) {
            reading.diagnostics.error(
                indicator.rate_baseline->span,
                say("formulas need a number for their baseline, and this is `{}`", indicator.rate_baseline->words),
                say("leave `rate_baseline` out until there is one"));
        }
    }
    indicator.rate_baseline_year = read_year(baseline, "year", reading);
}

/// One revision of the targets; revisions stand in the order in which they came into force.
void read_revision(const Value& tree, Words words, Indicator& indicator, Reading& reading) {
    Fields revised(tree, reading.diagnostics);
    revised.required("from");
    const std::optional<base::Year> from = read_year(revised, "from", reading);
    if (from) check_in_plan(*from, revised.optional("from")->span, reading);
    if (from && !indicator.revisions.empty() && *from <= indicator.revisions.back().from) {
        reading.diagnostics.error(revised.optional("from")->span,
                                  say("a later revision of the targets begins with a later year"),
                                  say("write revisions in the order in which they came into force"));
    }
    revised.required("values");
    const base::Year begin = from.value_or(reading.inputs.evaluated_year);
    for (const auto& [year, figure] : read_by_year(revised, "values", reading)) {
        if (auto value = read_figure(*figure, words, reading))
            indicator.targets[year].revised.push_back({begin, std::move(*value)});
    }
    indicator.revisions.push_back(
        {begin, revised.optional_text("decided").value_or(""), revised.optional_text("reason").value_or("")});
}

void read_targets(Fields& fields, Words usual, Indicator& indicator, Reading& reading) {
    const Words words = usual == Words::any ? Words::any_or_aims : Words::aims;
    for (const auto& [year, value] : read_by_year(fields, "targets", reading)) {
        indicator.targets[year].original = read_figure(*value, words, reading);
    }
    const Value* value = fields.optional("revised_targets");
    if (value == nullptr) return;
    if (!value->is_list()) return read_revision(*value, words, indicator, reading);
    for (const Value& item : value->items) read_revision(item, words, indicator, reading);
}

void read_verdicts(Fields& fields, Indicator& indicator, Reading& reading) {
    for (const auto& [year, value] : read_by_year(fields, "verdicts", reading)) {
        Fields verdict(*value, reading.diagnostics);
        verdict.required("reached");
        indicator.verdicts[year] = {verdict.flag("reached", false), verdict.optional_text("word").value_or(""),
                                    value->span};
    }
}

/// The policy whose words the ratings of a year are written in.
const Policy& policy_in(base::Year year, const Reading& reading) {
    const auto found = reading.inputs.earlier_policies.find(year);
    return found == reading.inputs.earlier_policies.end() ? written_policy(reading) : found->second;
}

void check_rating_word(const std::string& word, base::Span span, base::Year year, bool council, Reading& reading) {
    std::vector<std::string_view> known;
    const Policy& policy = policy_in(year, reading);
    const auto add = [&](const std::vector<Band>& bands) {
        for (const Band& band : bands) known.emplace_back(band.word);
    };
    if (council && !policy.council_bands.empty()) {
        add(policy.council_bands);
    } else {
        add(policy.bands);
        add(policy.class_bands);
    }
    if (known.empty() || std::find(known.begin(), known.end(), word) != known.end()) return;
    base::report_unknown("`{}` is no rating of the policy", word, span, known, reading.diagnostics);
}

std::map<base::Year, HumanRating> read_ratings(Fields& fields, std::string_view key, bool council, Reading& reading) {
    std::map<base::Year, HumanRating> ratings;
    for (const auto& [year, value] : read_by_year(fields, key, reading)) {
        Fields rating(*value, reading.diagnostics);
        const std::string word = rating.required_text("word");
        if (!word.empty()) check_rating_word(word, rating.optional("word")->span, year, council, reading);
        ratings[year] = {word, rating.optional_text("reason").value_or(""), value->span};
    }
    return ratings;
}

/// A type that some policy of the project knows; `what if` policies may know none.
void read_type(Fields& fields, Indicator& indicator, Reading& reading) {
    indicator.type = fields.optional_text("type").value_or("");
    if (indicator.type.empty() || !reading.statuses) return;
    std::vector<std::string_view> known;
    const auto add = [&](const Policy& policy) {
        for (const TypeRule& type : policy.types) known.emplace_back(type.word);
    };
    add(reading.inputs.policy);
    if (reading.written_for) add(*reading.written_for);
    for (const auto& [year, policy] : reading.inputs.earlier_policies) add(policy);
    if (std::find(known.begin(), known.end(), indicator.type) != known.end()) return;
    base::report_unknown("the policy has no type `{}`", indicator.type, fields.optional("type")->span, known,
                         reading.diagnostics);
}

/// A key that says nothing without another.
void needs(Fields& fields, std::string_view key, std::string_view other) {
    const Value* value = fields.optional(key);
    if (value == nullptr || fields.has(other)) return;
    fields.diagnostics().error(value->span, say("`{0}` says nothing without `{1}`", key, other));
}

/// quotient_of: [married, asked], times: 100, decimals: 1
void read_quotient(Fields& fields, Indicator& indicator, std::size_t index, Reading& reading) {
    const Value* value = fields.optional("quotient_of");
    const auto times = fields.optional_number("times");
    const auto decimals = fields.optional_whole("decimals", 0, 10);
    if (value == nullptr) {
        for (const std::string_view key : {"times", "decimals"}) needs(fields, key, "quotient_of");
        return;
    }
    if (!indicator.sum_of.empty()) {
        fields.diagnostics().error(value->span, say("an actual is either a sum or a quotient"),
                                   say("leave `sum_of` or `quotient_of` out"));
    }
    const std::vector<Value>& terms = base::as_list(*value, fields.diagnostics());
    if (terms.size() != 2 || !terms[0].is_scalar() || !terms[1].is_scalar()) {
        fields.diagnostics().error(value->span, say("a quotient is made of two activity indicators"),
                                   say("write `quotient_of: [part, whole]`"));
        return;
    }
    indicator.quotient_of = Quotient{terms[0].text, terms[1].text, times.value_or(base::whole(100)),
                                     static_cast<int>(decimals.value_or(1))};
    for (const Value& term : terms) reading.sums.push_back({index, term.text, term.span});
}

void read_validity(Fields& fields, Indicator& indicator, Reading& reading) {
    const Value* value = fields.optional("valid");
    if (value == nullptr) return;
    Fields valid(*value, reading.diagnostics);
    indicator.valid_from = read_year(valid, "from", reading);
    indicator.valid_to = read_year(valid, "to", reading);
    if (indicator.valid_from) check_in_plan(*indicator.valid_from, valid.optional("from")->span, reading);
    if (indicator.valid_to) check_in_plan(*indicator.valid_to, valid.optional("to")->span, reading);
    if (indicator.valid_from && indicator.valid_to && *indicator.valid_from > *indicator.valid_to) {
        reading.diagnostics.error(valid.optional("to")->span, say("`to` lies before `from`"));
    }
}

std::optional<base::Decimal> read_not_negative(Fields& fields, std::string_view key) {
    std::optional<base::Decimal> number = fields.optional_number(key);
    if (number && number->negative) {
        fields.diagnostics().error(fields.optional(key)->span, say("`{}` cannot be negative", key));
    }
    return number;
}

void read_attributes(Fields& fields, const base::Eras& eras, Indicator& indicator) {
    indicator.direction =
        fields.optional_choice<Direction>("direction", {{"higher", Direction::higher}, {"lower", Direction::lower}})
            .value_or(indicator.direction);
    indicator.formula = fields.optional_choice<Formula>("formula", formula_words());
    indicator.tolerance = read_tolerance(fields);
    indicator.target = read_target_choice(fields, eras);
    indicator.year_kind = fields
                              .optional_choice<base::YearKind>("year_kind", {{"fiscal", base::YearKind::fiscal},
                                                                             {"calendar", base::YearKind::calendar}})
                              .value_or(indicator.year_kind);
    indicator.cumulative = fields.flag("cumulative", false);
    indicator.survey = fields.flag("survey", false);
    indicator.strict = fields.flag("strict", false);
    indicator.weight = read_not_negative(fields, "weight");
}

/// The index sorts by it, so it is in kana and nothing else: しゅっしょうすう.
void read_reading(Fields& fields, Indicator& indicator) {
    indicator.reading = fields.optional_text("reading").value_or("");
    const std::u32string letters = base::decode(indicator.reading);
    const auto kana = [](char32_t c) { return (c >= U'ぁ' && c <= U'ゖ') || (c >= U'ァ' && c <= U'ヶ') || c == U'ー'; };
    if (letters.empty() || (std::all_of(letters.begin(), letters.end(), kana) && letters.front() != U'ー')) return;
    fields.diagnostics().error(fields.optional("reading")->span, say("`{}` is not in kana", indicator.reading),
                               say("the index of names sorts by it: しゅっしょうすう"));
}

void read_texts(Fields& fields, Indicator& indicator) {
    indicator.unit = fields.optional_text("unit").value_or("");
    read_reading(fields, indicator);
    indicator.period = fields.optional_text("period").value_or("");
    indicator.note = fields.optional_text("note").value_or("");
    indicator.section = fields.optional_text("section").value_or("");
    indicator.source = fields.optional_text("source").value_or("");
    indicator.next_publication = fields.optional_text("next_publication").value_or("");
    indicator.definition = fields.optional_text("definition").value_or("");
}

void read_links(Fields& fields, Indicator& indicator, Reading& reading) {
    const std::size_t index = reading.inputs.strategy.indicators.size();
    indicator.replaced_by = fields.optional_text("replaced_by").value_or("");
    indicator.reprint_of = fields.optional_text("reprint_of").value_or("");
    if (!indicator.replaced_by.empty()) {
        reading.replacements.push_back({index, indicator.replaced_by, fields.optional("replaced_by")->span});
    }
    if (!indicator.reprint_of.empty()) {
        reading.indicator_reprints.push_back({index, indicator.reprint_of, fields.optional("reprint_of")->span});
    }
    for (const Value& item : fields.list("sum_of")) {
        const auto id = base::as_text(item, fields.diagnostics());
        if (!id) continue;
        indicator.sum_of.push_back(*id);
        reading.sums.push_back({index, *id, item.span});
    }
    indicator.sum_over_years = fields.flag("sum_over_years", false);
    needs(fields, "sum_over_years", "sum_of");
    read_quotient(fields, indicator, index, reading);
}

void check_class_bands(Fields& fields, const Indicator& indicator, Reading& reading) {
    if (indicator.formula != Formula::classes || !reading.statuses || !reading.inputs.policy.class_bands.empty())
        return;
    reading.diagnostics.error(fields.optional("formula")->span,
                              say("the policy `{}` has no `class_bands`", reading.inputs.policy.id));
}

}  // namespace

std::string read_id(Fields& fields, base::Diagnostics& diagnostics) {
    std::string id = fields.required_text("id");
    if (id.empty()) return id;
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto allowed = [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_'; };
    if (letter(id.front()) && id.size() <= 100 && std::all_of(id.begin(), id.end(), allowed)) return id;
    diagnostics.error(fields.optional("id")->span, say("`{}` cannot be an id", id),
                      say("an id begins with a letter and has letters, digits, - and _: daily-support"));
    return id;  // so that what refers to it is no fault too
}

/// A reprint says where it stands, and may have a name and a note of its own; all else is its original's.
void refuse_at_reprint(const Value& item, const Indicator& indicator, Reading& reading) {
    constexpr std::string_view own[] = {"id", "reprint_of", "name", "note", "silence"};
    if (!item.is_map()) return;
    for (const Value::Entry& entry : item.entries) {
        if (std::find(std::begin(own), std::end(own), entry.key) != std::end(own)) continue;
        reading.diagnostics.error(entry.key_span, say("`{0}` comes from the indicator `{1}` and is not written again",
                                                      entry.key, indicator.reprint_of));
    }
}

Indicator read_indicator(const Value& item, Reading& reading) {
    Indicator indicator;
    Fields fields(item, reading.diagnostics);
    indicator.id = read_id(fields, reading.diagnostics);
    const Value* id = fields.optional("id");
    indicator.span = id == nullptr ? item.span : id->span;
    read_links(fields, indicator, reading);
    indicator.name =
        indicator.reprint_of.empty() ? fields.required_text("name") : fields.optional_text("name").value_or("");
    read_attributes(fields, reading.inputs.eras, indicator);
    read_texts(fields, indicator);
    read_type(fields, indicator, reading);
    const bool words_judged = formula_of(indicator, written_policy(reading)) == Formula::words;
    const Words words = words_judged ? Words::any : Words::statuses;
    read_baseline(fields, words, indicator, reading);
    read_rate_baseline(fields, indicator, reading);
    read_targets(fields, words, indicator, reading);
    read_verdicts(fields, indicator, reading);
    indicator.human_ratings = read_ratings(fields, "ratings", false, reading);
    indicator.council_ratings = read_ratings(fields, "council_ratings", true, reading);
    read_validity(fields, indicator, reading);
    check_class_bands(fields, indicator, reading);
    indicator.silenced = read_silence(fields);
    if (!indicator.reprint_of.empty()) refuse_at_reprint(item, indicator, reading);
    return indicator;
}

}  // namespace input
