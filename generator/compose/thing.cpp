#include "compose/thing.h"

#include <algorithm>

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
std::optional<Thing> find_member(const World& world, const T& of, std::string_view name) {
    for (const Member<T>& candidate : members(of)) {
        if (candidate.name == name) return candidate.get(world, of);
    }
    return std::nullopt;
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

Thing asset(const World& world, std::string_view name) {
    const std::string key(name);
    return world.inputs.assets.contains(key) ? text(key) : Thing{};
}

Thing output(const World& world, std::string_view name) {
    const auto& outputs = world.inputs.outputs;
    const auto found = std::find_if(outputs.begin(), outputs.end(), [&](const auto& o) { return o.volume == name; });
    return found == outputs.end() ? Thing{} : text(found->file);
}

}  // namespace

Things list_of(std::vector<Thing> things) { return std::make_shared<const std::vector<Thing>>(std::move(things)); }

Thing text(std::string printed) { return {Shown{std::move(printed), {}, {}, {}, false}}; }

Thing name(std::string printed) { return {Shown{std::move(printed), {}, {}, {}, true}}; }

Thing number(std::size_t count) { return {static_cast<std::int64_t>(count)}; }

std::optional<Thing> member(const World& world, const Thing* of, std::string_view name) {
    if (of == nullptr) return find_member(world, Whole{}, name);
    return std::visit(
        [&]<typename T>(const T& thing) -> std::optional<Thing> {
            if constexpr (std::is_same_v<T, std::monostate> || std::is_same_v<T, Missing>) return Thing{};
            if constexpr (std::is_same_v<T, NarrativeThing>) return Thing{narrative_member(thing, name)};
            if constexpr (std::is_same_v<T, AssetsThing>) return asset(world, name);
            if constexpr (std::is_same_v<T, OutputsThing>) return output(world, name);
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

std::vector<std::string_view> member_names([[maybe_unused]] const World& world, const Thing* of) {
    std::vector<std::string_view> names;
    if (of == nullptr) {
        add_names(Whole{}, names);
        return names;
    }
    std::visit(
        [&]<typename T>(const T& thing) {
            if constexpr (has_members<T>) add_names(thing, names);
            if constexpr (is_group<T>) add_names(TallyThing{nullptr}, names);
        },
        of->is);
    return names;
}

std::vector<Thing> items_of(const Thing& thing) {
    if (const auto* list = std::get_if<Things>(&thing.is)) return **list;
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
    if (const auto* goal = std::get_if<GoalThing>(&thing.is)) return &all.goals[goal->index];
    if (const auto* measure = std::get_if<MeasureThing>(&thing.is)) return &all.measures[measure->index];
    if (const auto* initiative = std::get_if<InitiativeThing>(&thing.is)) return &all.initiatives[initiative->index];
    if (std::holds_alternative<OverallThing>(thing.is)) return &all.overall;
    return nullptr;
}

const evaluate::Tally* tally_of(const World& world, const Thing& thing) {
    if (const auto* tally = std::get_if<TallyThing>(&thing.is)) return tally->tally;
    const evaluate::GroupAssessment* group = group_of(world, thing);
    return group == nullptr ? nullptr : &group->kpis_in(world.inputs.evaluated_year);
}

}  // namespace compose
