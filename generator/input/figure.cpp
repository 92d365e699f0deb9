// Number, status word or slip: what looks like a number but is none is reported, never taken for a word.
#include "input/figure.h"

#include <algorithm>

#include "base/message.h"
#include "base/utf8.h"
#include "input/aim.h"
#include "input/number_hint.h"
#include "input/silence.h"
#include "input/year_hint.h"

namespace input {

namespace {

using base::Fields;
using base::say;
using base::Value;

bool is_digit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }

/// Signs and letters that stand in a number, rightly or by a slip: 1.8e4, 18,4O5, １８，４０５.
bool belongs_to_number(char32_t c) {
    return is_digit(c) || std::u32string_view(U",.eEoOlI+-−△▲－，．").find(c) != std::u32string_view::npos;
}

/// Meant as a number: it begins with a digit (after a minus), and where any words may stand has nothing else in it.
bool looks_like_number(std::string_view text, Words words) {
    const std::u32string characters = base::decode(text);
    const std::size_t first = characters.find_first_not_of(U"-−△▲－+");
    if (first == std::u32string::npos || !is_digit(characters[first])) return false;
    return words == Words::statuses || std::all_of(characters.begin(), characters.end(), belongs_to_number);
}

bool is_status(const std::string& text, const Reading& reading) {
    return !reading.statuses ||
           std::find(reading.statuses->begin(), reading.statuses->end(), text) != reading.statuses->end();
}

/// 未公表（10月）: a status word with something about it. Nothing when the text begins with none.
std::string status_hint(std::string_view text, const std::vector<std::string_view>& known) {
    for (const std::string_view status : known) {
        if (!text.starts_with(status) || text.size() == status.size() || base::decode(status).size() < 2) continue;
        std::u32string rest = base::decode(text.substr(status.size()));
        std::erase_if(rest,
                      [](char32_t c) { return std::u32string_view(U"()（） 　").find(c) != std::u32string::npos; });
        if (!rest.empty()) return say("write {{value: {0}, note: {1}}}", status, base::encode(rest));
    }
    return {};
}

void report_no_status(const Value& value, Reading& reading) {
    const std::vector<std::string_view> known(reading.statuses->begin(), reading.statuses->end());
    if (std::string hint = status_hint(value.text, known); !hint.empty()) {
        reading.diagnostics.error(
            value.span, say("`{}` is neither a number nor a status word of the policy", value.text), std::move(hint));
        return;
    }
    if (std::string hint = number_hint(value.text); !hint.empty() && !base::nearest(value.text, known)) {
        reading.diagnostics.error(
            value.span, say("`{}` is neither a number nor a status word of the policy", value.text), std::move(hint));
        return;
    }
    base::report_unknown("`{}` is neither a number nor a status word of the policy", value.text, value.span, known,
                         reading.diagnostics);
}

/// A number with something about it: how to write it without. A slip inside of the digits is told by the digits.
void report_no_number(const Value& value, const base::ParsedDecimal& parsed, Words words, Reading& reading) {
    const bool range = words == Words::aims || words == Words::any_or_aims;
    if (std::string hint = range_hint(value.text, range); !hint.empty()) {
        return reading.diagnostics.error(value.span, say("`{}` is not a number", value.text), std::move(hint));
    }
    const std::u32string letters = base::decode(value.text);
    const bool digits = parsed.fault == base::DecimalFault::full_width &&
                        std::all_of(letters.begin(), letters.end(), belongs_to_number);
    const bool inside =
        digits || (parsed.fault != base::DecimalFault::letter && parsed.fault != base::DecimalFault::malformed &&
                   parsed.fault != base::DecimalFault::full_width);
    std::string hint = inside ? std::string() : number_hint(value.text);
    if (hint.empty()) return base::report_number_fault(value, parsed, reading.diagnostics);
    reading.diagnostics.error(value.span, say("`{}` is not a number", value.text), std::move(hint));
}

/// What else may stand in the place of a target.
Words plain(Words words) {
    return words == Words::aims ? Words::statuses : words == Words::any_or_aims ? Words::any : words;
}

bool is_digest(const std::string& text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

/// 根拠資料: its name alone, or with what is known of it.
std::optional<Evidence> read_evidence(Fields& fields, Reading& reading) {
    const Value* value = fields.optional("source");
    if (value == nullptr) return std::nullopt;
    Evidence evidence;
    evidence.span = value->span;
    if (!value->is_map()) {
        const auto name = base::as_text(*value, reading.diagnostics);
        evidence.paper = name.value_or("");
        return name ? std::optional(std::move(evidence)) : std::nullopt;
    }
    Fields source(*value, reading.diagnostics);
    evidence.paper = source.required_text("paper");
    evidence.digest = source.optional_text("digest").value_or("");
    evidence.given_by = source.optional_text("given_by").value_or("");
    evidence.agreed_by = source.optional_text("agreed_by").value_or("");
    if (const Value* digest = source.optional("digest")) {
        evidence.span = digest->span;
        if (!evidence.digest.empty() && !is_digest(evidence.digest)) {
            reading.diagnostics.error(digest->span, say("`{}` is no digest of a file", evidence.digest),
                                      say("it is what sha256sum prints: 64 letters of 0-9 and a-f"));
        }
    } else if (const Value* paper = source.optional("paper")) {
        evidence.span = paper->span;
    }
    return evidence;
}

/// The number or the words of a scalar; false when it was neither.
bool read_amount(const Value& value, Words words, Reading& reading, Figure& figure) {
    if (value.is_empty() || (value.is_scalar() && value.text.empty())) {
        reading.diagnostics.error(value.span, say("a value is missing"),
                                  say("write a number, or a status word of the policy such as 未公表"));
        return false;
    }
    if (!value.is_scalar()) {
        base::report_type(value, "a number or a word", reading.diagnostics);
        return false;
    }
    base::ParsedDecimal parsed = base::parse_decimal(value.text);
    const bool status = reading.statuses && is_status(value.text, reading);
    if (parsed.value && !status) {
        figure.amount = std::move(parsed.value);
    } else if (words != Words::statuses && words != Words::any && read_aim(value.text, figure)) {
        figure.words = value.text;
    } else if (status || !looks_like_number(value.text, plain(words))) {
        figure.words = value.text;
        if (plain(words) == Words::any || is_status(value.text, reading)) return true;
        report_no_status(value, reading);
        return false;
    } else {
        report_no_number(value, parsed, words, reading);
        return false;
    }
    return true;
}

}  // namespace

std::optional<Figure> read_figure(const Value& value, Words words, Reading& reading) {
    Figure figure;
    figure.span = value.span;
    if (!value.is_map()) {
        return read_amount(value, words, reading, figure) ? std::optional(std::move(figure)) : std::nullopt;
    }
    Fields fields(value, reading.diagnostics);
    const Value* amount = fields.required("value");
    const bool good = amount != nullptr && read_amount(*amount, words, reading, figure);
    if (amount != nullptr) figure.span = amount->span;
    figure.provisional = fields.flag("provisional", false);
    figure.revised = fields.flag("revised", false);
    figure.reference = fields.flag("reference", false);
    Beside& beside = figure.beside.own();
    beside.forecast = fields.optional_number("forecast");
    beside.in_brackets = fields.optional_text("brackets").value_or("");
    beside.note = fields.optional_text("note").value_or("");
    beside.cause = fields.optional_text("cause").value_or("");
    beside.next_steps = fields.optional_text("next_steps").value_or("");
    beside.from = fields.optional_text("from").value_or("");
    beside.evidence = read_evidence(fields, reading);
    beside.silenced = read_silence(fields);
    figure.long_form = true;
    return good ? std::optional(std::move(figure)) : std::nullopt;
}

std::optional<base::Year> parse_year(std::string_view text, base::Span span, Reading& reading) {
    const base::Eras& eras = reading.inputs.eras;
    const std::optional<base::Year> year = base::parse_year(eras, text);
    if (year) return year;
    const std::optional<base::Year> meant = year_meant(eras, text);
    reading.diagnostics.error(
        span, say("`{}` is not a year", text),
        meant ? say("write {}", base::short_year(eras, *meant)) : say("a year looks like R5 or 2023"));
    return std::nullopt;
}

std::optional<base::Year> parse_year_key(const Value::Entry& entry, Reading& reading) {
    const std::string hint = base::key_hint(entry);
    if (hint.empty() || base::parse_year(reading.inputs.eras, entry.key)) {
        return parse_year(entry.key, entry.key_span, reading);
    }
    reading.diagnostics.error(entry.key_span, say("`{}` is not a year", entry.key), hint);
    return std::nullopt;
}

bool check_in_plan(base::Year year, base::Span span, Reading& reading) {
    if (!reading.plan || reading.plan->contains(year)) return true;
    const base::Eras& eras = reading.inputs.eras;
    reading.diagnostics.error(
        span, say("{0} lies outside the plan, which runs from {1} to {2}", base::short_year(eras, year),
                  base::short_year(eras, reading.plan->first), base::short_year(eras, reading.plan->last)));
    return false;
}

std::optional<base::Year> read_year(Fields& fields, std::string_view key, Reading& reading) {
    const Value* value = fields.optional(key);
    if (value == nullptr) return std::nullopt;
    const auto text = base::as_text(*value, reading.diagnostics);
    return text ? parse_year(*text, value->span, reading) : std::nullopt;
}

std::vector<std::pair<base::Year, const Value*>> read_by_year(Fields& fields, std::string_view key, Reading& reading) {
    std::vector<std::pair<base::Year, const Value*>> result;
    for (const Value::Entry& entry : fields.map(key)) {
        const auto year = parse_year_key(entry, reading);
        if (!year || !check_in_plan(*year, entry.key_span, reading)) continue;
        const auto same = [&](const auto& other) { return other.first == *year; };
        if (std::any_of(result.begin(), result.end(), same)) {
            reading.diagnostics.error(entry.key_span,
                                      say("the year {} is given twice", base::short_year(reading.inputs.eras, *year)));
            continue;
        }
        result.emplace_back(*year, &entry.value);
    }
    return result;
}

}  // namespace input
