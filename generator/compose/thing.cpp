#include "compose/thing.h"

#include <algorithm>

#include "compose/compose.h"
#include "compose/members.h"

namespace compose {

namespace {

template <typename T>
constexpr bool has_members = requires(const T& t) {
    members(t);
};

template <typename T>
constexpr bool is_group = std::is_same_v<T, GoalThing> || std::is_same_v<T, MeasureThing> ||
                          std::is_same_v<T, InitiativeThing> || std::is_same_v<T, OverallThing>;

template <typename T>
const Member<T>* find(const T& of, std::string_view name) {
    const Members<T>& table = members(of);
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const auto& member) { return member.name == name; });
    return found == table.end() ? nullptr : &*found;
}

template <typename T>
std::optional<Thing> find_member(const World& world, const T& of, std::string_view name) {
    const Member<T>* found = find(of, name);
    return found == nullptr ? std::nullopt : std::optional(found->get(world, of));
}

template <typename T>
std::optional<Kind> find_kind(const T& of, std::string_view name) {
    const Member<T>* found = find(of, name);
    return found == nullptr ? std::nullopt : std::optional(found->kind);
}

/// A thing of the kind with nothing in it: its type tells which names it has.
const Thing& empty_thing(Kind kind) {
    static const std::vector<Thing> all = []<typename... Ts>(const std::variant<Ts...>*) {
        return std::vector<Thing>{Thing{Ts{}}...};
    }(static_cast<const Thing::Is*>(nullptr));
    return all[kind.list ? one<Things>.alternative : kind.alternative];
}

template <typename T>
void add_names(const T& of, std::vector<std::string_view>& names) {
    for (const auto& candidate : members(of)) names.push_back(candidate.name);
}

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
    return world.inputs.assets.contains(key) ? text(key) : Thing{};
}

/// The file of an output; nothing of one that this project does not make, though its template could.
std::optional<Thing> output(const World& world, std::string_view name) {
    const auto& outputs = world.inputs.outputs;
    const auto found = std::find_if(outputs.begin(), outputs.end(), [&](const auto& o) { return o.volume == name; });
    if (found != outputs.end()) return text(found->file);
    const auto& files = world.inputs.template_files;
    const bool known = std::any_of(files.begin(), files.end(), [&](const auto& file) { return file.name == name; });
    return known ? std::optional(Thing{}) : std::nullopt;
}

/// A goal, measure, initiative or the whole; the whole then stands for it.
bool is_unseen_group(const Thing& thing) {
    return is_a<GoalThing>(thing) || is_a<MeasureThing>(thing) || is_a<InitiativeThing>(thing) ||
           is_a<OverallThing>(thing);
}

/// The kind of a member, told from the kind of its owner.
std::optional<Kind> member_kind(const World& world, Kind of, std::string_view name) {
    const bool any = of.alternative == anything.alternative && !of.list;
    if (any || name.find(hole) != std::string_view::npos) return anything;
    if (of.list && name != "count")
        return find(Things{}, name) == nullptr ? std::nullopt : std::optional(Kind{of.alternative});
    return std::visit(
        [&]<typename T>(const T& thing) -> std::optional<Kind> {
            if constexpr (std::is_same_v<T, NarrativeThing>) return one<NarrativeThing>;
            if constexpr (std::is_same_v<T, AssetsThing>) return a_text;
            if constexpr (std::is_same_v<T, OutputsThing>) {
                return output(world, name) ? std::optional(a_text) : std::nullopt;
            }
            std::optional<Kind> kind;
            if constexpr (has_members<T>) kind = find_kind(thing, name);
            if constexpr (is_group<T>) {
                if (!kind) kind = find_kind(TallyThing{nullptr}, name);
            }
            return kind;
        },
        empty_thing(of).is);
}

std::optional<Thing> unseen(std::optional<Kind> kind) {
    return kind ? std::optional(Thing{Unseen{*kind}}) : std::nullopt;
}

}  // namespace

bool may_be_same(std::string_view a, std::string_view b) {
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

Things list_of(std::vector<Thing> things) { return std::make_shared<const std::vector<Thing>>(std::move(things)); }

Thing text(std::string printed) { return {Shown{std::move(printed), {}, {}, {}, false}}; }

Thing name(std::string printed) { return {Shown{std::move(printed), {}, {}, {}, true}}; }

Thing number(std::size_t count) { return {static_cast<std::int64_t>(count)}; }

std::optional<Thing> member(const World& world, const Thing* of, std::string_view name) {
    if (of == nullptr) {
        return world.checking ? unseen(find_kind(Whole{}, name)) : find_member(world, Whole{}, name);
    }
    return std::visit(
        [&]<typename T>(const T& thing) -> std::optional<Thing> {
            if constexpr (std::is_same_v<T, std::monostate> || std::is_same_v<T, Missing>) return Thing{};
            if constexpr (std::is_same_v<T, NarrativeThing>) return Thing{asked(world, narrative_member(thing, name))};
            if constexpr (std::is_same_v<T, AssetsThing>) return asset(world, name);
            if constexpr (std::is_same_v<T, OutputsThing>) return output(world, name);
            if constexpr (std::is_same_v<T, Unseen>) return unseen(member_kind(world, thing.kind, name));
            if constexpr (has_members<T>) {
                std::optional<Thing> found = find_member(world, thing, name);
                if constexpr (is_group<T>) {
                    const evaluate::Tally* tally = tally_of(world, {thing});
                    if (!found) found = find_member(world, TallyThing{tally}, name);
                }
                return found;
            }
            return std::nullopt;
        },
        of->is);
}

std::vector<std::string_view> member_names(const World& world, const Thing* of) {
    std::vector<std::string_view> names;
    if (of == nullptr) {
        add_names(Whole{}, names);
        return names;
    }
    const auto* unseen = std::get_if<Unseen>(&of->is);
    std::visit(
        [&]<typename T>(const T& thing) {
            if constexpr (std::is_same_v<T, OutputsThing>) {
                for (const auto& file : world.inputs.template_files) names.emplace_back(file.name);
            }
            if constexpr (has_members<T>) add_names(thing, names);
            if constexpr (is_group<T>) add_names(TallyThing{nullptr}, names);
        },
        unseen == nullptr ? of->is : empty_thing(unseen->kind).is);
    return names;
}

std::vector<Thing> items_of(const Thing& thing) {
    if (const auto* list = std::get_if<Things>(&thing.is)) return **list;
    if (const auto* unseen = std::get_if<Unseen>(&thing.is)) return {{Unseen{{unseen->kind.alternative}}}};
    if (std::holds_alternative<std::monostate>(thing.is) || std::holds_alternative<Missing>(thing.is)) return {};
    const auto* node = std::get_if<NarrativeThing>(&thing.is);
    if (node == nullptr || node->value == nullptr || !node->value->is_list()) return {thing};
    std::vector<Thing> things;
    for (std::size_t i = 0; i < node->value->items.size(); ++i) {
        things.push_back(
            {NarrativeThing{&node->value->items[i], node->path + "." + std::to_string(i + 1), node->value}});
    }
    return things;
}

const evaluate::GroupAssessment* group_of(const World& world, const Thing& thing) {
    const evaluate::Assessment& all = world.assessment;
    if (std::holds_alternative<Unseen>(thing.is)) return is_unseen_group(thing) ? &all.overall : nullptr;
    if (const auto* goal = std::get_if<GoalThing>(&thing.is)) return &all.goals[goal->index];
    if (const auto* measure = std::get_if<MeasureThing>(&thing.is)) return &all.measures[measure->index];
    if (const auto* initiative = std::get_if<InitiativeThing>(&thing.is)) return &all.initiatives[initiative->index];
    if (std::holds_alternative<OverallThing>(thing.is)) return &all.overall;
    return nullptr;
}

const evaluate::Tally* tally_of(const World& world, const Thing& thing) {
    if (const auto* tally = std::get_if<TallyThing>(&thing.is)) return tally->tally;
    if (std::holds_alternative<Unseen>(thing.is) && is_a<TallyThing>(thing)) return &world.assessment.overall.kpis[0];
    const evaluate::GroupAssessment* group = group_of(world, thing);
    return group == nullptr ? nullptr : &group->kpis_in(world.inputs.evaluated_year);
}

}  // namespace compose
