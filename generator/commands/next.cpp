// kensho next: the next year of a project.
#include <memory>

#include "base/exchange.h"
#include "base/message.h"
#include "commands/command.h"
#include "commands/project_folder.h"
#include "commands/terminal.h"
#include "scaffold/next.h"

namespace commands {

namespace fs = std::filesystem;

using base::say;
using kensho::Request;
using kensho::Run;

namespace {

/// A file that kensho.yaml names; read once more, as a tree that can be written back.
scaffold::SourceFile source(const Request& request, Run& run, const std::string& name) {
    return {name, input::read_tree((request.project / name).lexically_normal(), run.sources, run.diagnostics)};
}

std::optional<scaffold::Project> read_sources(const Request& request, Run& run) {
    scaffold::Project project;
    project.kensho = source(request, run, "kensho.yaml");
    const base::Value& tree = project.kensho.tree;
    for (const base::Value::Entry& entry : tree.find("years")->entries) {
        if (base::parse_year(run.inputs->eras, entry.key) != run.inputs->evaluated_year) continue;
        project.actuals = source(request, run, entry.value.text);
    }
    if (const base::Value* narrative = tree.find("narrative"))
        project.narrative = source(request, run, narrative->text);
    if (const base::Value* annex = tree.find("projects")) {
        for (const base::Value& file : annex->items) project.annex.push_back(source(request, run, file.text));
    }
    return run.diagnostics.has_errors() ? std::nullopt : std::optional(std::move(project));
}

/// A file that is there already is a year somebody has begun: it is never written over.
bool all_new(const Request& request, Run& run, const scaffold::NextYear& made) {
    for (const scaffold::File& file : made.files) {
        if (file.name == "kensho.yaml" || !fs::exists(request.project / file.name)) continue;
        run.diagnostics.error({}, say("`{}` is there already", file.name),
                              say("take it away, or write its name into kensho.yaml by hand"));
    }
    return !run.diagnostics.has_errors();
}

std::string report(const Request& request, const Run& run, const scaffold::NextYear& made) {
    std::string out = say("{} begins:", base::era_year(run.inputs->eras, made.year, base::YearKind::fiscal)) + "\n";
    for (const scaffold::File& file : made.files)
        out += "  " + (request.project / file.name).lexically_normal().string() + "\n";
    out += say("to come: {0} values, {1} values of activity indicators, results of {2} projects", made.values,
               made.activities, made.results) +
           "\n";
    out += say("carried over from last year, to be written anew or confirmed: {} texts", made.texts) + "\n";
    if (!made.news.empty()) out += say("the plan says of this year:") + "\n";
    for (const std::string& line : made.news) out += "  " + line + "\n";
    return out + say("go on with: kensho check · kensho build --draft · kensho forms --out 調査票") + "\n";
}

bool make_next_year(const Request& request, Run& run, std::string& said) {
    if (!kensho::read_draft(request, run)) return false;
    run.diagnostics = {};  // the doubts of the old year are no news
    const auto project = read_sources(request, run);
    if (!project) return false;
    const auto made = scaffold::next_year(*project, *run.inputs, run.sources, run.diagnostics);
    if (!made || !all_new(request, run, *made)) return false;
    std::vector<base::Rewritten> files;
    for (const scaffold::File& file : made->files) files.push_back({{file.name, file.bytes}, {}});
    files.back().before = run.sources.text(project->kensho.tree.span.file);
    base::put_back(request.project, files);
    said = report(request, run, *made);
    return true;
}

int begin_next_year(Request request, const fs::path& project) {
    request.project = project_folder(project);
    return work(request, make_next_year);
}

}  // namespace

Command next() {
    const auto told = std::make_shared<fs::path>();
    return {"next",
            to_translate("begin the next year: new files beside the old ones"),
            {project(*told)},
            {"next samples/atsugi"},
            [told](const Request& request) { return begin_next_year(request, *told); }};
}

}  // namespace commands
