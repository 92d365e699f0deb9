// An edition is a folder with a manifest; its files lie in it as a project of its own has them.
#include "commands/editions.h"

#include <algorithm>

#include "base/message.h"
#include "commands/version.h"

namespace commands {

namespace fs = std::filesystem;

using base::say;

namespace {

constexpr std::size_t most_file_bytes = std::size_t{64} << 20U;

std::string joined(const std::vector<std::string>& names) {
    std::string out;
    for (const std::string& name : names) out += (out.empty() ? "" : say(", ")) + name;
    return out;
}

/// What lies in the folder now, of the files of a list.
compare::Digests digests_now(const fs::path& folder, const compare::Digests& files) {
    compare::Digests now;
    for (const auto& [path, digest] : files) {
        std::error_code ignored;
        if (!fs::is_regular_file(folder / path, ignored)) continue;
        now.emplace_back(path, base::digest(base::read_file(folder / path, most_file_bytes)));
    }
    return now;
}

}  // namespace

std::vector<std::string> edition_names(const fs::path& project) {
    std::vector<std::string> names;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(project / compare::editions_folder, ignored)) {
        if (fs::is_regular_file(entry.path() / compare::manifest_file, ignored)) {
            names.push_back(entry.path().filename().string());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::optional<Kept> kept_in(const fs::path& folder, kensho::Run& run) {
    const fs::path file = (folder / compare::manifest_file).lexically_normal();
    std::error_code ignored;
    if (!fs::is_regular_file(file, ignored)) return std::nullopt;
    auto manifest = compare::read_manifest(input::read_tree(file, run.sources, run.diagnostics), run.diagnostics);
    return manifest ? std::optional(Kept{folder, std::move(*manifest)}) : std::nullopt;
}

std::vector<Kept> kept_editions(const fs::path& project, kensho::Run& run) {
    std::vector<Kept> editions;
    for (const std::string& name : edition_names(project)) {
        if (auto kept = kept_in(project / compare::editions_folder / name, run)) editions.push_back(std::move(*kept));
    }
    std::stable_sort(editions.begin(), editions.end(),
                     [](const Kept& a, const Kept& b) { return a.manifest.date < b.manifest.date; });
    return editions;
}

compare::Wishes wishes_of(const fs::path& project, kensho::Run& run) {
    const fs::path file = (project / "errata.yaml").lexically_normal();
    std::error_code ignored;
    if (!fs::is_regular_file(file, ignored)) return {};
    return compare::read_wishes(input::read_tree(file, run.sources, run.diagnostics), run.diagnostics);
}

std::optional<fs::path> edition_folder(const std::string& word, const fs::path& project, kensho::Run& run) {
    std::error_code ignored;
    const fs::path kept = project / compare::editions_folder / word;
    if (word.find('/') == std::string::npos && fs::is_regular_file(kept / compare::manifest_file, ignored)) return kept;
    const fs::path path = fs::path(word).filename() == "kensho.yaml" ? fs::path(word).parent_path() : fs::path(word);
    if (fs::is_regular_file((path.empty() ? fs::path(".") : path) / "kensho.yaml", ignored)) return path;
    const std::vector<std::string> names = edition_names(project);
    if (names.empty()) {
        run.diagnostics.error({}, say("there is no edition `{}`", word),
                              say("none is kept yet; keep one with: kensho freeze {}", word));
    } else {
        base::report_unknown("there is no edition `{}`", word, {}, {names.begin(), names.end()}, run.diagnostics);
    }
    return std::nullopt;
}

void note_edition(const kensho::Request& request, kensho::Run& run) {
    const auto kept = kept_in(request.project, run);
    if (!kept || !request.volume.empty()) return;
    const compare::Manifest& manifest = kept->manifest;
    compare::Digests made;
    for (const base::OutputFile& file : run.files) {
        made.emplace_back(file.path.filename().string(), base::digest(file.bytes.pieces()));
    }
    const std::vector<std::string> others = compare::changed_files(manifest.outputs, made);
    const std::vector<std::string> inputs =
        compare::changed_files(manifest.inputs, digests_now(request.project, manifest.inputs));
    const std::string differ =
        others.empty() ? say("what was made is the same all the same") : say("not the same: {}", joined(others));
    if (!inputs.empty()) {
        run.diagnostics.warning("edition", manifest.span,
                                say("`{0}` is no longer what was kept; changed: {1}", manifest.name, joined(inputs)),
                                differ);
    } else if (manifest.version != version_number()) {
        run.diagnostics.warning(
            "edition", manifest.span,
            say("`{0}` was kept by kensho {1}; this is kensho {2}", manifest.name, manifest.version, version_number()),
            differ);
    } else if (!others.empty() && manifest.draft == request.draft) {
        run.diagnostics.warning("edition", manifest.span,
                                say("what is made of `{}` is not what was kept", manifest.name), differ);
    }
}

}  // namespace commands
