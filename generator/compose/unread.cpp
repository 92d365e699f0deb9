// Keys of the narrative and pictures that are named and printed nowhere.
#include <algorithm>

#include "base/message.h"
#include "base/utf8.h"
#include "compose/compose.h"
#include "compose/thing.h"

namespace compose {

namespace {

using base::say;

/// The names that were asked for in vain beside a key.
std::vector<std::string_view> asked_beside(const std::string& path, const NarrativeUse& use) {
    std::vector<std::string_view> names;
    for (const std::string& asked : use.asked) {
        const bool beside = asked.starts_with(path + ".") && asked.find('.', path.size() + 1) == std::string::npos;
        if (beside) names.push_back(std::string_view(asked).substr(path.size() + 1));
    }
    return names;
}

/// A key that waits for its text loses nothing yet.
bool says_something(const base::Value& value) {
    if (value.is_scalar()) return !value.text.empty();
    return std::any_of(value.items.begin(), value.items.end(), says_something) ||
           std::any_of(value.entries.begin(), value.entries.end(),
                       [](const base::Value::Entry& entry) { return says_something(entry.value); });
}

void visit(const base::Value& node, const std::string& path, const NarrativeUse& use, base::Diagnostics& diagnostics) {
    for (const base::Value& item : node.items) visit(item, path, use, diagnostics);
    for (const base::Value::Entry& entry : node.entries) {
        // What the council is asked stands in the workbook.
        if (path == "narrative.council" && entry.key == "questions") continue;
        if (use.read.contains(&entry.value) || (path == "narrative" && entry.key == "council")) {
            visit(entry.value, path + "." + entry.key, use, diagnostics);
            continue;
        }
        if (!says_something(entry.value)) continue;
        const std::vector<std::string_view> names = asked_beside(path, use);
        const auto near = base::nearest(entry.key, names);
        diagnostics.warning("unread-key", entry.key_span, say("no page prints `{}`", entry.key),
                            near ? say("did you mean `{}`?", *near)
                                 : say("take it out, or look into docs/templates.md for what the template reads"));
    }
}

/// Whether something was typed for the field, and is it or a rate made of it on no page.
bool is_lost(const input::OwnField& field, const input::Inputs& inputs, const NarrativeUse& use) {
    const auto shown = [&](const input::OwnField& other) {
        const bool made_of = other.part == field.id || other.whole == field.id;
        return (other.id == field.id || made_of) && use.fields.contains(other.id);
    };
    if (std::any_of(inputs.own_fields.begin(), inputs.own_fields.end(), shown)) return false;
    const auto typed = [&](const auto& of) { return of.own.contains(field.id); };
    return std::any_of(inputs.projects.begin(), inputs.projects.end(), typed) ||
           std::any_of(inputs.strategy.measures.begin(), inputs.strategy.measures.end(), typed);
}

}  // namespace

void name_unread(const input::Inputs& inputs, const NarrativeUse& use, base::Diagnostics& diagnostics) {
    visit(inputs.narrative, "narrative", use, diagnostics);
    for (const auto& [name, place] : inputs.asset_places) {
        if (use.assets.contains(name)) continue;
        diagnostics.warning("unread-key", place, say("no page shows the picture `{}`", name),
                            say("take it out, or look into docs/templates.md for what the template reads"));
    }
    for (const input::OwnField& field : inputs.own_fields) {
        if (!is_lost(field, inputs, use)) continue;
        diagnostics.warning("unread-key", field.span, say("no page prints the field `{}`", field.id),
                            say("a template of your own can: docs/templates.md; the data of `kensho evaluate` has it"));
    }
}

}  // namespace compose
