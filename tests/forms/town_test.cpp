// The forms of the small town of tests/workbook, as they are to be seen (recorded/), and what becomes of the town's
// files when one comes back: town.test. The form of a case:
//
//   === what it shows
//   users.actual@R5 F 800      typed into column F of the row with this code; or into a cell, such as H2
//   ---
//   r5.yaml                    the lines of each file that are others now, and what is wrong
//
// UPDATE=1 in the environment records both anew.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/file.h"
#include "evaluate/assessment.h"
#include "forms/archive.h"
#include "forms/forms.h"
#include "forms/put.h"
#include "forms/stored_archive.h"
#include "home.h"
#include "input/input.h"
#include "recorded.h"
#include "workbook/sheets_in_words.h"

namespace {

namespace fs = std::filesystem;

const fs::path tests = fs::path(KENSHO_HOME) / "tests";
constexpr const char* sheet_part = "xl/worksheets/sheet1.xml";

struct SmallTown {
    base::Sources sources;
    base::Diagnostics diagnostics;
    std::unique_ptr<input::Inputs> inputs;
    std::vector<std::string> files = {"r5.yaml", "projects.yaml"};
    forms::Trees trees;
    SmallTown() {
        const fs::path project = tests / "workbook/town";
        inputs = input::read_project(project, {KENSHO_HOME}, {{}, true}, sources, diagnostics);
        REQUIRE(inputs != nullptr);
        for (const std::string& file : files) {
            trees.files.push_back(input::read_tree(project / file, sources, diagnostics));
        }
    }
};

std::string file_text_of(const fs::path& path) { return fs::exists(path) ? base::read_file(path, 1'000'000) : ""; }

/// Types into a cell: a number where it looks like one.
void type(std::string& sheet, const std::string& cell, const std::string& text) {
    const std::size_t begin = sheet.find("<c r=\"" + cell + "\"");
    REQUIRE_MESSAGE(begin != std::string::npos, cell);
    const std::size_t tag = sheet.find('>', begin);
    const std::size_t end = sheet[tag - 1] == '/' ? tag + 1 : sheet.find("</c>", begin) + 4;
    const bool number =
        !text.empty() && text.find_first_not_of(".0123456789", text[0] == '-' ? 1 : 0) == std::string::npos;
    sheet.replace(begin, end - begin,
                  "<c r=\"" + cell + "\"" +
                      (number ? "><v>" + text + "</v></c>" : " t=\"inlineStr\"><is><t>" + text + "</t></is></c>"));
}

/// The cell in this column of the row that has the code.
std::string cell_of(const std::string& sheet, const std::string& code, const std::string& column) {
    const std::size_t at = sheet.find("<t>" + code + "</t>");
    if (at == std::string::npos) return "";
    const std::size_t row = sheet.rfind("<row r=\"", at) + 8;
    return column + sheet.substr(row, sheet.find('"', row) - row);
}

/// "- old" and "+ new" of the lines that only one of the two has.
std::string changed_lines(const std::string& before, const std::string& after) {
    const auto only_in = [](const std::string& text, const std::string& other, const char* sign) {
        std::string out;
        std::istringstream lines(text);
        for (std::string line; std::getline(lines, line);) {
            if (("\n" + other).find("\n" + line + "\n") == std::string::npos) out += sign + line + "\n";
        }
        return out;
    };
    return only_in(before, after, "- ") + only_in(after, before, "+ ");
}

/// What came back, as the city reads it.
std::string answered(const std::vector<std::string>& typed) {
    SmallTown town;
    for (const forms::FormFile& form : forms::write(*town.inputs, town.diagnostics)) {
        auto parts = forms::unpack(form.bytes);
        std::string& sheet = parts.at(sheet_part);
        bool own = true;
        for (const std::string& line : typed) {
            const std::size_t first = line.find(' '), second = line.find(' ', first + 1);
            const std::string code = line.substr(0, first);
            if (code.find('@') == std::string::npos) {
                if (own) type(sheet, code, line.substr(first + 1));
                continue;
            }
            const std::string cell = cell_of(sheet, code, line.substr(first + 1, second - first - 1));
            own = own && !cell.empty();
            if (own) type(sheet, cell, line.substr(second + 1));
        }
        if (!own) continue;  // the form of another section
        const forms::Answer answer = forms::read(*town.inputs, "back.xlsx", forms_test::archive_of(parts));
        std::string out = answer.section + ": " + std::to_string(answer.filled) + " of " +
                          std::to_string(answer.asked) + (answer.date.empty() ? "" : ", " + answer.date) + "\n";
        for (const forms::Fault& fault : answer.faults) out += forms::render(fault);
        if (answer.has_errors()) return out;
        std::vector<std::vector<input::Edit>> edits(town.files.size());
        for (const forms::Change& change : forms::changes(*town.inputs, town.trees, {answer})) {
            out += change.name + ": " + change.before + " → " + change.after + "\n";
            edits[change.file].push_back(change.edit);
        }
        for (std::size_t at = 0; at < town.files.size(); ++at) {
            const auto after = input::write_back(town.trees.files[at], town.sources, edits[at], town.diagnostics);
            REQUIRE(after.has_value());
            const std::string lines = changed_lines(file_text_of(tests / "workbook/town" / town.files[at]), *after);
            if (!lines.empty()) out += town.files[at] + "\n" + lines;
        }
        return out;
    }
    return "no form asks for it\n";
}

}  // namespace

TEST_CASE("the forms of a small town are as recorded") {
    SmallTown town;
    std::string out;
    for (const forms::FormFile& form : forms::write(*town.inputs, town.diagnostics)) {
        out += "##### " + form.name + "\n" + in_words::book(forms::unpack(form.bytes), 10'000);
    }
    same_as_recorded(tests / "forms/recorded/forms.txt", out);
}

TEST_CASE("what came back changes the town's files") {
    const fs::path path = tests / "forms/town.test";
    std::istringstream in(file_text_of(path));
    std::string rewritten, expected;
    std::vector<std::string> head;
    bool below = false;
    const auto end_case = [&] {
        if (head.empty()) return;
        const std::string out = answered({head.begin() + 1, head.end()});
        if (std::getenv("UPDATE") == nullptr) CHECK_MESSAGE(out == expected, head.front());
        for (const std::string& line : head) rewritten += line + "\n";
        rewritten += "---\n" + out;
    };
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("=== ")) {
            end_case();
            head.clear();
            expected.clear();
            below = false;
        }
        if (below) {
            expected += line + "\n";
        } else if (line == "---") {
            below = true;
        } else {
            head.push_back(line);
        }
    }
    end_case();
    if (std::getenv("UPDATE") != nullptr) std::ofstream(path, std::ios::binary) << rewritten;
}
