// Nothing of a request is ever a path: things are told by number.
#include "commands/review_answer.h"

#include <algorithm>
#include <charconv>

#include "base/json.h"
#include "base/message.h"

namespace commands {

serve::Answer refused(const std::string& why) {
    return {422, "application/json", "{\"error\":" + base::json_string(why) + "}"};
}

serve::Answer refused(const kensho::Run& run, const std::filesystem::path& project) {
    std::string why;
    for (const base::Diagnostic& each : run.diagnostics.all()) {
        if (each.severity != base::Severity::error) continue;
        if (each.span.known()) {
            const std::filesystem::path file = run.sources.name(each.span.file);
            why += file.lexically_relative(project).generic_string() + ":" +
                   std::to_string(run.sources.place(each.span).line) + "  ";
        }
        why += each.message + "\n";
        if (!each.hint.empty()) why += "  " + base::say("hint: {}", each.hint) + "\n";
    }
    return refused(why.empty() ? "作れませんでした" : why);
}

std::string told_of(const ToldPairs& told, const char* name) {
    const auto found = told.find(name);
    return found == told.end() ? std::string() : found->second;
}

bool is_told(const ToldPairs& told, const char* name) { return told_of(told, name) == "1"; }

std::vector<std::string> parts_of(std::string_view text) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size() && !text.empty();) {
        const std::size_t end = std::min(text.find('/', begin), text.size());
        parts.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

std::size_t number_of(std::string_view text) {
    std::size_t number = SIZE_MAX;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() ? number : SIZE_MAX;
}

}  // namespace commands
