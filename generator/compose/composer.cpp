// Walks `for`, `if` and `use` with a stack of variables and limits; a check takes every branch, whatever holds.
#include "compose/composer.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/author_marks.h"
#include "base/message.h"
#include "base/utf8.h"
#include "compose/parameters.h"
#include "compose/ranges.h"
#include "evaluate/assessment.h"

namespace compose {

namespace {

/// A scalar with braces: what it says is known when they are filled.
bool has_bindings(const base::Value& value) { return value.is_scalar() && value.text.find('{') != std::string::npos; }

bool is_control(const base::Value& item) {
    return item.is_map() && (item.find("for") != nullptr || item.find("if") != nullptr || item.find("use") != nullptr);
}

using Use = std::function<void(const base::Value&)>;

const Loop* loop_of(Composer& composer, const base::Value& scalar);

void walk(Composer& composer, const base::Value& list, const Use& use);

/// Binds a variable for as long as it lives.
class Bound {
   public:
    Bound(Composer& composer, std::string name, Thing thing) : composer_(composer) {
        composer.variables.emplace_back(std::move(name), std::move(thing));
    }
    Bound(const Bound&) = delete;
    Bound& operator=(const Bound&) = delete;
    ~Bound() { composer_.variables.pop_back(); }

   private:
    Composer& composer_;
};

std::vector<Thing> chosen(Composer& composer, const std::string& name, std::vector<Thing> things,
                          const base::Value* where) {
    if (where == nullptr) return things;
    std::vector<Thing> kept;
    for (Thing& thing : things) {
        const Bound bound(composer, name, thing);
        if (condition_holds(composer, *where) || composer.world.checking) kept.push_back(std::move(thing));
    }
    return kept;
}

/// Behind it whatever has no value; equal ones in the order in which they came.
void sort_by(Composer& composer, const std::string& name, const base::Value& by, bool falling,
             std::vector<Thing>& things) {
    struct Key {
        std::optional<base::Ratio> number;
        std::string text;
        bool missing;
    };
    std::vector<std::pair<Key, Thing>> keyed;
    for (Thing& thing : things) {
        const Bound bound(composer, name, thing);
        const Thing value = value_at(composer, by);
        const bool missing = !composer.world.checking && !has_value(composer.world, value);
        keyed.emplace_back(Key{number_of(value), show(composer.world, value).text, missing}, std::move(thing));
    }
    std::stable_sort(keyed.begin(), keyed.end(), [&](const auto& a, const auto& b) {
        if (a.first.missing != b.first.missing) return b.first.missing;
        const Key& low = falling ? b.first : a.first;
        const Key& high = falling ? a.first : b.first;
        if (low.number && high.number) return *low.number < *high.number;
        return low.text < high.text;
    });
    for (std::size_t at = 0; at < things.size(); ++at) things[at] = std::move(keyed[at].second);
}

constexpr std::array<std::string_view, 5> loop_keys = {"for", "where", "sort", "order", "most"};
constexpr std::array<std::string_view, 1> condition_keys = {"if"};

/// What stands for each turn of a loop, or where a condition holds: `do`, or what the map has beside the keys of its
/// step, which is then the item itself. Null where neither is written.
const base::Value* body_of(Composer& composer, const base::Value& item, base::Fields& fields,
                           std::span<const std::string_view> keys) {
    if (const base::Value* written = fields.optional("do")) return written;
    const auto [known, fresh] = composer.bare_items.try_emplace(&item);
    base::Value& bare = known->second;
    if (fresh) {
        bare.kind = base::Value::Kind::map;
        bare.span = item.span;
        std::copy_if(item.entries.begin(), item.entries.end(), std::back_inserter(bare.entries),
                     [&](const auto& entry) { return std::find(keys.begin(), keys.end(), entry.key) == keys.end(); });
    }
    if (bare.entries.empty()) return fields.required("do");
    fields.accept_rest();
    return &bare;
}

/// The scalar with its bindings filled, at the same place.
base::Value filled_in(Composer& composer, const base::Value& scalar) {
    base::Value filled;
    filled.kind = base::Value::Kind::scalar;
    filled.span = scalar.span;
    filled.text = plain_text(composer, scalar);
    return filled;
}

/// Whether a loop takes the largest first; `order` may be a binding.
bool falls(Composer& composer, base::Fields& fields) {
    const base::Value* order = fields.optional("order");
    if (order == nullptr) return false;
    base::Value map;
    map.kind = base::Value::Kind::map;
    map.entries.push_back({"order", order->span, has_bindings(*order) ? filled_in(composer, *order) : *order});
    if (map.entries.front().value.text.find(hole) != std::string::npos) return false;
    base::Fields filled(map, composer.diagnostics);
    return filled.optional_choice<bool>("order", {{"rising", false}, {"falling", true}}).value_or(false);
}

void walk_for(Composer& composer, const base::Value& item, const Use& use) {
    base::Fields fields(item, composer.diagnostics);
    const base::Value* written = fields.required("for");
    const base::Value* where = fields.optional("where");
    const base::Value* sort = fields.optional("sort");
    const bool falling = falls(composer, fields);
    const auto most = fields.optional_whole("most", 1, 1000);
    const Loop* loop = written == nullptr ? nullptr : loop_of(composer, *written);
    if (loop == nullptr) return fields.accept_rest();
    if (const base::Value* condition = item.find("if")) {
        composer.diagnostics.error(condition->span, base::say("`if` does not stand beside `for`"),
                                   base::say("which ones are taken is said by `where`"));
        return fields.accept_rest();
    }
    const base::Value* body = body_of(composer, item, fields, loop_keys);
    if (body == nullptr) return;
    const std::string& name = loop->name;
    std::vector<Thing> things = chosen(composer, name, items_of(composer.world, thing_at(composer, loop->over)), where);
    if (sort != nullptr) {
        sort_by(composer, name, *sort, falling, things);
    } else if (falling) {
        std::reverse(things.begin(), things.end());
    }
    if (most && things.size() > static_cast<std::size_t>(*most)) things.resize(static_cast<std::size_t>(*most));
    for (std::size_t i = 0; i < things.size() && !composer.stopped; ++i) {
        const Bound variable(composer, name, things[i]);
        const Bound turn(composer, "loop", {LoopThing{i, things.size()}});
        walk(composer, *body, use);
    }
}

void walk_if(Composer& composer, const base::Value& item, const Use& use) {
    base::Fields fields(item, composer.diagnostics);
    const base::Value* condition = fields.required("if");
    const base::Value* otherwise = fields.optional("else");
    const base::Value* body =
        otherwise != nullptr ? fields.required("do") : body_of(composer, item, fields, condition_keys);
    if (condition == nullptr || body == nullptr) return;
    const bool holds = condition_holds(composer, *condition);
    if (holds || composer.world.checking) walk(composer, *body, use);
    if (otherwise != nullptr && (!holds || composer.world.checking)) walk(composer, *otherwise, use);
}

void walk_use(Composer& composer, const base::Value& item, const Use& use) {
    base::Fields fields(item, composer.diagnostics);
    const base::Value* name = fields.required("use");
    const std::size_t faults = composer.diagnostics.all().size();
    const std::vector<base::Value::Entry>& with = fields.map("with");
    const bool nothing_given = composer.diagnostics.all().size() > faults;
    if (name == nullptr || !name->is_scalar()) return;
    const auto piece = composer.pieces.find(name->text);
    if (piece == composer.pieces.end()) {
        std::vector<std::string_view> known;
        for (const auto& [key, value] : composer.pieces) known.push_back(key);
        base::report_unknown("unknown piece `{}`", name->text, name->span, known, composer.diagnostics);
        return;
    }
    const std::size_t before = composer.variables.size();
    Variables given;
    for (const base::Value::Entry& entry : with) given.emplace_back(entry.key, value_at(composer, entry.value));
    // A piece that uses itself under a condition would never end where every branch is taken.
    const bool again =
        std::find(composer.entered.begin(), composer.entered.end(), piece->second) != composer.entered.end();
    if (composer.world.checking && again) return;
    composer.used.pieces.insert(piece->second);
    // Each name that the piece reads would be named once more.
    if (nothing_given || !gives_all(composer, name->text, *piece->second, given, name->span)) return;
    composer.entered.push_back(piece->second);
    composer.variables.insert(composer.variables.end(), given.begin(), given.end());
    walk(composer, *piece->second, use);
    composer.variables.resize(before);
    composer.entered.pop_back();
}

void walk_item(Composer& composer, const base::Value& item, const Use& use) {
    if (composer.stopped) return;
    if (++composer.made > composer.most_made) {
        composer.stopped = true;
        composer.diagnostics.error(item.span, base::say("the template makes more than {} pieces", composer.most_made));
        return;
    }
    if (!is_control(item)) return use(item);
    if (item.find("for") != nullptr) return walk_for(composer, item, use);
    if (item.find("if") != nullptr) return walk_if(composer, item, use);
    walk_use(composer, item, use);
}

void walk(Composer& composer, const base::Value& list, const Use& use) {
    if (composer.depth >= deepest_nesting) {
        composer.stopped = true;
        composer.diagnostics.error(list.span, base::say("the template is nested more than {} deep", deepest_nesting),
                                   base::say("does a piece use itself?"));
        return;
    }
    ++composer.depth;
    if (list.is_list()) {
        for (const base::Value& item : list.items) walk_item(composer, item, use);
    } else if (!list.is_empty()) {
        walk_item(composer, list, use);
    }
    --composer.depth;
}

/// A picture a condition asks for may be missing.
void note_assets(const Condition& condition, Used& used) {
    const std::vector<std::string>& names = condition.path.names;
    if (names.size() == 2 && names[0] == "assets") used.assets.insert(names[1]);
    for (const Condition& operand : condition.operands) note_assets(operand, used);
}

const Loop* loop_of(Composer& composer, const base::Value& scalar) {
    if (!base::expect_text(scalar, composer.diagnostics)) return nullptr;
    const auto [known, fresh] = composer.parsed_loops.try_emplace(&scalar);
    if (fresh) known->second = parse_loop(scalar, composer.diagnostics);
    return known->second.name.empty() ? nullptr : &known->second;
}

const Condition* condition_of(Composer& composer, const base::Value& scalar) {
    if (!base::expect_text(scalar, composer.diagnostics)) return nullptr;
    const auto known = composer.parsed_conditions.find(&scalar);
    if (known != composer.parsed_conditions.end()) return &known->second;
    return &composer.parsed_conditions.emplace(&scalar, parse_condition(scalar, composer.diagnostics)).first->second;
}

}  // namespace

bool is_fixed(const base::Value& list) {
    return list.is_list() && std::none_of(list.items.begin(), list.items.end(), is_control);
}

void for_each_item(Composer& composer, const base::Value& list, const Use& use) { walk(composer, list, use); }

const std::vector<evaluate::Piece>& parts_of(Composer& composer, const base::Value& scalar) {
    const auto known = composer.parsed_texts.find(&scalar);
    if (known != composer.parsed_texts.end()) return known->second;
    return composer.parsed_texts.emplace(&scalar, parse_text(scalar, composer.diagnostics)).first->second;
}

bool condition_holds(Composer& composer, const base::Value& scalar) {
    if (has_bindings(scalar)) {
        // A path with bindings inside: narrative.kpi.{k.id}
        const base::Value filled = filled_in(composer, scalar);
        const Condition made = parse_condition(filled, composer.diagnostics);
        return holds(composer.world, composer.variables, made, composer.diagnostics);
    }
    const Condition* condition = condition_of(composer, scalar);
    if (condition != nullptr && composer.world.checking) note_assets(*condition, composer.used);
    return condition != nullptr && holds(composer.world, composer.variables, *condition, composer.diagnostics);
}

Thing value_at(Composer& composer, const base::Value& scalar) {
    if (scalar.is_map()) {
        base::Fields fields(scalar, composer.diagnostics);
        const base::Value* words = fields.required("text");
        return words == nullptr ? nothing() : text(plain_text(composer, *words));
    }
    if (has_bindings(scalar)) {
        const base::Value filled = filled_in(composer, scalar);
        const bool quoted = filled.text.size() > 1 && filled.text.front() == '\'' && filled.text.back() == '\'';
        if (quoted) return text(filled.text.substr(1, filled.text.size() - 2));
        return resolve(composer.world, composer.variables, read_path(filled.text, scalar.span, composer.diagnostics),
                       scalar.span, composer.diagnostics);
    }
    const Condition* expression = condition_of(composer, scalar);
    if (expression == nullptr) return nothing();
    return value_of(composer.world, composer.variables, *expression, composer.diagnostics);
}

std::optional<Length> length_at(Composer& composer, base::Fields& fields, std::string_view key) {
    const base::Value* value = fields.optional(key);
    if (value == nullptr || !has_bindings(*value)) return length_in_range(fields, key);
    const base::Value filled = filled_in(composer, *value);
    if (filled.text.find(hole) != std::string::npos) return std::nullopt;
    const auto length = base::as_length(filled, composer.diagnostics);
    return length && is_in_range(*length, key, filled, composer.diagnostics) ? length : std::nullopt;
}

Thing thing_at(Composer& composer, const base::Value& scalar) {
    if (!base::expect_text(scalar, composer.diagnostics)) return nothing();
    const auto at = [&](const evaluate::FactPath& path) {
        return resolve(composer.world, composer.variables, path, scalar.span, composer.diagnostics);
    };
    if (scalar.text.find_first_of("{}") != std::string::npos) {
        return at(read_path(plain_text(composer, scalar), scalar.span, composer.diagnostics));
    }
    const auto [known, fresh] = composer.parsed_paths.try_emplace(&scalar);
    if (fresh) known->second = read_path(scalar.text, scalar.span, composer.diagnostics);
    return at(known->second);
}

std::optional<std::int64_t> whole_at(Composer& composer, const base::Value& scalar) {
    if (!scalar.is_scalar()) return base::as_whole(scalar, 0, 1000, composer.diagnostics);
    const bool written = !scalar.text.empty() && scalar.text[0] >= '0' && scalar.text[0] <= '9';
    if (written) return base::as_whole(scalar, 0, 1000, composer.diagnostics);
    const Thing thing = thing_at(composer, scalar);
    if (const auto number = number_of(thing)) return number->thousandths() / 1000;
    const auto* reached = std::get_if<evaluate::Reached>(&thing.is);
    if (reached != nullptr && evaluate::is_numeric(reached->form)) return std::nullopt;
    composer.diagnostics.error(scalar.span, base::say("`{}` is not a number", scalar.text));
    return std::nullopt;
}

namespace {

/// The key under which a missing text belongs, as far as the narrative has it; else the beginning of the file.
base::Span narrative_place(const World& world, const NarrativeThing& thing) {
    const base::Value* at = &world.inputs.narrative;
    base::Span place = {at->span.file, 0, 0};
    std::string_view rest = std::string_view(thing.path).substr(thing.path.find('.') + 1);
    while (at != nullptr && at->is_map() && !rest.empty()) {
        const std::string_view name = rest.substr(0, rest.find('.'));
        rest.remove_prefix(std::min(rest.size(), name.size() + 1));
        const base::Value* next = nullptr;
        for (const base::Value::Entry& entry : at->entries) {
            if (entry.key != name) continue;
            place = entry.key_span;
            next = &entry.value;
        }
        at = next;
    }
    return place;
}

/// goals.2.council as people say it: 基本目標2の会議からの意見, by the template's words for the keys. A key without one
/// is left out, with the number behind it: nobody who reads the page knows keys.
std::string place_in_words(const Words& words, std::string_view path) {
    std::string out;
    bool said = true;
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find('.', at), path.size());
        const std::string_view name = path.substr(at, end - at);
        const bool number = name.find_first_not_of("0123456789") == std::string_view::npos;
        const auto word = words.places.find(name);
        if (!number) said = word != words.places.end();
        if (said && !number && !out.empty()) out += words.between;
        if (said) out += number ? name : std::string_view(word->second);
        at = end + 1;
    }
    return out.empty() ? std::string(path) : out;
}

}  // namespace

evaluate::Filled narrative_text(Composer& composer, const NarrativeThing& thing, base::Span span, bool& marked) {
    const bool written = thing.value != nullptr && thing.value->is_scalar() && !thing.value->text.empty();
    if (written) {
        const std::string& text = thing.value->text;
        const bool draft = composer.world.draft || composer.world.checking;
        evaluate::Filled filled =
            evaluate::fill_in(composer.world.context(), text, evaluate::Locator(text, thing.value->span),
                              draft ? evaluate::Lacking::printed : evaluate::Lacking::fault, composer.diagnostics);
        marked = filled.lacks && composer.world.draft;
        return filled;
    }
    if (composer.world.checking) return {std::string(1, hole), {}};
    const std::string path = thing.path.substr(thing.path.find('.') + 1);
    if (thing.value != nullptr && !thing.value->is_empty()) {
        // `結果: 順調` in the city's own list is a key with a text; else the template asks for one where several are.
        const bool colon = thing.value->is_map() && thing.value->entries.size() == 1;
        composer.diagnostics.error(colon ? thing.value->span : span,
                                   base::say("`{}` is not a single text of the narrative", path),
                                   colon ? base::say("a text with a colon and a blank in it, or that begins with ?, "
                                                     "stands in quotes \"…\"")
                                         : base::say("a list or a map of texts needs `for` or `text`"));
        return {};
    }
    if (composer.world.draft) {
        marked = true;
        std::string text = composer.world.words.draft_text;
        const std::size_t at = text.find("{path}");
        if (at != std::string::npos) text.replace(at, 6, place_in_words(composer.world.words, path));
        return {std::move(text), {}};
    }
    std::vector<std::string_view> known;
    if (thing.nearest != nullptr) {
        for (const base::Value::Entry& entry : thing.nearest->entries) known.push_back(entry.key);
    }
    const std::string last = path.substr(path.rfind('.') + 1);
    const bool there = std::erase(known, last) > 0;
    const auto near = base::nearest(last, known);
    // The place is where the text is missing; the template that asks for it is not the city's.
    const base::Value& narrative = composer.world.inputs.narrative;
    const bool narrated = narrative.span.known() && thing.path.starts_with("narrative.");
    const base::Span known_place = narrated ? narrative_place(composer.world, thing) : span;
    composer.diagnostics.error(
        known_place, base::say("the narrative has no text `{}`", path),
        there  ? base::say("the key is there: write the text behind it, or build a draft with --draft")
        : near ? base::say("did you mean `{}`?", *near)
               : base::say("write it there, or build a draft with --draft"));
    return {};
}

std::string plain_text(Composer& composer, const base::Value& scalar) {
    if (!base::expect_text(scalar, composer.diagnostics)) return {};
    std::string out;
    for (const evaluate::Piece& piece : parts_of(composer, scalar)) {
        out += piece.literal;
        if (piece.path.names.empty()) continue;
        const Thing thing = printed(composer.world, composer.variables, piece, composer.diagnostics);
        bool marked = false;
        const auto* node = std::get_if<NarrativeThing>(&thing.is);
        out += node != nullptr ? base::unmarked(narrative_text(composer, *node, piece.span, marked).text)
                               : shown(composer.world, thing, piece, composer.diagnostics).text;
    }
    return out;
}

}  // namespace compose
