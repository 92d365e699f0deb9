// Forms that came back to 汐見沢町, and lists of an office: any bytes, or blows to one part of a good form. What is
// taken in must leave files that can be read.
#include "forms/forms.h"

#include "base/file.h"
#include "forms/archive.h"
#include "forms/put.h"
#include "forms/sheets.h"
#include "forms/stored_archive.h"
#include "forms/table.h"
#include "fuzz/fuzz.h"
#include "input/input.h"

namespace {

using forms_test::archive_of;
using forms_test::Parts;

/// A number in every cell of the column of values that is empty.
void type_values(std::string& sheet) {
    for (std::size_t at = sheet.find("<c r=\"F"); at != std::string::npos; at = sheet.find("<c r=\"F", at + 1)) {
        const std::size_t end = sheet.find('>', at);
        if (end != std::string::npos && sheet[end - 1] == '/') sheet.replace(end - 1, 2, "><v>101</v></c>");
    }
}

/// The project and the parts of one of its forms, filled in.
struct Town {
    base::Sources sources;
    base::Diagnostics diagnostics;
    std::unique_ptr<input::Inputs> inputs;
    Parts parts;
    base::Eras eras;
    forms::Trees trees;
    Town() {
        const std::filesystem::path home = KENSHO_HOME, project = home / "samples/shiomizawa";
        inputs = input::read_project(project, {home}, {{}, true}, sources, diagnostics);
        eras = input::read_eras_file({home}, sources, diagnostics);
        parts = forms::unpack(forms::write(*inputs, diagnostics).front().bytes);
        type_values(parts.at("xl/worksheets/sheet1.xml"));
        for (const char* file : {"actuals", "projects/goal-1", "projects/goal-2", "projects/goal-3"}) {
            const std::string name = std::string("years/r4/") + file + ".yaml";
            trees.files.push_back(input::read_tree(project / name, sources, diagnostics));
        }
        fuzz::expect(!diagnostics.has_errors() && !parts.empty(), "the town cannot be read");
    }
};

void read_form(const Town& town, const std::string& bytes) {
    const std::vector<forms::Answer> answers = {forms::read(*town.inputs, "back.xlsx", bytes)};
    for (const forms::Fault& fault : answers[0].faults) {
        fuzz::expect(!fault.message.empty() && forms::render(fault).size() < 20'000, "a fault without words or end");
    }
    fuzz::expect(!answers[0].section.empty() || answers[0].has_errors(), "not read, and without a word");
    const std::vector<forms::Change> changes = forms::changes(*town.inputs, town.trees, answers);
    for (std::size_t file = 0; file < town.trees.files.size(); ++file) {
        std::vector<input::Edit> edits;
        for (const forms::Change& change : changes) {
            if (change.file == file) edits.push_back(change.edit);
        }
        base::Diagnostics diagnostics;
        if (edits.empty()) continue;
        const auto text = input::write_back(town.trees.files[file], town.sources, edits, diagnostics);
        fuzz::expect(text.has_value() || diagnostics.has_errors(), "not written back, and without a word");
    }
}

void read_list(const Town& town, const std::string& bytes, bool csv) {
    try {
        forms::read_table(csv ? forms::read_csv(bytes) : forms::read_sheets(bytes), town.eras, {});
    } catch (const forms::Refusal& refusal) {
        fuzz::expect(!refusal.message.empty(), "refused without a word");
    }
}

}  // namespace

/// The first byte: which part is struck; beyond them the bytes are a whole file, or the text of a CSV.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Town town;
    if (size == 0) return 0;
    const std::size_t chosen = data[0] % (town.parts.size() + 2);
    std::string bytes = fuzz::text_of(data + 1, size - 1);
    if (chosen < town.parts.size()) {
        Parts parts = town.parts;
        std::string& part = std::next(parts.begin(), static_cast<std::ptrdiff_t>(chosen))->second;
        part = fuzz::struck(std::move(part), data + 1, size - 1);
        bytes = archive_of(parts);
    }
    const bool csv = chosen == town.parts.size();
    if (!csv) read_form(town, bytes);
    read_list(town, bytes, csv);
    return 0;
}
