// kensho evaluate: what was computed, how it came about, and what another convention would make of it.
#include <iostream>
#include <memory>

#include "commands/command.h"
#include "commands/manner.h"
#include "commands/options.h"
#include "commands/project_folder.h"
#include "commands/terminal.h"
#include "evaluate/report.h"

namespace commands {

namespace {

struct EvaluateArguments {
    std::filesystem::path project;
    std::string explain;
    std::string policy;
    bool draft = false;
};

/// The same project under another policy: which ratings would change.
int compare(const std::string& policy, kensho::Request request, kensho::Run& run) {
    request.policy = policy;
    kensho::Run second;
    if (!kensho::read_and_evaluate(request, second, no_progress)) return finish(second, false);
    std::cout << evaluate::compare(*run.assessment, *second.assessment);
    return finish(run, true);
}

int print(const EvaluateArguments& arguments, kensho::Request request) {
    if (manner().answer == "json" && !arguments.policy.empty()) return refuse_format("--policy");
    if (manner().answer == "json" && !arguments.explain.empty()) return refuse_format("--explain");
    request.project = project_folder(arguments.project);
    request.draft = arguments.draft;
    static auto* const kept = new kensho::Run;  // the memory goes back with the process
    kensho::Run& run = *kept;
    if (!kensho::read_and_evaluate(request, run, no_progress)) return finish(run, false);
    if (!arguments.policy.empty()) return compare(arguments.policy, request, run);
    if (!arguments.explain.empty()) {
        std::cout << evaluate::explain(*run.assessment, arguments.explain, run.sources, run.diagnostics);
        return finish(run, true);
    }
    std::cout << (manner().answer == "json" ? evaluate::to_json(*run.assessment) : evaluate::to_table(*run.assessment));
    return finish(run, true);
}

}  // namespace

Command evaluate() {
    const auto told = std::make_shared<EvaluateArguments>();
    return {"evaluate",
            to_translate("print rates, ratings and means, or explain one of them"),
            {project(told->project),
             answer_format(to_translate("text or json (docs/evaluate-json.md)")),
             offering(Offer::fact,
                      {"--explain", to_translate("ID, ID@YEAR, goal.N, overall or any fact: how it came about"),
                       &told->explain}),
             offering(Offer::policy,
                      {"--policy", to_translate("which ratings would change under another policy"), &told->policy}),
             {"--draft", to_translate("accept texts that are still missing"), &told->draft}},
            {"evaluate samples/atsugi --format json", "evaluate samples/atsugi --explain daily-support@R5",
             "evaluate samples/atsugi --policy symbols"},
            [told](const kensho::Request& request) { return print(*told, request); }};
}

}  // namespace commands
