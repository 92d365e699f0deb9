// kensho collect: forms that came back.
#include <algorithm>
#include <memory>

#include "base/exchange.h"
#include "base/message.h"
#include "commands/actions.h"
#include "commands/command.h"
#include "commands/project_folder.h"
#include "commands/terminal.h"
#include "forms/forms.h"
#include "forms/put.h"
#include "input/papers.h"

namespace commands {

namespace fs = std::filesystem;

using base::say;
using kensho::Request;
using kensho::Run;

namespace {

struct CollectArguments {
    fs::path project;
    std::vector<std::string> files;
    bool dry_run = false;
    bool partial = false;
};

/// The files that hold what is asked, as trees that can be written back, with their names.
struct Held {
    forms::Trees trees;
    std::vector<std::string> names;
};

std::optional<Held> read_held(const Request& request, Run& run) {
    const auto read = [&](const std::string& name) {
        return input::read_tree((request.project / name).lexically_normal(), run.sources, run.diagnostics);
    };
    const base::Value kensho = read("kensho.yaml");
    Held held;
    for (const base::Value::Entry& entry : kensho.find("years")->entries) {
        if (base::parse_year(run.inputs->eras, entry.key) == run.inputs->evaluated_year)
            held.names.push_back(entry.value.text);
    }
    if (const base::Value* annex = kensho.find("projects")) {
        for (const base::Value& file : annex->items) held.names.push_back(file.text);
    }
    for (const std::string& name : held.names) held.trees.files.push_back(read(name));
    return run.diagnostics.has_errors() ? std::nullopt : std::optional(std::move(held));
}

std::string how_full(const forms::Answer& answer) {
    if (answer.section.empty()) return say("not read");
    switch (answer.completeness()) {
        case forms::Completeness::untouched: return say("{}: nothing filled in", answer.section);
        case forms::Completeness::partly:
            return say("{0}: {1} of {2} filled in", answer.section, answer.filled, answer.asked);
        case forms::Completeness::whole: break;
    }
    return say("{0}: all {1} filled in", answer.section, answer.asked);
}

/// The line of what an edit changes, or of the map or list that it adds to.
std::size_t line_of(const base::Value& tree, input::KeyPath path, const base::Sources& sources) {
    const base::Value* stands = input::value_at(tree, path);
    while (stands == nullptr && !path.empty()) {
        path.pop_back();
        stands = input::value_at(tree, path);
    }
    return stands == nullptr ? 1 : static_cast<std::size_t>(sources.place(stands->span).line);
}

/// Changed files as they will be; false when one cannot be written back.
bool splice(const Held& held, const std::vector<forms::Change>& changes, Run& run,
            std::vector<base::Rewritten>& files) {
    for (std::size_t i = 0; i < held.names.size(); ++i) {
        std::vector<input::Edit> edits;
        for (const forms::Change& change : changes) {
            if (change.file == i) edits.push_back(change.edit);
        }
        if (edits.empty()) continue;
        const base::Value& tree = held.trees.files[i];
        auto text = input::write_back(tree, run.sources, edits, run.diagnostics);
        if (!text) return false;
        files.push_back({{held.names[i], std::move(*text)}, std::string(run.sources.text(tree.span.file))});
    }
    return true;
}

std::string report(const Collected& collected, bool only_shown, bool partial) {
    std::string said = collected.read;
    for (const TakenValue& value : collected.values)
        said += "  " + value.name + ": " + value.before + " → " + value.after + "\n";
    const std::size_t values = collected.values.size();
    said += (only_shown ? say("{} values would be written", values) : say("{} values written", values)) + "\n";
    if (!collected.good && !partial)
        said += say("nothing is taken from a form with faults; --partial takes what is good") + "\n";
    return said;
}

/// The digest of each paper that lies in the project, so that a later change of it is seen.
void note_papers(forms::Answer& answer, const fs::path& project) {
    for (forms::Typed& typed : answer.typed) {
        if (!typed.evidence || typed.evidence->paper.empty()) continue;
        if (const auto paper = input::paper_in(project, typed.evidence->paper)) typed.evidence->digest = paper->digest;
    }
}

int run_collect(Request request, const CollectArguments& told) {
    request.project = project_folder(told.project);
    return work(request, [&](const Request& asked, Run& run, std::string& said) {
        Collecting collecting{{}, told.dry_run, told.partial};
        for (const std::string& name : told.files) {
            if (fs::path(name).filename().string().starts_with("~$")) continue;  // Excel's own, while a file is open
            collecting.forms.push_back({name, base::read_file(name, longest_form)});
        }
        Collected collected;
        if (!take_in(collecting, asked, run, collected)) return false;
        said = report(collected, told.dry_run, told.partial);
        return collected.good;
    });
}

}  // namespace

bool take_in(const Collecting& collecting, const Request& request, Run& run, Collected& collected) {
    if (!kensho::read_draft(request, run)) return false;
    run.diagnostics = {};  // doubts of the project are for kensho check
    const auto held = read_held(request, run);
    if (!held) return false;
    std::vector<forms::Answer> answers;
    for (const FormFile& form : collecting.forms) {
        answers.push_back(forms::read(*run.inputs, form.name, form.bytes));
    }
    for (forms::Answer& answer : answers) note_papers(answer, request.project);
    forms::compare_copies(answers);  // before anything is left out
    for (forms::Answer& answer : answers) {
        collected.read += answer.file + ": " + how_full(answer) + "\n";
        for (const forms::Fault& fault : answer.faults) collected.read += forms::render(fault);
        if (!answer.has_errors()) continue;
        collected.good = false;
        if (!collecting.partial) answer.typed.clear();
    }
    const std::vector<forms::Change> changes = forms::changes(*run.inputs, held->trees, answers);
    for (const forms::Change& change : changes) {
        collected.values.push_back({held->names[change.file],
                                    line_of(held->trees.files[change.file], change.edit.path, run.sources), change.name,
                                    change.before, change.after});
    }
    std::vector<base::Rewritten> files;
    if (!splice(*held, changes, run, files)) return false;
    if (!collecting.only_shown && !files.empty()) base::put_back(request.project, files);
    return true;
}

Command collect() {
    const auto told = std::make_shared<CollectArguments>();
    return {"collect",
            to_translate("take in forms that came back"),
            {project(told->project, "-p,--project"),
             {"files", to_translate("the forms, as .xlsx"), &told->files, {}, true},
             {"--dry-run", to_translate("show what would be written, write nothing"), &told->dry_run},
             {"--partial", to_translate("take what is good of a form that has faults"), &told->partial}},
            {"collect 回答/*.xlsx"},
            [told](const Request& request) { return run_collect(request, *told); }};
}

}  // namespace commands
