// Each says what it would write and where, and writes only when it is told to.
#include "commands/review_actions.h"

#include <algorithm>

#include "base/json.h"
#include "base/utf8.h"
#include "commands/actions.h"
#include "compare/manifest.h"
#include "serve/review.h"

namespace commands {

using serve::Answer;

namespace {

using base::json_string;

constexpr const char* corrections_folder = "訂正";

/// With files as the officer knows them: within the project's folder.
Answer said_so(const kensho::Request& request, const std::string& said, bool written, const std::string& more = {}) {
    return {200, "application/json",
            "{\"said\":" + json_string(serve::shortened(request.project.generic_string(), said)) +
                ",\"written\":" + (written ? "true" : "false") + more + "}"};
}

std::string json_of(const TakenValue& value) {
    return "{\"file\":" + json_string(value.file) + ",\"line\":" + std::to_string(value.line) +
           ",\"name\":" + json_string(value.name) + ",\"before\":" + json_string(value.before) +
           ",\"after\":" + json_string(value.after) + "}";
}

/// The files of a body that holds them one after another; nothing where the sizes do not add up to it.
std::optional<std::vector<FormFile>> uploaded(const ToldPairs& told, const std::string& body) {
    const std::vector<std::string> names = parts_of(told_of(told, "names")), sizes = parts_of(told_of(told, "sizes"));
    std::vector<FormFile> files;
    std::size_t at = 0;
    for (std::size_t i = 0; i < std::min(names.size(), sizes.size()); ++i) {
        const std::size_t size = number_of(sizes[i]);
        if (size > body.size() - at) return std::nullopt;
        files.push_back({names[i], body.substr(at, size)});
        at += size;
    }
    return names.size() == sizes.size() && at == body.size() ? std::optional(std::move(files)) : std::nullopt;
}

}  // namespace

Answer keep_version(const kensho::Request& request, const ToldPairs& told) {
    kensho::Run run;
    std::string said;
    const bool write = is_told(told, "write");
    Freezing freezing{told_of(told, "name"),
                      told_of(told, "date"),
                      told_of(told, "reason"),
                      is_told(told, "final"),
                      is_told(told, "draft"),
                      false,
                      !write};
    if (freezing.name.empty()) return refused("版の名前を書いてください");
    if (!keep_edition(freezing, request, run, said)) return refused(run, request.project);
    return said_so(request, said, write);
}

Answer correct(const kensho::Request& request, const std::string& edition, const ToldPairs& told) {
    kensho::Run run;
    Corrected corrected;
    const bool write = is_told(told, "write");
    const Correcting correcting{edition, "",    request.project / corrections_folder, told_of(told, "date"),
                                false,   !write};
    if (!make_errata(correcting, request, run, corrected)) return refused(run, request.project);
    std::string made;
    for (const std::string& file : corrected.files) {
        const auto at = std::find(correction_files.begin(), correction_files.end(), file);
        if (at == correction_files.end()) continue;
        made += (made.empty() ? "" : ",") + std::string("{\"file\":") + json_string(file) +
                ",\"number\":" + std::to_string(at - correction_files.begin()) + "}";
    }
    return said_so(request, corrected.said, write, ",\"made\":[" + made + "]");
}

Answer made_correction(const kensho::Request& request, std::size_t number) {
    if (number >= correction_files.size()) return {404, "text/plain", ""};
    const std::filesystem::path file = request.project / corrections_folder / correction_files[number];
    std::error_code none;
    if (!std::filesystem::is_regular_file(file, none) || !base::lies_inside(request.project, file)) {
        return {404, "text/plain", ""};
    }
    Answer answer{200, file.extension() == ".pdf" ? "application/pdf" : "application/octet-stream",
                  base::read_file(file, longest_upload)};
    answer.headers["Content-Disposition"] = "attachment";
    return answer;
}

Answer collect_forms(const kensho::Request& request, const std::vector<std::string>& known, const ToldPairs& told,
                     const std::string& body) {
    auto files = uploaded(told, body);
    if (!files) return refused("送られたファイルが途中で切れています");
    Collecting collecting{std::move(*files), !is_told(told, "write"), is_told(told, "partial")};
    for (const FormFile& form : collecting.forms) {
        if (form.bytes.size() > longest_form) return refused(form.name + " は大きすぎます（16MBまで）");
    }
    for (const std::string& chosen : parts_of(told_of(told, "chosen"))) {
        const std::size_t number = number_of(chosen);
        if (number >= known.size() || !base::lies_inside(request.project, request.project / known[number])) {
            return refused("その調査票はありません");
        }
        collecting.forms.push_back({known[number], base::read_file(request.project / known[number], longest_form)});
    }
    if (collecting.forms.empty()) return refused("調査票を選んでください");
    kensho::Run run;
    Collected collected;
    if (!take_in(collecting, request, run, collected)) return refused(run, request.project);
    std::string values;
    for (const TakenValue& value : collected.values) values += (values.empty() ? "" : ",") + json_of(value);
    return said_so(request, collected.read, !collecting.only_shown,
                   std::string(",\"good\":") + (collected.good ? "true" : "false") + ",\"values\":[" + values + "]");
}

void find_forms(const kensho::Request& request, const std::vector<std::string>& outputs,
                std::vector<std::string>& known) {
    for (const std::string& file : base::list_files(request.project)) {
        const std::string name = std::filesystem::path(file).filename().string();
        const bool hidden = name.starts_with("~$") || file.starts_with(".") || file.find("/.") != std::string::npos;
        const bool made = std::find(outputs.begin(), outputs.end(), name) != outputs.end() ||
                          file.starts_with(std::string(compare::editions_folder) + "/") ||
                          file.starts_with(std::string(corrections_folder) + "/");
        if (!base::ascii_lower(name).ends_with(".xlsx") || hidden || made) continue;
        if (std::find(known.begin(), known.end(), file) == known.end()) known.push_back(file);
    }
}

}  // namespace commands
