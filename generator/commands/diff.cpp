// kensho diff: what changed between two states of a report, and what followed.
#include <unistd.h>

#include <iostream>
#include <memory>

#include "base/message.h"
#include "commands/command.h"
#include "commands/manner.h"
#include "commands/options.h"
#include "commands/project_folder.h"
#include "commands/terminal.h"
#include "commands/two_editions.h"
#include "compare/errata.h"
#include "warm.h"

namespace commands {

namespace {

struct DiffArguments {
    std::string before, after;
    std::filesystem::path project;
    std::filesystem::path pdf;
    bool draft = false;
    bool force = false;
};

/// The same as pages of the template, for those who read a draft again.
bool write_pages(const DiffArguments& told, TwoEditions& both) {
    const compare::Wishes none;
    const compare::Errata listed = compare::errata_of(both.changes, both.before.edition, both.after.edition, none);
    const base::Value tree = compare::to_tree(listed, {true, both.before.edition.name, {}, {}}, none);
    kensho::Run& run = *both.after.run;
    if (!make_listing(tree, "errata", told.pdf.filename().string(), both.after)) return false;
    put_beside(told.pdf, run, told.force);
    return true;
}

int compare_editions(kensho::Request request, const DiffArguments& told) {
    request.project = project_folder(told.project);
    request.draft = told.draft;
    // The memory goes back with the process: to take both reports apart for it, piece by piece, takes longer.
    static auto* const warm = new kensho::Warm;
    request.warm = warm;
    kensho::Run run;
    auto made = compared(told.before, told.after, request, run);
    if (!made) {
        finish(run, false);
        return misuse_or_machine;
    }
    static TwoEditions* const both = new TwoEditions(std::move(*made));
    if (!told.pdf.empty() && !both->changes.empty() && !write_pages(told, *both)) {
        finish(*both->after.run, false);
        return misuse_or_machine;
    }
    std::cout << (manner().answer == "json"
                      ? compare::to_json(both->changes)
                      : compare::to_text(both->changes, manner().colours() && isatty(STDOUT_FILENO) == 1));
    return both->changes.empty() ? 0 : 1;
}

}  // namespace

Command diff() {
    const auto told = std::make_shared<DiffArguments>();
    return {"diff",
            to_translate("what changed between two editions, causes first, and what followed from each"),
            {offering(Offer::edition,
                      {"before", to_translate("an edition's name, or a project folder"), &told->before, {}, true}),
             offering(Offer::edition, {"after", to_translate("the same; without it the working state"), &told->after}),
             project(told->project, "-p,--project"),
             answer_format(to_translate("text or json")),
             {"--pdf", to_translate("the same as pages, for those who read a draft again"), &told->pdf},
             {"--force", to_translate("write over a file that kensho did not make"), &told->force},
             {"--draft", to_translate("compare them as drafts: values may be missing"), &told->draft}},
            {"diff 会議提出", "diff 会議提出 --pdf 変更箇所.pdf", "diff 会議提出 公表 --format json"},
            [told](const kensho::Request& request) { return compare_editions(request, *told); },
            to_translate("Exit status: 0 the same, 1 different, 2 misuse, or one of them cannot be made.")};
}

}  // namespace commands
