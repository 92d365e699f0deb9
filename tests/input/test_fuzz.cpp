// Damaged files of a project: whatever is cut, doubled or exchanged, reading ends with messages, never with a crash.
#include <doctest/doctest.h>
#include <unistd.h>

#include <fstream>

#include "base/file.h"
#include "dice.h"
#include "home.h"
#include "input/input.h"

namespace fs = std::filesystem;

namespace {

constexpr const char* pieces[] = {"\n",  ": ",   "- ",  "[",    "]",  "{",  "}",    "\"",         "'",          "|\n",
                                  ">\n", "#",    "&a ", "*a",   "~",  "\t", "   ",  "18,405",     "1e9",        "R5",
                                  "R99", "令和", "－",  "\xE3", "\r", "% ", "!!x ", "reprint_of", "same_as: a", "year"};

std::string damaged(std::string text, Dice& dice) {
    for (std::size_t blows = dice.below(3) + 1; blows > 0 && !text.empty(); --blows) {
        const std::size_t at = dice.below(text.size());
        const std::size_t length = dice.below(40);
        switch (dice.below(5)) {
            case 0: text.resize(at); break;
            case 1: text.erase(at, length); break;
            case 2: text.insert(at, pieces[dice.below(std::size(pieces))]); break;
            case 3: text.insert(at, text.substr(dice.below(text.size()), length)); break;
            default: text[at] = static_cast<char>(dice.below(256)); break;
        }
    }
    return text;
}

}  // namespace

TEST_CASE("damaged projects are read to their end") {
    const fs::path home = KENSHO_HOME;
    const fs::path folder = fs::temp_directory_path() / ("kensho-fuzz-" + std::to_string(::getpid()));
    fs::copy(home / "tests/input/project", folder, fs::copy_options::recursive);
    const char* files[] = {"kensho.yaml", "strategy.yaml", "years/r5.yaml",
                           "annex.yaml",  "policy.yaml",   "narrative.yaml"};
    Dice dice{20240901};
    std::size_t faulty = 0;
    for (int round = 0; round < 1500; ++round) {
        const char* name = files[dice.below(std::size(files))];
        const std::string whole = base::read_file(home / "tests/input/project" / name, 1 << 20);
        const std::string text = damaged(whole, dice);
        std::ofstream(folder / name, std::ios::binary) << text;
        CAPTURE(name);
        CAPTURE(text);
        base::Sources sources;
        base::Diagnostics diagnostics;
        const auto inputs = input::read_project(folder, {home}, {}, sources, diagnostics);
        diagnostics.sort();
        for (const base::Diagnostic& diagnostic : diagnostics.all()) {
            const bool placed =
                !diagnostic.span.known() || diagnostic.span.end <= sources.text(diagnostic.span.file).size();
            CHECK(placed);
            CHECK(base::render(diagnostic, sources).size() < 4000);
        }
        if (diagnostics.has_errors()) ++faulty;
        std::ofstream(folder / name, std::ios::binary) << whole;
    }
    CHECK(faulty > 1000);
    CHECK(faulty < 1500);
    fs::remove_all(folder);
}
