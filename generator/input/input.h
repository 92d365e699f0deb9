// Reads a project folder.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "base/kept.h"
#include "base/source.h"
#include "base/value.h"
#include "input/inputs.h"

namespace input {

/// Where the program's own files are: templates/, config/, fonts/.
struct Home {
    std::filesystem::path root;
};

/// A file as it was parsed, and what was wrong with it.
struct ParsedFile {
    std::optional<base::Value> tree;
    base::Diagnostics diagnostics;
};
/// By the number of the file among the sources, which its places bear, and its content.
using ParsedFiles = base::Kept<ParsedFile>;

struct Options {
    std::string policy;  ///< judges in place of the project's, whose words stay: "what if"
    bool draft = false;
    ParsedFiles* kept = nullptr;  ///< of runs before and for runs to come
    std::size_t threads = 2;      ///< that parse at a time
};

/// Reads kensho.yaml of the folder and everything it names. All faults go to `diagnostics`; the Inputs are whole only
/// when it has no errors. Returned behind a pointer, so that places and pointers into it stay good.
std::unique_ptr<Inputs> read_project(const std::filesystem::path& folder, const Home& home, const Options& options,
                                     base::Sources& sources, base::Diagnostics& diagnostics);

/// The eras of config/eras.yaml.
base::Eras read_eras_file(const Home& home, base::Sources& sources, base::Diagnostics& diagnostics);

/// Whether a text is a day that exists: 2024-09-01.
bool is_date(const std::string& text);

/// One YAML file as a tree: for fonts, character classes, specimens.
base::Value read_tree(const std::filesystem::path& path, base::Sources& sources, base::Diagnostics& diagnostics,
                      ParsedFiles* kept = nullptr);

}  // namespace input
