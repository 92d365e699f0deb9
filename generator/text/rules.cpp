// A character belongs to the first class that claims it, in a table of the first plane, so a look-up is an index.
#include "text/rules.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <sstream>

#include "base/message.h"
#include "base/utf8.h"

namespace text {

namespace {

using base::Diagnostics;
using base::Fields;
using base::say;
using base::Value;

constexpr std::size_t plane_size = 0x10000;
constexpr ClassId unset = 0xFF;

/// What several of the readers need.
struct RulesSoFar {
    Rules& rules;
    Diagnostics& diagnostics;
    std::vector<std::string> space_names;
    std::map<std::string, GapRule> gaps;
};

std::optional<std::size_t> index_of(const std::vector<std::string>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - names.begin()));
}

std::vector<std::string> words_of(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) words.push_back(word);
    return words;
}

std::optional<char32_t> hexadecimal(std::string_view text) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    if (error != std::errc() || end != text.data() + text.size() || value > 0x10FFFF) return std::nullopt;
    return value;
}

void claim(Rules& rules, char32_t c, ClassId breaking, ClassId spacing) {
    if (c < plane_size && rules.plane0[c].breaking == unset) rules.plane0[c] = {breaking, spacing};
}

void read_ranges(const Value& value, ClassId id, RulesSoFar& reading) {
    for (const std::string& word : words_of(value.text)) {
        const std::size_t dash = word.find('-');
        const auto first = hexadecimal(std::string_view(word).substr(0, dash));
        const auto last = dash == std::string::npos ? first : hexadecimal(std::string_view(word).substr(dash + 1));
        if (!first || !last || *last < *first) {
            reading.diagnostics.error(value.span, say("`{}` is not a range of code points", word));
            continue;
        }
        for (char32_t c = *first; c <= std::min<char32_t>(*last, plane_size - 1); ++c) claim(reading.rules, c, id, id);
    }
}

/// Half-width twins break like their class; ASCII is spaced as Western text, half-width kana punctuation set solid.
void read_half(const std::string& characters, ClassId id, Rules& rules) {
    for (char32_t c : base::decode(characters)) {
        const ClassId spacing = id == rules.digit ? rules.digit : c >= 0xFF61 ? rules.sign : rules.latin;
        claim(rules, c, id, spacing);
    }
}

void name_classes(Rules& rules) {
    const auto id = [&](std::string_view name) {
        return static_cast<ClassId>(index_of(rules.class_names, name).value_or(0));
    };
    rules.opening = id("01"), rules.closing = id("02"), rules.dot = id("05"), rules.stop = id("06");
    rules.comma = id("07"), rules.prolonged = id("10"), rules.small_kana = id("11");
    rules.leader = id("ld"), rules.ideographic_space = id("14"), rules.hiragana = id("15"), rules.katakana = id("16"),
    rules.kanji = id("19");
    rules.sign = id("sg"), rules.reference = id("20"), rules.object = id("21"), rules.digit = id("24");
    rules.unit = id("25"), rules.space = id("26"), rules.latin = id("27");
}

void read_class(const Value& value, RulesSoFar& reading) {
    Fields fields(value, reading.diagnostics);
    const std::string name = fields.required_text("id");
    const auto id = index_of(reading.rules.class_names, name);
    fields.required_text("name");
    const auto characters = fields.optional_text("characters");
    const Value* ranges = fields.optional("ranges");
    const auto half = fields.optional_text("half");
    if (!id) {
        reading.diagnostics.error(value.span, say("class `{}` has no column in `pairs`", name));
        return;
    }
    const auto number = static_cast<ClassId>(*id);
    if (characters) {
        for (char32_t c : base::decode(*characters)) claim(reading.rules, c, number, number);
    }
    if (half) read_half(*half, number, reading.rules);
    if (ranges != nullptr) read_ranges(*ranges, number, reading);
}

std::int32_t thousandths(Fields& fields, std::string_view key, std::int32_t otherwise) {
    return static_cast<std::int32_t>(fields.optional_whole(key, 0, 2000).value_or(otherwise));
}

void read_spaces(const std::vector<Value::Entry>& entries, RulesSoFar& reading) {
    for (const Value::Entry& entry : entries) {
        Fields fields(entry.value, reading.diagnostics);
        Space space;
        space.natural = thousandths(fields, "natural", 0);
        space.least = thousandths(fields, "least", space.natural);
        space.narrow = thousandths(fields, "narrow", space.least);
        space.most = thousandths(fields, "most", space.natural);
        space.reduce = static_cast<std::uint8_t>(fields.optional_whole("reduce", 1, reduce_steps).value_or(0));
        space.expand = static_cast<std::uint8_t>(fields.optional_whole("expand", 1, expand_steps).value_or(0));
        if (entry.key == "word") reading.rules.word_space = static_cast<std::int32_t>(reading.space_names.size());
        reading.space_names.push_back(entry.key);
        reading.rules.spaces.push_back(space);
    }
}

void read_parts(const std::vector<Value>& items, bool of_right, GapRule& rule, RulesSoFar& reading) {
    for (const Value& item : items) {
        const auto index = index_of(reading.space_names, item.text);
        if (!index || rule.count == rule.parts.size()) {
            reading.diagnostics.error(item.span, say("`{}` is no space, or one too many", item.text));
            continue;
        }
        rule.parts[rule.count++] = {static_cast<std::uint8_t>(*index), of_right};
    }
}

void read_gaps(const std::vector<Value::Entry>& entries, RulesSoFar& reading) {
    for (const Value::Entry& entry : entries) {
        Fields fields(entry.value, reading.diagnostics);
        GapRule rule;
        rule.can_break = fields.flag("break", true);
        read_parts(fields.list("after"), false, rule, reading);
        read_parts(fields.list("before"), true, rule, reading);
        read_parts(fields.list("spaces"), false, rule, reading);
        reading.gaps[entry.key] = rule;
    }
}

void read_row(const Value::Entry& entry, RulesSoFar& reading) {
    const std::size_t size = reading.rules.class_names.size();
    const auto row = index_of(reading.rules.class_names, entry.key);
    const std::vector<std::string> letters = words_of(entry.value.text);
    if (!row || letters.size() != size) {
        reading.diagnostics.error(entry.key_span, say("row `{0}` does not hold {1} letters", entry.key, size));
        return;
    }
    for (std::size_t column = 0; column < size; ++column) {
        const auto gap = reading.gaps.find(letters[column]);
        if (gap == reading.gaps.end()) {
            reading.diagnostics.error(entry.value.span, say("`{}` is not among `gaps`", letters[column]));
            continue;
        }
        reading.rules.pairs[*row * size + column] = gap->second;
    }
}

void read_pairs(const std::vector<Value::Entry>& entries, RulesSoFar& reading) {
    reading.rules.pairs.resize(reading.rules.class_names.size() * reading.rules.class_names.size());
    for (const Value::Entry& entry : entries) {
        if (entry.key != "columns") read_row(entry, reading);
    }
}

void read_bodies(const std::vector<Value::Entry>& entries, RulesSoFar& reading) {
    reading.rules.bodies.resize(reading.rules.class_names.size());
    for (const Value::Entry& entry : entries) {
        Fields fields(entry.value, reading.diagnostics);
        const Body body{thousandths(fields, "body", 500), thousandths(fields, "left", 0)};
        if (const auto id = index_of(reading.rules.class_names, entry.key)) reading.rules.bodies[*id] = body;
    }
}

void read_edges(const Value* value, RulesSoFar& reading) {
    reading.rules.trailing.resize(reading.rules.class_names.size());
    if (value == nullptr) return;
    Fields fields(*value, reading.diagnostics);
    for (const Value& item : fields.list("end_or_nothing")) {
        if (const auto id = index_of(reading.rules.class_names, item.text)) reading.rules.trailing[*id] = true;
    }
}

WordList word_list(const std::string& text, bool by_last) {
    WordList list;
    for (const std::string& word : words_of(text)) {
        std::u32string decoded = base::decode(word);
        const char32_t key = by_last ? decoded.back() : decoded.front();
        list[key].push_back(std::move(decoded));
    }
    for (auto& [key, words] : list) {
        std::stable_sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    }
    return list;
}

void read_numbers(const Value* value, RulesSoFar& reading) {
    if (value == nullptr) return;
    Fields fields(*value, reading.diagnostics);
    NumberRules& numbers = reading.rules.numbers;
    numbers.signs = base::decode(fields.required_text("signs"));
    numbers.ranges = base::decode(fields.required_text("ranges"));
    numbers.kanji = base::decode(fields.required_text("kanji"));
    numbers.scales = word_list(fields.required_text("scales"), false);
    numbers.before = word_list(fields.required_text("before"), true);
    numbers.leading = word_list(fields.optional_text("leading").value_or(""), true);
    reading.rules.marks = base::decode(fields.optional_text("marks").value_or(""));
    numbers.counters = word_list(fields.required_text("counters"), false);
    numbers.units = word_list(fields.required_text("units"), false);
}

void read_phrases(const Value* value, RulesSoFar& reading) {
    if (value == nullptr) return;
    Fields fields(*value, reading.diagnostics);
    reading.rules.dictionary = fields.required_text("dictionary");
    fields.required_text("package");
    reading.rules.nouns = words_of(fields.optional_text("nouns").value_or(""));
    for (const std::string& name : words_of(fields.optional_text("whole").value_or(""))) {
        reading.rules.whole_names.push_back(base::decode(name));
    }
}

/// Characters nobody claimed: in the first plane Western, full-width digits spaced as kanji.
void fill_rest(Rules& rules) {
    for (CharacterClass& each : rules.plane0) {
        if (each.breaking == unset) each = {rules.kanji, rules.sign};
    }
    for (char32_t c = 0xFF10; c <= 0xFF19; ++c) rules.plane0[c].spacing = rules.kanji;
}

}  // namespace

CharacterClass Rules::class_of(char32_t c) const { return c < plane_size ? plane0[c] : CharacterClass{kanji, kanji}; }

Rules read_rules(const Value& tree, Diagnostics& diagnostics) {
    Rules rules{};
    rules.plane0.assign(plane_size, {unset, unset});
    RulesSoFar reading{rules, diagnostics, {}, {}};
    Fields fields(tree, diagnostics);
    const std::vector<Value::Entry>& pairs = fields.map("pairs");
    if (!pairs.empty() && pairs.front().key == "columns") rules.class_names = words_of(pairs.front().value.text);
    if (rules.class_names.empty()) {
        diagnostics.error(tree.span, say("`pairs` must begin with its `columns`"));
        rules.class_names.emplace_back("19");
    }
    name_classes(rules);
    for (const Value& each : fields.required_list("classes")) read_class(each, reading);
    fill_rest(rules);
    read_spaces(fields.map("spaces"), reading);
    read_gaps(fields.map("gaps"), reading);
    read_pairs(pairs, reading);
    read_bodies(fields.map("bodies"), reading);
    read_edges(fields.optional("edges"), reading);
    read_numbers(fields.optional("numbers"), reading);
    read_phrases(fields.optional("phrases"), reading);
    rules.cell_measure = thousandths(fields, "cell_measure", rules.cell_measure);
    rules.separator = thousandths(fields, "separator", rules.separator);
    if (rules.spaces.empty()) rules.spaces.push_back({});
    return rules;
}

std::size_t longest_word(const WordList& words, std::u32string_view text, std::size_t at) {
    const auto found = words.find(text[at]);
    if (found == words.end()) return 0;
    for (const std::u32string& word : found->second) {
        if (text.substr(at, word.size()) == word) return word.size();
    }
    return 0;
}

}  // namespace text
