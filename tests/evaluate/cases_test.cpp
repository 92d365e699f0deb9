// Every *.test of this folder: rates, ratings, reasons and means of small projects.
#include <doctest/doctest.h>

#include <cstdlib>

#include "evaluate/case_file.h"

TEST_CASE("cases of the evaluation") {
    const bool update = std::getenv("UPDATE") != nullptr;
    std::vector<CaseFile> files = read_case_files();
    REQUIRE(files.size() >= 5);
    for (CaseFile& file : files) {
        for (Case& test : file.cases) {
            CAPTURE(file.path);
            CAPTURE(test.title);
            const std::string outcome = outcome_of(test);
            if (update) test.expected = outcome;
            CHECK(outcome == test.expected);
        }
        if (update) write_case_file(file);
    }
}
