// Behind a cut the parser is in the state in which it begins a file, but for what is open: if the list is, and nothing
// closes it later, the rest reads the same without what stands above it.
#include "input/yaml_parts.h"

#include <algorithm>
#include <utility>

#include "base/heap.h"
#include "input/yaml_text.h"

namespace input {

namespace {

using base::Value;

/// Lines `- …` at one column, from the first of which on none is indented less and none begins otherwise at the column.
struct Items {
    std::size_t column = std::string_view::npos;
    std::vector<std::size_t> begins;  ///< of the lines
};

bool begins_an_item(std::string_view text, std::size_t at) {
    return text[at] == '-' && (at + 1 == text.size() || std::string_view(" \r\n").find(text[at + 1]) < 3);
}

/// The items that the file ends with. Nothing ends them before: a line `key:`, `---` or `...` begins otherwise at their
/// column or is indented less.
Items last_items(std::string_view text) {
    Items items;
    for (std::size_t line = first_byte(text); line < text.size();) {
        const std::size_t first = std::min(text.find_first_not_of(' ', line), text.size());
        if (first == text.size()) break;
        if (const char c = text[first]; c != '\n' && c != '\r' && c != '#') {
            const std::size_t column = first - line;
            const bool item = begins_an_item(text, first);
            if (column < items.column || (column == items.column && !item)) items = {};
            if (item && items.begins.empty()) items.column = column;
            if (column == items.column) items.begins.push_back(line);
        }
        line = std::min(text.find('\n', first), text.size()) + 1;
    }
    return items;
}

/// The column at which a list of dashes begins; nothing for one in brackets.
std::optional<std::size_t> column_of(const Value& list, std::string_view text) {
    const std::size_t begin = list.span.begin;
    if (text.substr(begin, 1) != "-") return std::nullopt;
    const std::size_t end_of_line = begin == 0 ? std::string_view::npos : text.rfind('\n', begin - 1);
    return begin - (end_of_line == std::string_view::npos ? first_byte(text) : end_of_line + 1);
}

Value* last_in(Value& value) {
    return !value.items.empty() ? &value.items.back() : !value.entries.empty() ? &value.entries.back().value : nullptr;
}

/// From the root down to the list at the column that nothing has closed when the text ends: no value stands behind it.
/// Empty where there is none.
std::vector<Value*> way_to_open_list(Value& root, std::string_view text, std::size_t column) {
    std::vector<Value*> way;
    for (Value* at = &root; at != nullptr; at = last_in(*at)) {
        way.push_back(at);
        if (at->is_list() && column_of(*at, text) == column) return way;
    }
    return {};
}

}  // namespace

YamlParts::YamlParts(std::uint32_t file, const base::Sources& sources, std::size_t about)
    : file_(file), sources_(sources), text_(sources.text(file)) {
    std::vector<std::size_t> begins = {0};
    if (text_.size() > about && !too_deep_bracket(text_)) {
        const Items items = last_items(text_);
        column_ = items.column;
        // The first item stays with what stands above it.
        for (std::size_t at = 1; at < items.begins.size(); ++at) {
            if (items.begins[at] - begins.back() >= about) begins.push_back(items.begins[at]);
        }
    }
    parts_.reserve(begins.size());
    for (std::size_t at = 0; at < begins.size(); ++at) {
        parts_.push_back({{begins[at], at + 1 < begins.size() ? begins[at + 1] : text_.size()}, std::nullopt});
    }
}

void YamlParts::parse(std::size_t part) {
    if (parts_.size() == 1) {
        whole_.tree = parse_yaml(file_, sources_, whole_.diagnostics);
    } else if (!spoilt_ && !is_good(parts_[part])) {
        spoilt_ = true;
    }
}

bool YamlParts::is_good(Part& part) const {
    base::ask_for_memory_of_thread();  // a tree takes ten times its text
    base::Diagnostics untold;          // the whole file will tell it
    const auto& [begin, end] = part.stretch;
    if (!check_characters(file_, text_.substr(begin, end - begin), untold)) return false;
    const Stretch counted = {begin == 0 ? first_byte(text_) : begin, end};
    part.grown = parse_stretch(file_, text_, counted, untold);
    return part.grown && !part.grown->lone_key;
}

bool YamlParts::join() {
    Grown& all = *parts_.front().grown;
    const std::vector<Value*> way = way_to_open_list(all.root, text_, column_);
    if (way.empty()) return false;
    std::vector<Value>& items = way.back()->items;
    for (std::size_t at = 1; at < parts_.size(); ++at) {
        Grown& part = *parts_[at].grown;
        all.values += part.values - 1;  // but for the list itself
        all.levels = std::max(all.levels, way.size() - 1 + part.levels);
        all.traps.append(part.traps);
        std::move(part.root.items.begin(), part.root.items.end(), std::back_inserter(items));
        part = {};
    }
    for (auto value = way.rbegin(); value != way.rend(); ++value) (*value)->span.end = last_in(**value)->span.end;
    return all.values <= most_values && all.levels <= most_levels;
}

ParsedFile YamlParts::take() {
    if (parts_.size() == 1) return std::move(whole_);
    if (!spoilt_ && !join()) spoilt_ = true;
    if (!spoilt_) {
        Grown& all = *parts_.front().grown;
        return {std::move(all.root), std::move(all.traps)};
    }
    parts_.clear();
    ParsedFile again;
    again.tree = parse_yaml(file_, sources_, again.diagnostics);
    return again;
}

}  // namespace input
