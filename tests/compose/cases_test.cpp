// Every *.test of this folder: a small template over the small project in tests/compose/project, and what comes out:
// the messages, then the document as text. The form of a case:
//
//   === what it shows
//   language ja                (optional: messages in Japanese)
//   draft                      (optional)
//   @ main                     a file of the template: main, style, pieces
//   its YAML
//   ---
//   what comes out
//
// UPDATE=1 in the environment rewrites what stands below each ---.
#include <doctest/doctest.h>
#include <libintl.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/message.h"
#include "compose/compose.h"
#include "compose/dump.h"
#include "home.h"
#include "input/input.h"
#include "input/yaml.h"
#include "workplace.h"

namespace fs = std::filesystem;

namespace {

const fs::path home = KENSHO_HOME;

struct Case {
    std::string head;  ///< the lines as written, from === to before ---
    std::string title;
    bool draft = false;
    bool japanese = false;
    std::vector<std::pair<std::string, std::string>> files;
    std::string expected;
};

std::vector<Case> read_cases(const fs::path& path) {
    std::ifstream in(path);
    std::vector<Case> cases;
    bool below = false;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("=== ")) {
            cases.push_back({line + "\n", line.substr(4), false, false, {}, {}});
            below = false;
            continue;
        }
        REQUIRE_MESSAGE(!cases.empty(), "a case begins with ===");
        Case& now = cases.back();
        if (line == "---" && !below) {
            below = true;
        } else if (below) {
            now.expected += line + "\n";
        } else {
            now.head += line + "\n";
            if (line == "draft") now.draft = true;
            if (line == "language ja") now.japanese = true;
            if (line.starts_with("@ ")) now.files.emplace_back(line.substr(2), "");
            if (!line.starts_with("@ ") && !now.files.empty()) now.files.back().second += line + "\n";
        }
    }
    return cases;
}

std::string outcome(const Case& test) {
    textdomain(test.japanese ? "kensho" : "messages");
    base::Sources sources;
    base::Diagnostics diagnostics;
    const auto inputs =
        input::read_project(home / "tests/compose/project", {home}, {"", test.draft}, sources, diagnostics);
    std::string out;
    for (const base::Diagnostic& fault : diagnostics.all()) out += base::render(fault, sources);
    REQUIRE(out.empty());
    inputs->template_files.clear();
    inputs->assets = {{"cover", "picture"}};
    inputs->digest = "0123456789abcdef";
    for (const auto& [name, text] : test.files) {
        auto tree = input::parse_yaml(sources.add(name + ".yaml", text), sources, diagnostics);
        if (tree) inputs->template_files.push_back({name, std::move(*tree)});
    }
    const evaluate::Assessment assessment = evaluate::evaluate(*inputs);
    const compose::Document document =
        compose::compose(assessment, "main", {test.draft, "令和６年９月１日"}, diagnostics);
    compose::add_elsewhere(compose::check_template(*inputs, {"mincho", "gothic"}), diagnostics);
    diagnostics.sort();
    for (const base::Diagnostic& fault : diagnostics.all()) out += base::render(fault, sources);
    const std::string folder = (home / "tests/compose/").string();
    for (std::size_t at = out.find(folder); at != std::string::npos; at = out.find(folder))
        out.erase(at, folder.size());
    return out + dump(document);
}

}  // namespace

TEST_CASE("templates and what they make") {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(home / "tests/compose")) {
        if (entry.path().extension() == ".test") paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    REQUIRE(!paths.empty());
    const Workplace workplace("compose");
    const Catalogue catalogue(workplace.folder);
    const bool update = std::getenv("UPDATE") != nullptr;
    for (const fs::path& path : paths) {
        std::string rewritten;
        for (const Case& test : read_cases(path)) {
            const std::string out = outcome(test);
            rewritten += test.head + "---\n" + out;
            if (!update) CHECK_MESSAGE(out == test.expected, path.filename().string() << ": " << test.title);
        }
        if (update) std::ofstream(path) << rewritten;
    }
}
