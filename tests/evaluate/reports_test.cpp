// What people and programs are given: JSON, tables, explanations, comparisons; recorded and read in review.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <regex>
#include <sstream>

#include "evaluate/project.h"
#include "evaluate/report.h"
#include "home.h"

namespace {

/// A file of tests/evaluate; with UPDATE=1 it becomes `text`.
std::string recorded(const std::string& name, const std::string& text) {
    const std::string path = std::string(KENSHO_HOME) + "/tests/evaluate/" + name;
    if (std::getenv("UPDATE") != nullptr) std::ofstream(path) << text;
    std::ifstream file(path);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

/// Without the folder of this checkout, so that the record is the same everywhere.
std::string without_home(std::string text) {
    const std::string home = std::string(KENSHO_HOME) + "/";
    for (std::size_t at = text.find(home); at != std::string::npos; at = text.find(home, at))
        text.erase(at, home.size());
    return text;
}

void check_recorded(const std::string& name, const std::string& text) {
    const std::string expected = recorded(name, text);
    // One message for the first line that differs, not two whole files.
    std::istringstream now(text);
    std::istringstream then(expected);
    std::string line;
    std::string before;
    for (std::size_t number = 1; std::getline(now, line); ++number) {
        CAPTURE(name);
        CAPTURE(number);
        std::getline(then, before);
        REQUIRE(line == before);
    }
    CHECK_FALSE(std::getline(then, before));
}

const Project& sample(const std::string& name) {
    static const Project atsugi("atsugi");
    static const Project shiomizawa("shiomizawa");
    return name == "atsugi" ? atsugi : shiomizawa;
}

/// Lines as LINE, so that a new comment in a sample changes no record; the next test looks at one of them.
std::string without_lines(const std::string& text) {
    return std::regex_replace(text, std::regex("\\.yaml:[0-9]+"), ".yaml:LINE");
}

std::string explained(const std::string& name, const std::string& what) {
    base::Diagnostics diagnostics;
    std::string text = evaluate::explain(sample(name).assessment, what, sample(name).sources, diagnostics);
    for (const auto& diagnostic : diagnostics.all()) text += base::render(diagnostic, sample(name).sources);
    return "$ " + name + " --explain " + what + "\n" + without_lines(without_home(text)) + "\n";
}

}  // namespace

TEST_CASE("JSON of both samples") {
    for (const std::string name : {"atsugi", "shiomizawa"}) {
        CHECK(sample(name).messages() == "");
        check_recorded(name + ".json", evaluate::to_json(sample(name).assessment));
    }
}

TEST_CASE("the page of the documentation that lists the vocabulary") {
    check_recorded("../../docs/facts.md", evaluate::facts_document());
}

TEST_CASE("tables of both samples") {
    for (const std::string name : {"atsugi", "shiomizawa"}) {
        check_recorded(name + ".table", evaluate::to_table(sample(name).assessment));
    }
}

TEST_CASE("explanations") {
    std::string text;
    for (const std::string& line : data_lines("explain.txt")) {
        const std::size_t space = line.find(' ');
        text += explained(line.substr(0, space), line.substr(space + 1));
    }
    check_recorded("explanations", text);
}

TEST_CASE("an explanation names the line where a figure was typed") {
    base::Diagnostics diagnostics;
    const Project& atsugi = sample("atsugi");
    const std::string text = evaluate::explain(atsugi.assessment, "daily-support", atsugi.sources, diagnostics);
    std::smatch found;
    REQUIRE(std::regex_search(text, found, std::regex("actual: 18,405 \\((.*):([0-9]+)\\)")));
    std::ifstream file(found[1]);
    std::string line;
    for (int number = std::stoi(found[2]); number > 0; --number) REQUIRE(std::getline(file, line));
    CHECK(line.find("daily-support: 18,405") != std::string::npos);
}

TEST_CASE("what if another policy") {
    std::string text;
    for (const std::string name : {"atsugi", "shiomizawa"}) {
        for (const std::string policy : {"atsugi", "share", "s-to-d", "symbols"}) {
            const Project other(name, policy);
            CHECK(other.messages() == "");
            text.append("$ ").append(name).append(" --policy ").append(policy).append("\n");
            text.append(evaluate::compare(sample(name).assessment, other.assessment)).append("\n");
        }
    }
    check_recorded("comparisons", text);
}
