// What says of a kept edition what it is: edition.yaml in its folder.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/source.h"
#include "base/value.h"

namespace compare {

/// The file of a manifest, in an edition's folder.
inline constexpr const char* manifest_file = "edition.yaml";
/// Where an edition keeps what was made of it, in its folder.
inline constexpr const char* outputs_folder = "out";
/// Where a project keeps its editions, in its folder.
inline constexpr const char* editions_folder = "editions";

/// Files by their path in a folder, with / between names, and their SHA-256.
using Digests = std::vector<std::pair<std::string, std::string>>;

struct Manifest {
    std::string name;      ///< 会議提出
    std::string version;   ///< of the kensho that made the outputs
    std::string year;      ///< evaluated, short: R5
    std::string date;      ///< 2024-09-30, as given; may be empty
    std::string reason;    ///< why it was made, as given; may be empty
    bool closed = false;   ///< published: what it says is changed by a correction only
    bool draft = false;    ///< made with --draft
    Digests inputs;        ///< in the order of reading
    Digests outputs;       ///< in the order of making
    base::Span span = {};  ///< of the file that was read
};

/// The file's text.
std::string to_yaml(const Manifest& manifest);

/// Faults go to `diagnostics`; nothing then.
std::optional<Manifest> read_manifest(const base::Value& tree, base::Diagnostics& diagnostics);

/// What stands in the one list and not in the other, or under another digest.
std::vector<std::string> changed_files(const Digests& before, const Digests& after);

}  // namespace compare
