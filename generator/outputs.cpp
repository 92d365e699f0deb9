// Names are compared with their letters folded, as Windows does; inputs are told by being the same file on disk.
#include "outputs.h"

#include <map>

#include "base/made.h"
#include "base/message.h"
#include "input/output_name.h"

namespace kensho {

namespace {

using base::say;

/// Where the name of a file was written; tables that the template names have their place at the workbook's.
base::Span place_of(const std::string& file, const input::Inputs& inputs) {
    base::Span workbook;
    for (const input::Output& output : inputs.outputs) {
        if (output.file == file) return output.name_span;
        if (output.volume == "workbook") workbook = output.name_span;
    }
    return workbook;
}

}  // namespace

void check_outputs(const Request& request, Run& run) {
    std::map<std::string, std::string> taken;
    for (const base::OutputFile& file : run.files) {
        const std::string name = file.path.filename().string();
        const base::Span place = place_of(name, *run.inputs);
        const auto [known, fresh] = taken.try_emplace(input::folded_name(name), name);
        if (!fresh) {
            run.diagnostics.error(place, say("the outputs `{0}` and `{1}` would be one file", known->second, name),
                                  say("data tables and the data workbook have names of their own; choose another"));
        }
        const std::filesystem::path there = request.out / name;
        std::error_code error;
        if (!std::filesystem::exists(there, error)) continue;
        for (const std::string& read : run.inputs->files) {
            if (!base::is_same_file(there, read)) continue;
            run.diagnostics.error(place, say("the output `{}` would be written over an input", name),
                                  say("choose another name, or another folder with --out"));
        }
    }
}

}  // namespace kensho
