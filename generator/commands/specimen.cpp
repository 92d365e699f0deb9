// kensho specimen: the sheet on which a style is judged.
#include "specimen.h"

#include <iostream>
#include <memory>

#include "base/made.h"
#include "base/message.h"
#include "commands/command.h"
#include "commands/manner.h"
#include "commands/terminal.h"

namespace commands {

namespace {

struct SpecimenArguments {
    std::filesystem::path file;
    std::filesystem::path out = "specimen.pdf";
    bool lines = false;
};

int set(const SpecimenArguments& arguments, const kensho::Request& request) {
    if (arguments.lines && manner().format != "text") return refuse_format("--lines");
    kensho::Run run;
    const auto made = kensho::make_specimen(arguments.file, request.home, run.sources, run.diagnostics);
    if (run.diagnostics.has_errors()) return finish(run, false);
    if (arguments.lines) {
        std::cout << made.lines;
    } else {
        if (base::is_same_file(arguments.file, arguments.out)) {
            throw base::FileError(
                base::say("`{}` is an input and is not written over", arguments.out.generic_string()));
        }
        base::write_files({{arguments.out, made.pdf}});
    }
    return finish(run, true);
}

}  // namespace

Command specimen() {
    const auto told = std::make_shared<SpecimenArguments>();
    return {"specimen",
            to_translate("set sample texts, one a page, to judge a style"),
            {{"file", to_translate("YAML: font, size, entries of text, width (em) and style"), &told->file, {}, true},
             {"-o,--out", to_translate("the PDF to write"), &told->out},
             {"--lines", to_translate("print the lines as text instead"), &told->lines}},
            {"specimen specimen.yaml -o specimen.pdf"},
            [told](const kensho::Request& request) { return set(*told, request); }};
}

}  // namespace commands
