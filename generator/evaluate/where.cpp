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

std::string line_of(const Spot& spot) {
    if (spot.page == 0) return fmt::format("  {}  {}!{}  {}\n", spot.file, spot.sheet, spot.cell, spot.words);
    return fmt::format("  {}  #{} ({})  {},{} {}x{}  {}\n", spot.file, spot.page, spot.label, points(spot.rect.x),
                       points(spot.rect.y), points(spot.rect.width), points(spot.rect.height), spot.words);
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

}  // namespace

std::string letters_of(const Context& context, const Address& address) {
    const auto said = formatted(context, get(context, address), {});
    const auto* letters = std::get_if<std::string>(&said);
    return letters == nullptr ? std::string{} : *letters;
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

std::string to_text(const std::vector<Followed>& facts) {
    std::string out;
    for (const Followed& fact : facts) {
        out += fact.name + (fact.says.empty() ? "" : "  " + fact.says);
        if (fact.otherwise) out += " -> " + (fact.otherwise->empty() ? "-" : *fact.otherwise);
        out += (fact.typed.empty() ? "" : "  " + fact.typed) + "\n";
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
        json["places"] = Json::array();
        for (const Spot& spot : fact.spots) json["places"].push_back(json_of(spot));
        all.push_back(std::move(json));
    }
    return all.dump(2) + "\n";
}

}  // namespace evaluate
