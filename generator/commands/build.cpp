// kensho build: makes everything the project asks for.
#include <iostream>
#include <memory>

#include "base/made.h"
#include "commands/closed.h"
#include "commands/command.h"
#include "commands/editions.h"
#include "commands/options.h"
#include "commands/project_folder.h"
#include "commands/terminal.h"
#include "commands/two_editions.h"
#include "warm.h"

namespace commands {

namespace {

struct BuildArguments {
    std::filesystem::path project;
    std::filesystem::path out = "out";
    bool draft = false;
    bool strict = false;
    std::string threads = "2";
    bool timings = false;
    bool force = false;
    bool places = false;
    std::string volume;
    std::string marks;  ///< an edition
};

/// Their paths stay with the run, which says what it made.
void put(const std::filesystem::path& folder, kensho::Run& run, bool force) {
    std::vector<base::OutputFile> files;
    for (base::OutputFile& file : run.files) files.push_back({file.path.filename(), std::move(file.bytes)});
    const std::vector<std::filesystem::path> inputs(run.inputs->files.begin(), run.inputs->files.end());
    base::put_outputs(folder, std::move(files), inputs, force);
}

int make(const BuildArguments& arguments, kensho::Request request) {
    request.project = project_folder(arguments.project);
    request.out = arguments.out;
    request.draft = arguments.draft;
    request.strict = arguments.strict;
    request.threads = threads_of(arguments.threads);
    request.volume = arguments.volume;
    const auto began = std::chrono::steady_clock::now();
    static auto* const kept = new kensho::Run;  // the memory goes back with the process
    kensho::Run& run = *kept;
    kensho::Warm warm;
    std::optional<TwoEditions> both;
    layout::Changes changes;
    if (!arguments.marks.empty()) {
        request.warm = &warm;
        both = compared(arguments.marks, "", request, run);
        if (!both) return finish(run, false);
        changes = changed_areas(*both);
        request.changes = &changes;
        request.laid_out = &both->after.run->laid_out;
    }
    bool good = false;
    {
        const ProgressLine line;
        good = kensho::make(request, run, [&](const std::string& stage) { line.show(stage); });
        if (good) note_edition(request, run);
        if (good && !request.draft) note_closed(request, run);
        if (good && arguments.places) run.files.push_back({request.out / "places.json", places_json(run)});
        if (good) put(request.out, run, arguments.force);
    }
    const int status = finish(run, good);
    if (good) print_made(request, run);
    if (arguments.timings) print_timings(run.timings, began);
    return status;
}

}  // namespace

Command build() {
    const auto told = std::make_shared<BuildArguments>();
    return {
        "build",
        to_translate("make the report: PDF volumes, workbooks and tables"),
        {project(told->project),
         offering(Offer::folder, {"-o,--out", to_translate("the folder for what is made"), &told->out}),
         offering(Offer::volume,
                  {"--volume", to_translate("make this output only: main, annex, digest, workbook …"), &told->volume}),
         {"--draft", to_translate("mark every page 案, show what is missing instead of failing"), &told->draft},
         {"--strict", to_translate("take doubts for errors"), &told->strict},
         diagnostics_format(),
         jobs(told->threads),
         {"--force", to_translate("write over files in the folder that kensho did not make"), &told->force},
         {"--places", to_translate("also write places.json: page, marked content and rectangle of every figure"),
          &told->places},
         offering(Offer::edition,
                  {"--marks", to_translate("mark on the pages what changed since this edition"), &told->marks}),
         {"--timings", to_translate("print how long each stage took"), &told->timings}},
        {"build samples/atsugi --out out/atsugi", "build --volume main", "build --marks 会議提出 --out 二回目"},
        [told](const kensho::Request& request) { return make(*told, request); },
        to_translate(
            "Reads the project, computes every figure and makes all that kensho.yaml names under outputs, as one "
            "set: all new or, when there is a fault, all as it was. At the end three lines tell what was made, "
            "what is doubted and which values are missing. Where the output is not a terminal, the paths of "
            "what was made are printed, one a line.")};
}

}  // namespace commands
