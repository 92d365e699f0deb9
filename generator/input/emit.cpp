// A text stands bare only where the parser, tried on it in its surroundings, reads it back; else in quotes.
#include "input/emit.h"

#include <algorithm>
#include <cstdio>

#include "input/yaml.h"

namespace input {

namespace {

using base::Value;

/// What the parser makes of `text` as the value of a key, in the surroundings it will have.
bool reads_back(const std::string& text, std::string_view meaning, bool flow) {
    base::Sources sources;
    base::Diagnostics diagnostics;
    const std::string around =
        flow ? "{k: " + text + ", l: [" + text + ", z]}\n" : "k: " + text + "  # c\nl:\n  - " + text + "\nz: z\n";
    const auto tree = parse_yaml(sources.add("", around), sources, diagnostics);
    if (!tree || !tree->is_map() || tree->entries.size() != (flow ? 2U : 3U)) return false;
    const Value& value = tree->entries[0].value;
    const Value& list = tree->entries[1].value;
    const auto same = [&](const Value& other) { return other.is_scalar() && other.text == meaning; };
    return same(value) && list.is_list() && list.items.size() == (flow ? 2U : 1U) && same(list.items[0]);
}

std::string in_quotes(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else {
            out += c;
        }
    }
    return out + '"';
}

std::string emit_scalar(const Value& value, bool flow) {
    const bool bare =
        !value.quoted && value.text.find('\n') == std::string::npos && reads_back(value.text, value.text, flow);
    return bare ? value.text : in_quotes(value.text);
}

std::string emit_key(const std::string& key, bool flow) {
    Value scalar;
    scalar.kind = Value::Kind::scalar;
    scalar.text = key;
    return emit_scalar(scalar, flow);
}

bool is_short(const Value& value) { return value.is_scalar() && value.text.size() <= 30; }

}  // namespace

std::string emit_inline(const Value& value, bool flow) {
    std::string out;
    switch (value.kind) {
        case Value::Kind::empty: return "null";
        case Value::Kind::scalar: return emit_scalar(value, flow);
        case Value::Kind::list:
            for (const Value& item : value.items) out += (out.empty() ? "" : ", ") + emit_inline(item, true);
            return "[" + out + "]";
        case Value::Kind::map:
            for (const Value::Entry& entry : value.entries) {
                out += (out.empty() ? "" : ", ") + emit_key(entry.key, true) + ": " + emit_inline(entry.value, true);
            }
            return "{" + out + "}";
    }
    return out;
}

bool wants_lines(const Value& value) {
    if (value.is_list()) return !std::all_of(value.items.begin(), value.items.end(), is_short);
    const auto flat = [](const Value::Entry& entry) {
        return entry.value.is_scalar() || entry.value.is_empty() ||
               (!wants_lines(entry.value) && !entry.value.is_map());
    };
    if (!value.is_map()) return false;
    constexpr std::size_t most_bytes = 120;  // of a map on one line
    return !std::all_of(value.entries.begin(), value.entries.end(), flat) ||
           emit_inline(value, true).size() > most_bytes;
}

std::string emit_lines(const Value& value, std::size_t indent, std::string_view line_end) {
    const std::string next = std::string(line_end) + std::string(indent, ' ');
    std::string out;
    for (const Value& item : value.items) {
        if (!out.empty()) out += next;
        // Maps that are items have a line a key, as people write them; other values follow their own measure.
        const bool lines = wants_lines(item) || (item.is_map() && !item.entries.empty());
        out += "- " + (lines ? emit_lines(item, indent + 2, line_end) : emit_inline(item, false));
    }
    for (const Value::Entry& entry : value.entries) {
        if (!out.empty()) out += next;
        out += emit_key(entry.key, false) + ":";
        if (wants_lines(entry.value)) {
            out += next + "  " + emit_lines(entry.value, indent + 2, line_end);
        } else {
            out += " " + emit_inline(entry.value, false);
        }
    }
    return out;
}

}  // namespace input
