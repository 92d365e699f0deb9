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

using NamedId = std::pair<std::string, std::string>;  ///< id; name, and what tells it from others

/// What completion and checks of an editor are to know; what could not be read is empty.
struct ProjectWords {
    std::vector<std::string> policies;
    std::vector<std::string> templates;
    std::vector<NamedId> indicators;
    std::vector<NamedId> activities;  ///< 取組指標 that have an id
    std::vector<NamedId> projects;
    std::vector<NamedId> fields;  ///< 市の項目 that are numbers
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
