// Every YAML file and picture is read, whichever outputs are wanted; links that lead out are refused.
#include "input/template.h"

#include <algorithm>
#include <array>

#include "base/file.h"
#include "base/message.h"
#include "input/based_on.h"
#include "input/shipped.h"

namespace input {

namespace fs = std::filesystem;

using base::say;
using base::Value;

namespace {

constexpr const char* usual_workbook = "config/workbook.yaml";
constexpr const char* usual_volumes = "config/volumes";

bool is_picture(std::string_view file) {
    return file.ends_with(".png") || file.ends_with(".svg") || file.ends_with(".pdf") || file.ends_with(".jpg") ||
           file.ends_with(".jpeg");
}

std::optional<fs::path> named_folder(const std::string& name, base::Span place, const fs::path& home, Files& files,
                                     base::Diagnostics& diagnostics) {
    if (name.find('/') != std::string::npos) return files.inside(name, place);
    const std::vector<std::string> names = template_names(files.folder(), home);
    if (std::find(names.begin(), names.end(), name) != names.end()) {
        return shipped(fs::path("templates") / name, files.folder(), home);
    }
    base::report_unknown("unknown template `{}`", name, place, {names.begin(), names.end()}, diagnostics);
    return std::nullopt;
}

void read_folder(const fs::path& folder, base::Span place, Files& files, Inputs& inputs,
                 base::Diagnostics& diagnostics) {
    for (const std::string& file : base::list_files(folder)) {
        if (!base::lies_inside(folder, folder / file)) {
            diagnostics.error(place, say("`{}` of the template leads out of its folder", file),
                              say("put a copy of the file there instead of a link"));
            continue;
        }
        if (file.ends_with(".yaml")) {
            inputs.template_files.push_back({file.substr(0, file.size() - 5), files.tree(folder / file, place)});
        } else if (is_picture(file)) {
            if (auto content = files.bytes(folder / file, place)) inputs.assets[file] = std::move(*content);
        }
    }
}

fs::path usual_of(const std::string& file) {
    return file == "workbook" ? fs::path(usual_workbook) : fs::path(usual_volumes) / (file + ".yaml");
}

/// The tree that a file names by `based_on: usual`; the key is taken out.
std::optional<Value> based_on(Value& tree, const std::string& name, const fs::path& home, Files& files,
                              base::Diagnostics& diagnostics) {
    if (!tree.is_map()) return std::nullopt;
    const auto based = std::find_if(tree.entries.begin(), tree.entries.end(),
                                    [](const Value::Entry& entry) { return entry.key == "based_on"; });
    if (based == tree.entries.end()) return std::nullopt;
    const base::Span place = based->value.span;
    const bool usual = based->value.text == "usual";
    tree.entries.erase(based);
    const fs::path file = shipped(usual_of(name), files.folder(), home);
    if (usual && fs::exists(file)) return files.tree(file, place);
    diagnostics.error(place, say("`{}` can be based on nothing", name + ".yaml"),
                      say("`based_on: usual` stands in workbook.yaml, errata.yaml, notice.yaml, proof.yaml, "
                          "pieces.yaml and style.yaml"));
    return std::nullopt;
}

/// Volumes that are the same in every template but for its looks and pieces.
constexpr std::array usual_names = {"errata", "notice", "proof"};

void add_usual_volumes(base::Span place, const fs::path& home, Files& files, Inputs& inputs) {
    auto& made = inputs.template_files;
    for (const char* name : usual_names) {
        if (std::any_of(made.begin(), made.end(), [&](const auto& file) { return file.name == name; })) continue;
        const fs::path file = shipped(usual_of(name), files.folder(), home);
        if (fs::exists(file)) made.push_back({name, files.tree(file, place)});
    }
}

/// A file that is `based_on: usual` has what it does not say itself from the one that kensho ships; where the pieces
/// are, so has the template the volumes that it has no file for.
void complete(base::Span place, const fs::path& home, Files& files, Inputs& inputs, base::Diagnostics& diagnostics) {
    bool usual_pieces = false;
    for (TemplateFile& file : inputs.template_files) {
        if (const std::optional<Value> usual = based_on(file.tree, file.name, home, files, diagnostics)) {
            file.tree = laid_over(file.tree, *usual);
            usual_pieces = usual_pieces || file.name == "pieces";
        }
    }
    if (usual_pieces) add_usual_volumes(place, home, files, inputs);
}

}  // namespace

void read_template(const Value& name, const fs::path& home, Files& files, Inputs& inputs,
                   base::Diagnostics& diagnostics) {
    const auto text = base::as_text(name, diagnostics);
    if (!text) return;
    const auto folder = named_folder(*text, name.span, home, files, diagnostics);
    if (!folder) return;
    read_folder(*folder, name.span, files, inputs, diagnostics);
    complete(name.span, home, files, inputs, diagnostics);
    if (inputs.template_files.empty()) {
        diagnostics.error(name.span, say("the template `{}` holds no YAML files", *text));
        return;
    }
    // An edition holds copies of both.
    const bool own = base::lies_inside(files.folder(), *folder);
    if (!own || base::lies_inside(files.folder(), shipped(usual_workbook, files.folder(), home))) {
        read_usual_workbook(name.span, home, files, inputs);
    }
}

void read_usual_workbook(base::Span place, const fs::path& home, Files& files, Inputs& inputs) {
    const auto makes = [](const TemplateFile& file) { return file.name == "workbook"; };
    auto& made = inputs.template_files;
    if (made.empty() || std::any_of(made.begin(), made.end(), makes)) return;
    made.push_back({"workbook", files.tree(shipped(usual_workbook, files.folder(), home), place)});
}

void check_output(const Value::Entry& output, const Inputs& inputs, base::Diagnostics& diagnostics) {
    std::vector<std::string_view> known;
    for (const TemplateFile& file : inputs.template_files) known.emplace_back(file.name);
    // The web edition shows a volume of the template on a screen.
    for (const auto& [volume, web] : {std::pair("main", "web"), std::pair("annex", "web-annex")}) {
        if (std::find(known.begin(), known.end(), volume) != known.end()) known.emplace_back(web);
    }
    if (known.empty() || std::find(known.begin(), known.end(), output.key) != known.end()) return;
    base::report_unknown("the template makes no `{}`", output.key, output.key_span, known, diagnostics);
}

}  // namespace input
