// edition.yaml, written and read by one list of keys.
#include "compare/manifest.h"

#include <map>

#include "base/message.h"
#include "input/write.h"

namespace compare {

namespace {

std::string listed(const char* key, const Digests& files) {
    std::string out = std::string(key) + ":" + (files.empty() ? " {}" : "") + "\n";
    for (const auto& [path, digest] : files) out += "  " + input::as_yaml(path) + ": " + digest + "\n";
    return out;
}

Digests read_digests(base::Fields& fields, std::string_view key) {
    Digests files;
    for (const base::Value::Entry& entry : fields.map(key)) files.emplace_back(entry.key, entry.value.text);
    return files;
}

}  // namespace

std::string to_yaml(const Manifest& manifest) {
    std::string out = "# " + base::say("An edition that kensho freeze has kept. Not to be changed by hand.") + "\n\n";
    const auto line = [&](const char* key, const std::string& text) {
        if (!text.empty()) out += std::string(key) + ": " + input::as_yaml(text) + "\n";
    };
    line("name", manifest.name);
    line("year", manifest.year);
    line("date", manifest.date);
    line("reason", manifest.reason);
    if (manifest.closed) out += "final: true\n";
    if (manifest.draft) out += "draft: true\n";
    line("kensho", manifest.version);
    return out + "\n" + listed("inputs", manifest.inputs) + "\n" + listed("outputs", manifest.outputs);
}

std::optional<Manifest> read_manifest(const base::Value& tree, base::Diagnostics& diagnostics) {
    Manifest manifest;
    base::Diagnostics faults;
    {
        base::Fields fields(tree, faults);
        manifest.name = fields.required_text("name");
        manifest.year = fields.required_text("year");
        manifest.date = fields.optional_text("date").value_or("");
        manifest.reason = fields.optional_text("reason").value_or("");
        manifest.closed = fields.flag("final", false);
        manifest.draft = fields.flag("draft", false);
        manifest.version = fields.required_text("kensho");
        manifest.inputs = read_digests(fields, "inputs");
        manifest.outputs = read_digests(fields, "outputs");
        manifest.span = fields.span();
    }
    diagnostics.append(faults);
    return faults.has_errors() ? std::nullopt : std::optional(std::move(manifest));
}

std::vector<std::string> changed_files(const Digests& before, const Digests& after) {
    std::map<std::string, std::string> known(before.begin(), before.end());
    std::vector<std::string> changed;
    for (const auto& [path, digest] : after) {
        const auto found = known.find(path);
        if (found == known.end() || found->second != digest) changed.push_back(path);
        if (found != known.end()) known.erase(found);
    }
    for (const auto& [path, digest] : known) changed.push_back(path);
    return changed;
}

}  // namespace compare
