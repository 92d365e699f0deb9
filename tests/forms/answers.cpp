// A form of 汐見沢町 on its way: what stands in its cells, what a section typed, and what changes in the city's files.
#include <doctest/doctest.h>

#include "forms/archive.h"
#include "forms/forms.h"
#include "forms/put.h"
#include "forms/sheets.h"
#include "forms/stored_archive.h"
#include "home.h"
#include "input/input.h"

namespace {

using forms_test::archive_of;
using forms_test::Parts;

struct Town {
    base::Sources sources;
    base::Diagnostics diagnostics;
    std::unique_ptr<input::Inputs> inputs;
    Parts parts;  ///< of its first form
    forms::Trees trees;
    Town() {
        const std::filesystem::path home = KENSHO_HOME, project = home / "samples/shiomizawa";
        inputs = input::read_project(project, {home}, {{}, true}, sources, diagnostics);
        parts = forms::unpack(forms::write(*inputs, diagnostics).front().bytes);
        for (const char* file : {"actuals", "projects/goal-1", "projects/goal-2", "projects/goal-3"}) {
            const std::string name = std::string("years/r4/") + file + ".yaml";
            trees.files.push_back(input::read_tree(project / name, sources, diagnostics));
        }
    }
    std::string& sheet() { return parts.at("xl/worksheets/sheet1.xml"); }
};

/// The cells of a row of XML, in a book that has 汐見沢町's styles and three texts.
std::string cells(const std::string& row) {
    Town town;
    const std::string& all = town.sheet();
    const std::size_t begin = all.find("<sheetData>") + 11, end = all.find("</sheetData>");
    town.sheet() = all.substr(0, begin) + "<row r=\"1\">" + row + "</row>" + all.substr(end);
    town.parts["xl/sharedStrings.xml"] =
        "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
        "<si><t>一</t></si><si><r><t>二の</t></r><r><t>二</t></r></si><si><t>三</t></si></sst>";
    constexpr const char* kinds[] = {"text", "number", "boolean", "date", "error", "formula"};
    try {
        std::string out;
        const forms::Sheets book = forms::read_sheets(archive_of(town.parts));
        for (const auto& [place, cell] : book.sheets.front().cells) {
            out += std::string(kinds[static_cast<std::size_t>(cell.kind)]) + "(" + cell.text + ")";
        }
        return out;
    } catch (const forms::Refusal&) {
        return "refused";
    }
}

/// Puts a 7 in front of every number in the column of values that has no sign; how many there are.
std::size_t type_values(std::string& sheet) {
    std::size_t typed = 0;
    for (std::size_t at = sheet.find("<c r=\"F"); at != std::string::npos; at = sheet.find("<c r=\"F", at + 1)) {
        const std::size_t value = sheet.find("<v>", at);
        if (sheet[sheet.find('>', at) - 1] == '/' || value > sheet.find("</c>", at) || sheet[value + 3] == '-')
            continue;
        sheet.insert(value + 3, "7");
        ++typed;
    }
    return typed;
}

}  // namespace

TEST_CASE("what a cell holds (ECMA-376, 18.3.1.4)") {
    CHECK(cells("<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>2</v></c>") == "text(一)text(三)");
    CHECK(cells("<c r=\"A1\" t=\"s\"><v>1</v></c>") == "text(二の二)");
    CHECK(cells("<c r=\"A1\" t=\"s\"><v>3</v></c>") == "refused");
    CHECK(cells("<c r=\"A1\" t=\"inlineStr\"><is><t>内</t></is></c><c r=\"B1\"><v>12.5</v></c>") ==
          "text(内)number(12.5)");
    CHECK(cells("<c r=\"A1\" t=\"str\"><f>A2</f><v>式</v></c><c r=\"B1\"><f>1+1</f><v>2</v></c>") ==
          "text(式)number(2)");
    CHECK(cells("<c r=\"A1\"><f>1+1</f></c><c r=\"B1\"/>") == "formula()");
    CHECK(cells("<c r=\"A1\" t=\"b\"><v>1</v></c><c r=\"B1\" t=\"e\"><v>#N/A</v></c>") == "boolean(1)error(#N/A)");
    // As LibreOffice writes a typed TRUE.
    CHECK(cells("<c r=\"A1\"><f>TRUE()</f><v>1</v></c><c r=\"B1\"><f>FALSE()</f><v>0</v></c>") ==
          "boolean(1)boolean(0)");
    CHECK(cells("<c r=\"A1\"><f>TRUE</f><v>1</v></c>") == "number(1)");
}

TEST_CASE("a form of another year, or of another project, is told of and not read") {
    const auto read = [](const std::string& year, const std::string& project) {
        Town town;
        std::string& sheet = town.sheet();
        const std::size_t mark = sheet.find("kensho 汐見沢町 R4 ");
        REQUIRE(mark != std::string::npos);
        const std::size_t begin = sheet.find("R4 ", mark);
        sheet.replace(begin, 3, year + " " + project);
        std::string out;
        for (const forms::Fault& fault : forms::read(*town.inputs, "back.xlsx", archive_of(town.parts)).faults) {
            out += fault.message.substr(0, fault.message.find(':')) + "\n";
        }
        return out;
    };
    CHECK(read("R4", "") == "");
    CHECK(read("R3", "") == "this form is of R3, not of R4\n");
    CHECK(read("R4", "0") == "this form is of another project\n");
}

TEST_CASE("what a section typed changes the year's file, and is told beside what stood there") {
    Town town;
    const std::size_t typed = type_values(town.sheet());
    REQUIRE(typed > 2);
    const std::vector<forms::Answer> answers = {forms::read(*town.inputs, "back.xlsx", archive_of(town.parts))};
    const std::vector<forms::Change> changes = forms::changes(*town.inputs, town.trees, answers);
    CHECK(changes.size() == typed);
    for (const forms::Change& change : changes) {
        std::string before = change.before, after = change.after;
        std::erase(before, ',');
        std::erase(after, ',');
        CHECK_MESSAGE(after == "7" + before, change.name);
    }
}
