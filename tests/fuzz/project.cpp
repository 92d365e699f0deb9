// The small project of tests/input with one file replaced: the first byte tells which, the others are its bytes.
#include <array>
#include <filesystem>
#include <fstream>

#include <unistd.h>

#include "base/file.h"
#include "fuzz/fuzz.h"
#include "input/input.h"

namespace fs = std::filesystem;

namespace {

constexpr std::array files = {"kensho.yaml",
                              "strategy.yaml",
                              "years/r5.yaml",
                              "annex.yaml",
                              "policy.yaml",
                              "narrative.yaml",
                              "template/report/main.yaml"};

/// A copy in memory, gone at the end.
struct Copy {
    fs::path folder = fs::path("/dev/shm") / ("kensho-fuzz-" + std::to_string(::getpid()));
    std::array<std::string, files.size()> whole;
    Copy() {
        const fs::path from = fs::path(KENSHO_HOME) / "tests/input/project";
        fs::copy(from, folder, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
        for (std::size_t i = 0; i < files.size(); ++i) whole[i] = base::read_file(from / files[i], 1 << 20);
    }
    Copy(const Copy&) = delete;
    Copy& operator=(const Copy&) = delete;
    ~Copy() { fs::remove_all(folder); }
    void write(std::size_t index, const std::string& text) const {
        std::ofstream(folder / files[index], std::ios::binary) << text;
    }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Copy copy;
    if (size == 0) return 0;
    const std::size_t index = data[0] % files.size();
    copy.write(index, fuzz::text_of(data + 1, size - 1));
    base::Sources sources;
    base::Diagnostics diagnostics;
    try {
        input::read_project(copy.folder, {KENSHO_HOME}, {}, sources, diagnostics);
    } catch (const base::FileError&) {
        // a file too large for the reader
    }
    fuzz::render_all(diagnostics, sources);
    copy.write(index, copy.whole[index]);
    return 0;
}
