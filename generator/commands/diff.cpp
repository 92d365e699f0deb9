// kensho diff: what changed between two states of a report, and what followed.
#include <unistd.h>

#include <iostream>
#include <memory>

#include "base/message.h"
#include "commands/command.h"
#include "commands/manner.h"
#include "commands/project_folder.h"
#include "commands/terminal.h"
#include "commands/two_editions.h"

namespace commands {

namespace {

struct Told {
    std::string before, after;
    std::filesystem::path project;
    std::string format = "text";
    bool draft = false;
};

int compare_editions(kensho::Request request, const Told& told) {
    request.project = project_folder(told.project);
    request.draft = told.draft;
    kensho::Run run;
    auto before = state_of(told.before, request, run);
    auto after = before ? state_of(told.after, request, run) : std::nullopt;
    if (!before || !after) {
        finish(run, false);
        return misuse_or_machine;
    }
    TwoEditions both{std::move(*before), std::move(*after), {}};
    if (!compare_states(both, run)) {
        finish(run, false);
        return misuse_or_machine;
    }
    std::cout << (told.format == "json"
                      ? compare::to_json(both.changes)
                      : compare::to_text(both.changes, manner().colours() && isatty(STDOUT_FILENO) == 1));
    return both.changes.empty() ? 0 : 1;
}

}  // namespace

Command diff() {
    const auto told = std::make_shared<Told>();
    return {"diff",
            to_translate("what changed between two editions, causes first, and what followed from each"),
            {offering(Offer::edition,
                      {"before", to_translate("an edition's name, or a project folder"), &told->before, {}, true}),
             offering(Offer::edition, {"after", to_translate("the same; without it the working state"), &told->after}),
             project(told->project, "-p,--project"),
             {"--format", to_translate("text or json"), &told->format, {"text", "json"}},
             {"--draft", to_translate("compare them as drafts: values may be missing"), &told->draft}},
            {"diff 会議提出", "diff 会議提出 公表 --format json"},
            [told](const kensho::Request& request) { return compare_editions(request, *told); },
            to_translate("Exit status: 0 the same, 1 different, 2 misuse, or one of them cannot be made.")};
}

}  // namespace commands
