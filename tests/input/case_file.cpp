// A change names a piece of text that must stand exactly once in its file, so that no case can miss what it breaks.
#include "input/case_file.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "home.h"

namespace fs = std::filesystem;

namespace {

std::string slurp(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

void spill(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

/// \xHH as a byte.
std::string unescaped(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.compare(i, 2, "\\x") == 0 && i + 3 < text.size()) {
            out += static_cast<char>(std::stoi(text.substr(i + 2, 2), nullptr, 16));
            i += 3;
        } else {
            out += text[i];
        }
    }
    return out;
}

void take_line(Case& test, const std::string& line) {
    const std::string rest = line.size() > 2 ? line.substr(2) : "";
    if (line.starts_with("@ ")) {
        const bool removed = rest.ends_with(" removed");
        test.changes.push_back({rest.substr(0, rest.find(' ')), removed, "", ""});
    } else if (line == "language ja") {
        test.japanese = true;
    } else if (line == "draft") {
        test.draft = true;
    } else if (line.starts_with("<")) {
        if (!test.changes.back().to.empty()) test.changes.push_back({test.changes.back().file, false, "", ""});
        std::string& from = test.changes.back().from;
        from += (from.empty() ? "" : "\n") + unescaped(rest);
    } else if (line.starts_with(">") || line.starts_with("|")) {
        test.changes.back().to += unescaped(rest) + "\n";
    } else {
        throw std::runtime_error("no such line in a case: " + line);
    }
}

/// The lines behind the first get the indentation of the line at `at`.
std::string indented(std::string piece, const std::string& text, std::size_t at) {
    const std::size_t line = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
    const std::string indent(std::min(text.find_first_not_of(' ', line), at) - line, ' ');
    for (std::size_t end = piece.find('\n'); end != std::string::npos; end = piece.find('\n', end + 1)) {
        piece.insert(end + 1, indent);
    }
    return piece;
}

std::string replaced(std::string text, const Change& change) {
    std::vector<std::size_t> places;
    const std::string first = change.from.substr(0, change.from.find('\n'));
    for (std::size_t at = text.find(first); at != std::string::npos; at = text.find(first, at + 1)) {
        const std::string from = indented(change.from, text, at);
        if (text.compare(at, from.size(), from) == 0) places.push_back(at);
    }
    if (places.size() != 1) throw std::runtime_error("`" + change.from + "` does not stand once in " + change.file);
    const std::string to = indented(change.to.substr(0, change.to.size() - 1), text, places[0]);
    return text.replace(places[0], indented(change.from, text, places[0]).size(), to);
}

}  // namespace

CaseFile read_cases(const fs::path& path) {
    CaseFile file;
    std::istringstream in(slurp(path));
    bool in_messages = false;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("=== ")) {
            file.cases.push_back({line + "\n", line.substr(4), false, false, {}, ""});
            in_messages = false;
        } else if (file.cases.empty()) {
            file.preamble += line + "\n";
        } else if (line == "---") {
            in_messages = true;
        } else if (in_messages) {
            file.cases.back().messages += line + "\n";
        } else {
            file.cases.back().head += line + "\n";
            take_line(file.cases.back(), line);
        }
    }
    return file;
}

void write_cases(const fs::path& path, const CaseFile& file) {
    std::string text = file.preamble;
    for (const Case& test : file.cases) text += test.head + "---\n" + test.messages;
    spill(path, text);
}

void make_project(const Case& test, const fs::path& folder, const std::string& of) {
    fs::remove_all(folder);
    fs::copy(fs::path(KENSHO_HOME) / "tests" / of, folder, fs::copy_options::recursive);
    for (const Change& change : test.changes) {
        const fs::path path = folder / change.file;
        if (change.removed) {
            fs::remove(path);
        } else {
            spill(path, change.from.empty() ? change.to : replaced(slurp(path), change));
        }
    }
}
