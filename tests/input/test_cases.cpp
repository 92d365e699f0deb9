// Every *.test of this folder and of bad/: the exact messages of a project with a fault.
#include <doctest/doctest.h>
#include <libintl.h>

#include <algorithm>
#include <cstdlib>

#include "base/message.h"
#include "home.h"
#include "input/case_file.h"
#include "input/input.h"
#include "workplace.h"

namespace fs = std::filesystem;

namespace {

const fs::path home = KENSHO_HOME;

std::string messages_of(const Case& test) {
    make_project(test, "project");
    textdomain(test.japanese ? "kensho" : "messages");
    base::Sources sources;
    base::Diagnostics diagnostics;
    fs::current_path("project");
    input::read_project(".", {home}, {}, sources, diagnostics);
    fs::current_path("..");
    diagnostics.sort();
    std::string out;
    for (const base::Diagnostic& diagnostic : diagnostics.all()) out += base::render(diagnostic, sources);
    return out;
}

}  // namespace

TEST_CASE("messages of faulty projects") {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(home / "tests/input")) {
        if (entry.path().extension() == ".test") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    REQUIRE(files.size() >= 5);
    const bool update = std::getenv("UPDATE") != nullptr;
    const Workplace workplace("input");
    const Catalogue catalogue(workplace.folder);
    for (const fs::path& path : files) {
        CaseFile file = read_cases(path);
        for (Case& test : file.cases) {
            CAPTURE(path.filename().string());
            CAPTURE(test.title);
            const std::string messages = messages_of(test);
            if (update) test.messages = messages;
            CHECK(messages == test.messages);
        }
        if (update) write_cases(path, file);
    }
}
