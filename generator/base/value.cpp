// Fields remembers which keys were asked for; when it goes, every other is reported, with the nearest known key.
#include "base/value.h"

#include <algorithm>

#include "base/message.h"
#include "base/utf8.h"

namespace base {

namespace {

const std::vector<Value> no_items;
const std::vector<Value::Entry> no_entries;

const char* kind_name(const Value& value) {
    switch (value.kind) {
        case Value::Kind::list: return translated("a list");
        case Value::Kind::map: return translated("a map");
        case Value::Kind::scalar: return translated("a single value");
        case Value::Kind::empty: break;
    }
    return translated("nothing");
}

std::string listed(const std::vector<std::string_view>& words) {
    std::string out;
    for (std::string_view word : words) {
        if (!out.empty()) out += ", ";
        out += word;
    }
    return out;
}

}  // namespace

void report_type(const Value& value, const char* wanted, Diagnostics& diagnostics) {
    diagnostics.error(value.span, say("expected {0}, found {1}", translated(wanted), kind_name(value)));
}

std::string key_hint(const Value::Entry& entry) {
    if (!entry.value.is_empty()) return {};
    const bool digits = entry.key.find_first_not_of("0123456789.") == std::string::npos;
    if (digits) return say("inside braces a number with a comma stands in quotes: \"16,200\"");
    return entry.key.find(':') == std::string::npos ? "" : say("a blank stands behind the colon");
}

const Value* Value::find(std::string_view key) const {
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.key == key; });
    return found == entries.end() ? nullptr : &found->value;
}

void report_unknown(const char* what, std::string_view word, Span span, const std::vector<std::string_view>& known,
                    Diagnostics& diagnostics) {
    std::string hint;
    const bool many = diagnostics.all().size() > 200;  // a likeness costs time, and nobody reads that far
    if (const auto near = many ? std::nullopt : nearest(word, known)) {
        hint = say("did you mean `{}`?", *near);
    } else if (!known.empty() && known.size() <= 12) {
        hint = say("known here: {}", listed(known));
    }
    diagnostics.error(span, say(what, word), hint);
}

namespace {

constexpr std::size_t counted = 64;  ///< entries that have a bit each; those of longer maps go by their names
constexpr std::size_t many = 48;     ///< keys that a reader asks for

/// One of 64 bits, by length and two letters, so that most keys that are not there need no comparison.
std::uint64_t bit_of(std::string_view key) {
    if (key.empty()) return 1;
    const std::size_t first = static_cast<unsigned char>(key.front()), last = static_cast<unsigned char>(key.back());
    return std::uint64_t{1} << ((key.size() * 5 + first * 7 + last) % 64);
}

}  // namespace

Fields::Fields(const Value& value, Diagnostics& diagnostics) : value_(value), diagnostics_(diagnostics) {
    if (!value.is_map() && value.span.known()) report_type(value, "a map", diagnostics);
    for (const Value::Entry& entry : value.entries) bits_ |= bit_of(entry.key);
}

void Fields::know(std::string_view key) {
    if (known_count_ < first_known_.size()) {
        first_known_[known_count_] = key;
    } else {
        more_known_.reserve(many);
        more_known_.push_back(key);
    }
    ++known_count_;
}

/// In the order in which they were asked for.
std::vector<std::string_view> Fields::known() const {
    const std::size_t first = std::min(known_count_, first_known_.size());
    std::vector<std::string_view> known(first_known_.begin(),
                                        first_known_.begin() + static_cast<std::ptrdiff_t>(first));
    known.insert(known.end(), more_known_.begin(), more_known_.end());
    return known;
}

Fields::~Fields() {
    const std::size_t entries = value_.entries.size();
    const std::uint64_t all = entries < counted ? (std::uint64_t{1} << entries) - 1 : ~std::uint64_t{0};
    if (rest_accepted_ || (entries <= counted && asked_ == all)) return;
    const std::vector<std::string_view> known = this->known();
    const auto knows = [&](std::string_view key) { return std::find(known.begin(), known.end(), key) != known.end(); };
    std::vector<std::string_view> unused;
    for (std::size_t i = 0; i < value_.entries.size(); ++i) {
        const Value::Entry& entry = value_.entries[i];
        if (i < counted ? (asked_ >> i & 1) != 0 : knows(entry.key)) continue;
        if (unused.empty()) {
            for (const std::string_view key : known) {
                const bool named = std::find(unused.begin(), unused.end(), key) != unused.end();
                if (!named && value_.find(key) == nullptr) unused.push_back(key);
            }
        }
        if (const std::string hint = key_hint(entry); !hint.empty()) {
            diagnostics_.error(entry.key_span, say("unknown key `{}`", entry.key), hint);
        } else {
            report_unknown("unknown key `{}`", entry.key, entry.key_span, unused, diagnostics_);
        }
    }
}

const Value* Fields::optional(std::string_view key) {
    know(key);
    if ((bits_ & bit_of(key)) == 0) return nullptr;
    for (std::size_t i = 0; i < value_.entries.size(); ++i) {
        if (value_.entries[i].key != key) continue;
        if (i < counted) asked_ |= std::uint64_t{1} << i;
        return &value_.entries[i].value;
    }
    return nullptr;
}

const Value* Fields::required(std::string_view key) {
    const Value* value = optional(key);
    if (value == nullptr) {
        const Span place = {value_.span.file, value_.span.begin, value_.span.begin};
        if (value_.is_map()) diagnostics_.error(place, say("missing key `{}`", key));
    } else if (value->is_empty()) {
        diagnostics_.error(value->span, say("`{}` has no value", key));
        return nullptr;
    }
    return value;
}

std::optional<std::string> Fields::optional_text(std::string_view key) {
    const Value* value = optional(key);
    return value == nullptr || value->is_empty() ? std::nullopt : as_text(*value, diagnostics_);
}

namespace {

bool is_blank(std::string_view text) {
    while (!text.empty()) {
        const std::size_t blank = text.starts_with("\xE3\x80\x80") ? 3 : text.starts_with(' ') ? 1 : 0;
        if (blank == 0) return false;
        text.remove_prefix(blank);
    }
    return true;
}

}  // namespace

std::string Fields::required_text(std::string_view key) {
    const Value* value = required(key);
    std::string text = value == nullptr ? std::string() : as_text(*value, diagnostics_).value_or("");
    const bool written = value != nullptr && value->is_scalar();
    if (written && is_blank(text)) {
        diagnostics_.error(value->span, say("`{}` is empty", key), say("write what is to be printed there"));
    }
    return text;
}

std::optional<std::int64_t> Fields::optional_whole(std::string_view key, std::int64_t least, std::int64_t most) {
    const Value* value = optional(key);
    return value == nullptr ? std::nullopt : as_whole(*value, least, most, diagnostics_);
}

std::optional<std::int64_t> Fields::required_whole(std::string_view key, std::int64_t least, std::int64_t most) {
    const Value* value = required(key);
    return value == nullptr ? std::nullopt : as_whole(*value, least, most, diagnostics_);
}

std::optional<Decimal> Fields::optional_number(std::string_view key) {
    const Value* value = optional(key);
    return value == nullptr ? std::nullopt : as_number(*value, diagnostics_);
}

std::optional<Length> Fields::optional_length(std::string_view key) {
    const Value* value = optional(key);
    return value == nullptr ? std::nullopt : as_length(*value, diagnostics_);
}

std::optional<Colour> Fields::optional_colour(std::string_view key) {
    const Value* value = optional(key);
    return value == nullptr ? std::nullopt : as_colour(*value, diagnostics_);
}

bool Fields::flag(std::string_view key, bool otherwise) {
    const Value* value = optional(key);
    return value == nullptr ? otherwise : as_flag(*value, diagnostics_).value_or(otherwise);
}

std::optional<std::size_t> Fields::choice_index(std::string_view key, const std::vector<std::string_view>& words) {
    const Value* value = optional(key);
    if (value == nullptr) return std::nullopt;
    const std::optional<std::string> word = as_text(*value, diagnostics_);
    if (!word) return std::nullopt;
    const auto found = std::find(words.begin(), words.end(), *word);
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    diagnostics_.error(value->span, say("`{0}` cannot be `{1}`", key, *word), say("choose one of: {}", listed(words)));
    return std::nullopt;
}

const std::vector<Value>& Fields::list(std::string_view key) {
    const Value* value = optional(key);
    return value == nullptr || value->is_empty() ? no_items : as_list(*value, diagnostics_);
}

const std::vector<Value>& Fields::required_list(std::string_view key) {
    const Value* value = required(key);
    return value == nullptr ? no_items : as_list(*value, diagnostics_);
}

const std::vector<Value::Entry>& Fields::map(std::string_view key) {
    const Value* value = optional(key);
    if (value == nullptr || value->is_empty()) return no_entries;
    if (!value->is_map()) report_type(*value, "a map", diagnostics_);
    return value->entries;
}

std::optional<std::string> as_text(const Value& value, Diagnostics& diagnostics) {
    return expect_text(value, diagnostics) ? std::optional(value.text) : std::nullopt;
}

bool expect_text(const Value& value, Diagnostics& diagnostics) {
    if (!value.is_scalar()) report_type(value, "a text", diagnostics);
    return value.is_scalar();
}

namespace {

const char* letter_hint(char first_byte) {
    const bool latin = static_cast<unsigned char>(first_byte) < 0x80;
    return latin ? to_translate("a letter stands among the digits")
                 : to_translate("write the number alone, without a unit or a note");
}

}  // namespace

void report_number_fault(const Value& value, const ParsedDecimal& parsed, Diagnostics& diagnostics) {
    Span span = value.span;
    // In quotes the text begins one further, unless escapes or folded lines shift it.
    const std::size_t quotes = value.quoted ? 2 : 0;
    if (span.end - span.begin == value.text.size() + quotes) {
        span.begin += static_cast<std::uint32_t>(parsed.at + quotes / 2);
    }
    const char* hint = "";
    switch (parsed.fault) {
        case DecimalFault::full_width: hint = to_translate("write numbers with half-width digits: 18,405"); break;
        case DecimalFault::exponent: hint = to_translate("write the number out: 18000"); break;
        case DecimalFault::grouping: hint = to_translate("commas stand every three digits: 18,405"); break;
        case DecimalFault::letter: hint = letter_hint(value.text[parsed.at]); break;
        case DecimalFault::too_long: hint = to_translate("a number has at most 60 digits"); break;
        default: hint = to_translate("a number looks like 18,405 or 0.70 or -1.6"); break;
    }
    diagnostics.error(span, say("`{}` is not a number", value.text), translated(hint));
}

std::optional<Decimal> as_number(const Value& value, Diagnostics& diagnostics) {
    if (!value.is_scalar()) {
        report_type(value, "a number", diagnostics);
        return std::nullopt;
    }
    ParsedDecimal parsed = parse_decimal(value.text);
    if (!parsed.value) report_number_fault(value, parsed, diagnostics);
    return parsed.value;
}

std::optional<std::int64_t> as_whole(const Value& value, std::int64_t least, std::int64_t most,
                                     Diagnostics& diagnostics) {
    const std::optional<Decimal> number = as_number(value, diagnostics);
    if (!number) return std::nullopt;
    const bool small = number->decimals == 0 && number->digits.size() < 18;
    const std::int64_t whole = small ? (number->negative ? -1 : 1) * std::stoll(number->digits) : 0;
    if (small && whole >= least && whole <= most) return whole;
    diagnostics.error(value.span, say("expected a whole number from {0} to {1}", least, most));
    return std::nullopt;
}

namespace {

/// The number of at most nine digits times `times` / `by` points, half a thousandth away from zero. Templates have so
/// many lengths that fractions of any size would be felt.
Length in_thousandths(const Decimal& number, std::int64_t times, std::int64_t by) {
    constexpr int vanishing = 13;  // what has more decimals is less than half a thousandth
    if (number.decimals > vanishing) return {};
    std::int64_t divisor = by;
    for (int i = 0; i < number.decimals; ++i) divisor *= 10;
    const std::int64_t thousandths = (std::stoll(number.digits) * times * 2000 + divisor) / (2 * divisor);
    return Length{number.negative ? -thousandths : thousandths};
}

}  // namespace

std::optional<Length> as_length(const Value& value, Diagnostics& diagnostics) {
    if (value.is_scalar()) {
        std::string_view text = value.text;
        const bool millimetres = text.ends_with("mm");
        if (millimetres || text.ends_with("pt")) text.remove_suffix(2);
        if (const auto number = parse_decimal(text).value; number && number->digits.size() < 10) {
            return in_thousandths(*number, millimetres ? 720 : 1, millimetres ? 254 : 1);
        }
    }
    diagnostics.error(value.span, say("expected a length"), say("points, or millimetres: 9.5, 9.5pt or 10mm"));
    return std::nullopt;
}

std::optional<Colour> as_colour(const Value& value, Diagnostics& diagnostics) {
    const auto digit = [](char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; };
    const std::string& text = value.text;
    const bool well_formed = value.is_scalar() && text.size() == 7 && text[0] == '#' &&
                             text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
    if (!well_formed) {
        diagnostics.error(value.span, say("expected a colour"), say("six hexadecimal digits in quotes: \"#183A5A\""));
        return std::nullopt;
    }
    const auto byte = [&](std::size_t at) {
        return static_cast<std::uint8_t>(digit(text[at]) * 16 + digit(text[at + 1]));
    };
    return Colour{byte(1), byte(3), byte(5)};
}

std::optional<bool> as_flag(const Value& value, Diagnostics& diagnostics) {
    if (value.is_scalar() && value.text == "true") return true;
    if (value.is_scalar() && value.text == "false") return false;
    diagnostics.error(value.span, say("expected true or false"));
    return std::nullopt;
}

const std::vector<Value>& as_list(const Value& value, Diagnostics& diagnostics) {
    if (!value.is_list()) report_type(value, "a list", diagnostics);
    return value.items;
}

}  // namespace base
