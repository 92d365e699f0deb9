// Runs the *.tests beside this file. UPDATE=1 writes the lines that come out into them.
//
//   = body 20 BIZ UDMincho      style, width in em, family; stays in force until the next such line
//   > the text                  \u200B, \u00A0 and \n may be written as <200B>, <A0> and <br>
//   | first line
//   | second line
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "home.h"
#include "text/fixture.h"

namespace {

using text_test::Bench;
using text_test::Specimen;

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
        text.replace(at, from.size(), to);
    }
    return text;
}

std::string unescaped(const std::string& text) {
    return replaced(replaced(replaced(text, "<200B>", "\u200B"), "<A0>", "\u00A0"), "<br>", "\n");
}

void read_header(const std::string& line, Specimen& specimen) {
    std::istringstream stream(line.substr(2));
    double em = 0;
    stream >> specimen.style >> em >> std::ws;
    std::getline(stream, specimen.face);
    specimen.width = static_cast<std::int64_t>(em * 1000 + 0.5);
}

/// The file as it would be if all expectations were met.
std::string recorded(std::istream& in) {
    std::string out;
    Specimen specimen;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("| ")) continue;
        out += line + "\n";
        if (line.starts_with("= ")) read_header(line, specimen);
        if (!line.starts_with("> ")) continue;
        specimen.text = unescaped(line.substr(2));
        for (const std::string& set : text_test::texts(Bench::shared().set(specimen))) out += "| " + set + "\n";
    }
    return out;
}

std::string contents(const std::filesystem::path& path) {
    std::ifstream in(path);
    std::stringstream all;
    all << in.rdbuf();
    return all.str();
}

void check_case(const std::string& expected, const std::string& found, std::size_t number) {
    INFO("case ", number);
    CHECK(found == expected);
}

/// Case by case, so that a failure shows the whole of it.
void compare(const std::string& expected, const std::string& found) {
    const auto blocks = [](const std::string& text) {
        std::vector<std::string> all(1);
        std::istringstream stream(text);
        for (std::string line; std::getline(stream, line);) {
            if (!line.starts_with("| ")) all.emplace_back();
            all.back() += line + "\n";
        }
        return all;
    };
    const std::vector<std::string> a = blocks(expected), b = blocks(found);
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) check_case(a[i], b[i], i);
}

}  // namespace

TEST_CASE("regression cases") {
    const std::filesystem::path folder = std::filesystem::path(KENSHO_HOME) / "tests/text";
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".tests") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    REQUIRE(!files.empty());
    for (const std::filesystem::path& path : files) {
        CAPTURE(path.filename().string());
        const std::string before = contents(path);
        std::istringstream in(before);
        const std::string after = recorded(in);
        if (std::getenv("UPDATE") != nullptr) {
            std::ofstream(path) << after;
        } else {
            compare(before, after);
        }
    }
    CHECK(Bench::shared().diagnostics.all().empty());
}
