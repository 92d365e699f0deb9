// The whole program on a town of one page, with blows to one of its files or to its template: everything is made, in
// memory. Faces, dictionary and what was read of the same content stay open from one run to the next (warm.h).
#include <filesystem>

#include "base/file.h"
#include "fuzz/copy.h"
#include "fuzz/fuzz.h"
#include "pipeline.h"
#include "warm.h"

namespace fs = std::filesystem;

namespace {

struct Town : fuzz::Copy {
    Town() : Copy("pipeline", fs::path(KENSHO_HOME) / "tests/fuzz/town") { strike(base::list_files(folder)); }
};

/// Whether there is a report.
bool run(const Town& town, kensho::Warm& warm, bool draft) {
    kensho::Request request;
    request.project = town.folder;
    request.out = town.folder / "out";
    request.home.root = KENSHO_HOME;
    request.today = "2024年4月1日";
    request.draft = draft;
    request.threads = 1;
    request.warm = &warm;
    kensho::Run run;
    bool good = false;
    try {
        good = kensho::make(request, run, [](const std::string&) {});
        fuzz::expect(good || run.diagnostics.has_errors(), "no report and no word");
    } catch (const base::FileError&) {
        // what the machine could be blamed for: a file too large
    }
    fuzz::render_all(run.diagnostics, run.sources);
    return good;
}

/// What stays of the town as it stands: runs that end early would let go of it.
struct Open {
    kensho::Warm warm;
    input::ParsedFiles parsed;
    explicit Open(const Town& town) {
        fuzz::expect(run(town, warm, false), "the town has faults");
        parsed = warm.parsed;
    }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Town town;
    static Open open(town);
    if (size == 0) return 0;
    const std::size_t index = data[0] % town.files.size();
    town.write(index, fuzz::struck(town.whole[index], data + 1, size - 1));
    open.warm.parsed = open.parsed;
    run(town, open.warm, size % 2 == 0);
    town.write(index, town.whole[index]);
    return 0;
}
