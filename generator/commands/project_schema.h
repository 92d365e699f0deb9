// Schemas for editors that know a project: its policies and templates, the ids of its indicators, the facts that its
// texts can show. Each stands upon the shipped one of the same name, which knows the keys.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "commands/known_facts.h"
#include "pipeline.h"

namespace commands {

/// What completion and checks of an editor are to know; what could not be read is empty.
struct ProjectWords {
    std::vector<std::string> policies;
    std::vector<std::string> templates;
    std::vector<std::pair<std::string, std::string>> indicators;  ///< id; name, unit and section
    std::vector<KnownFact> facts;
};

/// The names of schemas: kensho, strategy, year, narrative, projects, policy, template, style, workbook.
const std::vector<std::string>& schema_names();

/// The schema of that name; `base` is where the shipped ones lie, as an editor finds them: "base/", "file:///…/".
std::string project_schema(const std::string& name, const std::string& base, const ProjectWords& words);

/// Writes them all into the folder `schema` of the project, above copies of the shipped ones, so that the folder works
/// on any machine; returns how many there are.
std::size_t write_schemas(const kensho::Request& request);

}  // namespace commands
