// Every *.test is cut at `===` and `---` and written back the same way, so that expectations can be recorded anew.
#include "evaluate/case_file.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "home.h"

namespace fs = std::filesystem;

namespace {

CaseFile read_case_file(const fs::path& path) {
    CaseFile file;
    file.path = path.string();
    std::ifstream in(path);
    bool expected = false;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("=== ")) {
            file.cases.push_back({line.substr(4), "", ""});
            expected = false;
        } else if (file.cases.empty()) {
            file.preamble += line + "\n";
        } else if (line == "---") {
            expected = true;
        } else {
            (expected ? file.cases.back().expected : file.cases.back().yaml) += line + "\n";
        }
    }
    return file;
}

}  // namespace

std::vector<CaseFile> read_case_files() {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(fs::path(KENSHO_HOME) / "tests/evaluate")) {
        if (entry.path().extension() == ".test") paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<CaseFile> files;
    files.reserve(paths.size());
    for (const fs::path& path : paths) files.push_back(read_case_file(path));
    return files;
}

void write_case_file(const CaseFile& file) {
    std::ofstream out(file.path);
    out << file.preamble;
    for (const Case& test : file.cases) out << "=== " << test.title << "\n" << test.yaml << "---\n" << test.expected;
}
