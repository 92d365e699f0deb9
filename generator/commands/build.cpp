// kensho build: makes everything the project asks for.
#include <iostream>
#include <memory>

#include "base/file.h"
#include "commands/command.h"
#include "commands/terminal.h"

namespace commands {

namespace {

struct Arguments {
    std::filesystem::path project;
    std::filesystem::path out = "out";
    bool draft = false;
    bool strict = false;
    bool timings = false;
};

int make(const Arguments& arguments, kensho::Request request) {
    request.project = folder_of(arguments.project);
    request.out = arguments.out;
    request.draft = arguments.draft;
    request.strict = arguments.strict;
    const auto began = std::chrono::steady_clock::now();
    kensho::Run run;
    bool good = false;
    {
        const ProgressLine line;
        good = kensho::make(request, run, [&](const std::string& stage) { line.show(stage); });
        if (good) base::write_files(run.files);
    }
    const int status = finish(run, good);
    if (good) {
        for (const base::OutputFile& file : run.files) std::cout << file.path.string() << "\n";
        if (!request.draft) print_open(run);
    }
    if (arguments.timings) print_timings(run.timings, began);
    return status;
}

}  // namespace

Command build() {
    const auto told = std::make_shared<Arguments>();
    return {
        "build",
        base::to_translate("make the report: PDF volumes, workbooks and tables"),
        {project(told->project),
         {"-o,--out", base::to_translate("the folder for what is made"), &told->out},
         {"--draft", base::to_translate("mark every page 案, show what is missing instead of failing"), &told->draft},
         {"--strict", base::to_translate("take doubts for errors"), &told->strict},
         {"--timings", base::to_translate("print how long each stage took"), &told->timings}},
        {"build samples/atsugi --out out/atsugi"},
        [told](const kensho::Request& request) { return make(*told, request); }};
}

}  // namespace commands
