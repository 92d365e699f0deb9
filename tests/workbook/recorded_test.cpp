// The books and tables of a small town, with an indicator of every kind, as they are to be seen: recorded/*.txt.
// UPDATE=1 in the environment records them anew.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "evaluate/assessment.h"
#include "forms/archive.h"
#include "home.h"
#include "input/input.h"
#include "recorded.h"
#include "workbook/sheets_in_words.h"
#include "workbook/workbook.h"

namespace {

const std::filesystem::path folder = std::filesystem::path(KENSHO_HOME) / "tests/workbook";

std::vector<workbook::File> files() {
    base::Sources sources;
    base::Diagnostics diagnostics;
    const input::Home home{KENSHO_HOME};
    const auto inputs = input::read_project(folder / "town", home, {}, sources, diagnostics);
    REQUIRE(inputs != nullptr);
    const evaluate::Assessment assessment = evaluate::evaluate(*inputs);
    auto written = workbook::write(assessment, {}, diagnostics);
    std::string said;
    for (const auto& each : diagnostics.all()) said += base::render(each, sources);
    REQUIRE_MESSAGE(!diagnostics.has_errors(), said);
    return written;
}

/// Of what describes the tables 60 lines: it says the same of each column.
std::string beginning(const workbook::File& file) {
    std::size_t end = file.bytes.size();
    if (file.name.ends_with(".json") && std::count(file.bytes.begin(), file.bytes.end(), '\n') > 60) {
        end = 0;
        for (int line = 0; line < 60; ++line) end = file.bytes.find('\n', end) + 1;
    }
    return file.bytes.substr(0, end);
}

}  // namespace

TEST_CASE("the books and tables of a small town are as recorded") {
    std::string tables;
    for (const workbook::File& file : files()) {
        if (file.name.ends_with(".xlsx")) {
            same_as_recorded(folder / "recorded" / (file.name + ".txt"),
                             in_words::book(forms::unpack(file.bytes), file.name == "data.xlsx" ? 2 : 10'000));
        } else {
            tables += "=== " + file.name + "\n" + beginning(file);
        }
    }
    same_as_recorded(folder / "recorded/tables.txt", tables);
}
