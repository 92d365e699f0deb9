// Each answer becomes an edit at its path that keeps brackets, notes and silences; what would change nothing goes.
#include "forms/put.h"

#include <algorithm>
#include <map>

#include "base/message.h"
#include "base/utf8.h"
#include "forms/typed_number.h"

namespace forms {

namespace {

using base::say;
using base::Value;
using input::KeyPath;
using input::text_value;

Value map_value() {
    Value value;
    value.kind = Value::Kind::map;
    return value;
}

void set(Value& map, const std::string& key, const std::string& text) {
    if (!text.empty()) map.entries.push_back({key, {}, text_value(text)});
}

const Value* amount_of(const Value* old) {
    if (old == nullptr) return nullptr;
    return old->is_map() ? old->find("value") : old;
}

/// The letters that stand there already, where they are the same number.
std::string amount_text(const Typed& typed, const Value* old) {
    const Value* stands = amount_of(old);
    // A text over several lines may end with one that a cell does not keep.
    if (!typed.amount) return stands != nullptr && trimmed(stands->text) == typed.words ? stands->text : typed.words;
    if (stands != nullptr && stands->is_scalar() && base::parse_decimal(stands->text).value == typed.amount)
        return stands->text;
    return number_for_file(*typed.amount);
}

constexpr const char* asked_keys[] = {"value", "provisional", "cause", "next_steps", "from", "source"};

/// Null where nothing stands, or something without keys.
const Value* held(const Value* value, std::string_view key) {
    return value != nullptr && value->is_map() ? value->find(key) : nullptr;
}

/// What the form says of the paper; its digest stays while it is the same paper, unless the file says another.
Value source_of(const input::Evidence& evidence, const Value* old) {
    Value map = map_value();
    set(map, "paper", evidence.paper);
    std::string digest = evidence.digest;
    const Value* same = held(old, "paper");
    const Value* known = held(old, "digest");
    if (digest.empty() && same != nullptr && known != nullptr && same->text == evidence.paper) digest = known->text;
    set(map, "digest", digest);
    set(map, "given_by", evidence.given_by);
    set(map, "agreed_by", evidence.agreed_by);
    return map.entries.size() == 1 ? map.entries[0].value : map;
}

Value value_of(const Typed& typed, const Value* old, const std::string& from) {
    Value map = map_value();
    set(map, "value", amount_text(typed, old));
    if (typed.provisional) set(map, "provisional", "true");
    // What no form asks for stays: brackets, notes, revised, silences.
    for (const Value::Entry& entry : old != nullptr ? old->entries : std::vector<Value::Entry>()) {
        const auto is_asked = [&](const char* key) { return entry.key == key; };
        if (std::none_of(std::begin(asked_keys), std::end(asked_keys), is_asked)) map.entries.push_back(entry);
    }
    set(map, "cause", typed.cause);
    set(map, "next_steps", typed.next_steps);
    set(map, "from", from);
    const Value* old_source = held(old, "source");
    if (typed.evidence && !typed.evidence->paper.empty()) {
        map.entries.push_back({"source", {}, source_of(*typed.evidence, old_source)});
    } else if (!typed.evidence && old_source != nullptr) {
        map.entries.push_back({"source", {}, *old_source});
    }
    return map.entries.size() == 1 ? map.entries[0].value : map;
}

/// ① and the like, which the report numbers itself.
std::string without_number(const std::string& line) {
    const base::Decoded first = base::decode_at(line, 0);
    if (first.character < U'①' || first.character > U'⑳') return line;
    std::string rest = line.substr(first.length);
    while (rest.starts_with(" ") || rest.starts_with("　")) rest.erase(0, rest.front() == ' ' ? 1 : 3);
    return rest;
}

Value results_of(const std::vector<std::string>& lines) {
    Value list;
    list.kind = Value::Kind::list;
    for (const std::string& line : lines) {
        const bool detail = line.starts_with("・") && !list.items.empty();
        if (!detail) {
            list.items.push_back(text_value(without_number(line)));
            continue;
        }
        Value& above = list.items.back();
        if (above.is_scalar()) {
            Value map = map_value();
            map.entries.push_back({"text", {}, above});
            Value details;
            details.kind = Value::Kind::list;
            map.entries.push_back({"details", {}, details});
            above = map;
        }
        above.entries[1].value.items.push_back(text_value(line.substr(std::string("・").size())));
    }
    return list;
}

bool same(const Value& a, const Value& b) {
    if (a.kind != b.kind || a.text != b.text || a.items.size() != b.items.size() ||
        a.entries.size() != b.entries.size())
        return false;
    for (std::size_t i = 0; i < a.items.size(); ++i) {
        if (!same(a.items[i], b.items[i])) return false;
    }
    return std::all_of(a.entries.begin(), a.entries.end(), [&](const Value::Entry& entry) {
        const Value* other = b.find(entry.key);
        return other != nullptr && same(entry.value, *other);
    });
}

/// The path of the project with this id, below `value`.
bool find_project(const Value& value, const std::string& id, KeyPath& here) {
    const Value* own = value.is_map() ? value.find("id") : nullptr;
    if (own != nullptr && own->text == id) return true;
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        here.emplace_back(i);
        if (find_project(value.items[i], id, here)) return true;
        here.pop_back();
    }
    for (const Value::Entry& entry : value.entries) {
        if (!entry.value.is_list() || entry.key == "indicators" || entry.key == "results") continue;
        here.emplace_back(entry.key);
        if (find_project(entry.value, id, here)) return true;
        here.pop_back();
    }
    return false;
}

/// A few words of a value, for people.
std::string shown(const Value* value) {
    if (value == nullptr || value->is_empty()) return say("nothing");
    if (value->is_list()) return say("{} lines", value->items.size());
    const Value* amount = amount_of(value);
    return amount == nullptr ? "" : amount->text;
}

class Putter {
   public:
    Putter(const input::Inputs& inputs, const Trees& trees) : inputs_(inputs), trees_(trees) {}

    std::optional<Change> change(const Typed& typed, const Answer& answer) const {
        Change change;
        if (!place(typed.field, change)) return std::nullopt;
        const Value* old = input::value_at(trees_.files[change.file], change.edit.path);
        const std::string from = inputs_.forms.record && !answer.date.empty() ? answer.section + " " + answer.date : "";
        const bool results = typed.field.part == Part::results;
        Value fresh = results ? results_of(typed.results) : value_of(typed, old, from);
        if (old != nullptr && same(fresh, *old)) return std::nullopt;
        change.before = shown(old);
        change.after = shown(&fresh);
        change.edit.value = std::move(fresh);
        return change;
    }

   private:
    bool place(const Field& field, Change& change) const {
        const std::string year = base::short_year(inputs_.eras, inputs_.evaluated_year);
        if (field.indicator) {
            const input::Indicator& indicator = inputs_.strategy.indicators[*field.indicator];
            change.name = indicator.name;
            change.edit.path = {"actuals", indicator.id};
            return true;
        }
        const input::Project& project = inputs_.projects[field.project];
        for (std::size_t file = 1; file < trees_.files.size(); ++file) {
            KeyPath path;
            if (!find_project(trees_.files[file], project.id, path)) continue;
            change.file = file;
            change.name = project.name;
            if (field.part == Part::results) {
                path.emplace_back("results");
            } else {
                change.name = project.indicators[field.activity].name;
                path.insert(path.end(),
                            {"indicators", field.activity, "actuals", year_key(trees_.files[file], path, field, year)});
            }
            change.edit.path = std::move(path);
            return true;
        }
        return false;
    }

    /// The key of the year as the file writes it: R5, 令和5年度.
    std::string year_key(const Value& tree, KeyPath path, const Field& field, const std::string& otherwise) const {
        path.insert(path.end(), {"indicators", field.activity, "actuals"});
        const Value* actuals = input::value_at(tree, path);
        if (actuals == nullptr) return otherwise;
        for (const Value::Entry& entry : actuals->entries) {
            if (base::parse_year(inputs_.eras, entry.key) == inputs_.evaluated_year) return entry.key;
        }
        return otherwise;
    }

    const input::Inputs& inputs_;
    const Trees& trees_;
};

std::string source_words(const Typed& typed) {
    if (!typed.evidence) return {};
    return typed.evidence->paper + "\n" + typed.evidence->given_by + "\n" + typed.evidence->agreed_by;
}

bool differs(const Typed& a, const Typed& b) {
    return a.amount != b.amount || a.words != b.words || a.provisional != b.provisional || a.cause != b.cause ||
           a.next_steps != b.next_steps || a.results != b.results || source_words(a) != source_words(b);
}

}  // namespace

void compare_copies(std::vector<Answer>& answers) {
    std::map<std::string, std::pair<std::size_t, std::size_t>> first;  // code -> answer, typed
    for (std::size_t i = 0; i < answers.size(); ++i) {
        for (std::size_t k = 0; k < answers[i].typed.size(); ++k) {
            const auto [at, fresh] = first.emplace(answers[i].typed[k].field.code, std::pair(i, k));
            if (fresh || !differs(answers[at->second.first].typed[at->second.second], answers[i].typed[k])) continue;
            const Answer& other = answers[at->second.first];
            answers[i].faults.push_back({answers[i].file + "!" + answers[i].typed[k].cell,
                                         say("another copy of this form says something else: {}",
                                             other.file + "!" + other.typed[at->second.second].cell),
                                         say("ask the section which of them holds, and leave the other out"), false});
        }
    }
}

std::vector<Change> changes(const input::Inputs& inputs, const Trees& trees, const std::vector<Answer>& answers) {
    const Putter putter(inputs, trees);
    std::vector<Change> out;
    for (const Answer& answer : answers) {
        for (const Typed& typed : answer.typed) {
            auto change = putter.change(typed, answer);
            const auto same_place = [&](const Change& other) {
                return other.file == change->file && other.edit.path == change->edit.path;
            };
            if (change && std::none_of(out.begin(), out.end(), same_place)) out.push_back(std::move(*change));
        }
    }
    return out;
}

}  // namespace forms
