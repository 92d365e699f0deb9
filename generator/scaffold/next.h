// The next year of a project, made from the year before: what is asked of the sections again is empty, what stays true
// is carried over. Nothing of the earlier year is touched; kensho.yaml is changed in place.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/source.h"
#include "base/value.h"
#include "input/inputs.h"
#include "scaffold/file.h"

namespace scaffold {

/// A file of the project as it was read.
struct SourceFile {
    std::string name;  ///< as kensho.yaml names it
    base::Value tree;
};

struct Project {
    SourceFile kensho;
    SourceFile actuals;  ///< of the evaluated year
    std::optional<SourceFile> narrative;
    std::vector<SourceFile> annex;
};

/// The files of the next year, and how much of it waits.
struct NextYear {
    base::Year year;
    std::vector<File> files;  ///< new ones; the last is kensho.yaml, to be put in place last
    std::size_t values = 0, activities = 0, results = 0, texts = 0;
    std::vector<std::string> news;  ///< what the plan says of the year, a line each
};

/// Nothing when a fault was reported: the plan has no next year, or a file cannot be rewritten.
std::optional<NextYear> next_year(const Project& project, const input::Inputs& inputs, const base::Sources& sources,
                                  base::Diagnostics& diagnostics);

}  // namespace scaffold
