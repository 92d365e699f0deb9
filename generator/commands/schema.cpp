// kensho schema: what an editor needs to help with this project's files.
#include <iostream>
#include <memory>

#include "base/exchange.h"
#include "base/made.h"
#include "base/message.h"
#include "commands/command.h"
#include "commands/manner.h"
#include "commands/print_schema.h"
#include "commands/project_folder.h"
#include "commands/project_schema.h"
#include "commands/terminal.h"
#include "compose/keys.h"
#include "input/input.h"
#include "input/keys.h"
#include "input/shipped.h"
#include "text/keys.h"
#include "workbook/keys.h"

namespace commands {

namespace fs = std::filesystem;

using base::say;

namespace {

struct SchemaArguments {
    fs::path project;
    std::string name;
};

/// What can be read of the project, faults or not: an editor helps with unfinished files.
ProjectWords words_of(const kensho::Request& request) {
    ProjectWords words;
    words.policies = input::policy_names(request.project, request.home.root);
    words.templates = input::template_names(request.project, request.home.root);
    kensho::Run run;
    const bool good = kensho::read_and_evaluate(request, run, no_progress);
    for (const input::Indicator& indicator : run.inputs->strategy.indicators) {
        std::string about = indicator.name;
        if (!indicator.unit.empty()) about += "（" + indicator.unit + "）";
        if (!indicator.section.empty()) about += "　" + indicator.section;
        words.indicators.emplace_back(indicator.id, about);
    }
    for (const input::Project& project : run.inputs->projects) {
        if (!project.id.empty() && !project.reprint_of) words.projects.emplace_back(project.id, project.name);
        for (const input::ActivityIndicator& activity : project.indicators) {
            if (activity.id.empty() || activity.kpi || activity.same_as) continue;
            words.activities.emplace_back(activity.id, activity.name + "　" + project.name);
        }
    }
    for (const input::OwnField& field : run.inputs->own_fields) {
        if (field.is == input::OwnField::Is::number) words.fields.emplace_back(field.id, field.name);
    }
    if (good || run.assessment != nullptr) words.facts = known_facts(*run.assessment);
    return words;
}

/// What stands in config/schema, too.
std::vector<base::OutputFile> shipped_schemas(const fs::path& home) {
    base::Sources sources;
    base::Diagnostics faults_of_no_project;
    const base::Value usual = input::read_tree(home / "config" / "workbook.yaml", sources, faults_of_no_project);
    const workbook::WorkbookKeys workbook = workbook::workbook_keys(usual);
    const std::pair<const char*, base::Schema> all[] = {
        {"common", input::common_schema}, {"kensho", input::kensho_schema},       {"strategy", input::strategy_schema},
        {"year", input::year_schema},     {"narrative", input::narrative_schema}, {"projects", input::projects_schema},
        {"policy", input::policy_schema}, {"template", compose::template_schema}, {"style", compose::style_schema},
        {"workbook", workbook.schema()},  {"fonts", text::fonts_schema}};
    std::vector<base::OutputFile> files;
    for (const auto& [name, schema] : all) {
        files.push_back({"schema/base/" + std::string(name) + ".schema.json", print_schema(schema)});
    }
    return files;
}

int run_schema(const SchemaArguments& told, kensho::Request request) {
    request.project = project_folder(told.project);
    request.draft = true;
    if (told.name.empty()) {
        const std::size_t count = write_schemas(request);
        if (!manner().talks()) return done;
        std::cout << say("made in {0}: {1}", (request.project / "schema").generic_string(), say("{} schemas", count))
                  << "\n"
                  << say("each file of the project names its schema in its first line, as kensho new writes it:")
                  << "\n"
                  << "# yaml-language-server: $schema=schema/kensho.schema.json\n";
        return done;
    }
    const ProjectWords words = words_of(request);
    const fs::path shipped = fs::absolute(request.home.root / "config" / "schema").lexically_normal();
    std::cout << project_schema(told.name, "file://" + shipped.generic_string() + "/", words);
    return done;
}

}  // namespace

std::size_t write_schemas(const kensho::Request& request) {
    const ProjectWords words = words_of(request);
    std::vector<base::OutputFile> files = shipped_schemas(request.home.root);
    const std::size_t shipped = files.size();
    for (const std::string& name : schema_names()) {
        files.push_back({"schema/" + name + ".schema.json", project_schema(name, "base/", words)});
    }
    const std::size_t count = files.size() - shipped;
    // One set, in the project's folder, where the next command looks for what was cut off.
    base::put_outputs(request.project, files, {}, false);
    return count;
}

Command schema() {
    const auto told = std::make_shared<SchemaArguments>();
    return {
        "schema",
        to_translate("write schemas for editors, with this project's ids"),
        {project(told->project),
         {"--print", to_translate("print the schema of one kind of file instead"), &told->name, schema_names()}},
        {"schema", "schema --print year"},
        [told](const kensho::Request& request) { return run_schema(*told, request); },
        to_translate("Writes the folder schema into the project: for each kind of file a JSON schema from which an "
                     "editor with a YAML server completes and explains keys, policies, templates, ids of indicators "
                     "and facts in texts. Run it again when indicators were added. The folder needs nothing else, so "
                     "it works on other machines too.")};
}

}  // namespace commands
