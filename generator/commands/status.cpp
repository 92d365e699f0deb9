// kensho status: which section has answered what.
#include <memory>

#include "commands/command.h"
#include "commands/manner.h"
#include "commands/options.h"
#include "commands/project_folder.h"
#include "commands/terminal.h"
#include "forms/board.h"

namespace commands {

namespace fs = std::filesystem;

using kensho::Request;
using kensho::Run;

namespace {

struct StatusArguments {
    fs::path project;
    fs::path proof;
    bool force = false;
};

/// Doubts of the values are part of the board, so they are not printed a second time.
bool show_board(const Request& request, bool json, Run& run, std::string& said) {
    if (!kensho::read_and_evaluate(request, run, no_progress)) return false;
    const forms::Board board = forms::board(*run.inputs, run.diagnostics);
    run.diagnostics = {};
    said = json ? forms::to_json(board, *run.inputs) : forms::to_text(board);
    return true;
}

/// A page for each section: what its figures did in the report.
bool make_proof(const Request& request, const StatusArguments& told, Run& run, std::string& said) {
    if (told.proof.empty()) return true;
    if (!kensho::make_volume(request, "proof", told.proof.filename().string(), run, no_progress)) return false;
    put_beside(told.proof, run, told.force);
    said += told.proof.string() + "\n";
    return true;
}

int run_status(Request request, const StatusArguments& told) {
    request.project = project_folder(told.project);
    request.draft = true;
    return work(request, [&](const Request& asked, Run& run, std::string& said) {
        return show_board(asked, manner().answer == "json", run, said) && make_proof(asked, told, run, said);
    });
}

}  // namespace

Command status() {
    const auto told = std::make_shared<StatusArguments>();
    return {"status",
            to_translate("which section has answered, what is missing, what is doubted"),
            {project(told->project, "-p,--project"),
             answer_format(to_translate("text or json")),
             {"--proof", to_translate("also a PDF: a page for each section with what its figures did in the report"),
              &told->proof},
             {"--force", to_translate("write over a file that kensho did not make"), &told->force}},
            {"status", "status --format json", "status --proof 確認ページ.pdf"},
            [told](const Request& request) { return run_status(request, *told); }};
}

}  // namespace commands
