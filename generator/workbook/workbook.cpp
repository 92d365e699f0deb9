#include "workbook/workbook.h"

#include <algorithm>

#include "base/message.h"
#include "workbook/council.h"
#include "workbook/data.h"
#include "workbook/plan.h"

namespace workbook {

namespace {

const input::TemplateFile* template_file(const input::Inputs& inputs) {
    const auto found = std::find_if(inputs.template_files.begin(), inputs.template_files.end(),
                                    [](const input::TemplateFile& file) { return file.name == "workbook"; });
    return found == inputs.template_files.end() ? nullptr : &*found;
}

/// The project may name the council workbook as it likes.
void take_name_of_output(Plan& plan, const input::Inputs& inputs) {
    for (const input::Output& output : inputs.outputs) {
        if (output.volume == "workbook") plan.council_file = output.file;
    }
}

}  // namespace

std::vector<File> write(const evaluate::Assessment& assessment, const Options& options,
                        base::Diagnostics& diagnostics) {
    const input::TemplateFile* file = template_file(*assessment.inputs);
    if (file == nullptr) return {};
    base::Diagnostics faults;
    Plan plan = read_plan(file->tree, faults);
    for (const base::Diagnostic& fault : faults.all()) {
        if (fault.severity == base::Severity::error) diagnostics.error(fault.span, fault.message, fault.hint);
    }
    if (faults.has_errors()) return {};
    take_name_of_output(plan, *assessment.inputs);
    std::vector<File> files = write_council(assessment, plan, options, diagnostics);
    for (File& data : write_data(assessment, plan, diagnostics)) files.push_back(std::move(data));
    return files;
}

}  // namespace workbook
