// Colours by line: severity on the first, caret on the third, hint on the last; JSON is put together by hand.
#include "commands/diagnostics.h"

#include <fmt/format.h>

#include <string_view>

#include "base/json.h"
#include "base/message.h"
#include "base/shown.h"

namespace commands {

namespace {

constexpr const char* plain = "\033[0m";
constexpr const char* red = "\033[1;31m";
constexpr const char* yellow = "\033[1;33m";
constexpr const char* green = "\033[32m";

const char* severity(const base::Diagnostic& diagnostic) { return is_error(diagnostic) ? "error" : "warning"; }

std::string json_object(const base::Diagnostic& diagnostic, const base::Sources& sources) {
    std::string out = fmt::format("{{\"severity\": \"{}\"", severity(diagnostic));
    if (diagnostic.span.known()) {
        const base::Place begin = sources.place(diagnostic.span);
        const base::Place end = sources.place({diagnostic.span.file, diagnostic.span.end, diagnostic.span.end});
        out += fmt::format(R"(, "file": {}, "line": {}, "column": {}, "end_line": {}, "end_column": {})",
                           base::json_string(sources.name(diagnostic.span.file)), begin.line, begin.column, end.line,
                           end.column);
    }
    out += ", \"message\": " + base::json_string(diagnostic.message);
    if (!diagnostic.hint.empty()) out += ", \"hint\": " + base::json_string(diagnostic.hint);
    if (!diagnostic.name.empty()) out += ", \"name\": " + base::json_string(diagnostic.name);
    return out + "}";
}

}  // namespace

std::string coloured(const std::string& rendered, const base::Diagnostic& diagnostic) {
    const char* colour = is_error(diagnostic) ? red : yellow;
    const std::string word = is_error(diagnostic) ? base::say("error: {}", "") : base::say("warning: {}", "");
    std::string out;
    std::size_t line = 0;
    for (std::size_t begin = 0; begin < rendered.size(); ++line) {
        const std::size_t end = std::min(rendered.find('\n', begin), rendered.size() - 1) + 1;
        std::string text = rendered.substr(begin, end - begin);
        const std::size_t at = line == 0 ? text.find(word) : std::string::npos;
        const bool caret = line == 2 && diagnostic.span.known();
        if (at != std::string::npos) {
            text.insert(at + word.size(), plain).insert(at, colour);
        } else if (caret || (line > 0 && end == rendered.size() && !diagnostic.hint.empty())) {
            text = (caret ? colour : green) + text.substr(0, text.size() - 1) + plain + "\n";
        }
        out += text;
        begin = end;
    }
    return out;
}

std::string as_line(const base::Diagnostic& diagnostic, const base::Sources& sources) {
    std::string out = "kensho";
    if (diagnostic.span.known()) {
        const base::Place place = sources.place(diagnostic.span);
        out = fmt::format("{}:{}:{}", base::shown(sources.name(diagnostic.span.file)), place.line, place.column);
    }
    out += fmt::format(": {}: {}", severity(diagnostic), base::shown(diagnostic.message));
    if (!diagnostic.name.empty()) out += " [" + diagnostic.name + "]";
    if (!diagnostic.hint.empty()) out += " (" + base::shown(diagnostic.hint) + ")";
    return out + "\n";
}

std::string as_json(const std::vector<base::Diagnostic>& diagnostics, const base::Sources& sources) {
    std::string out = "{\"diagnostics\": [";
    for (std::size_t i = 0; i < diagnostics.size(); ++i) {
        out += (i == 0 ? "\n  " : ",\n  ") + json_object(diagnostics[i], sources);
    }
    return out + (diagnostics.empty() ? "]}\n" : "\n]}\n");
}

}  // namespace commands
