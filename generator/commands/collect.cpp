// kensho collect: forms that came back.
#include <algorithm>
#include <memory>

#include "base/exchange.h"
#include "base/message.h"
#include "commands/command.h"
#include "commands/project_folder.h"
#include "commands/terminal.h"
#include "forms/forms.h"
#include "forms/put.h"

namespace commands {

namespace fs = std::filesystem;

using base::say;
using kensho::Request;
using kensho::Run;

namespace {

struct Collecting {
    std::vector<std::string> files;
    bool dry_run = false;  ///< shows what would be written
    bool partial = false;  ///< writes what is good of a form that has faults
};

struct Told {
    fs::path project;
    Collecting collecting;
};

constexpr std::size_t max_form = std::size_t{16} << 20U;

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

std::vector<forms::Answer> read_answers(const Collecting& collecting, const Run& run) {
    std::vector<forms::Answer> answers;
    for (const std::string& name : collecting.files) {
        const fs::path file = name;
        if (file.filename().string().starts_with("~$")) continue;  // Excel's own, while a file is open
        answers.push_back(forms::read(*run.inputs, file.string(), base::read_file(file, max_form)));
    }
    return answers;
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

bool take_in(const Request& request, const Collecting& collecting, Run& run, std::string& said) {
    if (!kensho::read_draft(request, run)) return false;
    run.diagnostics = {};  // doubts of the project are for kensho check
    const auto held = read_held(request, run);
    if (!held) return false;
    std::vector<forms::Answer> answers = read_answers(collecting, run);
    forms::compare_copies(answers);  // before anything is left out
    bool good = true;
    for (forms::Answer& answer : answers) {
        said += answer.file + ": " + how_full(answer) + "\n";
        for (const forms::Fault& fault : answer.faults) said += forms::render(fault);
        if (!answer.has_errors()) continue;
        good = false;
        if (!collecting.partial) answer.typed.clear();
    }
    const std::vector<forms::Change> changes = forms::changes(*run.inputs, held->trees, answers);
    for (const forms::Change& change : changes)
        said += "  " + change.name + ": " + change.before + " → " + change.after + "\n";
    std::vector<base::Rewritten> files;
    if (!splice(*held, changes, run, files)) return false;
    if (!collecting.dry_run && !files.empty()) base::put_back(request.project, files);
    const bool only_shown = collecting.dry_run;
    said +=
        (only_shown ? say("{} values would be written", changes.size()) : say("{} values written", changes.size())) +
        "\n";
    if (!good && !collecting.partial)
        said += say("nothing is taken from a form with faults; --partial takes what is good") + "\n";
    return good;
}

int run_collect(Request request, const Told& told) {
    request.project = project_folder(told.project);
    return work(request, [&](const Request& asked, Run& run, std::string& said) {
        return take_in(asked, told.collecting, run, said);
    });
}

}  // namespace

Command collect() {
    const auto told = std::make_shared<Told>();
    return {"collect",
            to_translate("take in forms that came back"),
            {project(told->project, "-p,--project"),
             {"files", to_translate("the forms, as .xlsx"), &told->collecting.files, {}, true},
             {"--dry-run", to_translate("show what would be written, write nothing"), &told->collecting.dry_run},
             {"--partial", to_translate("take what is good of a form that has faults"), &told->collecting.partial}},
            {"collect 回答/*.xlsx"},
            [told](const Request& request) { return run_collect(request, *told); }};
}

}  // namespace commands
