// The template's plan is read once; both workbooks are then written side by side, as they share only what they read.
#include "workbook/workbook.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/message.h"
#include "workbook/council.h"
#include "workbook/data.h"
#include "workbook/plan.h"
#include "workbook/policy_words.h"
#include "workbook/project_ratings.h"

namespace workbook {

namespace {

const input::TemplateFile* template_file(const input::Inputs& inputs) {
    const auto found = std::find_if(inputs.template_files.begin(), inputs.template_files.end(),
                                    [](const input::TemplateFile& file) { return file.name == "workbook"; });
    return found == inputs.template_files.end() ? nullptr : &*found;
}

/// What the template calls {rate}, {mean_name} and {mean_change_unit} is called as the policy calls it.
void call(base::Value& tree, std::string_view word, const std::string& name) {
    for (std::size_t at = tree.text.find(word); at != std::string::npos; at = tree.text.find(word, at + name.size())) {
        tree.text.replace(at, word.size(), name);
    }
    for (base::Value& item : tree.items) call(item, word, name);
    for (base::Value::Entry& entry : tree.entries) call(entry.value, word, name);
}

/// The project may name the council workbook as it likes.
void take_name_of_output(Plan& plan, const input::Inputs& inputs) {
    for (const input::Output& output : inputs.outputs) {
        if (output.volume == "workbook") plan.council_file = output.file;
    }
}

/// A draft takes the name of no report; where tables name each other they agree.
void take_draft_names(Plan& plan, const input::Inputs& inputs) {
    const bool named = std::any_of(inputs.outputs.begin(), inputs.outputs.end(),
                                   [](const input::Output& output) { return output.volume == "workbook"; });
    if (!named) plan.council_file = input::draft_name(plan.council_file);
    plan.data_file = input::draft_name(plan.data_file);
    plan.package_file = input::draft_name(plan.package_file);
    plan.csvw_file = input::draft_name(plan.csvw_file);
    for (TablePlan& table : plan.tables) table.file = input::draft_name(table.file);
}

}  // namespace

File file_of(const std::string& name, Book& book, const Options& options) {
    if (options.wanted == Wanted::bytes) return {name, book.bytes()};
    return {name, {}, book.take_written()};
}

std::vector<File> write(const evaluate::Assessment& assessment, const Options& options,
                        base::Diagnostics& diagnostics) {
    const input::TemplateFile* file = template_file(*assessment.inputs);
    if (file == nullptr) return {};
    base::Diagnostics faults;
    base::Value tree = file->tree;
    call(tree, "{rate}", assessment.inputs->policy.rate_name);
    for (const char* fact : {"mean_name", "mean_change_unit"}) {
        call(tree, fmt::format("{{{}}}", fact),
             evaluate::placeholder(assessment, fmt::format("overall.{}", fact)).value_or(""));
    }
    Plan plan = read_plan(tree, {sums_points(*assessment.inputs), leaves_out(*assessment.inputs)}, faults);
    diagnostics.append(faults);
    if (faults.has_errors()) return {};
    for (SheetPlan& sheet : plan.sheets) spread_project_ratings(sheet.columns, *assessment.inputs);
    for (TablePlan& table : plan.tables) spread_project_ratings(table.columns, *assessment.inputs);
    take_name_of_output(plan, *assessment.inputs);
    if (options.draft) take_draft_names(plan, *assessment.inputs);
    // Two books that share nothing but what they read.
    base::Diagnostics data_diagnostics;
    base::Jobs alone(1);
    base::Jobs& jobs = options.jobs == nullptr ? alone : *options.jobs;
    auto data = jobs.beside([&] { return write_data(assessment, plan, options, data_diagnostics); });
    std::vector<File> files;
    files.push_back(write_council(assessment, plan, options, diagnostics));
    for (File& table : data.get()) files.push_back(std::move(table));
    diagnostics.append(data_diagnostics);
    return files;
}

}  // namespace workbook
