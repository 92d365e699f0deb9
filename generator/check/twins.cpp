// The same thing typed twice, where one could refer to the other: with another value one of them is wrong.
#include <map>

#include "base/message.h"
#include "base/utf8.h"
#include "check/activities.h"
#include "check/kinds.h"

namespace check {

namespace {

using base::say;
using input::Figure;

/// Name and unit without blanks, and full-width signs as half-width ones.
std::string likeness(const std::string& name, const std::string& unit) {
    std::string result = name + "\n" + unit;
    const std::pair<std::string_view, std::string_view> same[] = {
        {"　", ""}, {" ", ""}, {"（", "("}, {"）", ")"}, {"％", "%"}};
    for (const auto& [from, to] : same) {
        for (std::size_t at = result.find(from); at != std::string::npos; at = result.find(from, at)) {
            result.replace(at, from.size(), to);
        }
    }
    return result;
}

/// Either an indicator of the strategy or one of the annex.
struct Typed {
    std::string id;  ///< may be empty
    bool kpi = false;
    const Figure* now = nullptr;
};

const Figure* value_in(const std::map<base::Year, Figure>& figures, base::Year year) {
    const auto found = figures.find(year);
    return found == figures.end() ? nullptr : &found->second;
}

std::string words(const Figure* figure) {
    if (figure == nullptr) return say("nothing");
    return figure->amount ? shown(*figure) : figure->words;
}

bool differ(const Figure* a, const Figure* b) {
    if (a == nullptr || b == nullptr) return a != b;
    if (!a->amount || !b->amount) return a->words != b->words;
    return base::Ratio(*a->amount) != base::Ratio(*b->amount);
}

void raise(const input::ActivityIndicator& activity, const Typed& first, const Figure* now, Doubts& doubts) {
    const bool other = differ(first.now, now);
    const char* message =
        first.kpi ? (other ? base::to_translate("{0} is a KPI's name and unit, but its value here is {1}, there {2}")
                           : base::to_translate("{0} is a KPI's name and unit, and its value is typed twice"))
                  : (other ? base::to_translate("{0} stands twice in the annex, with {1} here and {2} there")
                           : base::to_translate("{0} stands twice in the annex, and its value is typed twice"));
    const std::string hint = first.kpi ? say("if it is the same, write `kpi: {}` and no value", first.id)
                             : first.id.empty()
                                 ? say("if it is the same, give the other an `id` and write `same_as` here")
                                 : say("if it is the same, write `same_as: {}` and no value", first.id);
    doubts.at("twin", activity.span, activity.silenced, say(message, activity.name, words(now), words(first.now)),
              hint + say("; if not: silence: {{twin: the reason}}"));
}

/// 第１期短期再編プログラムの進捗率 of a KPI 公共施設個別施設計画に基づく第１期短期再編プログラムの進捗率: so long an
/// end is no chance. Null where no KPI or several end so.
const Typed* shortened(const std::map<std::string, Typed>& seen, const std::string& name) {
    constexpr std::size_t letters = 10;
    const Typed* found = nullptr;
    for (const auto& [other, typed] : seen) {
        if (!typed.kpi || !other.ends_with(name) || base::decode(name.substr(0, name.find('\n'))).size() < letters)
            continue;
        if (found != nullptr) return nullptr;
        found = &typed;
    }
    return found;
}

}  // namespace

void check_twins(Doubts& doubts) {
    const input::Inputs& inputs = doubts.inputs();
    std::map<std::string, Typed> seen;
    for (const input::Indicator& indicator : inputs.strategy.indicators) {
        if (!indicator.reprint_of.empty()) continue;
        seen.try_emplace(likeness(indicator.name, indicator.unit),
                         Typed{indicator.id, true, value_in(indicator.actuals, inputs.evaluated_year)});
    }
    for_each_activity(inputs, [&](const input::ActivityIndicator& activity) {
        const Figure* now = value_in(activity.actuals, inputs.evaluated_year);
        const std::string name = likeness(activity.name, activity.unit);
        const Typed* kpi = shortened(seen, name);
        const auto [first, is_new] = seen.try_emplace(name, Typed{activity.id, false, now});
        if (!is_new)
            raise(activity, first->second, now, doubts);
        else if (kpi != nullptr)
            raise(activity, *kpi, now, doubts);
    });
}

}  // namespace check
