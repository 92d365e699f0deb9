// The files of which a report is made, as a folder that needs nothing from outside.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "pipeline.h"

namespace kensho {

/// The files that a report of the project is made of: their place in an edition and the path that was read. What kensho
/// brings along lies in an edition as a project's own would, so that it is a project that needs nothing from outside.
std::vector<std::pair<std::string, std::string>> read_files(const Request& request, const Run& run);

/// The bytes of one of those files as the run read them.
std::string bytes_of(const Run& run, const std::string& path);

/// The same files with their bytes, to travel inside a PDF.
std::vector<base::Attachment> carried_files(const Request& request, const Run& run);

}  // namespace kensho
