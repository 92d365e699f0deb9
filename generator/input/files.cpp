// Files are parsed ahead on several threads, but counted and reported only when their turn comes.
#include "input/files.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include "base/file.h"
#include "base/message.h"
#include "input/input.h"
#include "input/yaml.h"

namespace input {

namespace fs = std::filesystem;

using base::say;
using base::Value;

namespace {

constexpr std::size_t max_asset_bytes = std::size_t{64} << 20U;

bool stays_below(const fs::path& path) {
    return path.is_relative() && std::find(path.begin(), path.end(), "..") == path.end();
}

}  // namespace

std::optional<fs::path> Files::inside(const std::string& name, base::Span place) {
    const bool plain = !name.empty() && name.size() < 1000 && name.find('\\') == std::string::npos &&
                       name.find('\0') == std::string::npos && name.find('\n') == std::string::npos;
    if (plain && stays_below(name)) {
        fs::path path = (folder_ / name).lexically_normal();
        try {
            if (base::lies_inside(folder_, path)) return path;
        } catch (const base::FileError& error) {
            diagnostics_.error(place, error.what());
            return std::nullopt;
        }
    }
    diagnostics_.error(place, say("`{}` does not lie in the project folder", name),
                       say("write a path below the project folder, with /, such as years/r5/actuals.yaml"));
    return std::nullopt;
}

void Files::load_ahead(const fs::path& path) {
    if (ahead_.contains(path)) return;
    try {
        const std::uint32_t file = sources_.load(path.generic_string());
        ahead_[path].file = file;
    } catch (const base::FileError&) {
        return;  // said when its turn comes
    }
}

void Files::read_ahead(const std::vector<fs::path>& paths) {
    for (const fs::path& path : paths) load_ahead(path);
    std::vector<Ahead*> work;
    for (auto& [path, ahead] : ahead_) work.push_back(&ahead);
    // The largest first, so that no thread begins it last.
    std::sort(work.begin(), work.end(), [&](const Ahead* a, const Ahead* b) {
        return sources_.text(a->file).size() > sources_.text(b->file).size();
    });
    std::atomic<std::size_t> next = 0;
    const auto parse = [&] {
        for (std::size_t i = next++; i < work.size(); i = next++) {
            work[i]->tree = parse_yaml(work[i]->file, sources_, work[i]->diagnostics);
        }
    };
    const std::size_t cores = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 8);
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < std::min(cores, work.size()); ++i) threads.emplace_back(parse);
    parse();
}

Value Files::tree(const fs::path& path, base::Span place) {
    if (const auto found = ahead_.find(path); found != ahead_.end()) {
        count(path, sources_.text(found->second.file));
        diagnostics_.append(found->second.diagnostics);
        std::optional<Value> tree = std::move(found->second.tree);
        ahead_.erase(found);
        return std::move(tree).value_or(Value{});
    }
    try {
        const std::uint32_t file = sources_.load(path.generic_string());
        count(path, sources_.text(file));
        return parse_yaml(file, sources_, diagnostics_).value_or(Value{});
    } catch (const base::FileError& error) {
        if (!place.known()) throw;
        diagnostics_.error(place, error.what());
        return {};
    }
}

std::optional<std::string> Files::bytes(const fs::path& path, base::Span place) {
    try {
        std::string content = base::read_file(path, max_asset_bytes);
        count(path, content);
        return content;
    } catch (const base::FileError& error) {
        diagnostics_.error(place, error.what());
        return std::nullopt;
    }
}

void Files::count(const fs::path& path, std::string_view content) {
    read_.push_back(path.generic_string());
    log_ += base::digest(content) + " " + path.filename().string() + "\n";
}

std::string Files::digest() const { return base::digest(log_); }

Value read_tree(const fs::path& path, base::Sources& sources, base::Diagnostics& diagnostics) {
    return parse_yaml(sources.load(path.generic_string()), sources, diagnostics).value_or(Value{});
}

}  // namespace input
