// kensho forms: a form for each section.
#include <memory>

#include "base/exchange.h"
#include "base/made.h"
#include "base/message.h"
#include "commands/command.h"
#include "commands/project_folder.h"
#include "commands/terminal.h"
#include "forms/forms.h"

namespace commands {

namespace fs = std::filesystem;

using base::say;
using kensho::Request;
using kensho::Run;

namespace {

struct FormsArguments {
    fs::path project;
    fs::path out = "調査票";
    bool force = false;
};

/// A form that a section has begun to fill in is somebody's work.
bool make_forms(const Request& request, bool force, Run& run, std::string& said) {
    if (!kensho::read_draft(request, run)) return false;
    for (forms::FormFile& file : forms::write(*run.inputs, run.diagnostics)) {
        said += (request.out / file.name).string() + "\n";
        run.files.push_back({file.name, std::move(file.bytes)});
    }
    if (run.diagnostics.has_errors()) return false;
    base::put_outputs(request.out, run.files, {run.inputs->files.begin(), run.inputs->files.end()}, force);
    said += say("send them to the sections; take in what comes back with: kensho collect 回答/*.xlsx") + "\n";
    return true;
}

int run_forms(Request request, const FormsArguments& told) {
    request.project = project_folder(told.project);
    request.out = told.out;
    return work(request, [&](const Request& asked, Run& run, std::string& said) {
        return make_forms(asked, told.force, run, said);
    });
}

}  // namespace

Command forms() {
    const auto told = std::make_shared<FormsArguments>();
    return {"forms",
            to_translate("write a form (xlsx) for each section in charge"),
            {project(told->project, "-p,--project"),
             {"-o,--out", to_translate("the folder for the forms"), &told->out},
             {"--force", to_translate("write over forms that were filled in, and files that kensho did not make"),
              &told->force}},
            {"forms --out 調査票"},
            [told](const Request& request) { return run_forms(request, *told); }};
}

}  // namespace commands
