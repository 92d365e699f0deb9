// Without libFuzzer: runs a harness on files, or on blows to them. `-runs=N` strikes each file N times.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

/// The same row of numbers in every run.
struct Dice {
    std::uint64_t state = 20241129;
    std::size_t below(std::size_t limit) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::size_t>(state >> 33U) % limit;
    }
};

constexpr std::string_view pieces[] = {"\n",  ": ",   "- ", "[",   "]",   "{",      "}",   "\"", "'",
                                       "|\n", "#",    "\t", "   ", "&a ", "18,405", "1e9", "R5", "令和",
                                       "－",  "\xE3", "\r", "<<",  ">>",  "(",      ")",   "obj"};

std::string struck(std::string text, Dice& dice) {
    for (std::size_t blows = dice.below(4) + 1; blows > 0 && !text.empty(); --blows) {
        const std::size_t at = dice.below(text.size()), length = dice.below(40);
        switch (dice.below(6)) {
            case 0: text.resize(at); break;
            case 1: text.erase(at, length); break;
            case 2: text.insert(at, pieces[dice.below(std::size(pieces))]); break;
            case 3: text.insert(at, text.substr(dice.below(text.size()), length)); break;
            case 4: text[at] = static_cast<char>(text[at] ^ static_cast<char>(1U << dice.below(8))); break;
            default: text[at] = static_cast<char>(dice.below(256)); break;
        }
    }
    return text;
}

void run(const std::string& text) {
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<std::filesystem::path> files;
    std::size_t runs = 0;
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument.starts_with("-runs=")) {
            runs = std::stoul(std::string(argument.substr(6)));
        } else if (std::filesystem::is_directory(argument)) {
            for (const auto& entry : std::filesystem::directory_iterator(argument)) files.push_back(entry.path());
        } else {
            files.emplace_back(argument);
        }
    }
    std::sort(files.begin(), files.end());
    Dice dice;
    std::size_t executions = 0;
    for (const std::filesystem::path& file : files) {
        const std::string whole = base::read_file(file, std::size_t{1} << 26U);
        run(whole);
        for (std::size_t i = 0; i < runs; ++i) run(struck(whole, dice));
        executions += runs + 1;
    }
    std::printf("%zu executions\n", executions);
    return files.empty() ? 2 : 0;
}
