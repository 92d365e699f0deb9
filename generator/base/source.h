// Where a value was written, and what is wrong with it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace base {

/// A stretch of a source file, in bytes. The default names no place.
struct Span {
    std::uint32_t file = UINT32_MAX;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool known() const { return file != UINT32_MAX; }
    bool operator==(const Span&) const = default;
};

/// Line and column count from 1; the column counts characters, as editors do.
struct Place {
    std::size_t line = 1;
    std::size_t column = 1;
};

/// Every file that was read, kept for messages. Files are named as the user would name them.
class Sources {
   public:
    /// Reads a file of at most 64 MiB. Throws FileError (base/file.h) when it cannot be read.
    std::uint32_t load(const std::string& path);
    std::uint32_t add(std::string name, std::string text);
    const std::string& name(std::uint32_t file) const { return files_[file]->name; }
    const std::string& text(std::uint32_t file) const { return files_[file]->text; }
    std::size_t size() const { return files_.size(); }
    Place place(Span span) const;
    std::string_view line_at(Span span) const;
    /// years/r5/actuals.yaml:12; empty for a span that is not known.
    std::string file_line(Span span) const;

   private:
    struct File {
        std::string name;
        std::string text;
        std::vector<std::uint32_t> line_starts;
    };
    const std::vector<std::uint32_t>& line_starts(std::uint32_t file) const;
    std::vector<std::unique_ptr<File>> files_;
};

enum class Severity { error, warning };

struct Diagnostic {
    Severity severity = Severity::error;
    Span span;
    std::string message;  ///< already in the reader's language
    std::string hint;     ///< may be empty
    std::string name;     ///< of a warning, by which it can be silenced; may be empty
};

/// What an author can cause is collected here; a stage goes on and reports all it can, up to ten thousand.
class Diagnostics {
   public:
    void error(Span span, std::string message, std::string hint = {});
    void warning(std::string name, Span span, std::string message, std::string hint = {});
    void append(const Diagnostics& others);
    bool has_errors() const { return errors_ > 0; }
    const std::vector<Diagnostic>& all() const { return all_; }
    /// In the order of files and places, repeated ones once.
    void sort();

   private:
    std::vector<Diagnostic> all_;
    std::size_t errors_ = 0;
};

/// file:line:column: error: message, the line, a caret below it, and the hint.
std::string render(const Diagnostic& diagnostic, const Sources& sources);

}  // namespace base
