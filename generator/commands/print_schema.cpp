// A shape is read from left to right and printed as it is read; what it names is printed below, under $defs.
#include "commands/print_schema.h"

#include <algorithm>
#include <stdexcept>
#include <utility>
#include <vector>

#include "base/json.h"
#include "check/doubt_names.h"
#include "compose/style.h"
#include "input/choices.h"
#include "input/keys.h"

namespace commands {

namespace {

using base::json_string;
using base::Key;
using base::Map;
using base::Schema;

template <typename Choice>
std::vector<std::string_view> words_of(const input::ChoiceWords<Choice>& choices) {
    std::vector<std::string_view> words;
    for (const auto& [word, choice] : choices) words.push_back(word);
    return words;
}

/// What a map of a file may silence.
std::vector<std::string_view> doubts() {
    std::vector<std::string_view> names = check::doubt_names(check::About::files);
    const auto& lost = check::doubt_names(check::About::lost);
    names.insert(names.end(), lost.begin(), lost.end());
    return names;
}

/// The words that stand in a list of the program.
std::vector<std::string_view> listed(std::string_view list) {
    if (list == "formulas") return words_of(input::formula_words());
    if (list == "roundings") return words_of(input::rounding_words());
    if (list == "wholes") return words_of(input::overall_words());
    if (list == "numerals") return words_of(compose::numerals_words());
    if (list == "doubts") return doubts();
    throw std::logic_error("no list of words is called " + std::string(list));
}

std::vector<std::string_view> split(std::string_view text, char sign) {
    std::vector<std::string_view> parts;
    for (std::size_t end = text.find(sign); end != std::string_view::npos; end = text.find(sign)) {
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    parts.push_back(text);
    return parts;
}

std::string strings(const std::vector<std::string_view>& words) {
    return base::json_list({words.begin(), words.end()});
}

void join(std::string& out, std::string_view part) {
    if (!out.empty() && !part.empty()) out += ", ";
    out += part;
}

std::string told(std::string_view title, std::string_view about) {
    std::string out;
    if (!title.empty()) join(out, R"("title": )" + json_string(title));
    if (!about.empty()) join(out, R"("description": )" + json_string(about));
    return out;
}

template <typename Named>
const Named* find(std::span<const Named> all, std::string_view name) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Named& one) { return one.name == name; });
    return found == all.end() ? nullptr : &*found;
}

bool knows(const Schema& schema, std::string_view name) {
    return find(schema.maps, name) != nullptr || find(schema.forms, name) != nullptr;
}

class Printer {
   public:
    explicit Printer(const Schema& schema) : schema_(schema) {}

    std::string print() {
        std::string out = "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  ";
        const Map& file = schema_.maps.front();
        out += file.keys.empty() ? told(file.title, file.about) : map(file, "\n  ");
        if (file.keys.empty()) want_all();
        std::string separator = ",\n  \"$defs\": {\n";
        for (std::size_t i = 0; i < wanted_.size(); ++i) {
            out += separator + "    " + json_string(wanted_[i]) + ": " + definition(wanted_[i]);
            separator = ",\n";
        }
        check_use();
        return out + (wanted_.empty() ? "\n}\n" : "\n  }\n}\n");
    }

   private:
    /// Each name stands once, and something names it.
    void check_use() const {
        std::vector<std::string_view> names;
        for (const Map& map : schema_.maps.subspan(1)) names.push_back(map.name);
        for (const Key& form : schema_.forms) names.push_back(form.name);
        std::vector<std::string_view> used = wanted_;
        used.insert(used.end(), taken_in_.begin(), taken_in_.end());
        std::sort(names.begin(), names.end());
        std::sort(used.begin(), used.end());
        used.erase(std::unique(used.begin(), used.end()), used.end());
        if (names == used) return;
        const auto [name, other] = std::mismatch(names.begin(), names.end(), used.begin(), used.end());
        throw std::logic_error("twice, or named by nothing: " + std::string(name == names.end() ? *other : *name));
    }

    void want(std::string_view name) {
        if (std::find(wanted_.begin(), wanted_.end(), name) == wanted_.end()) wanted_.push_back(name);
    }

    /// What others refer to.
    void want_all() {
        for (const Key& form : schema_.forms) want(form.name);
        for (const Map& map : schema_.maps.subspan(1)) want(map.name);
    }

    std::string definition(std::string_view name) {
        if (const Map* named = find(schema_.maps, name)) return "{" + map(*named, "\n      ") + "}";
        const Key& form = *find(schema_.forms, name);
        std::string out = told(form.title, form.about);
        join(out, form.shape.starts_with('*') ? list_or_one(form) : shape(form.shape));
        return "{" + out + "}";
    }

    /// All keys of a map, those of other maps taken in.
    std::vector<Key> keys_of(const Map& map) {
        std::vector<Key> keys;
        for (const Key& key : map.keys) {
            if (key.name != "...") {
                keys.push_back(key);
                continue;
            }
            const Map* taken = find(schema_.maps, key.shape);
            if (taken == nullptr) throw std::logic_error("no map is called " + std::string(key.shape));
            taken_in_.push_back(key.shape);
            const std::vector<Key> more = keys_of(*taken);
            keys.insert(keys.end(), more.begin(), more.end());
        }
        return keys;
    }

    /// Without its braces. Each key stands behind `line`.
    std::string map(const Map& map, const std::string& line) {
        const std::vector<Key> keys = keys_of(map);
        if (keys.front().shape.empty()) return words(map, keys, line);
        std::vector<std::string_view> required;
        std::string properties;
        for (const Key& key : keys) {
            std::string_view name = key.name;
            if (name.ends_with('!')) {
                name.remove_suffix(1);
                required.push_back(name);
            }
            std::string value = told(key.title, key.about);
            join(value, shape(key.shape));
            properties.append(properties.empty() ? "" : ",").append(line).append("  ");
            properties.append(json_string(name)).append(": {").append(value).append("}");
        }
        std::string out = told(map.title, map.about);
        if (!map.json.starts_with(R"("type")")) join(out, R"("type": "object")");
        if (!required.empty()) join(out, R"("required": )" + strings(required));
        join(out, map.json);
        join(out, R"("additionalProperties": )" + (map.rest.empty() ? "false" : "{" + shape(map.rest) + "}"));
        return out + "," + line + "\"properties\": {" + properties + line + "}";
    }

    /// Keys without a shape are words that may stand, each with what it means.
    static std::string words(const Map& map, const std::vector<Key>& keys, const std::string& line) {
        std::string out;
        for (const Key& word : keys) {
            out += (out.empty() ? "" : ",") + line + "  {\"const\": " + json_string(word.name);
            join(out, told(word.title, word.about));
            out += "}";
        }
        std::string before = told(map.title, map.about);
        join(before, "\"oneOf\": [");
        return before + out + line + "]";
    }

    std::string reference(std::string_view name) {
        if (knows(schema_, name)) {
            want(name);
            return R"("$ref": )" + json_string("#/$defs/" + std::string(name));
        }
        if (!knows(input::common_schema, name)) throw std::logic_error("no shape is called " + std::string(name));
        return R"("$ref": )" + json_string("common.schema.json#/$defs/" + std::string(name));
    }

    /// The items of a list of a template, steps among them, or one item alone.
    std::string list_or_one(const Key& form) {
        std::string_view text = form.shape.substr(1);
        std::vector<std::string> items = choices(text);
        steps(form.name, items);
        const std::string list = R"("type": "array", "items": {)" + any_of(items) + "}";
        items.insert(items.begin(), list);
        return any_of(items);
    }

    std::string shape(std::string_view text) {
        std::string out = either(text);
        if (!text.empty()) throw std::logic_error("a shape ends before " + std::string(text));
        return out;
    }

    // From here on what is read is taken from the front of `text`.

    static bool take(std::string_view& text, std::string_view sign) {
        if (!text.starts_with(sign)) return false;
        text.remove_prefix(sign.size());
        return true;
    }

    static void expect(std::string_view& text, std::string_view sign) {
        if (!take(text, sign)) throw std::logic_error(std::string(sign) + " is missing before " + std::string(text));
    }

    /// As far as none of the signs that follow a name, a word or a number.
    static std::string_view take_word(std::string_view& text) {
        const std::string_view word = text.substr(0, text.find_first_of(" !]}:"));
        text.remove_prefix(word.size());
        return word;
    }

    std::vector<std::string> choices(std::string_view& text) {
        std::vector<std::string> all;
        do {
            if (take(text, "+")) {
                steps(take_word(text), all);
            } else {
                all.push_back(one(text));
            }
        } while (take(text, " / "));
        return all;
    }

    static std::string any_of(const std::vector<std::string>& all) {
        if (all.size() == 1) return all.front();
        std::string out;
        for (const std::string& each : all) join(out, "{" + each + "}");
        return R"("anyOf": [)" + out + "]";
    }

    std::string either(std::string_view& text) { return any_of(choices(text)); }

    std::string one(std::string_view& text) {
        if (take(text, "[")) {
            const std::string items = R"("items": {)" + either(text) + "}";
            const char* const different = take(text, "!") ? R"("uniqueItems": true, )" : "";
            expect(text, "]");
            return R"("type": "array", )" + range(text, "minItems", "maxItems") + different + items;
        }
        if (take(text, "{")) return open_map(text);
        if (take(text, "=")) return R"("enum": )" + strings(split(take_word(text), '|'));
        if (take(text, "@")) return R"("enum": )" + strings(listed(take_word(text)));
        if (take(text, "~")) {
            const std::string_view pattern = std::exchange(text, {});
            return R"("type": "string", "pattern": )" + json_string(pattern);
        }
        if (text.find_first_of("0123456789") == 0) {
            std::string limits = range(text, "minimum", "maximum");
            limits.resize(limits.size() - 2);
            return R"("type": "integer", )" + limits;
        }
        return named(take_word(text));
    }

    std::string named(std::string_view name) {
        if (name == "string") return R"("type": "string")";
        if (name == "letters") return R"("type": "string", "minLength": 1)";
        if (name == "plain_number") return R"("type": "number")";
        if (name == "flag") return R"("type": "boolean")";
        return reference(name);
    }

    std::string open_map(std::string_view& text) {
        std::string names;
        std::string_view behind = text;
        const std::string_view keys = take_word(behind);
        if (take(behind, ": ")) {
            names = R"("propertyNames": {)" + key_names(keys) + "}, ";
            text = behind;
        }
        const std::string values = either(text);
        expect(text, "}");
        return R"("type": "object", )" + range(text, "minProperties", "maxProperties") + names +
               R"("additionalProperties": {)" + values + "}";
    }

    /// Of a form that is a pattern the pattern alone: editors take the key 4 for a number, and no number is a text.
    std::string key_names(std::string_view name) {
        for (const Schema* schema : {&schema_, &input::common_schema}) {
            const Key* form = find(schema->forms, name);
            if (form == nullptr || !form->shape.starts_with('~')) continue;
            if (schema == &schema_) taken_in_.push_back(name);
            return R"("pattern": )" + json_string(form->shape.substr(1));
        }
        return shape(name);
    }

    /// 2..4 or 1.., with a comma behind it; empty where no number stands.
    static std::string range(std::string_view& text, std::string_view least, std::string_view most) {
        const auto number = [&] {
            const std::string_view digits = text.substr(0, text.find_first_not_of("0123456789"));
            text.remove_prefix(digits.size());
            return digits;
        };
        const auto limit = [](std::string_view name, std::string_view digits) {
            return digits.empty() ? std::string() : json_string(name) + ": " + std::string(digits) + ", ";
        };
        const std::string_view from = number();
        if (from.empty()) return {};
        expect(text, "..");
        return limit(least, from) + limit(most, number());
    }

    /// The maps for, if and use; what stands in them is a `list` again, which their tables call `inside`.
    void steps(std::string_view list, std::vector<std::string>& all) {
        for (const std::string_view step : {"for", "if", "use"}) {
            Map inner = *find(schema_.maps, step);
            taken_in_.push_back(step);
            std::vector<Key> keys = keys_of(inner);
            for (Key& key : keys) {
                if (key.shape == "inside") key.shape = list;
            }
            inner.keys = keys;
            all.push_back(map(inner, " "));
        }
    }

    const Schema& schema_;
    std::vector<std::string_view> wanted_;    ///< named so far, in the order in which they are printed
    std::vector<std::string_view> taken_in_;  ///< what stands in others without its name
};

}  // namespace

std::string print_schema(const Schema& schema) { return Printer(schema).print(); }

}  // namespace commands
