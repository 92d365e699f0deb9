// kensho freeze: keeps an edition, all that was read and all that was made, under a name.
#include <stdlib.h>  // mkdtemp, which is POSIX

#include <algorithm>
#include <cerrno>
#include <iostream>
#include <memory>
#include <set>
#include <utility>

#include "base/exchange.h"
#include "base/message.h"
#include "base/reason.h"
#include "base/year.h"
#include "commands/actions.h"
#include "commands/closed.h"
#include "commands/command.h"
#include "commands/editions.h"
#include "commands/project_folder.h"
#include "commands/terminal.h"
#include "commands/version.h"
#include "input/output_name.h"
#include "pdf/pdf.h"
#include "read_files.h"

namespace commands {

namespace fs = std::filesystem;

using base::say;
using kensho::Request;
using kensho::Run;

namespace {

constexpr std::size_t most_report_bytes = std::size_t{256} << 20U;  // of a report, or of a paper that it rests on

struct FreezeArguments {
    fs::path project;
    Freezing freezing;
};

std::vector<base::OutputFile> inputs_of(const Request& request, const Run& run) {
    std::vector<base::OutputFile> files;
    for (const auto& [place, path] : kensho::read_files(request, run)) {
        files.push_back({place, kensho::bytes_of(run, path)});
    }
    for (const auto& [name, paper] : run.inputs->papers) {
        const fs::path place = fs::path(name).lexically_normal();
        const bool taken =
            std::any_of(files.begin(), files.end(), [&](const base::OutputFile& each) { return each.path == place; });
        if (!taken) files.push_back({place, base::read_file(paper.path, most_report_bytes)});
    }
    return files;
}

compare::Digests digests_of(const std::vector<base::OutputFile>& files) {
    compare::Digests digests;
    for (const base::OutputFile& file : files) {
        digests.emplace_back(file.path.generic_string(), base::digest(file.bytes.pieces()));
    }
    return digests;
}

/// Whether the name is free, or may be taken; what was kept under it comes back in `before`.
bool may_keep(const Freezing& told, const fs::path& project, const fs::path& folder, std::optional<Kept>& before,
              Run& run) {
    if (!input::check_edition_name(told.name, run.diagnostics)) return false;
    if (fs::exists(project / compare::manifest_file)) {
        run.diagnostics.error({}, say("this folder is an edition itself"),
                              say("keep editions of the project it was made from"));
        return false;
    }
    std::error_code ignored;
    if (!fs::exists(folder, ignored) || fs::is_empty(folder, ignored)) return true;
    before = kept_in(folder, run);
    if (before && before->manifest.closed) {
        run.diagnostics.error(before->manifest.span, say("the edition `{}` is closed", told.name),
                              say("a correction is an edition of its own: take another name"));
    } else if (!told.force) {
        run.diagnostics.error({}, say("the edition `{}` is there already", told.name),
                              say("take another name, or --force to replace it"));
    }
    return !run.diagnostics.has_errors();
}

/// What the edition of the same name had and the new one has not.
void take_away(const Kept& before, const compare::Manifest& now) {
    std::set<std::string> kept;
    for (const auto& [path, digest] : now.inputs) kept.insert(path);
    for (const auto& [path, digest] : now.outputs) kept.insert(std::string(compare::outputs_folder) + "/" + path);
    const auto remove = [&](const std::string& path) {
        if (!kept.contains(path) && base::lies_inside(before.folder, before.folder / path)) {
            fs::remove(before.folder / path);
        }
    };
    for (const auto& [path, digest] : before.manifest.inputs) remove(path);
    for (const auto& [path, digest] : before.manifest.outputs) remove(compare::outputs_folder + ("/" + path));
}

/// Keeps in `project` what is made of the project of the request, which is the same one or what a report carried.
bool keep(const Freezing& told, const Request& request, const fs::path& project, Run& run, std::string& said) {
    const fs::path place = fs::path(compare::editions_folder) / told.name;
    std::optional<Kept> before;
    if (!may_keep(told, project, project / place, before, run)) return false;
    if (told.only_shown) {
        if (!kensho::read_and_evaluate(request, run, no_progress)) return false;
        said = say("would be kept as {0}: the {1} files that are read, and all that is made of them",
                   place.generic_string(), inputs_of(request, run).size()) +
               "\n";
        return true;
    }
    if (!kensho::make(request, run, no_progress)) return false;
    std::vector<base::OutputFile> inputs = inputs_of(request, run), outputs = run.files;
    for (base::OutputFile& file : outputs) file.path = file.path.filename();
    const input::Inputs& read = *run.inputs;
    const compare::Manifest manifest{told.name,
                                     version_number(),
                                     base::short_year(read.eras, read.evaluated_year),
                                     told.date.empty() ? read.date : told.date,
                                     told.reason,
                                     told.closed,
                                     told.draft,
                                     digests_of(inputs),
                                     digests_of(outputs)};
    std::vector<base::OutputFile> files = {{place / compare::manifest_file, compare::to_yaml(manifest)}};
    files.push_back({place / said_file, said_in(run)});
    for (base::OutputFile& file : inputs) files.push_back({place / file.path, std::move(file.bytes)});
    for (base::OutputFile& file : outputs) {
        files.push_back({place / compare::outputs_folder / file.path, std::move(file.bytes)});
    }
    base::Exchange(project).put(files);
    if (before) take_away(*before, manifest);
    said = say("kept as {0}: {1} files that were read, {2} that were made",
               (project / place).lexically_normal().generic_string(), manifest.inputs.size(), manifest.outputs.size()) +
           "\n" + say("what has changed since: kensho diff {}", told.name) + "\n";
    return true;
}

/// A folder that is gone at the end.
struct PassingFolder {
    fs::path path;
    PassingFolder() {
        std::string pattern = (fs::temp_directory_path() / "kensho-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) {
            throw base::FileError(say("cannot write `{}`: {}", pattern, base::reason(errno)));
        }
        path = pattern;
    }
    PassingFolder(const PassingFolder&) = delete;
    PassingFolder& operator=(const PassingFolder&) = delete;
    ~PassingFolder() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
};

/// Below the folder, whatever stands before it: a report from elsewhere may name any path.
bool is_below(const fs::path& path) {
    return !path.empty() && path.is_relative() &&
           std::none_of(path.begin(), path.end(), [](const fs::path& part) { return part == ".." || part == "."; });
}

/// The project that a report carries, put into a folder of its own.
bool take_out(const fs::path& report, const std::string& bytes, const fs::path& folder, Run& run) {
    std::vector<base::OutputFile> files;
    try {
        for (base::Attachment& file : pdf::attached_files(bytes)) {
            if (is_below(file.name)) files.push_back({file.name, std::move(file.bytes)});
        }
    } catch (const std::runtime_error& fault) {
        run.diagnostics.error({}, say("`{0}`: {1}", report.generic_string(), fault.what()));
        return false;
    }
    const bool whole = std::any_of(files.begin(), files.end(),
                                   [](const base::OutputFile& file) { return file.path == "kensho.yaml"; });
    if (!whole) {
        run.diagnostics.error({}, say("`{}` does not carry what it was made of", report.generic_string()),
                              say("a report does where its kensho.yaml says carry_inputs: true under report"));
        return false;
    }
    base::Exchange(folder).put(files);
    return true;
}

/// What is made of what the report carried is the report, where the same kensho made it.
void hold_against(const fs::path& report, const std::string& bytes, Run& run) {
    const bool same = std::any_of(run.files.begin(), run.files.end(),
                                  [&](const base::OutputFile& file) { return file.bytes == bytes; });
    if (same) return;
    run.diagnostics.warning("edition", {},
                            say("what is made of `{}` is not the same, byte by byte", report.generic_string()),
                            say("another version of kensho made it, or other fonts"));
}

bool keep_from(const Freezing& told, Request request, Run& run, std::string& said) {
    const PassingFolder folder;
    const fs::path project = std::exchange(request.project, folder.path);
    const std::string bytes = base::read_file(told.from, most_report_bytes);
    if (!take_out(told.from, bytes, folder.path, run)) return false;
    if (!keep(told, request, project, run, said)) return false;
    hold_against(told.from, bytes, run);
    return true;
}

int run_freeze(Request request, const FreezeArguments& told) {
    const bool anywhere = !told.freezing.from.empty() && told.project.empty() && !stands_in_project();
    request.project = anywhere ? fs::path(".") : project_folder(told.project);
    return work(request, [&](const Request& asked, Run& run, std::string& said) {
        return keep_edition(told.freezing, asked, run, said);
    });
}

}  // namespace

bool keep_edition(const Freezing& told, Request request, Run& run, std::string& said) {
    if (!told.date.empty() && !input::is_date(told.date)) {
        run.diagnostics.error({}, say("`{}` is not a date", told.date), say("a date looks like 2024-09-01"));
        return false;
    }
    request.draft = told.draft;
    request.out = compare::outputs_folder;
    return told.from.empty() ? keep(told, request, request.project, run, said) : keep_from(told, request, run, said);
}

Command freeze() {
    const auto told = std::make_shared<FreezeArguments>();
    return {"freeze",
            to_translate("keep an edition: all that was read and all that was made"),
            {{"name", to_translate("what the edition is called: 会議提出, 公表"), &told->freezing.name, {}, true},
             project(told->project),
             {"--date", to_translate("the day of the edition, such as 2024-09-30; without it that of kensho.yaml"),
              &told->freezing.date},
             {"--reason", to_translate("why it was made, for the list of editions"), &told->freezing.reason},
             {"--from", to_translate("keep what this report (PDF) carries, not what is in the project"),
              &told->freezing.from},
             {"--final", to_translate("it is published: it is never replaced, and what differs from it is named"),
              &told->freezing.closed},
             {"--draft", to_translate("keep a draft: every page marked 案"), &told->freezing.draft},
             {"--force", to_translate("replace the edition of that name"), &told->freezing.force}},
            {"freeze 会議提出", "freeze 公表 --date 2024-09-30 --final", "freeze 公表 --from report.pdf"},
            [told](const Request& request) { return run_freeze(request, *told); },
            to_translate("The edition lies in editions/NAME of the project and is a project folder of its own: kensho "
                         "build makes the same bytes of it as long as kensho's version is the same.")};
}

}  // namespace commands
