// Spots of PDFs show page and rectangle, those of sheets their cell; a page number 0 tells them apart.
#include "evaluate/where.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "evaluate/format.h"

namespace evaluate {

namespace {

using Json = nlohmann::ordered_json;

/// Points with one decimal: 72.5.
std::string points(base::Length length) {
    const std::int64_t tenths = (length.value + 50) / 100;
    return fmt::format("{}.{}", tenths / 10, tenths % 10);
}

/// Every figure of the plan and the annex, copies and all.
template <typename Use>
void for_each_figure(input::Inputs& inputs, Use use) {
    for (input::Indicator& indicator : inputs.strategy.indicators) {
        for (auto& [year, figure] : indicator.actuals) use(figure);
        for (auto& [year, target] : indicator.targets) {
            if (target.original) use(*target.original);
            for (input::RevisedTarget& revision : target.revised) use(revision.figure);
        }
        if (indicator.baseline) use(*indicator.baseline);
    }
    for (input::Project& project : inputs.projects) {
        for (input::ActivityIndicator& activity : project.indicators) {
            for (auto& [year, figure] : activity.actuals) use(figure);
        }
    }
}

/// A number among the city's own fields.
input::OwnValue* typed_own(input::Inputs& inputs, const Address& address) {
    constexpr std::string_view own = "own.";
    if (!address.name.starts_with(own)) return nullptr;
    const bool project = address.subject.topic == Topic::project;
    if (!project && address.subject.topic != Topic::measure) return nullptr;
    input::OwnValues& values =
        project ? inputs.projects[address.subject.index].own : inputs.strategy.measures[address.subject.index].own;
    const auto found = values.find(address.name.substr(own.size()));
    return found == values.end() || !found->second.number ? nullptr : &found->second;
}

std::string line_of(const Spot& spot) {
    if (spot.page == 0) return fmt::format("  {}  {}!{}  {}\n", spot.file, spot.sheet, spot.cell, spot.words);
    return fmt::format("  {}  #{} ({})  {},{} {}x{}  {}\n", spot.file, spot.page, spot.label, points(spot.rect.x),
                       points(spot.rect.y), points(spot.rect.width), points(spot.rect.height), spot.words);
}

/// The paper, who gave the value and who agreed.
std::string line_of(const input::Evidence& evidence) {
    std::string out = "  < " + evidence.paper;
    for (const std::string& each : {evidence.digest.substr(0, 12), evidence.given_by, evidence.agreed_by}) {
        if (!each.empty()) out += "  " + each;
    }
    return out + "\n";
}

Json json_of(const Spot& spot) {
    Json json;
    json["file"] = spot.file;
    if (spot.page == 0) {
        json["sheet"] = spot.sheet;
        json["cell"] = spot.cell;
    } else {
        const base::Rect& r = spot.rect;
        json["page"] = spot.page;
        json["label"] = spot.label;
        json["rectangle"] = {r.x.value, r.y.value, r.width.value, r.height.value};
    }
    json["words"] = spot.words;
    return json;
}

Json json_of(const input::Evidence& evidence) {
    return {{"paper", evidence.paper},
            {"digest", evidence.digest},
            {"given_by", evidence.given_by},
            {"agreed_by", evidence.agreed_by}};
}

}  // namespace

std::string letters_of(const Context& context, const Address& address) {
    const auto said = formatted(context, get(context, address), {});
    const auto* printed = std::get_if<Printed>(&said);
    return printed == nullptr ? std::string{} : printed->text;
}

input::Figure* typed_figure(input::Inputs& inputs, const Address& address) {
    const Subject& subject = address.subject;
    const auto in = [&](std::map<base::Year, input::Figure>& figures) {
        const auto found = figures.find(subject.year);
        return found == figures.end() ? nullptr : &found->second;
    };
    if (subject.topic == Topic::activity && address.name == "actual") {
        return in(inputs.projects[subject.index].indicators[subject.part].actuals);
    }
    if (subject.topic != Topic::indicator) return nullptr;
    input::Indicator& indicator = inputs.strategy.indicators[subject.index];
    if (address.name == "actual") return in(indicator.actuals);
    if (address.name == "baseline") return indicator.baseline ? &*indicator.baseline : nullptr;
    const auto target = indicator.targets.find(subject.year);
    if (address.name != "target" || target == indicator.targets.end()) return nullptr;
    const input::Figure* in_force = target->second.in_force(inputs.evaluated_year);
    for (input::RevisedTarget& revision : target->second.revised) {
        if (&revision.figure == in_force) return &revision.figure;
    }
    return target->second.original ? &*target->second.original : nullptr;
}

bool retype(input::Inputs& inputs, const Address& address, const base::Decimal& number) {
    if (input::OwnValue* own = typed_own(inputs, address)) {
        own->number = number;
        return true;
    }
    const input::Figure* typed = typed_figure(inputs, address);
    if (typed == nullptr) return false;
    const base::Span place = typed->span;
    for_each_figure(inputs, [&](input::Figure& figure) {
        if (figure.span != place) return;
        figure.amount = number;
        figure.words.clear();
        figure.aim.reset();
    });
    return true;
}

std::string to_text(const std::vector<Followed>& facts) {
    std::string out;
    for (const Followed& fact : facts) {
        out += fact.name + (fact.says.empty() ? "" : "  " + fact.says);
        if (fact.otherwise) out += " -> " + (fact.otherwise->empty() ? "-" : *fact.otherwise);
        out += (fact.typed.empty() ? "" : "  " + fact.typed) + "\n";
        if (fact.evidence) out += line_of(*fact.evidence);
        for (const Spot& spot : fact.spots) out += line_of(spot);
    }
    return out;
}

std::string to_json(const std::vector<Followed>& facts) {
    Json all = Json::array();
    for (const Followed& fact : facts) {
        Json json;
        json["fact"] = fact.name;
        json["says"] = fact.says;
        if (fact.otherwise) json["otherwise"] = *fact.otherwise;
        if (!fact.typed.empty()) json["typed"] = fact.typed;
        if (fact.evidence) json["source"] = json_of(*fact.evidence);
        json["places"] = Json::array();
        for (const Spot& spot : fact.spots) json["places"].push_back(json_of(spot));
        all.push_back(std::move(json));
    }
    return all.dump(2) + "\n";
}

}  // namespace evaluate
