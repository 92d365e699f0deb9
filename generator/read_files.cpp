// What was read lies in the project or among what kensho brings along; the place in either is the place in an edition.
#include "read_files.h"

#include <set>

#include "input/shipped.h"

namespace kensho {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_bytes = std::size_t{64} << 20U;

}  // namespace

std::vector<std::pair<std::string, std::string>> read_files(const Request& request, const Run& run) {
    std::vector<std::string> paths = run.inputs->files;
    for (const char* own : {"fonts/fonts.yaml", "config/typesetting.yaml"}) {
        paths.push_back(input::shipped(own, request.project, request.home.root).generic_string());
    }
    for (const std::string& face : base::list_files(request.project / "fonts")) {
        paths.push_back((request.project / "fonts" / face).generic_string());
    }
    std::vector<std::pair<std::string, std::string>> files;
    std::set<fs::path> taken;
    for (const std::string& path : paths) {
        const fs::path& root = base::lies_inside(request.project, path) ? request.project : request.home.root;
        const fs::path place = fs::absolute(path).lexically_normal().lexically_relative(
            fs::absolute(root.empty() ? fs::path(".") : root).lexically_normal());
        if (taken.insert(place).second) files.emplace_back(place.generic_string(), path);
    }
    return files;
}

std::string bytes_of(const Run& run, const std::string& path) {
    for (std::uint32_t file = 0; file < run.sources.size(); ++file) {
        if (run.sources.name(file) == path) return run.sources.text(file);
    }
    return base::read_file(path, most_bytes);
}

std::vector<base::Attachment> carried_files(const Request& request, const Run& run) {
    std::vector<base::Attachment> files;
    for (const auto& [place, path] : read_files(request, run)) {
        const char* kind = place.ends_with(".yaml") ? "application/yaml" : "application/octet-stream";
        files.push_back({place, kind, {}, bytes_of(run, path)});
    }
    return files;
}

}  // namespace kensho
