// Where the editions of a project lie, and how one is found by its name.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "compare/errata.h"
#include "compare/manifest.h"
#include "pipeline.h"

namespace commands {

/// A kept edition and its folder, which is a project folder of its own.
struct Kept {
    std::filesystem::path folder;
    compare::Manifest manifest;
};

/// The names of the project's editions, in alphabetical order.
std::vector<std::string> edition_names(const std::filesystem::path& project);

/// The manifest in a folder; nothing where there is none, or where it is faulty, which is reported.
std::optional<Kept> kept_in(const std::filesystem::path& folder, kensho::Run& run);

/// The project's editions by date, those without one first.
std::vector<Kept> kept_editions(const std::filesystem::path& project, kensho::Run& run);

/// What an officer says of a correction, in the project's errata.yaml; all empty where there is none. Faults go to
/// `run`.
compare::Wishes wishes_of(const std::filesystem::path& project, kensho::Run& run);

/// The folder that a word of the command line means: a path to a project folder, else the edition of that name.
/// Reports where there is neither; nothing then.
std::optional<std::filesystem::path> edition_folder(const std::string& word, const std::filesystem::path& project,
                                                    kensho::Run& run);

/// Says of a build of an edition where it cannot give the bytes that were kept: another version, or changed inputs.
void note_edition(const kensho::Request& request, kensho::Run& run);

}  // namespace commands
