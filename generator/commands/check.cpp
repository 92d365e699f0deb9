// kensho check: everything but the writing.
#include <iostream>
#include <memory>

#include "base/message.h"
#include "check/claims.h"
#include "commands/command.h"
#include "commands/manner.h"
#include "commands/options.h"
#include "commands/project_folder.h"
#include "commands/terminal.h"

namespace commands {

namespace {

struct CheckArguments {
    std::filesystem::path project;
    bool draft = false;
    bool strict = false;
    std::string threads = "2";
    bool claims = false;
    bool figures = false;
};

int look(const CheckArguments& arguments, kensho::Request request) {
    request.project = project_folder(arguments.project);
    request.draft = arguments.draft;
    request.strict = arguments.strict;
    request.threads = threads_of(arguments.threads);
    request.makes = kensho::Makes::names;
    if (manner().format != "text" && (arguments.claims || arguments.figures)) {
        return refuse_format(arguments.claims ? "--claims" : "--figures");
    }
    static auto* const kept = new kensho::Run;  // the memory goes back with the process
    kensho::Run& run = *kept;
    const int status = finish(run, kensho::make(request, run, no_progress));
    if (arguments.claims) std::cout << check::claims_report(run.prose.sentences, run.sources);
    if (arguments.figures) std::cout << check::figures_report(run.prose.sentences, run.sources);
    if (status == done && !arguments.claims && !arguments.figures && manner().talks()) {
        std::cout << base::say("no faults found") << "\n";
    }
    return status;
}

}  // namespace

Command check() {
    const auto told = std::make_shared<CheckArguments>();
    return {
        "check",
        to_translate("report every fault of the input, write nothing"),
        {project(told->project),
         {"--draft", to_translate("accept texts that are still missing"), &told->draft},
         {"--strict", to_translate("take doubts for errors"), &told->strict},
         diagnostics_format(),
         jobs(told->threads),
         {"--claims", to_translate("print every sentence with what was understood of its figures and words"),
          &told->claims},
         {"--figures", to_translate("print figures typed by hand, with the fact that gives each"), &told->figures}},
        {"check samples/atsugi", "check samples/atsugi --claims"},
        [told](const kensho::Request& request) { return look(*told, request); },
        to_translate("Does all that build does but the writing, and prints every fault and doubt at its place, with a "
                     "hint. With --format line each is one line, FILE:LINE:COLUMN: error: MESSAGE, as editors and "
                     "machines read it; with --format json they are one JSON document.")};
}

}  // namespace commands
