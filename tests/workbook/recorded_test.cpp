// The books and tables of a small town, with an indicator of every kind, as they are to be seen: recorded/*.txt.
// UPDATE=1 in the environment records them anew.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>

#include "evaluate/assessment.h"
#include "forms/archive.h"
#include "home.h"
#include "input/input.h"
#include "recorded.h"
#include "workbook/sheets_in_words.h"
#include "workbook/workbook.h"

namespace {

const std::filesystem::path folder = std::filesystem::path(KENSHO_HOME) / "tests/workbook";

struct Town {
    base::Sources sources;
    base::Diagnostics diagnostics;
    std::unique_ptr<input::Inputs> inputs;
    evaluate::Assessment assessment;
    explicit Town(const std::string& policy = "") {
        inputs = input::read_project(folder / "town", {KENSHO_HOME}, {policy, false}, sources, diagnostics);
        REQUIRE(inputs != nullptr);
        assessment = evaluate::evaluate(*inputs);
    }
    std::vector<workbook::File> files(workbook::Wanted wanted) {
        auto written = workbook::write(assessment, {.wanted = wanted}, diagnostics);
        std::string said;
        for (const auto& each : diagnostics.all()) said += base::render(each, sources);
        REQUIRE_MESSAGE(!diagnostics.has_errors(), said);
        return written;
    }
};

/// Of what describes the tables 60 lines: it says the same of each column.
std::string beginning(const workbook::File& file) {
    const std::string bytes = file.bytes.whole();
    std::size_t end = bytes.size();
    if (file.name.ends_with(".json") && std::count(bytes.begin(), bytes.end(), '\n') > 60) {
        end = 0;
        for (int line = 0; line < 60; ++line) end = bytes.find('\n', end) + 1;
    }
    return bytes.substr(0, end);
}

}  // namespace

TEST_CASE("the books and tables of a small town are as recorded") {
    std::string tables;
    for (const workbook::File& file : Town().files(workbook::Wanted::bytes)) {
        if (file.name.ends_with(".xlsx")) {
            same_as_recorded(folder / "recorded" / (file.name + ".txt"),
                             in_words::book(forms::unpack(file.bytes.whole()), file.name == "data.xlsx" ? 2 : 10'000));
        } else {
            tables += "=== " + file.name + "\n" + beginning(file);
        }
    }
    same_as_recorded(folder / "recorded/tables.txt", tables);
}

TEST_CASE("what the cells of the books show of the vocabulary is as recorded") {
    Town town;
    std::string out;
    for (const workbook::File& file : town.files(workbook::Wanted::cells)) {
        for (const workbook::WrittenSheet& sheet : file.sheets) {
            std::map<std::string, std::string> cells;  // by the name of the fact, of whatever subject
            for (const auto& [at, fact] : sheet.facts) {
                cells[fact.name] += " " + workbook::cell(sheet.cells.at(at).first) + "=" + sheet.cells.at(at).second;
            }
            if (!cells.empty()) out += "=== " + sheet.name + "\n";
            for (const auto& [name, where] : cells) out += name + ":" + where + "\n";
        }
    }
    same_as_recorded(folder / "recorded/facts.txt", out);
}

TEST_CASE("the settings of the policies that are shipped, and the formulas that follow from them, are as recorded") {
    std::vector<std::string> policies;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(KENSHO_HOME) + "/config/policies")) {
        policies.push_back(entry.path().stem().string());
    }
    std::sort(policies.begin(), policies.end());
    std::string out;
    for (const std::string& policy : policies) {
        Town town(policy);
        for (const workbook::File& file : town.files(workbook::Wanted::bytes)) {
            if (file.name != "council.xlsx") continue;
            const std::string book = in_words::book(forms::unpack(file.bytes.whole()), 10'000);
            for (const auto& [sheet, rows] : {std::pair("設定", 10'000), std::pair("計算", 5)}) {
                const std::size_t begin = book.find(std::string("=== name=") + sheet);
                std::istringstream lines(book.substr(begin, book.find("\n=== ", begin) - begin));
                out += "===== " + policy + " " + sheet + "\n";
                for (std::string line; std::getline(lines, line);) {  // its cells; looks are recorded with the town's
                    if (line[0] >= '0' && line[0] <= '9' && std::stoi(line) <= rows) out += line + "\n";
                }
            }
        }
    }
    same_as_recorded(folder / "recorded/policies.txt", out);
}
