// Names in errata.yaml that neither edition knows: a slip of the pen there would leave a row in, or out, unseen.
#include <algorithm>

#include "compare/errata.h"

namespace compare {

namespace {

bool knows(const Edition& edition, const std::string& name) {
    if (edition.facts.contains(name) || edition.tables.contains(name)) return true;
    const auto is_sheet = [&](const Sheet& sheet) { return sheet.file == name; };
    const auto is_part = [&](const Part& part) {
        return part.origin == name || std::find(part.facts.begin(), part.facts.end(), name) != part.facts.end();
    };
    const auto is_volume = [&](const Volume& volume) {
        return volume.name == name || volume.file == name ||
               std::any_of(volume.parts.begin(), volume.parts.end(), is_part);
    };
    return std::any_of(edition.sheets.begin(), edition.sheets.end(), is_sheet) ||
           std::any_of(edition.volumes.begin(), edition.volumes.end(), is_volume);
}

}  // namespace

std::vector<NamedPlace> unknown_names(const Changes& changes, const Edition& before, const Edition& after,
                                      const Wishes& wishes) {
    std::vector<NamedPlace> unknown;
    for (const NamedPlace& each : wishes.names) {
        const bool cause = std::any_of(changes.causes.begin(), changes.causes.end(),
                                       [&](const Cause& of) { return of.path == each.name; });
        if (!cause && !knows(before, each.name) && !knows(after, each.name)) unknown.push_back(each);
    }
    return unknown;
}

}  // namespace compare
