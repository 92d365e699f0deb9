// Every *.test of this folder: the doubts about the small project of tests/input, changed a little.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

#include "base/file.h"
#include "check/check.h"
#include "check/doubt_names.h"
#include "home.h"
#include "input/case_file.h"
#include "input/input.h"
#include "workplace.h"

namespace fs = std::filesystem;

namespace {

const fs::path home = KENSHO_HOME;

std::string messages_of(const Case& test) {
    make_project(test, "project");
    base::Sources sources;
    base::Diagnostics diagnostics;
    fs::current_path("project");
    const auto inputs = input::read_project(".", {home}, {}, sources, diagnostics);
    fs::current_path("..");
    if (!diagnostics.has_errors()) check::raise_doubts(evaluate::evaluate(*inputs), test.draft, diagnostics);
    diagnostics = check::without_silenced(diagnostics, *inputs, sources, true);
    diagnostics.sort();
    std::string out;
    for (const base::Diagnostic& diagnostic : diagnostics.all()) out += base::render(diagnostic, sources);
    return out;
}

}  // namespace

TEST_CASE("doubts") {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(home / "tests/check")) {
        if (entry.path().extension() == ".test") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    REQUIRE_FALSE(files.empty());
    const bool update = std::getenv("UPDATE") != nullptr;
    const Workplace workplace("check");
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

TEST_CASE("an editor takes every name of a doubt that a silence may have") {
    const std::string schema = base::read_file(home / "config/schema/common.schema.json", std::size_t{1} << 24U);
    for (const check::About about : {check::About::files, check::About::lost}) {
        for (const std::string_view name : check::doubt_names(about)) {
            CAPTURE(name);
            CHECK(schema.find('"' + std::string(name) + '"') != std::string::npos);
        }
    }
}
