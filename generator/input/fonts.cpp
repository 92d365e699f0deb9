// Two lists become one tree, so that whoever opens the faces knows of one list only.
#include "input/fonts.h"

#include <algorithm>

#include "base/file.h"
#include "base/message.h"

namespace input {

namespace fs = std::filesystem;

using base::say;
using base::Value;

namespace {

/// A face's file beside the list, as a path that can be opened from anywhere.
void find_file(Value& face, const fs::path& project, base::Diagnostics& diagnostics) {
    for (Value::Entry& entry : face.entries) {
        if (entry.key != "file" || !entry.value.is_scalar() || fs::path(entry.value.text).is_absolute()) continue;
        const fs::path path = (project / "fonts" / entry.value.text).lexically_normal();
        std::error_code error;
        if (!base::lies_inside(project, path)) {
            diagnostics.error(entry.value.span, say("`{}` leads out of the project's folder", entry.value.text));
        } else if (!fs::is_regular_file(path, error)) {
            diagnostics.error(entry.value.span, say("there is no face `{}`", path.generic_string()),
                              say("put its file into the folder fonts of the project"));
        }
        entry.value.text = path.generic_string();
    }
}

void lay_over(Value& all, std::string_view key, const Value& own) {
    const Value* added = own.find(key);
    if (added == nullptr) return;
    const auto place =
        std::find_if(all.entries.begin(), all.entries.end(), [&](const auto& entry) { return entry.key == key; });
    if (place == all.entries.end() || !place->value.is_map() || !added->is_map()) return;
    std::vector<Value::Entry>& entries = place->value.entries;
    for (const Value::Entry& entry : added->entries) {
        const auto same =
            std::find_if(entries.begin(), entries.end(), [&](const auto& known) { return known.key == entry.key; });
        if (same == entries.end()) {
            entries.push_back(entry);
        } else {
            *same = entry;
        }
    }
}

}  // namespace

Value read_fonts(const fs::path& project, const fs::path& home, base::Sources& sources, base::Diagnostics& diagnostics,
                 ParsedFiles* kept) {
    Value all = read_tree(home / "fonts" / "fonts.yaml", sources, diagnostics, kept);
    const fs::path list = (project / "fonts" / "fonts.yaml").lexically_normal();
    std::error_code error;
    if (!fs::exists(list, error) || !base::lies_inside(project, list) || !all.is_map()) return all;
    Value own = read_tree(list, sources, diagnostics, kept);
    base::Fields fields(own, diagnostics);
    fields.map("faces");
    fields.map("roles");
    if (!own.is_map()) return all;
    for (Value::Entry& section : own.entries) {
        if (section.key != "faces") continue;
        for (Value::Entry& face : section.value.entries) find_file(face.value, project, diagnostics);
    }
    all.span = own.span;  // the list that changes while the program runs
    lay_over(all, "faces", own);
    lay_over(all, "roles", own);
    return all;
}

}  // namespace input
