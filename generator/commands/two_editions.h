// Two states of a project, evaluated and laid out once each, side by side.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "compare/changes.h"
#include "pipeline.h"

namespace commands {

/// What was looked at, and what was seen.
struct State {
    kensho::Request request;
    std::unique_ptr<kensho::Run> run = std::make_unique<kensho::Run>();
    compare::Edition edition;
};

struct TwoEditions {
    State before, after;
    compare::Changes changes;
};

/// The word of the command line as a state: an edition's name, a folder, or for an empty one the working state. Faults
/// go to `run`; nothing then.
std::optional<State> state_of(const std::string& word, const kensho::Request& request, kensho::Run& run);

/// Looks at one. False when it cannot be made; its faults are in its run.
bool see_state(State& state);

/// The states of two words, both looked at, at once, and compared. Nothing where one cannot be made; its faults are in
/// `run`.
std::optional<TwoEditions> compared(const std::string& before, const std::string& after, const kensho::Request& request,
                                    kensho::Run& run);

/// Whether the project's template has a volume of that name.
bool has_volume(const input::Inputs& inputs, const std::string& volume);

/// The volume of the template that lists what changed (a tree as compare::to_tree() makes it), into the run's files.
/// False when there are faults, which are in the state's run.
bool make_listing(const base::Value& tree, const std::string& volume, const std::string& file, State& state);

/// What changed on the pages of the later state, volume by volume.
layout::Changes changed_areas(const TwoEditions& both);

}  // namespace commands
