// kensho status: which section has answered what.
#include <iostream>
#include <memory>

#include "base/message.h"
#include "commands/command.h"
#include "commands/project_folder.h"
#include "commands/terminal.h"
#include "forms/board.h"

namespace commands {

namespace fs = std::filesystem;

using base::say;
using kensho::Request;
using kensho::Run;

namespace {

struct Told {
    fs::path project;
    std::string format = "text";
};

/// Doubts of the values are part of the board, so they are not printed a second time.
bool show_board(const Request& request, bool json, Run& run, std::string& said) {
    if (!kensho::read_and_evaluate(request, run, no_progress)) return false;
    const forms::Board board = forms::board(*run.inputs, run.diagnostics);
    run.diagnostics = {};
    said = json ? forms::to_json(board, *run.inputs) : forms::to_text(board, *run.inputs);
    return true;
}

int run_status(Request request, const Told& told) {
    request.project = project_folder(told.project, fs::current_path());
    request.draft = true;
    Run run;
    std::string said;
    const bool good = show_board(request, told.format == "json", run, said);
    std::cout << said;
    return finish(run, good);
}

}  // namespace

Command status() {
    const auto told = std::make_shared<Told>();
    return {
        "status",
        "which section has answered, what is missing, what is doubted",
        {project_above("-p,--project", told->project), {"--format", "text or json", &told->format, {"text", "json"}}},
        {"status", "status --format json"},
        [told](const Request& request) { return run_status(request, *told); }};
}

}  // namespace commands
