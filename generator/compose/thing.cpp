// Members of things by their kind; in a check they have a form without content, and holes match any letters.
#include "compose/thing.h"

#include <algorithm>

#include "compose/compose.h"

namespace compose {

namespace {

using evaluate::Content;
using evaluate::Form;
using evaluate::Reached;
using evaluate::Subject;
using evaluate::Topic;

constexpr Form a_flag{Form::Is::flag}, an_ordinal{Form::Is::ordinal}, a_text{Form::Is::words};

const Content* content_of(const Thing& thing) {
    const auto* reached = std::get_if<Reached>(&thing.is);
    return reached == nullptr || !reached->content ? nullptr : &*reached->content;
}

Thing said(Form form, Content content) { return {Reached{form, std::move(content), {}}}; }

/// In a check only the form is known.
Thing said(const World& world, Form form, Content content) {
    return world.checking ? Thing{Reached{form, std::nullopt, {}}} : said(form, std::move(content));
}

Thing words(const World& world, std::string text) { return said(world, a_text, {evaluate::Words{std::move(text)}}); }

NarrativeThing narrative_member(const NarrativeThing& of, std::string_view name) {
    NarrativeThing found{nullptr, of.path + "." + std::string(name), of.nearest};
    if (of.value == nullptr || !of.value->is_map()) return found;
    found.nearest = of.value;
    found.value = of.value->find(name);
    return found;
}

NarrativeThing asked(const World& world, NarrativeThing found) {
    if (world.use == nullptr) return found;
    if (found.value != nullptr) {
        world.use->read.insert(found.value);
    } else {
        world.use->asked.insert(found.path);
    }
    return found;
}

Thing asset(const World& world, std::string_view name) {
    const std::string key(name);
    return world.checking || world.inputs.assets.contains(key) ? words(world, key) : nothing();
}

/// The file of an output; nothing of one that this project does not make, though its template could.
std::optional<Thing> output(const World& world, std::string_view name) {
    const auto& outputs = world.inputs.outputs;
    const auto found = std::find_if(outputs.begin(), outputs.end(), [&](const auto& o) { return o.volume == name; });
    if (found != outputs.end()) return words(world, found->file);
    const auto& files = world.inputs.template_files;
    const bool known = std::any_of(files.begin(), files.end(), [&](const auto& file) { return file.name == name; });
    if (!known) return std::nullopt;
    return world.checking ? words(world, "") : nothing();
}

std::optional<Thing> draft(const World& world, std::string_view name) {
    if (name == "date") return words(world, world.draft_date);
    if (name == "digest") return said(world, a_text, {evaluate::Words{world.inputs.digest.substr(0, 8), true}});
    return std::nullopt;
}

std::optional<Thing> loop(const World& world, const LoopThing& turn, std::string_view name) {
    const bool first = turn.index == 0;
    const bool last = turn.index + 1 == turn.count;
    if (name == "number") return said(world, an_ordinal, {static_cast<std::int64_t>(turn.index) + 1});
    if (name == "count") return said(world, an_ordinal, {static_cast<std::int64_t>(turn.count)});
    if (name == "head") return words(world, first ? "-first" : "");
    if (name == "edge") return words(world, last ? "-last" : "");
    if (name == "first") return words(world, first ? "first" : "");
    if (name == "last") return words(world, last ? "last" : "");
    return std::nullopt;
}

bool is_group(Topic topic) {
    return topic == Topic::overall || topic == Topic::goal || topic == Topic::measure || topic == Topic::initiative;
}

/// In a check the whole stands for every group.
bool is_unseen(const Thing& thing, bool sets) {
    const auto* reached = std::get_if<Reached>(&thing.is);
    if (reached == nullptr || reached->content) return false;
    const Form& form = reached->form;
    const bool set = sets && form.topic == Topic::indicators;
    return form.is == Form::Is::anything ||
           (form.is == Form::Is::subject && !form.list && (is_group(form.topic) || set));
}

bool is_nothing(const Content& content) {
    return std::holds_alternative<std::monostate>(content.is) || std::holds_alternative<evaluate::Missing>(content.is);
}

}  // namespace

bool may_be_same(std::string_view a, std::string_view b) {
    // What stands before the first hole of either is the same in both.
    const std::size_t plain = std::min(std::min(a.find(hole), a.size()), std::min(b.find(hole), b.size()));
    if (a.substr(0, plain) != b.substr(0, plain)) return false;
    // What stays open after each letter of `a`: the places in `b` it may have reached.
    std::vector<char> reached(b.size() + 1, 0);
    const auto pass_holes = [&] {
        for (std::size_t i = 0; i < b.size(); ++i) reached[i + 1] |= static_cast<char>(reached[i] && b[i] == hole);
    };
    reached[0] = 1;
    pass_holes();
    for (const char letter : a) {
        std::vector<char> next(b.size() + 1, 0);
        for (std::size_t i = 0; i <= b.size(); ++i) {
            if (letter == hole) {
                next[i] |= reached[i];
                if (i < b.size()) next[i + 1] |= next[i];
            } else if (i < b.size() && reached[i]) {
                next[i] |= static_cast<char>(b[i] == hole);
                next[i + 1] |= static_cast<char>(b[i] == letter || b[i] == hole);
            }
        }
        reached = std::move(next);
        pass_holes();
    }
    return reached[b.size()] != 0;
}

Thing text(std::string printed) { return said(a_text, {evaluate::Words{std::move(printed)}}); }

Thing nothing() { return said({}, {}); }

bool is_a(const Thing& thing, Form::Is is, Topic topic) {
    const auto* reached = std::get_if<Reached>(&thing.is);
    if (reached == nullptr || reached->form.list) return false;
    const Form& form = reached->form;
    return form.is == Form::Is::anything || (form.is == is && (is != Form::Is::subject || form.topic == topic));
}

const Subject* subject_of(const Thing& thing) {
    const Content* content = content_of(thing);
    return content == nullptr ? nullptr : std::get_if<Subject>(&content->is);
}

std::optional<base::Ratio> number_of(const Thing& thing) {
    const Content* content = content_of(thing);
    if (content == nullptr) return std::nullopt;
    if (const auto* whole = std::get_if<std::int64_t>(&content->is)) return base::Ratio(*whole);
    const auto number = evaluate::number_of(*content);
    return number ? std::optional(base::Ratio(*number)) : std::nullopt;
}

std::optional<Thing> own_member(const World& world, const Thing& of, std::string_view name) {
    return std::visit(
        [&]<typename T>(const T& thing) -> std::optional<Thing> {
            if constexpr (std::is_same_v<T, NarrativeThing>) return Thing{asked(world, narrative_member(thing, name))};
            if constexpr (std::is_same_v<T, AssetsThing>) return asset(world, name);
            if constexpr (std::is_same_v<T, OutputsThing>) return output(world, name);
            if constexpr (std::is_same_v<T, DraftThing>) return draft(world, name);
            if constexpr (std::is_same_v<T, LoopThing>) return loop(world, thing, name);
            return std::nullopt;
        },
        of.is);
}

std::optional<Thing> own_name(const World& world, std::string_view name) {
    if (name == "narrative") {
        const base::Value* tree = world.checking ? nullptr : &world.inputs.narrative;
        return Thing{NarrativeThing{tree, "narrative", tree}};
    }
    if (name == "errata") {
        const base::Value* tree = world.checking ? nullptr : world.errata;
        return Thing{NarrativeThing{tree, "errata", tree}};
    }
    if (name == "assets") return Thing{AssetsThing{}};
    if (name == "outputs") return Thing{OutputsThing{}};
    if (name == "draft") return Thing{DraftThing{}};
    return std::nullopt;
}

std::vector<std::string> own_names(const World& world, const Thing* of) {
    if (of == nullptr) return {"narrative", "errata", "assets", "outputs", "draft"};
    if (std::holds_alternative<DraftThing>(of->is)) return {"date", "digest"};
    if (std::holds_alternative<LoopThing>(of->is)) return {"number", "count", "head", "edge", "first", "last"};
    std::vector<std::string> names;
    if (std::holds_alternative<OutputsThing>(of->is)) {
        for (const auto& file : world.inputs.template_files) names.push_back(file.name);
    }
    return names;
}

bool is_unreported(const Thing& thing) {
    const Content* content = content_of(thing);
    const auto* missing = content == nullptr ? nullptr : std::get_if<evaluate::Missing>(&content->is);
    return missing != nullptr && missing->unreported;
}

bool has_value(const World& world, const Thing& thing) {
    const Content* content = content_of(thing);
    if (content == nullptr) return truth(world, thing);
    const auto* subject = std::get_if<Subject>(&content->is);
    const bool figure = subject != nullptr && subject->topic == Topic::figure;
    return figure ? subject->figure->amount.has_value() : !is_nothing(*content);
}

bool truth(const World& world, const Thing& thing) {
    if (std::holds_alternative<DraftThing>(thing.is)) return world.draft;
    if (const auto* node = std::get_if<NarrativeThing>(&thing.is)) {
        return node->value != nullptr && !node->value->is_empty();
    }
    const Content* content = content_of(thing);
    if (content == nullptr) return true;
    return std::visit(
        [&]<typename T>(const T& is) -> bool {
            if constexpr (std::is_same_v<T, bool>) return is;
            if constexpr (std::is_same_v<T, std::monostate> || std::is_same_v<T, evaluate::Missing>) return false;
            if constexpr (std::is_same_v<T, std::int64_t>) return is != 0;
            if constexpr (std::is_same_v<T, evaluate::Number>) {
                return is.as != evaluate::Number::As::count || is.value.digits != "0";
            }
            if constexpr (std::is_same_v<T, evaluate::Words>) return !is.text.empty();
            if constexpr (std::is_same_v<T, evaluate::List>) return !is->empty();
            if constexpr (std::is_same_v<T, Subject>) {
                const bool set = is.topic == Topic::indicators || is.topic == Topic::selection;
                return !set || !evaluate::indicators_of(world.context(), is).empty();
            }
            return true;
        },
        content->is);
}

std::vector<Thing> items_of(const World& world, const Thing& thing) {
    std::vector<Thing> things;
    if (const auto* node = std::get_if<NarrativeThing>(&thing.is)) {
        if (node->value == nullptr || !node->value->is_list()) return {thing};
        for (std::size_t i = 0; i < node->value->items.size(); ++i) {
            things.push_back(
                {NarrativeThing{&node->value->items[i], node->path + "." + std::to_string(i + 1), node->value}});
        }
        return things;
    }
    const auto* reached = std::get_if<Reached>(&thing.is);
    if (reached == nullptr) return {thing};
    const Form form = evaluate::item_form(reached->form);
    if (!reached->content) return {{Reached{form, std::nullopt, {}}}};
    if (is_nothing(*reached->content)) return {};
    for (Content& item : evaluate::items_of(world.context(), *reached->content)) {
        things.push_back(said(form, std::move(item)));
    }
    return things;
}

const evaluate::GroupAssessment* group_of(const World& world, const Thing& thing) {
    if (is_unseen(thing, false)) return &world.assessment.overall;
    const Subject* subject = subject_of(thing);
    return subject == nullptr ? nullptr : evaluate::group_of(world.context(), *subject);
}

const evaluate::Tally* tally_of(const World& world, const Thing& thing) {
    if (is_unseen(thing, true)) return &world.assessment.overall.kpis[0];
    const Subject* subject = subject_of(thing);
    return subject == nullptr ? nullptr : evaluate::tally_of(world.context(), *subject);
}

}  // namespace compose
