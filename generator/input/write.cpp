// Edits become splices of the text; the result is read again and must equal the tree with the same edits.
#include "input/write.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/message.h"
#include "input/emit.h"
#include "input/yaml.h"

namespace input {

namespace {

using base::say;
using base::Span;
using base::Value;

struct Splice {
    std::size_t begin, end;
    std::string text;
};

bool is_flow(std::string_view text, const Value& value) {
    if (!value.is_map() && !value.is_list()) return false;
    return value.span.begin < text.size() && (text[value.span.begin] == '{' || text[value.span.begin] == '[');
}

std::size_t line_start(std::string_view text, std::size_t at) {
    const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    return before == std::string_view::npos ? 0 : before + 1;
}

/// Where the line's last letter ends, before \r\n or \n.
std::size_t line_finish(std::string_view text, std::size_t at) {
    std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at && text[end - 1] == '\r') --end;
    return end;
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
    return at;
}

/// Behind the closing bracket of a list or map in brackets, whose last child ends at `at`.
std::size_t behind_bracket(std::string_view text, std::size_t at, char bracket) {
    while (at < text.size() && text[at] != bracket) {
        const bool comment = text[at] == '#' && at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\n');
        at = comment ? line_finish(text, at) : at + 1;
    }
    return std::min(at + 1, text.size());
}

std::size_t end_of(std::string_view text, const Value& value) {
    const Value* last = value.is_list() && !value.items.empty()    ? &value.items.back()
                        : value.is_map() && !value.entries.empty() ? &value.entries.back().value
                                                                   : nullptr;
    const std::size_t end = last != nullptr ? end_of(text, *last) : value.span.end;
    if (!is_flow(text, value)) return end;
    return behind_bracket(text, last != nullptr ? end : value.span.begin + 1,
                          text[value.span.begin] == '{' ? '}' : ']');
}

const Value* child(const Value& value, const KeyPath::value_type& step) {
    if (const auto* key = std::get_if<std::string>(&step)) return value.is_map() ? value.find(*key) : nullptr;
    const std::size_t item = std::get<std::size_t>(step);
    return value.is_list() && item < value.items.size() ? &value.items[item] : nullptr;
}

/// A block scalar's first line may carry a comment behind its sign: `|  # like this`.
std::string comment_of_block(std::string_view text, const Value& value) {
    const char first = value.span.begin < text.size() ? text[value.span.begin] : ' ';
    if (first != '|' && first != '>') return {};
    const std::string_view line = text.substr(value.span.begin, line_finish(text, value.span.begin) - value.span.begin);
    const std::size_t sign = line.find(" #");
    return sign == std::string_view::npos ? std::string() : " " + std::string(line.substr(sign));
}

/// Turns edits into splices of one file's text.
class Splicer {
   public:
    Splicer(std::string_view text, const Value& tree)
        : text_(text), tree_(tree), line_end_(text.find("\r\n") != std::string_view::npos ? "\r\n" : "\n") {}

    /// False when the place is one this writer does not know how to change.
    bool add(const Edit& edit) {
        const Value* parent = &tree_;
        bool flow = is_flow(text_, tree_);
        for (std::size_t i = 0; i + 1 < edit.path.size(); ++i) {
            parent = child(*parent, edit.path[i]);
            if (parent == nullptr) return false;
            flow = flow || is_flow(text_, *parent);
        }
        if (edit.path.empty()) return false;
        const Value* old = child(*parent, edit.path.back());
        if (old == nullptr) return edit.value && append(*parent, edit.path, *edit.value, flow, edit.comment);
        return edit.value ? replace(*parent, *old, edit, flow) : remove(*parent, *old, flow);
    }

    std::vector<Splice> take() {
        std::stable_sort(splices_.begin(), splices_.end(),
                         [](const Splice& a, const Splice& b) { return a.begin < b.begin; });
        return std::move(splices_);
    }

   private:
    std::size_t column(std::size_t at) const { return at - line_start(text_, at); }

    static const Value::Entry* entry_of(const Value& map, const Value& value) {
        for (const Value::Entry& entry : map.entries) {
            if (&entry.value == &value) return &entry;
        }
        return nullptr;
    }

    /// Behind the colon of a key, or behind the dash of an item whose value begins at `value`.
    std::size_t behind_mark(const Value& parent, const Value& value) const {
        if (const Value::Entry* entry = entry_of(parent, value)) {
            const std::size_t colon = skip_blanks(text_, entry->key_span.end);
            return colon < text_.size() && text_[colon] == ':' ? colon + 1 : std::string_view::npos;
        }
        return value.is_empty() && value.span.begin == value.span.end ? value.span.begin + 1 : value.span.begin;
    }

    std::string beside(const std::optional<std::string>& comment) const {
        return comment && !comment->empty() ? "    # " + *comment : std::string();
    }

    void put(std::size_t begin, std::size_t end, std::string text) {
        splices_.push_back({begin, end, std::move(text)});
    }

    void put_comment(std::size_t behind, const std::optional<std::string>& comment) {
        if (!comment) return;
        const std::size_t sign = skip_blanks(text_, behind);
        const std::size_t finish = line_finish(text_, behind);
        if (sign < finish && text_[sign] != '#') return;  // something else follows on the line
        put(behind, finish, beside(comment));
    }

    bool replace(const Value& parent, const Value& old, const Edit& edit, bool flow) {
        Value value = *edit.value;
        if (old.is_scalar() && old.quoted && value.is_scalar() && text_[old.span.begin] == '"') value.quoted = true;
        const std::size_t behind = behind_mark(parent, old);
        if (behind == std::string_view::npos) return false;
        const bool lines = !flow && wants_lines(value);
        const bool had_lines = (old.is_list() || old.is_map()) && !is_flow(text_, old);
        const std::size_t end = end_of(text_, old);
        if (lines) return replace_by_lines(parent, old, value, behind, had_lines);
        if (had_lines && parent.is_map()) {
            put(behind, behind, " " + emit_inline(value, flow) + beside(edit.comment));
            put(line_finish(text_, behind), line_finish(text_, end), "");
            return true;
        }
        const bool nothing = old.is_empty() && (text_[old.span.begin] != '~' && !reads_null(old));
        const std::string written = emit_inline(value, flow);
        const std::size_t begin = nothing ? behind : old.span.begin;
        const std::size_t finish = nothing ? behind : end;
        put(begin, finish, (nothing ? " " : "") + written + comment_of_block(text_, old));
        put_comment(finish, edit.comment);
        return true;
    }

    bool reads_null(const Value& old) const {
        const std::string_view word = text_.substr(old.span.begin, old.span.end - old.span.begin);
        return word == "null" || word == "Null" || word == "NULL";
    }

    bool replace_by_lines(const Value& parent, const Value& old, const Value& value, std::size_t behind,
                          bool had_lines) {
        const std::size_t end = end_of(text_, old);
        if (had_lines || parent.is_list()) {
            put(old.span.begin, end, emit_lines(value, column(old.span.begin), line_end_));
            return true;
        }
        const std::size_t indent = column(entry_of(parent, old)->key_span.begin) + 2;
        const bool nothing = old.is_empty() && text_[old.span.begin] != '~' && !reads_null(old);
        if (!nothing) put(behind, end, "");
        const std::size_t finish = line_finish(text_, nothing ? behind : end);
        put(finish, finish, line_end_ + std::string(indent, ' ') + emit_lines(value, indent, line_end_));
        return true;
    }

    /// A new entry at the end of its map or list.
    bool append(const Value& parent, const KeyPath& path, const Value& value, bool flow,
                const std::optional<std::string>& comment) {
        const auto* key = std::get_if<std::string>(&path.back());
        const bool fits = parent.is_empty() || (key != nullptr ? parent.is_map() : parent.is_list());
        if (!fits || (parent.is_empty() && flow)) return false;
        const bool in_brackets = is_flow(text_, parent);
        const std::string head = key == nullptr ? "" : emit_inline(text_value(*key), flow) + ":";
        if (in_brackets || flow) {
            const bool first = parent.items.empty() && parent.entries.empty() && appended_.insert(&parent).second;
            const std::size_t at = end_of(text_, parent) - 1;
            put(at, at, (first ? "" : ", ") + head + (key == nullptr ? "" : " ") + emit_inline(value, true));
            return true;
        }
        return append_line(parent, path, key == nullptr ? "-" : head, value, comment);
    }

    bool append_line(const Value& parent, const KeyPath& path, const std::string& head, const Value& value,
                     const std::optional<std::string>& comment) {
        std::size_t indent = column(parent.span.begin);
        if (parent.is_empty()) indent = path.size() == 1 ? 0 : column(parent.span.begin) + 2;
        const std::size_t finish = line_finish(text_, end_of(text_, parent));
        std::string line = line_end_ + std::string(indent, ' ') + head;
        const bool lines = wants_lines(value) || (head == "-" && value.is_map());
        if (!lines) {
            line += " " + emit_inline(value, false) + beside(comment);
        } else if (head == "-") {
            line += " " + emit_lines(value, indent + 2, line_end_);
        } else {
            line +=
                beside(comment) + line_end_ + std::string(indent + 2, ' ') + emit_lines(value, indent + 2, line_end_);
        }
        put(finish, finish, std::move(line));
        return true;
    }

    bool remove(const Value& parent, const Value& old, bool flow) {
        if (!parent.is_map()) return false;
        const Value::Entry* entry = entry_of(parent, old);
        const auto index = static_cast<std::size_t>(entry - parent.entries.data());
        const std::size_t end = std::max<std::size_t>(end_of(text_, old), behind_mark(parent, old));
        if (flow) {
            const bool last = index + 1 == parent.entries.size();
            const std::size_t begin =
                index > 0 ? end_of(text_, parent.entries[index - 1].value) : entry->key_span.begin;
            if (index > 0) {
                put(begin, end, "");
            } else {
                put(begin, last ? end : parent.entries[1].key_span.begin, "");
            }
            return true;
        }
        const std::size_t begin = line_start(text_, entry->key_span.begin);
        if (skip_blanks(text_, begin) != entry->key_span.begin || parent.entries.size() == 1) return false;
        const std::size_t next = text_.find('\n', end);
        put(begin, next == std::string_view::npos ? text_.size() : next + 1, "");
        return true;
    }

    std::string_view text_;
    const Value& tree_;
    std::string line_end_;
    std::vector<Splice> splices_;
    std::set<const Value*> appended_;
};

std::optional<std::string> spliced(std::string_view text, const std::vector<Splice>& splices) {
    std::string out;
    std::size_t at = 0;
    for (const Splice& splice : splices) {
        if (splice.begin < at || splice.end < splice.begin) return std::nullopt;
        out += text.substr(at, splice.begin - at);
        out += splice.text;
        at = splice.end;
    }
    out += text.substr(at);
    return out;
}

/// The same edit done to the tree: what the written file has to read as.
bool change(Value& tree, const Edit& edit) {
    Value* parent = &tree;
    for (std::size_t i = 0; i + 1 < edit.path.size(); ++i) {
        parent = const_cast<Value*>(child(*parent, edit.path[i]));  // of the caller's own tree
        if (parent == nullptr) return false;
    }
    if (const auto* key = std::get_if<std::string>(&edit.path.back())) {
        if (parent->is_empty()) parent->kind = Value::Kind::map;
        const auto found = std::find_if(parent->entries.begin(), parent->entries.end(),
                                        [&](const Value::Entry& entry) { return entry.key == *key; });
        if (!edit.value) {
            if (found != parent->entries.end()) parent->entries.erase(found);
        } else if (found != parent->entries.end()) {
            found->value = *edit.value;
        } else {
            parent->entries.push_back({*key, {}, *edit.value});
        }
        return true;
    }
    const std::size_t item = std::get<std::size_t>(edit.path.back());
    if (!edit.value || item > parent->items.size()) return false;
    if (parent->is_empty()) parent->kind = Value::Kind::list;
    if (item == parent->items.size()) {
        parent->items.push_back(*edit.value);
    } else {
        parent->items[item] = *edit.value;
    }
    return true;
}

/// Whether two trees say the same.
bool same(const Value& a, const Value& b) {
    if (a.kind != b.kind || a.text != b.text || a.items.size() != b.items.size()) return false;
    const auto same_entry = [](const Value::Entry& x, const Value::Entry& y) {
        return x.key == y.key && same(x.value, y.value);
    };
    return std::equal(a.items.begin(), a.items.end(), b.items.begin(), same) &&
           std::equal(a.entries.begin(), a.entries.end(), b.entries.begin(), b.entries.end(), same_entry);
}

bool reads_as(const std::string& text, const Value& wanted) {
    base::Sources sources;
    base::Diagnostics diagnostics;
    const auto tree = parse_yaml(sources.add("", text), sources, diagnostics);
    return tree && same(*tree, wanted);
}

/// Looks in the branch whose text holds the span.
bool find_path(const Value& value, Span span, KeyPath& path) {
    if (value.span == span && !value.is_map() && !value.is_list()) return true;
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        path.emplace_back(i);
        if (find_path(value.items[i], span, path)) return true;
        path.pop_back();
    }
    for (const Value::Entry& entry : value.entries) {
        path.emplace_back(entry.key);
        if (find_path(entry.value, span, path)) return true;
        path.pop_back();
    }
    return value.span == span;
}

}  // namespace

Value text_value(std::string text) {
    Value value;
    value.kind = Value::Kind::scalar;
    value.text = std::move(text);
    return value;
}

std::string as_yaml(const std::string& text, bool flow) { return emit_inline(text_value(text), flow); }

std::optional<KeyPath> path_to(const Value& tree, Span span) {
    KeyPath path;
    return find_path(tree, span, path) ? std::optional(path) : std::nullopt;
}

const Value* value_at(const Value& tree, const KeyPath& path) {
    const Value* value = &tree;
    for (const auto& step : path) {
        value = child(*value, step);
        if (value == nullptr) return nullptr;
    }
    return value;
}

std::string comment_beside(std::string_view text, const Value& value) {
    const std::size_t end = end_of(text, value);
    std::size_t at = skip_blanks(text, end);
    if (value.is_empty() && at < text.size() && text[at] == ':') at = skip_blanks(text, at + 1);
    if (at >= text.size() || text[at] != '#') return {};
    at = skip_blanks(text, at + 1);
    return std::string(text.substr(at, line_finish(text, at) - at));
}

std::optional<std::string> write_back(const Value& tree, const base::Sources& sources, const std::vector<Edit>& edits,
                                      base::Diagnostics& diagnostics) {
    const std::string& text = sources.text(tree.span.file);
    Splicer splicer(text, tree);
    Value wanted = tree;
    const auto refuse = [&](Span span) {
        diagnostics.error(span, say("the value at this place cannot be changed without touching what stands around it"),
                          say("change it by hand in an editor"));
        return std::nullopt;
    };
    for (const Edit& edit : edits) {
        if (splicer.add(edit) && change(wanted, edit)) continue;
        const KeyPath above(edit.path.begin(), edit.path.empty() ? edit.path.end() : edit.path.end() - 1);
        const Value* place = value_at(tree, edit.path);
        if (place == nullptr) place = value_at(tree, above);
        return refuse(place == nullptr ? tree.span : place->span);
    }
    std::optional<std::string> written = spliced(text, splicer.take());
    if (written && reads_as(*written, wanted)) return written;
    if (edits.size() == 1) {
        const Value* place = value_at(tree, edits.front().path);
        return refuse(place == nullptr ? tree.span : place->span);
    }
    return refuse(tree.span);
}

}  // namespace input
