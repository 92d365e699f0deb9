// The small project of tests/input with one file replaced: the first byte tells which, the others are its bytes.
#include <filesystem>

#include "fuzz/copy.h"
#include "fuzz/fuzz.h"
#include "input/input.h"

namespace fs = std::filesystem;

namespace {

struct SmallProject : fuzz::Copy {
    SmallProject() : Copy("fuzz", fs::path(KENSHO_HOME) / "tests/input/project") {
        strike({"kensho.yaml", "strategy.yaml", "years/r5.yaml", "annex.yaml", "policy.yaml", "narrative.yaml",
                "template/report/main.yaml"});
    }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const SmallProject copy;
    if (size == 0) return 0;
    const std::size_t index = data[0] % copy.files.size();
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
