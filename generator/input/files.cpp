// Files are parsed ahead on several threads, but counted and reported only when their turn comes.
#include "input/files.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include "base/file.h"
#include "base/heap.h"
#include "base/message.h"
#include "input/beside.h"
#include "input/shipped_trees.h"
#include "input/yaml.h"

namespace input {

namespace fs = std::filesystem;

using base::say;
using base::Value;

namespace {

constexpr std::size_t max_asset_bytes = std::size_t{64} << 20U;

std::string content_of(std::uint32_t file, const base::Sources& sources) {
    return std::to_string(file) + " " + base::digest(sources.text(file));
}

ParsedFile parse(std::uint32_t file, const base::Sources& sources) {
    ParsedFile parsed;
    parsed.tree = parse_yaml(file, sources, parsed.diagnostics);
    return parsed;
}

/// What needs no parser: the tree of a file that kensho brings along.
std::optional<ParsedFile> known(std::uint32_t file, const base::Sources& sources) {
    auto tree = shipped_tree(sources.text(file), file);
    return tree ? std::optional(ParsedFile{std::move(tree), {}}) : std::nullopt;
}

/// The tree of a file; what was wrong with it is told in its turn.
Value tell(ParsedFile parsed, base::Diagnostics& diagnostics) {
    diagnostics.append(parsed.diagnostics);
    return std::move(parsed.tree).value_or(Value{});
}

/// A file that was not read ahead.
ParsedFile parse_now(std::uint32_t file, const base::Sources& sources, ParsedFiles* kept) {
    if (auto shipped = known(file, sources)) return std::move(*shipped);
    if (kept == nullptr) return parse(file, sources);
    std::string content = content_of(file, sources);
    const ParsedFile* before = kept->find(content);
    return before != nullptr ? *before : kept->keep(std::move(content), parse(file, sources));
}

bool stays_below(const fs::path& path) {
    return path.is_relative() && std::find(path.begin(), path.end(), "..") == path.end();
}

/// Does `work` for each, on several threads.
template <typename Each, typename Work>
void side_by_side(std::size_t threads, std::vector<Each>& all, const Work& work) {
    std::atomic<std::size_t> next = 0;
    const auto do_some = [&] {
        for (std::size_t i = next++; i < all.size(); i = next++) work(all[i]);
    };
    const auto beside = [&] {
        base::ask_for_memory_of_thread();
        do_some();
    };
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < std::min(threads, all.size()); ++i) others.emplace_back(beside);
    do_some();
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
    std::vector<Ahead*> all;
    for (auto& [path, ahead] : ahead_) all.push_back(&ahead);
    side_by_side(options_.threads, all, [&](Ahead* ahead) {
        ahead->parsed = known(ahead->file, sources_);
        if (!ahead->parsed && options_.kept != nullptr) ahead->content = content_of(ahead->file, sources_);
    });
    std::erase_if(all, [](const Ahead* ahead) { return ahead->parsed.has_value(); });
    if (options_.kept != nullptr) {
        for (Ahead* ahead : all) ahead->before = options_.kept->find(ahead->content);
    }
    parse_ahead(all);
    if (options_.kept == nullptr) return;
    for (Ahead* ahead : all) {
        if (ahead->before == nullptr) options_.kept->keep(std::move(ahead->content), *ahead->parsed);
    }
}

void Files::parse_ahead(const std::vector<Ahead*>& all) {
    struct Piece {
        Ahead* of;
        std::size_t part, size;
    };
    std::vector<Piece> pieces;
    for (Ahead* ahead : all) {
        if (ahead->before != nullptr) {
            pieces.push_back({ahead, 0, sources_.text(ahead->file).size()});
            continue;
        }
        YamlParts& parts = ahead->parts.emplace(ahead->file, sources_);
        for (std::size_t part = 0; part < parts.count(); ++part) pieces.push_back({ahead, part, parts.size(part)});
    }
    // The largest first, so that no thread begins it last.
    std::stable_sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.size > b.size; });
    side_by_side(options_.threads, pieces, [](Piece& piece) {
        if (piece.of->before != nullptr) {
            piece.of->parsed = *piece.of->before;
        } else {
            piece.of->parts->parse(piece.part);
        }
    });
    for (Ahead* ahead : all) {
        if (ahead->parts) ahead->parsed = ahead->parts->take();
        ahead->parts.reset();
    }
}

Value Files::tree(const fs::path& path, base::Span place) {
    if (const auto found = ahead_.find(path); found != ahead_.end()) {
        count(path, sources_.text(found->second.file));
        const auto ahead = ahead_.extract(found);
        return tell(std::move(ahead.mapped().parsed).value(), diagnostics_);
    }
    try {
        const std::uint32_t file = sources_.load(path.generic_string());
        count(path, sources_.text(file));
        return tell(parse_now(file, sources_, options_.kept), diagnostics_);
    } catch (const base::FileError& error) {
        if (!place.known()) throw;
        diagnostics_.error(place, error.what(), hint(path));
        return {};
    }
}

std::optional<std::string> Files::bytes(const fs::path& path, base::Span place) {
    try {
        std::string content = base::read_file(path, max_asset_bytes);
        count(path, content);
        return content;
    } catch (const base::FileError& error) {
        diagnostics_.error(place, error.what(), hint(path));
        return std::nullopt;
    }
}

std::string Files::hint(const fs::path& path) const {
    std::error_code error;
    const bool missing = !fs::exists(path, error) && !error;
    const fs::path name = path.lexically_relative(folder_.lexically_normal());
    return missing && !name.empty() && stays_below(name) ? hint_beside(folder_, name.generic_string()) : std::string();
}

void Files::count(const fs::path& path, std::string_view content) {
    read_.push_back(path.generic_string());
    log_.push_back(base::digest(content) + " " + path.filename().string() + "\n");
}

std::string Files::digest() const { return digest_without(0, 0); }

std::string Files::digest_without(std::size_t from, std::size_t to) const {
    std::string lines;
    for (std::size_t i = 0; i < log_.size(); ++i) {
        if (i < from || i >= to) lines += log_[i];
    }
    return base::digest(lines);
}

Value read_tree(const fs::path& path, base::Sources& sources, base::Diagnostics& diagnostics, ParsedFiles* kept) {
    return tell(parse_now(sources.load(path.generic_string()), sources, kept), diagnostics);
}

}  // namespace input
