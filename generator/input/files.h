// The files of a project, of the templates and of the configuration: found, loaded once, and counted into the digest.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/source.h"
#include "base/value.h"
#include "input/input.h"
#include "input/yaml_parts.h"

namespace input {

class Files {
   public:
    Files(std::filesystem::path folder, const Options& options, base::Sources& sources, base::Diagnostics& diagnostics)
        : folder_(std::move(folder)), options_(options), sources_(sources), diagnostics_(diagnostics) {}

    /// A file that the project names at `place`: relative, with `/`, inside the project folder. Reported otherwise.
    std::optional<std::filesystem::path> inside(const std::string& name, base::Span place);
    /// Parses these files ahead of their turn, on as many threads as are allowed: nearly all the time of reading is
    /// the parser's. What is wrong with one is reported when its turn comes, and nothing if it never does.
    void read_ahead(const std::vector<std::filesystem::path>& paths);
    /// A tree; an empty value without a place when the file cannot be read, which is reported at `place`.
    base::Value tree(const std::filesystem::path& path, base::Span place);
    /// The bytes of a picture or a page; nothing, reported at `place`, when it cannot be read or is too large.
    std::optional<std::string> bytes(const std::filesystem::path& path, base::Span place);
    /// SHA-256 of the names and bytes of all that was read, in the order of reading.
    std::string digest() const;
    /// The same without the files that were read while this many to that many had been.
    std::string digest_without(std::size_t from, std::size_t to) const;
    /// Every file that was read, in the order of reading.
    const std::vector<std::string>& read() const { return read_; }
    const std::filesystem::path& folder() const { return folder_; }

   private:
    struct Ahead {
        std::uint32_t file = 0;
        std::string content;                 ///< under which it is kept
        const ParsedFile* before = nullptr;  ///< what is kept
        std::optional<YamlParts> parts;
        std::optional<ParsedFile> parsed;
    };
    void load_ahead(const std::filesystem::path& path);
    void parse_ahead(const std::vector<Ahead*>& all);
    /// What may have been meant by a file that is not there.
    std::string hint(const std::filesystem::path& path) const;
    void count(const std::filesystem::path& path, std::string_view content);
    std::filesystem::path folder_;
    const Options& options_;
    base::Sources& sources_;
    base::Diagnostics& diagnostics_;
    std::map<std::filesystem::path, Ahead> ahead_;
    std::vector<std::string> read_;
    std::vector<std::string> log_;  ///< of each: a line of its digest and its name
};

}  // namespace input
