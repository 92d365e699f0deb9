// Byte offsets become lines and columns only when a message asks; long lines are cut around the caret.
#include "base/source.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "base/file.h"
#include "base/message.h"
#include "base/shown.h"
#include "base/utf8.h"

namespace base {

namespace {

constexpr std::size_t max_source_bytes = std::size_t{64} << 20U;
constexpr int max_line_columns = 100;
constexpr std::size_t most_letters = 600;  // of a message or a hint

/// The line, shortened around the fault when it is very long.
struct Excerpt {
    std::string text;
    int caret_column = 0;
    int caret_width = 1;
};

Excerpt excerpt(std::string_view line, std::size_t from, std::size_t to) {
    from = std::min(from, line.size());
    to = std::clamp(to, from, line.size());
    std::size_t begin = from;
    for (int width = 0; begin > 0;) {
        std::size_t before = begin - 1;
        while (before > 0 && (static_cast<unsigned char>(line[before]) & 0xC0U) == 0x80) --before;
        width += display_width(line.substr(before, begin - before));
        if (width > max_line_columns * 3 / 5) break;
        begin = before;
    }
    std::size_t end = begin;
    for (int width = 0; end < line.size() && width < max_line_columns;) {
        const Decoded next = decode_at(line, end);
        width += display_width(next.character);
        end += next.length;
    }
    const std::string lead = begin > 0 ? "…" : "";
    Excerpt result;
    result.text = lead + shown(line.substr(begin, end - begin)) + (end < line.size() ? "…" : "");
    result.caret_column = display_width(lead) + display_width(shown(line.substr(begin, from - begin)));
    result.caret_width = std::max(1, display_width(shown(line.substr(from, std::min(to, end) - std::min(from, end)))));
    return result;
}

}  // namespace

std::uint32_t Sources::load(const std::string& path) { return add(path, read_file(path, max_source_bytes)); }

std::uint32_t Sources::add(std::string name, std::string text) {
    auto file = std::make_unique<File>(File{std::move(name), std::move(text), {0}});
    for (std::size_t at = file->text.find('\n'); at != std::string::npos; at = file->text.find('\n', at + 1)) {
        file->line_starts.push_back(static_cast<std::uint32_t>(at + 1));
    }
    files_.push_back(std::move(file));
    return static_cast<std::uint32_t>(files_.size() - 1);
}

const std::vector<std::uint32_t>& Sources::line_starts(std::uint32_t file) const { return files_[file]->line_starts; }

namespace {

/// The line of a byte, from 1.
std::size_t line_of(const std::vector<std::uint32_t>& starts, std::uint32_t at) {
    return static_cast<std::size_t>(std::upper_bound(starts.begin(), starts.end(), at) - starts.begin());
}

}  // namespace

Place Sources::place(Span span) const {
    const auto& starts = line_starts(span.file);
    const std::size_t line = line_of(starts, span.begin);
    const std::string_view before =
        std::string_view(text(span.file)).substr(starts[line - 1], span.begin - starts[line - 1]);
    return {line, decode(before).size() + 1};
}

std::string Sources::file_line(Span span) const {
    if (!span.known()) return {};
    return name(span.file) + ":" + std::to_string(line_of(line_starts(span.file), span.begin));
}

std::string_view Sources::line_at(Span span) const {
    const std::string_view whole = text(span.file);
    const auto& starts = line_starts(span.file);
    const std::size_t begin = starts[line_of(starts, span.begin) - 1];
    std::string_view line = whole.substr(begin, whole.find('\n', begin) - begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

namespace {

/// More than anybody reads; a hostile file makes a million of them.
constexpr std::size_t most_diagnostics = 10'000;

}  // namespace

void Diagnostics::error(Span span, std::string message, std::string hint) {
    ++errors_;
    if (all_.size() >= most_diagnostics) return;
    all_.push_back({Severity::error, span, std::move(message), std::move(hint), {}});
}

void Diagnostics::warning(std::string name, Span span, std::string message, std::string hint) {
    if (all_.size() >= most_diagnostics) return;
    all_.push_back({Severity::warning, span, std::move(message), std::move(hint), std::move(name)});
}

void Diagnostics::append(const Diagnostics& others) {
    for (const Diagnostic& other : others.all_) {
        if (all_.size() < most_diagnostics) all_.push_back(other);
    }
    errors_ += others.errors_;
}

void Diagnostics::sort() {
    const auto key = [](const Diagnostic& d) { return std::tie(d.span.file, d.span.begin, d.severity, d.message); };
    std::stable_sort(all_.begin(), all_.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    all_.erase(std::unique(all_.begin(), all_.end(), [&](const auto& a, const auto& b) { return key(a) == key(b); }),
               all_.end());
}

std::string render(const Diagnostic& diagnostic, const Sources& sources) {
    const bool error = diagnostic.severity == Severity::error;
    std::string out = say(error ? to_translate("error: {}") : to_translate("warning: {}"),
                          shortened(shown(diagnostic.message), most_letters));
    if (!diagnostic.name.empty()) out += " [" + diagnostic.name + "]";
    out += "\n";
    if (diagnostic.span.known()) {
        const Place place = sources.place(diagnostic.span);
        const std::string_view line = sources.line_at(diagnostic.span);
        const std::size_t offset =
            diagnostic.span.begin - static_cast<std::size_t>(line.data() - sources.text(diagnostic.span.file).data());
        const Excerpt piece = excerpt(line, offset, offset + (diagnostic.span.end - diagnostic.span.begin));
        out = fmt::format("{}:{}:{}: {}", shown(sources.name(diagnostic.span.file)), place.line, place.column, out);
        out += "    " + piece.text + "\n";
        out += std::string(static_cast<std::size_t>(4 + piece.caret_column), ' ') + "^" +
               std::string(static_cast<std::size_t>(piece.caret_width - 1), '~') + "\n";
    }
    if (!diagnostic.hint.empty()) out += "  " + say("hint: {}", shortened(shown(diagnostic.hint), most_letters)) + "\n";
    return out;
}

}  // namespace base
