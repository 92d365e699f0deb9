// The whole program on 汐見沢町 with blows to one of its files, or to its template: everything is made, in memory.
#include <filesystem>
#include <fstream>

#include "base/file.h"
#include "fuzz/copy.h"
#include "fuzz/fuzz.h"
#include "pipeline.h"

namespace fs = std::filesystem;

namespace {

/// With a template of its own.
struct Town : fuzz::Copy {
    Town() : Copy("pipeline", fs::path(KENSHO_HOME) / "samples/shiomizawa") {
        add(fs::path(KENSHO_HOME) / "templates/gaiyou", "own");
        std::string settings = base::read_file(folder / "kensho.yaml", 1 << 20);
        settings.replace(settings.find("template: gaiyou"), 16, "template: ./own");
        std::ofstream(folder / "kensho.yaml") << settings;
        strike(base::list_files(folder));
    }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Town copy;
    if (size == 0) return 0;
    const std::size_t index = data[0] % copy.files.size();
    copy.write(index, fuzz::struck(copy.whole[index], data + 1, size - 1));
    kensho::Request request;
    request.project = copy.folder;
    request.out = copy.folder / "out";
    request.home.root = KENSHO_HOME;
    request.today = "2024年4月1日";
    request.draft = size % 2 == 0;
    kensho::Run run;
    try {
        const bool good = kensho::make(request, run, [](const std::string&) {});
        fuzz::expect(good || run.diagnostics.has_errors(), "no report and no word");
    } catch (const base::FileError&) {
        // what the machine could be blamed for: a file too large
    }
    fuzz::render_all(run.diagnostics, run.sources);
    copy.write(index, copy.whole[index]);
    return 0;
}
