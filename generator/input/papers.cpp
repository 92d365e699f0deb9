// Each paper is read once, whatever number of values name it.
#include "input/papers.h"

#include <algorithm>

#include "base/file.h"

namespace input {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_bytes = std::size_t{64} << 20U;
constexpr std::size_t longest_name = 1000;

/// Where the paper lies; empty where it does not lie in the project.
fs::path path_of(const std::string& paper, const fs::path& folder) {
    const fs::path name(paper);
    const bool below = name.is_relative() && std::find(name.begin(), name.end(), "..") == name.end();
    if (!below || paper.empty() || paper.size() > longest_name || paper.find('\0') != std::string::npos) return {};
    fs::path path = (folder / name).lexically_normal();
    std::error_code none;
    return fs::is_regular_file(path, none) && base::lies_inside(folder, path) ? path : fs::path();
}

}  // namespace

std::optional<Paper> paper_in(const fs::path& folder, const std::string& name) {
    const fs::path path = path_of(name, folder);
    if (path.empty()) return std::nullopt;
    return Paper{path.generic_string(), base::digest(base::read_file(path, most_bytes))};
}

void look_at_papers(const fs::path& folder, Inputs& inputs, base::Diagnostics& diagnostics) {
    const auto look = [&](const std::map<base::Year, Figure>& figures) {
        for (const auto& [year, figure] : figures) {
            const std::optional<Evidence>& evidence = figure.beside->evidence;
            if (!evidence || inputs.papers.contains(evidence->paper)) continue;
            try {
                if (auto paper = paper_in(folder, evidence->paper)) inputs.papers[evidence->paper] = std::move(*paper);
            } catch (const base::FileError& error) {
                diagnostics.warning({}, evidence->span, error.what());
            }
        }
    };
    for (const Indicator& indicator : inputs.strategy.indicators) look(indicator.actuals);
    for (const Project& project : inputs.projects) {
        for (const ActivityIndicator& activity : project.indicators) look(activity.actuals);
    }
}

}  // namespace input
